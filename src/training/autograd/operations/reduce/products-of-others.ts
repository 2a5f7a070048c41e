/** Products in which each element is left out once, without a division: one of them may be 0. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { mul } from '../pointwise/arithmetic.ts';
import { cat, flip } from '../shape/joining.ts';
import { slice } from '../shape/slicing.ts';

export const hasZero = (self: Tensor): boolean => toContiguous(self, self.dtype).includes(0);

/** For each element the product of those before it along a dimension, 1 for the first. */
export function productsBefore(self: Tensor, dim: number): Tensor {
  const size = self.shape[dim] as number;
  const parts = [full(self.shape.with(dim, 1), 1, self.dtype)];
  for (let i = 1; i < size; i++) parts.push(mul(parts[i - 1] as Tensor, slice(self, dim, i - 1, i)));
  return cat(parts, dim);
}

/** For each element the product of all others along a dimension. */
export function productsOfOthers(self: Tensor, dim: number): Tensor {
  return mul(productsBefore(self, dim), flip(productsBefore(flip(self, [dim]), dim), [dim]));
}
