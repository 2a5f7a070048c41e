/** Elements mixed along the last dimensions: each new one is made of a few old ones. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { mixAlong, mixtureBack, type Mixture } from '../../../backend/js/mixing.ts';
import { numel } from '../../../backend/layout.ts';
import { fromElements, itemOf, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { Node, type Gradients } from '../../tape/node.ts';
import { toDType } from '../creation/conversion.ts';
import { matmul } from '../linalg/products.ts';
import { sum } from '../reduce/sums.ts';
import { transpose } from '../shape/views.ts';

/** The elements that a new one is made of, and how much of each. */
export type Shares = readonly (readonly [place: number, share: number])[];

/** What makes `count` elements of `size`. */
export function mixture(count: number, size: number, of: (row: number) => Shares): Mixture {
  const rows = Array.from({ length: count }, (_, i) => of(i));
  const all = rows.flat();
  const starts = new Int32Array(count + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.length;
  });
  return {
    size,
    count,
    starts,
    places: Int32Array.from(all, ([place]) => place),
    shares: Float64Array.from(all, ([, share]) => share),
  };
}

/** How many elements of a product with a matrix take as long as one share. */
const PRODUCT_ELEMENTS = 96;

const isQuickerAsProduct = ({ size, count, shares }: Mixture): boolean =>
  size * count <= PRODUCT_ELEMENTS * shares.length;

/** Whether no element is NaN or infinite, so that 0 times an element is 0. */
const isFinite = (x: Tensor): boolean => Number.isFinite(itemOf(sum(x)));

/** The mixture as a product with the matrix (count, size) of all shares. */
function product(x: Tensor, fromLast: number, { size, count, starts, places, shares }: Mixture): Tensor {
  const elements = new Float64Array(count * size);
  for (let i = 0; i < count; i++) {
    for (let j = starts[i] as number; j < (starts[i + 1] as number); j++) {
      const at = i * size + (places[j] as number);
      elements[at] = (elements[at] as number) + (shares[j] as number);
    }
  }
  const matrix = toDType(fromElements(elements, 'float64', [count, size]), x.dtype);
  if (fromLast === 1) return matmul(x, transpose(matrix, 0, 1));
  if (fromLast === 2) return matmul(matrix, x);
  return transpose(matmul(matrix, transpose(x, -fromLast, -2)), -fromLast, -2);
}

/** Along a dimension counted from the last. */
const mixedAlong: (self: Tensor, fromLast: number, mixture: Mixture) => Tensor = operation(
  '_mixed_along(Tensor self, int from_last, int[] mixture) -> Tensor',
  {
    forward: (self: Tensor, fromLast: number, own: Mixture): Tensor => {
      if (isQuickerAsProduct(own) && isFinite(self)) return product(self, fromLast, own);
      const dim = self.rank - fromLast;
      const [outer, inner] = [numel(self.shape.slice(0, dim)), numel(self.shape.slice(dim + 1))];
      const elements = mixAlong(toContiguous(self, self.dtype), self.dtype, own, outer, inner);
      return fromElements(elements, self.dtype, self.shape.with(dim, own.count));
    },
    gradient: (grad, node): Gradients => {
      const [, fromLast, own] = node.args as [Tensor, number, Mixture];
      return [mixedAlong(grad, fromLast, mixtureBack(own))];
    },
    variants: 'internal',
  },
);

/** The last dimensions of `x` mixed, each by its own. */
export function mixed(x: Tensor, mixtures: readonly Mixture[]): Tensor {
  return mixtures.reduceRight((made, each, d) => mixedAlong(made, mixtures.length - d, each), x);
}

/** Calls the last node as PyTorch does, where the name depends on the number of dimensions. */
export function named<R extends Tensor | readonly Tensor[]>(result: R, name: string): R {
  const node = (Array.isArray(result) ? (result as readonly Tensor[])[0] : (result as Tensor))?.node;
  if (node instanceof Node) node.name = name;
  return result;
}
