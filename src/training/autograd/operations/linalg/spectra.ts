/** Eigenvalues, singular values, and norms of matrices. */
import { runtimeError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { div, mul } from '../pointwise/arithmetic.ts';
import { amax, amin } from '../reduce/extremes.ts';
import { abs } from '../pointwise/functions.ts';
import { inv } from './inverses.ts';
import { checkSquare, transposed } from './matrices.ts';
import { singular } from './singular.ts';
import { symmetricSpectrum } from './symmetric.ts';
import { select } from '../shape/slicing.ts';
import { checkNumbers, normOver } from '../reduce/norms.ts';
import { sumDims } from '../reduce/sums.ts';
import { permute, reshape } from '../shape/views.ts';

/** @throws TorchError in PyTorch's words for anything but the two letters */
function isLower(triangle: string): boolean {
  const letter = triangle.toUpperCase();
  if (letter !== 'L' && letter !== 'U')
    throw runtimeError(`Expected UPLO argument to be 'L' or 'U', but got ${triangle}`);
  return letter === 'L';
}

operation("linalg_eigh(Tensor self, str UPLO='L') -> (Tensor eigenvalues, Tensor eigenvectors)", {
  composite: true,
  forward: (self: Tensor, triangle: string): Tensor[] => symmetricSpectrum(self, isLower(triangle)),
  namespace: 'linalg',
  doc: 'Eigenvalues in ascending order and eigenvectors (columns) of symmetric matrices.',
});

operation("linalg_eigvalsh(Tensor self, str UPLO='L') -> Tensor", {
  composite: true,
  forward: (self: Tensor, triangle: string): Tensor =>
    symmetricSpectrum(self, isLower(triangle))[0] as Tensor,
  namespace: 'linalg',
  doc: 'The eigenvalues of symmetric matrices in ascending order.',
});

operation('linalg_svd(Tensor self, bool full_matrices=True) -> (Tensor U, Tensor S, Tensor Vh)', {
  composite: true,
  forward: (self: Tensor, complete: boolean): Tensor[] => singular(self, complete),
  namespace: 'linalg',
  doc: 'U, the singular values in descending order, and Vᵀ, with U diag(S) Vᵀ = A. Completed vectors have no gradient.',
});

operation('linalg_svdvals(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => singular(self, false)[1],
  namespace: 'linalg',
  doc: 'The singular values of matrices in descending order.',
});

operation('svd(Tensor self, bool some=True) -> (Tensor U, Tensor S, Tensor V)', {
  composite: true,
  forward: (self: Tensor, some: boolean): Tensor[] => {
    const [u, s, vh] = singular(self, !some);
    return [u, s, transposed(vh)];
  },
  doc: 'U, the singular values and V, with U diag(S) Vᵀ = A.',
});

const isNorm = (order: string | number): boolean =>
  typeof order === 'string' ? ['fro', 'nuc'].includes(order) : [1, 2, Infinity].includes(Math.abs(order));

/** The norm of the matrices in the last two dimensions. */
function matrixNorm(self: Tensor, order: string | number): Tensor {
  if (order === 'fro') return normOver(self, 2, [-2, -1], false);
  if (order === 'nuc') return sumDims(singular(self, false)[1], [-1]);
  // Equal singular values share the gradient, so it is not simply the first or the last of them.
  if (order === 2 || order === -2) return (order === 2 ? amax : amin)(singular(self, false)[1], [-1], false);
  const size = Math.abs(Number(order));
  const sums = sumDims(abs(self), [size === 1 ? -2 : -1]);
  return (Number(order) > 0 ? amax : amin)(sums, [-1], false);
}

function matrixNormOver(self: Tensor, order: string | number, dims: Shape, keepdim: boolean): Tensor {
  if (self.rank < 2) {
    throw runtimeError('linalg.matrix_norm: The input tensor A must have at least 2 dimensions.');
  }
  if (!isNorm(order)) throw runtimeError(`linalg.matrix_norm: Order ${order} not supported.`);
  checkNumbers('linalg.matrix_norm', self);
  const two = dims.map((d) => wrapDimension(d, self.rank));
  const rest = self.shape.map((_, d) => d).filter((d) => !two.includes(d));
  const norms = matrixNorm(permute(self, [...rest, ...two]), order);
  return keepdim
    ? reshape(
        norms,
        self.shape.map((size, d) => (two.includes(d) ? 1 : size)),
      )
    : norms;
}

operation('linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, ord: Scalar, dim: Shape, keepdim: boolean): Tensor =>
    matrixNormOver(self, ord.value, dim, keepdim),
  namespace: 'linalg',
  doc: "Norms of matrices: 'fro', 'nuc', 1, -1, 2, -2, inf or -inf.",
});

operation(
  "linalg_matrix_norm.str_ord(Tensor self, str ord='fro', int[] dim=[-2, -1], bool keepdim=False) -> Tensor",
  {
    composite: true,
    forward: matrixNormOver,
    namespace: 'linalg',
  },
);

operation('norm.name(Tensor self, str p, int[1]? dim=None, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, name: string, dim: Shape | null, keepdim: boolean): Tensor => {
    if (name === 'fro') return normOver(self, 2, dim, keepdim);
    if (name === 'nuc') return matrixNormOver(self, 'nuc', dim ?? [0, 1], keepdim);
    throw runtimeError(`only valid string values are 'fro' and 'nuc', found ${name}`);
  },
});

operation('linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, ord: Scalar | null, dim: Shape | null, keepdim: boolean): Tensor => {
    const count = dim?.length ?? self.rank;
    if (ord === null || count === 1) return normOver(self, ord?.value ?? 2, dim, keepdim);
    if (count !== 2) {
      throw runtimeError(
        'linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ' + count + 'D.',
      );
    }
    return matrixNormOver(self, ord.value, dim ?? [0, 1], keepdim);
  },
  namespace: 'linalg',
  doc: 'The norm of vectors or matrices; of all elements unless told otherwise.',
});

operation('linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, ord: string, dim: Shape | null, keepdim: boolean): Tensor =>
    matrixNormOver(self, ord, dim ?? [0, 1], keepdim),
  namespace: 'linalg',
});

operation('linalg_cond(Tensor self, Scalar? p=None) -> Tensor', {
  composite: true,
  node: 'SqueezeBackward1',
  forward: (self: Tensor, p: Scalar | null): Tensor => {
    if (self.rank < 2) throw runtimeError('linalg.cond: The input tensor must have at least 2 dimensions.');
    if (self.numel === 0) return full(self.shape.slice(0, -2), 0, self.dtype);
    if (p !== null && Math.abs(p.value) !== 2) {
      checkSquare('linalg.cond', self);
      const [own, inverse] = [self, inv(self)].map((x) => matrixNorm(x, p.value)) as [Tensor, Tensor];
      return mul(own, inverse);
    }
    const [, values] = singular(self, false);
    const [first, last] = [select(values, -1, 0), select(values, -1, -1)];
    return p !== null && p.value < 0 ? div(last, first) : div(first, last);
  },
  namespace: 'linalg',
  doc: 'The ratio of the largest to the smallest singular value.',
});
