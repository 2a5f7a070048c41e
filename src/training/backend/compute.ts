/** The kernels as the operations call them: each picks its backend and answers with a new row-major buffer. */
import { Buffer, claim } from './buffer.ts';
import { chooseRemote, mayBeRemote, type RemoteName, type Work } from './choice.ts';
import { counters } from './counters.ts';
import type { DType, Elements } from './dtype.ts';
import { copyInto, toContiguous } from './js/copy.ts';
import * as elementwise from './js/elementwise.ts';
import { matmul as productOf } from './js/matmul.ts';
import * as reductions from './js/reduce.ts';
import type { BinaryKernel, ReduceKernel, ScanKernel, UnaryKernel } from './kernels.ts';
import { numel, type Shape } from './layout.ts';
import { isWhole, type Operand } from './operand.ts';
import * as remote from './remote.ts';
import { matmul as matmulOn } from './remote-products.ts';

/** `kernel(x)`, of x's shape. */
export function unary(kernel: UnaryKernel, x: Operand, dtype: DType): Buffer {
  if (dtype === 'float32' && x.buffer.dtype === 'float32' && remote.hasUnary(kernel)) {
    const backend = pick('elementwise', numel(x.shape), x);
    if (backend !== null) return remote.unary(backend, kernel, x);
  }
  return local(dtype, elementwise.unary(kernel, x, dtype));
}

/** `kernel(a, b)` over the broadcast `shape`. Operands are read as they are: comparisons of mixed dtypes need no cast. */
export function binary(kernel: BinaryKernel, a: Operand, b: Operand, shape: Shape, dtype: DType): Buffer {
  if (
    dtype === 'float32' &&
    a.buffer.dtype === dtype &&
    b.buffer.dtype === dtype &&
    remote.hasBinary(kernel)
  ) {
    const backend = pick('elementwise', numel(shape), a, b);
    if (backend !== null) return remote.binary(backend, kernel, a, b);
  }
  return local(dtype, elementwise.binary(kernel, a, b, shape, dtype));
}

/** `kernel(x, scalar)`, or `kernel(scalar, x)` when `reversed`. */
export function binaryScalar(
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
  dtype: DType,
): Buffer {
  if (dtype === 'float32' && x.buffer.dtype === dtype && remote.hasBinary(kernel)) {
    const backend = pick('elementwise', numel(x.shape), x);
    if (backend !== null) return remote.binaryScalar(backend, kernel, x, scalar, reversed);
  }
  return local(dtype, elementwise.binaryScalar(kernel, x, scalar, reversed, dtype));
}

/** `grad` where `x`, of the same shape, is above 0 or NaN, else 0. */
export function thresholdBackward(grad: Operand, x: Operand, dtype: DType): Buffer {
  if (dtype === 'float32') {
    const backend = pick('elementwise', numel(x.shape), grad, x);
    if (backend !== null) return remote.thresholdBackward(backend, grad, x);
  }
  return local(dtype, elementwise.binary('thresholdBackward', grad, x, x.shape, dtype));
}

/** Reduces `dims` (sorted, none twice); they are absent from the result. */
export function reduce(kernel: ReduceKernel, x: Operand, dims: Shape, dtype: DType): Buffer {
  if (dtype === 'float32' && x.buffer.dtype === dtype && dims.length > 0 && remote.hasReduce(kernel)) {
    const backend = pick('reduction', numel(x.shape), x);
    if (backend !== null && remote.isAccurate(backend, kernel))
      return remote.reduce(backend, kernel, x, dims);
  }
  return local(dtype, reductions.reduce(kernel, x, dims, dtype));
}

export function scan(kernel: ScanKernel, x: Operand, dim: number, dtype: DType): Buffer {
  return local(dtype, reductions.scan(kernel, x, dim, dtype));
}

/** Batched product of (batch, n, k) and (batch, k, m), both of `dtype`. */
export function matmul(a: Operand, b: Operand, dtype: DType): Buffer {
  if (dtype === 'float32') {
    const [batch = 0, rows = 0] = a.shape;
    const columns = b.shape[2] ?? 0;
    const result = batch * rows * columns;
    const backend = pick('product', numel(a.shape) * columns, a, b, result);
    if (backend !== null) {
      claim(4 * result);
      return matmulOn(backend, a, b);
    }
  }
  return local(dtype, productOf(a, b, dtype));
}

/** The operand's elements in row-major order as another dtype. */
export function copy(x: Operand, dtype: DType): Buffer {
  return local(dtype, toContiguous(x, dtype));
}

/** Writes `source`, which nobody reads afterwards, over the elements that `target` shows; both have the same shape. */
export function moveInto(target: Operand, source: Operand): void {
  const fits = target.buffer.dtype === source.buffer.dtype && isWhole(target) && isWhole(source);
  if (!fits || !target.buffer.takeOver(source.buffer)) copyInto(target, source);
}

/** Small operations, by far the most, are decided without looking at the operands. `result`: its elements. */
function pick(work: Work, size: number, a: Operand, b: Operand = a, result = size): RemoteName | null {
  if (!mayBeRemote(size)) return null;
  const backend = chooseRemote(work, size, remote.homeOf(a, b));
  if (backend === null) return null;
  return remote.hasRoom(backend, numel(a.shape) + numel(b.shape) + result) ? backend : null;
}

function local(dtype: DType, elements: Elements): Buffer {
  counters.operations.js++;
  return new Buffer(dtype, elements.length, elements);
}
