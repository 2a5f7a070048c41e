/** Eigenvalues, singular values and what follows from them: ranks, pseudo-inverses, norms, least squares. */
import { EigenvalueDecomposition, pseudoInverse, type Matrix } from 'ml-matrix';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { add, div, mul, neg, sub } from '../pointwise/arithmetic.ts';
import { amax, amin } from '../reduce/extremes.ts';
import { abs } from '../pointwise/functions.ts';
import { singular, symmetricSpectrum } from './factorizations.ts';
import { inv } from './inverses.ts';
import { checkMatrices, checkSquare, overMatrices } from './matrices.ts';
import { matmul } from './products.ts';
import { select } from '../shape/slicing.ts';
import { normOver } from '../reduce/norms.ts';
import { sumDims } from '../reduce/sums.ts';
import { permute, reshape, squeezeDim, transpose, unsqueeze } from '../shape/views.ts';

const transposed = (self: Tensor): Tensor => transpose(self, -2, -1);

operation("linalg_eigh(Tensor self, str UPLO='L') -> (Tensor eigenvalues, Tensor eigenvectors)", {
  composite: true,
  forward: (self: Tensor, triangle: string): Tensor[] =>
    symmetricSpectrum(triangle.toUpperCase() === 'U' ? transposed(self) : self),
  namespace: 'linalg',
  doc: 'Eigenvalues in ascending order and eigenvectors (columns) of symmetric matrices.',
});

operation("linalg_eigvalsh(Tensor self, str UPLO='L') -> Tensor", {
  composite: true,
  forward: (self: Tensor, triangle: string): Tensor =>
    symmetricSpectrum(triangle.toUpperCase() === 'U' ? transposed(self) : self)[0] as Tensor,
  namespace: 'linalg',
  doc: 'The eigenvalues of symmetric matrices in ascending order.',
});

/** Real eigenvalues and eigenvectors of any square matrices. @throws TorchError where one is complex */
function realSpectrum(name: string, self: Tensor): Tensor[] {
  checkSquare(name, self);
  const size = self.shape.at(-1) as number;
  return overMatrices([self], [[size], [size, size]], (matrix) => {
    const { realEigenvalues, imaginaryEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix);
    if (imaginaryEigenvalues.some((part) => part !== 0)) {
      throw new TorchError(
        'NotImplementedError',
        `D2L Exercises has no complex numbers, and ${name} found complex eigenvalues; for symmetric matrices use torch.linalg.eigh`,
      );
    }
    return [realEigenvalues, unitColumns(eigenvectorMatrix)];
  });
}

function unitColumns(matrix: Matrix): Matrix {
  for (let j = 0; j < matrix.columns; j++) {
    const column = matrix.getColumn(j);
    const length = Math.hypot(...column) || 1;
    matrix.setColumn(
      j,
      column.map((value) => value / length),
    );
  }
  return matrix;
}

operation('linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)', {
  forward: (self: Tensor): Tensor[] => realSpectrum('linalg.eig', self),
  namespace: 'linalg',
  doc: 'Eigenvalues and eigenvectors (columns) of square matrices, where all are real; the results are real too, not complex as in PyTorch.',
});

