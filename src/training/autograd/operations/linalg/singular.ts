/** Singular values and vectors. */
import type { Rows } from '../../../backend/js/lapack/rows.ts';
import { singularVectors } from '../../../backend/js/lapack/singular.ts';
import { TorchError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { outputGradients, type Gradients, type Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, div, mul, sub } from '../pointwise/arithmetic.ts';
import { square } from '../pointwise/functions.ts';
import { slice } from '../shape/slicing.ts';
import { unsqueeze } from '../shape/views.ts';
import { diagEmbed } from './diagonals.ts';
import {
  checkMatrices,
  hasInfinity,
  hasNaN,
  overMatrices,
  precisionOf,
  transposed,
  undefinedParts,
} from './matrices.ts';
import { matmul } from './products.ts';
import { differences } from './symmetric.ts';

const skew = (self: Tensor): Tensor => sub(self, transposed(self));

/**
 * Whether the matrix at a place of a batch has singular values that are numbers.
 *
 * @throws TorchError as PyTorch does where it holds NaN
 */
export function hasSingularValues(self: Tensor, rows: Rows, at: number): boolean {
  if (!hasNaN(rows)) return !hasInfinity(rows);
  const where = self.rank > 2 ? `(Batch element ${at}): ` : '';
  throw new TorchError(
    '_LinAlgError',
    `linalg.svd: ${where}The algorithm failed to converge because the input matrix contained non-finite values.`,
  );
}

/** The same where only the values are wanted, which may be equal then. */
function valuesGradient(node: Node): Tensor {
  const [u, , vh] = factors(node.savedTensor(0), false) as [Tensor, Tensor, Tensor];
  const [, forS] = outputGradients(node) as [Tensor, Tensor];
  return matmul(mul(u, unsqueeze(forS, -2)), vh);
}

const factors: (self: Tensor, complete: boolean) => Tensor[] = operation(
  '_linalg_svd(Tensor self, bool complete) -> (Tensor U, Tensor S, Tensor Vh)',
  {
    forward: (self: Tensor, complete: boolean): Tensor[] => {
      const [m, n] = self.shape.slice(-2) as [number, number];
      const k = Math.min(m, n);
      const [left, right] = complete ? [m, n] : [k, k];
      const forms = [{ shape: [m, left] }, { shape: [k] }, { shape: [right, n] }];
      let at = -1;
      return overMatrices([self], forms, (rows) => {
        at += 1;
        if (!hasSingularValues(self, rows, at)) return undefinedParts(forms);
        const { u, values, vt } = singularVectors(rows, n, complete, precisionOf(self));
        return [u, values, vt];
      });
    },
    gradient: (_grad, node): Gradients => {
      if (node.pending[0] == null && node.pending[2] == null) return [valuesGradient(node)];
      const k = Math.min(...(node.inputs[0] as Tensor).shape.slice(-2));
      const [allU, forS, allVh] = outputGradients(node) as [Tensor, Tensor, Tensor];
      // Vectors that fill up a basis are not determined by the matrix.
      const [forU, forVh] = [slice(allU, -1, 0, k), slice(allVh, -2, 0, k)];
      const [u, s, vh] = factors(node.savedTensor(0), false) as [Tensor, Tensor, Tensor];
      const squares = differences(square(s));
      const v = transposed(vh);
      const forV = transposed(forVh);
      const left = mul(div(skew(matmul(transposed(u), forU)), squares), unsqueeze(s, -2));
      const right = mul(unsqueeze(s, -1), div(skew(matmul(vh, forV)), squares));
      const inner = add(add(left, right), diagEmbed(forS));
      const within = matmul(matmul(u, inner), vh);
      const [m, n] = (node.inputs[0] as Tensor).shape.slice(-2) as [number, number];
      const rest = (own: Tensor, grad: Tensor): Tensor => {
        const scaled = div(grad, unsqueeze(s, -2));
        return sub(scaled, matmul(own, matmul(transposed(own), scaled)));
      };
      const beyondU = m > n ? add(within, matmul(rest(u, forU), vh)) : within;
      return [n > m ? add(beyondU, matmul(u, transposed(rest(v, forV)))) : beyondU];
    },
    saves: ['self'],
    node: 'LinalgSvd',
    variants: 'internal',
  },
);

/** Singular vectors and values; `complete` gives square factors. */
export function singular(self: Tensor, complete: boolean): [u: Tensor, s: Tensor, vh: Tensor] {
  checkMatrices('linalg.svd', self);
  return factors(self, complete) as [Tensor, Tensor, Tensor];
}
