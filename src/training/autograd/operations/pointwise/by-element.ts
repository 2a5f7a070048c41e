/** Functions of numbers that no kernel computes, applied to every element: for what is rare, and computed in float64. */
import { floatingType, newElements, type DType } from '../../../backend/dtype.ts';
import { TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { typeOfBoth } from '../../scalar.ts';
import { toDType } from '../creation/conversion.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';

/** `compute` of every element; integers and bools give floats. */
export function ofEach(self: Tensor, compute: (x: number) => number): Tensor {
  const dtype = floatingType(self.dtype);
  const elements = toContiguous(toDType(self, dtype), 'float64');
  const results = newElements(dtype, elements.length);
  for (let i = 0; i < elements.length; i++) results[i] = compute(elements[i] as number);
  return fromElements(results, dtype, self.shape);
}

/** `compute` of the elements of two tensors, which broadcast; by default integers and bools give floats. */
export function ofPairs(
  a: Tensor,
  b: Tensor,
  compute: (x: number, y: number) => number,
  dtype: DType = floatingType(typeOfBoth(a, b)),
): Tensor {
  const [left, right] = broadcastBoth(toDType(a, dtype), toDType(b, dtype));
  const [first, second] = [toContiguous(left, 'float64'), toContiguous(right, 'float64')];
  const results = newElements(dtype, first.length);
  for (let i = 0; i < first.length; i++) results[i] = compute(first[i] as number, second[i] as number);
  return fromElements(results, dtype, left.shape);
}

/** What PyTorch raises on the way back to an argument whose derivative it does not have. */
export const noDerivative = (name: string): TorchError =>
  new TorchError('NotImplementedError', `the derivative for '${name}' is not implemented.`);
