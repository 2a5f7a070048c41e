/** Symmetric matrices, of which one triangle is read: their eigenvalues and eigenvectors. */
import { symmetricSpectrum as eigenpairsOf } from '../../../backend/js/lapack/symmetric.ts';
import { isFloating } from '../../../backend/dtype.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { outputGradients, type Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, div, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { unsqueeze } from '../shape/views.ts';
import { diagEmbed, diagonal, tril } from './diagonals.ts';
import {
  checkSquare,
  hasInfinity,
  hasNaN,
  overMatrices,
  precisionOf,
  transposed,
  undefinedParts,
} from './matrices.ts';
import { matmul } from './products.ts';

export const symmetric = (self: Tensor): Tensor => mulScalar(add(self, transposed(self)), 0.5);

/** Symmetric matrices with the lower triangles of `self`. Their gradient is PyTorch's: `self` is taken for symmetric. */
export const fromLower = operation('_from_lower(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => add(tril(self, 0), transposed(tril(self, -1))),
  gradient: (grad): Gradients => [grad],
  variants: 'internal',
});

/** `l_j - l_i` off the diagonal, 1 on it: what the gradients of vectors divide by. */
export function differences(values: Tensor): Tensor {
  const differences = sub(unsqueeze(values, -2), unsqueeze(values, -1));
  const ones = diagEmbed(full(values.shape, 1, values.dtype));
  return add(differences, ones);
}

const eigenpairs = operation(
  '_linalg_eigh(Tensor self, bool lower) -> (Tensor eigenvalues, Tensor eigenvectors)',
  {
    forward: (self: Tensor, lower: boolean): Tensor[] => {
      const size = self.shape.at(-1) as number;
      const forms = [{ shape: [size] }, { shape: [size, size] }];
      return overMatrices([symmetric(self)], forms, (rows) => {
        if (hasInfinity(rows) || hasNaN(rows)) return undefinedParts(forms);
        const { values, vectors } = eigenpairsOf(rows, lower, precisionOf(self));
        return [values, vectors];
      });
    },
    gradient: (_grad, node): Gradients => {
      const [forValues, forVectors] = outputGradients(node) as [Tensor, Tensor];
      const [values, vectors] = eigenpairs(node.savedTensor(0), node.args[1] as boolean) as [Tensor, Tensor];
      const rotated = div(matmul(transposed(vectors), forVectors), differences(values));
      const offDiagonal = sub(rotated, diagEmbed(diagonal(rotated, 0, -2, -1)));
      const inner = add(offDiagonal, diagEmbed(forValues));
      return [symmetric(matmul(matmul(vectors, inner), transposed(vectors)))];
    },
    saves: ['self'],
    node: 'LinalgEigh',
    variants: 'internal',
  },
);

/** Eigenvalues in ascending order, and eigenvectors as columns, of matrices of which one triangle is read. */
export function symmetricSpectrum(self: Tensor, lower = true): Tensor[] {
  // A batch without elements does not reach the kernel.
  checkSquare('linalg.eigh', self, 'linalg_eigh_cpu', self.numel > 0);
  if (self.numel === 0 && !isFloating(self.dtype))
    return [full(self.shape.slice(0, -1), 0, self.dtype), full(self.shape, 0, self.dtype)];
  return eigenpairs(fromLower(lower ? self : transposed(self)), lower);
}