operation('linalg_eigvals(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => realSpectrum('linalg.eigvals', self)[0] as Tensor,
  namespace: 'linalg',
  doc: 'The eigenvalues of square matrices, where all are real.',
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

/** The relative size below which PyTorch counts a singular value as 0. */
function tolerance(self: Tensor): number {
  const epsilon = self.dtype === 'float64' ? 2 ** -52 : 2 ** -23;
  return epsilon * Math.max(...self.shape.slice(-2));
}

operation(
  'linalg_matrix_rank(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor',
  {
    forward: (self: Tensor, atol: number | null, rtol: number | null, _hermitian: boolean): Tensor => {
      if (self.rank < 2) {
        throw runtimeError(
          'torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.',
        );
      }
      const [, values] = singular(self, false);
      const rows = toContiguous(values, 'float64');
      const size = values.shape.at(-1) as number;
      const relative = rtol ?? (atol === null || atol === 0 ? tolerance(self) : 0);
      const ranks = Float64Array.from({ length: size === 0 ? 0 : rows.length / size }, (_, at) => {
        const row = rows.slice(at * size, (at + 1) * size);
        const limit = Math.max(atol ?? 0, relative * (row[0] as number));
        return row.filter((value) => value > limit).length;
      });
      return fromElements(ranks, 'int64', self.shape.slice(0, -2));
    },
    namespace: 'linalg',
    doc: 'How many singular values of each matrix differ from 0.',
  },
);

const declarePseudoInverse = (schema: string, namespace: 'torch' | 'linalg'): ((self: Tensor) => Tensor) =>
  operation(schema, {
    forward: (self: Tensor): Tensor => {
      checkMatrices('linalg.pinv', self);
      const [m, n] = self.shape.slice(-2) as [number, number];
      const [result] = overMatrices([self], [[n, m]], (matrix) => [
        pseudoInverse(matrix, tolerance(self) * largest(matrix)),
      ]);
      return result as Tensor;
    },
    /** G. Golub, V. Pereyra, The differentiation of pseudo-inverses (1973), for constant rank. */
    gradient: (grad, node): Gradients => {
      const [self, inverse] = [node.savedTensor(0), node.savedTensor(1)];
      const [inverseT, gradT] = [transposed(inverse), transposed(grad)];
      const right = matmul(matmul(gradT, inverse), inverseT);
      const left = matmul(matmul(inverseT, inverse), gradT);
      const first = neg(matmul(matmul(inverseT, grad), inverseT));
      const second = sub(right, matmul(self, matmul(inverse, right)));
      return [add(add(first, second), sub(left, matmul(matmul(left, inverse), self)))];
    },
    saves: ['self', 'result'],
    node: 'LinalgPinv',
    namespace,
    doc: 'The pseudo-inverses of matrices (…, m, n): (…, n, m).',
  });

/** A bound of the largest singular value: the Frobenius norm. */
const largest = (matrix: Matrix): number => matrix.norm('frobenius');

const pinv = declarePseudoInverse('linalg_pinv(Tensor self) -> Tensor', 'linalg');
declarePseudoInverse('pinverse(Tensor self) -> Tensor', 'torch');

operation(
  'linalg_lstsq(Tensor self, Tensor b) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)',
  {
    composite: true,
    forward: (self: Tensor, b: Tensor): Tensor[] => {
      if (self.rank < 2) throw runtimeError('torch.linalg.lstsq: input must have at least 2 dimensions.');
      const isVector = self.rank - 1 === b.rank;
      const right = isVector ? unsqueeze(b, -1) : b;
      if (right.shape.at(-2) !== self.shape.at(-2)) {
        throw runtimeError('torch.linalg.lstsq: input.size(-2) should match other.size(-2)');
      }
      const product = matmul(pinv(self), right);
      const solution = isVector ? squeezeDim(product, -1) : product;
      const empty = full([0], 0, self.dtype);
      const [, values] = singular(self, false);
      const rows = toContiguous(values, 'float64');
      const rank = rows.filter((value) => value > tolerance(self) * (rows[0] as number)).length;
      return [solution, empty, full(self.shape.slice(0, -2), rank, 'int64'), empty];
    },
    namespace: 'linalg',
    doc: 'The X of the smallest ||A X - B|| for (…, m, n) and (…, m, k), the shortest where there are several.',
  },
);

/** The norm of the matrices in the last two dimensions. */
function matrixNorm(self: Tensor, order: string | number): Tensor {
  if (order === 'fro') return normOver(self, 2, [-2, -1], false);
  if (order === 'nuc') return sumDims(singular(self, false)[1], [-1]);
  if (order === 2 || order === -2) return select(singular(self, false)[1], -1, order === 2 ? 0 : -1);
  const size = Math.abs(Number(order));
  if (size !== 1 && size !== Infinity)
    throw runtimeError(`linalg.matrix_norm: Order ${order} not supported.`);
  const sums = sumDims(abs(self), [size === 1 ? -2 : -1]);
  return (Number(order) > 0 ? amax : amin)(sums, [-1], false);
}

function matrixNormOver(self: Tensor, order: string | number, dims: Shape, keepdim: boolean): Tensor {
  if (self.rank < 2) {
    throw runtimeError('linalg.matrix_norm: The input tensor A must have at least 2 dimensions.');
  }
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
