/** What element-wise operations with two operands have in common. */
import * as compute from '../../../backend/compute.ts';
import type { DType } from '../../../backend/dtype.ts';
import type { BinaryKernel } from '../../../backend/kernels.ts';
import { broadcastShapes, sameShape } from '../../../backend/layout.ts';
import { fromBig } from '../../../backend/wide.ts';
import { isWhole } from '../../../backend/operand.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { roundedTo, type Scalar } from '../../scalar.ts';
import { broadcastTo } from '../../spread.ts';

/** `kernel(a, b)` broadcast, computed in `dtype`; `result` is the dtype of the outcome where it differs (comparisons). */
export function elementwise(
  kernel: BinaryKernel,
  a: Tensor,
  b: Tensor,
  dtype: DType,
  result: DType = dtype,
): Tensor {
  const shape = broadcastShapes(a.shape, b.shape);
  if (shape !== a.shape) broadcastTo(a.shape, b.shape, shape);
  const x = operandAs(a, dtype);
  const y = operandAs(b, dtype);
  return new Tensor(compute.binary(kernel, x, y, shape, result), shape);
}

/** `kernel(x, scalar)`, or with the scalar first when `reversed`. */
export function withScalar(
  kernel: BinaryKernel,
  x: Tensor,
  scalar: Scalar,
  reversed: boolean,
  dtype: DType,
  result: DType = dtype,
): Tensor {
  if (scalar.exact !== undefined && dtype === 'int64') {
    const other = asTensor(scalar, dtype);
    return reversed
      ? elementwise(kernel, other, x, dtype, result)
      : elementwise(kernel, x, other, dtype, result);
  }
  const operand = operandAs(x, dtype);
  const value = roundedTo(dtype, scalar.value);
  return new Tensor(compute.binaryScalar(kernel, operand, value, reversed, result), x.shape);
}

/** A tensor without dimensions that holds the number as the dtype keeps it. */
export const asTensor = ({ value, exact }: Scalar, dtype: DType): Tensor =>
  exact !== undefined && dtype === 'int64'
    ? new Tensor(fromBig(BigInt64Array.of(exact), dtype), [])
    : full([], roundedTo(dtype, value), dtype);

/** Only float32 must be converted beforehand: every other dtype's elements are read as the same numbers. */
function operandAs(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype || dtype !== 'float32') return x;
  return new Tensor(compute.copy(x, dtype), x.shape);
}

/** Whether `other` can be computed into `self` at once: both float32 and of one shape. */
function fitsInto(self: Tensor, other: Tensor): boolean {
  if (self.dtype !== 'float32' || other.dtype !== 'float32' || self.buffer.remoteCopy !== null) return false;
  return sameShape(self.shape, other.shape) && isWhole(self);
}

/** Writes `kernel(self, other)` over `self` at once where both lie alike in memory; false leaves it to the general way. */
export function overwrite(kernel: BinaryKernel, self: Tensor, other: Tensor): boolean {
  if (!fitsInto(self, other)) return false;
  compute.binaryInto(kernel, self, other);
  return true;
}

/** {@link overwrite} by `self + factor * other`, rounded once as PyTorch does. */
export function addTimes(self: Tensor, other: Tensor, factor: number): boolean {
  if (!fitsInto(self, other) || self.buffer === other.buffer) return false;
  compute.addTimes(self, other, factor);
  return true;
}

/** {@link overwrite} with a Python number. */
export function overwriteScalar(kernel: BinaryKernel, self: Tensor, scalar: Scalar): boolean {
  if (self.dtype !== 'float32' || !isWhole(self) || self.buffer.remoteCopy !== null) return false;
  compute.scalarInto(kernel, self, Math.fround(scalar.value));
  return true;
}
