/** Elements mixed along dimensions: products with matrices, of which few elements in each row differ from 0. */
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { Node } from '../../tape/node.ts';
import { toDType } from '../creation/conversion.ts';
import { matmul } from '../linalg/products.ts';
import { transpose } from '../shape/views.ts';

/** The elements that a new one is made of, and how much of each. */
export type Shares = readonly (readonly [place: number, share: number])[];

/** The matrix (count, size) that makes `count` elements of `size`, in the dtype of `like`. */
export function mixture(count: number, size: number, like: Tensor, of: (row: number) => Shares): Tensor {
  const elements = new Float64Array(count * size);
  for (let i = 0; i < count; i++) {
    for (const [j, share] of of(i)) elements[i * size + j] = (elements[i * size + j] as number) + share;
  }
  return toDType(fromElements(elements, 'float64', [count, size]), like.dtype);
}

/** The last dimensions of `x` mixed, each by its matrix. */
export function mixed(x: Tensor, matrices: readonly Tensor[]): Tensor {
  return matrices.reduce((made, matrix, i) => {
    const fromLast = matrices.length - i;
    if (fromLast === 1) return matmul(made, transpose(matrix, 0, 1));
    if (fromLast === 2) return matmul(matrix, made);
    return transpose(matmul(matrix, transpose(made, -fromLast, -2)), -fromLast, -2);
  }, x);
}

/** Calls the last node as PyTorch does, where the name depends on the number of dimensions. */
export function named<R extends Tensor | readonly Tensor[]>(result: R, name: string): R {
  const node = (Array.isArray(result) ? (result as readonly Tensor[])[0] : (result as Tensor))?.node;
  if (node instanceof Node) node.name = name;
  return result;
}
