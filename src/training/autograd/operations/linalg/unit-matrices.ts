/** Matrices with 1 on the diagonal. */
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { expand } from '../shape/broadcasting.ts';
import { toDType } from '../creation/conversion.ts';

/** Unit matrices of the shape and dtype of `like`, as a view; not square ones are their first columns or rows. */
export function unitMatrices(like: Tensor): Tensor {
  const [m, n] = like.shape.slice(-2) as [number, number];
  const elements = new Float64Array(m * n);
  for (let i = 0; i < Math.min(m, n); i++) elements[i * n + i] = 1;
  return expand(toDType(fromElements(elements, 'float64', [m, n]), like.dtype), like.shape);
}
