/** Factors of matrices: Cholesky, QR, eigenvectors of symmetric matrices, singular vectors. */
import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  type Matrix,
  QrDecomposition,
  SingularValueDecomposition,
} from 'ml-matrix';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { outputGradients, type Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { diagEmbed, diagonal, tril, triu } from './diagonals.ts';
import { square } from '../pointwise/functions.ts';
import { inv } from './inverses.ts';
import { checkMatrices, checkSquare, overMatrices } from './matrices.ts';
import { matmul } from './products.ts';
import { transpose, unsqueeze } from '../shape/views.ts';

const transposed = (self: Tensor): Tensor => transpose(self, -2, -1);
const symmetric = (self: Tensor): Tensor => mulScalar(add(self, transposed(self)), 0.5);
const skew = (self: Tensor): Tensor => sub(self, transposed(self));

/** Symmetric matrices with the lower triangles of `self`. Their gradient is PyTorch's: `self` is taken for symmetric. */
export const fromLower = operation('_from_lower(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => add(tril(self, 0), transposed(tril(self, -1))),
  gradient: (grad): Gradients => [grad],
  variants: 'internal',
});

/** `l_j - l_i` off the diagonal, 1 on it: what the gradients of vectors divide by. */
function differences(values: Tensor): Tensor {
  const differences = sub(unsqueeze(values, -2), unsqueeze(values, -1));
  const ones = diagEmbed(full(values.shape, 1, values.dtype));
  return add(differences, ones);
}

const lowerFactor = operation('_linalg_cholesky(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const [result] = overMatrices([symmetric(self)], [self.shape.slice(-2)], (matrix) => {
      const decomposition = new CholeskyDecomposition(matrix);
      if (!decomposition.isPositiveDefinite()) throw notPositive(matrix);
      return [decomposition.lowerTriangularMatrix];
    });
    return result as Tensor;
  },
  /** I. Murray, Differentiation of the Cholesky decomposition (2016), equation 8. */
  gradient: (grad, node): Gradients => {
    const lower = node.savedTensor(0);
    const inner = tril(matmul(transposed(lower), grad), 0);
    const halved = sub(inner, mulScalar(diagEmbed(diagonal(inner, 0, -2, -1)), 0.5));
    const inverse = inv(lower);
    return [symmetric(matmul(matmul(transposed(inverse), halved), inverse))];
  },
  saves: ['result'],
  node: 'LinalgCholeskyEx',
  variants: 'internal',
});

/** Names the first leading minor that is not positive. */
function notPositive(matrix: Matrix): TorchError {
  let order = 1;
  while (
    order < matrix.rows &&
    new CholeskyDecomposition(matrix.subMatrix(0, order - 1, 0, order - 1)).isPositiveDefinite()
  ) {
    order++;
  }
  return new TorchError(
    '_LinAlgError',
    `linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order ${order} is not positive-definite).`,
  );
}

operation('linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, upper: boolean): Tensor => {
    checkSquare('linalg.cholesky', self);
    const lower = lowerFactor(fromLower(self));
    return upper ? transposed(lower) : lower;
  },
  namespace: 'linalg',
  doc: 'Lower triangles L with L Lᵀ = A for symmetric positive-definite A, of which the lower triangle is read.',
});

const eigenpairs = operation('_linalg_eigh(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)', {
  forward: (self: Tensor): Tensor[] => {
    const size = self.shape.at(-1) as number;
    return overMatrices([symmetric(self)], [[size], [size, size]], (matrix) => {
      const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
        assumeSymmetric: true,
      });
      return [realEigenvalues, eigenvectorMatrix];
    });
  },
  gradient: (_grad, node): Gradients => {
    const [forValues, forVectors] = outputGradients(node) as [Tensor, Tensor];
    const [values, vectors] = eigenpairs(node.savedTensor(0)) as [Tensor, Tensor];
    const rotated = div(matmul(transposed(vectors), forVectors), differences(values));
    const offDiagonal = sub(rotated, diagEmbed(diagonal(rotated, 0, -2, -1)));
    const inner = add(offDiagonal, diagEmbed(forValues));
    return [symmetric(matmul(matmul(vectors, inner), transposed(vectors)))];
  },
  saves: ['self'],
  node: 'LinalgEigh',
  variants: 'internal',
});

/** Eigenvalues in ascending order, and eigenvectors as columns, of matrices whose lower triangle is read. */
export function symmetricSpectrum(self: Tensor): Tensor[] {
  checkSquare('linalg.eigh', self);
  return eigenpairs(fromLower(self));
}

const thinFactors = operation('_linalg_svd(Tensor self) -> (Tensor U, Tensor S, Tensor Vh)', {
  forward: (self: Tensor): Tensor[] => {
    const [m, n] = self.shape.slice(-2) as [number, number];
    const k = Math.min(m, n);
    return overMatrices([self], [[m, k], [k], [k, n]], (matrix) => {
      const decomposition = new SingularValueDecomposition(matrix, { autoTranspose: true });
      const left = decomposition.leftSingularVectors.subMatrix(0, m - 1, 0, k - 1);
      const right = decomposition.rightSingularVectors.subMatrix(0, n - 1, 0, k - 1);
      settleSigns(left, right);
      return [left, decomposition.diagonal.slice(0, k), right.transpose()];
    });
  },
  gradient: (_grad, node): Gradients => {
    const [forU, forS, forVh] = outputGradients(node) as [Tensor, Tensor, Tensor];
    const [u, s, vh] = thinFactors(node.savedTensor(0)) as [Tensor, Tensor, Tensor];
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
});

/**
 * Both vectors of a pair may change sign: the largest element of each left one is made negative, as LAPACK's mostly are,
 * so that a small change of the matrix does not turn them round.
 */
function settleSigns(left: Matrix, right: Matrix): void {
  for (let j = 0; j < left.columns; j++) {
    const column = left.getColumn(j);
    const largest = column.reduce((a, b) => (Math.abs(b) > Math.abs(a) + 1e-9 ? b : a));
    if (largest <= 0) continue;
    left.mulColumn(j, -1);
    right.mulColumn(j, -1);
  }
}

/** All rows of the square factors: the thin ones' columns filled up to a basis by QR. */
function completed(thin: Tensor): Tensor {
  const [m, k] = thin.shape.slice(-2) as [number, number];
  if (m === k) return thin;
  const [result] = overMatrices([thin], [[m, m]], (matrix) => {
    const square = matrix.clone();
    for (let j = k; j < m; j++) square.addColumn(j, orthogonalTo(square));
    return [square];
  });
  return result as Tensor;
}

/** A unit vector at right angles to all columns: the unit vector farthest from them, made orthogonal twice over. */
function orthogonalTo(columns: Matrix): number[] {
  const candidates = Array.from({ length: columns.rows }, (_, i) => {
    const unit = new Array<number>(columns.rows).fill(0);
    unit[i] = 1;
    return withoutColumns(withoutColumns(unit, columns), columns);
  });
  const length = (vector: readonly number[]): number => Math.hypot(...vector);
  const best = candidates.reduce((a, b) => (length(b) > length(a) ? b : a));
  return best.map((value) => value / length(best));
}

function withoutColumns(vector: readonly number[], columns: Matrix): number[] {
  const rest = [...vector];
  for (let j = 0; j < columns.columns; j++) {
    const column = columns.getColumn(j);
    const share = column.reduce((sum, value, i) => sum + value * (rest[i] as number), 0);
    column.forEach((value, i) => (rest[i] = (rest[i] as number) - share * value));
  }
  return rest;
}

/** Singular vectors and values; `complete` gives square factors. */
export function singular(self: Tensor, complete: boolean): [u: Tensor, s: Tensor, vh: Tensor] {
  checkMatrices('linalg.svd', self);
  const [u, s, vh] = thinFactors(self) as [Tensor, Tensor, Tensor];
  if (!complete) return [u, s, vh];
  return [completed(u), s, transposed(completed(transposed(vh)))];
}

const orthogonalFactors = operation('_linalg_qr(Tensor self) -> (Tensor Q, Tensor R)', {
  forward: (self: Tensor): Tensor[] => {
    const [m, n] = self.shape.slice(-2) as [number, number];
    const k = Math.min(m, n);
    return overMatrices(
      [self],
      [
        [m, k],
        [k, n],
      ],
      (matrix) => {
        const { orthogonalMatrix } = new QrDecomposition(
          m < n ? matrix.subMatrix(0, m - 1, 0, m - 1) : matrix,
        );
        const q = orthogonalMatrix.subMatrix(0, m - 1, 0, k - 1);
        // LAPACK reflects no last row: nothing below it has to become 0.
        if (m <= n) q.mulColumn(k - 1, -1);
        return [q, q.transpose().mmul(matrix)];
      },
    ).map((factor, i) => (i === 0 ? factor : triu(factor, 0)));
  },
  /** For full column rank, m >= n: gA = (gQ + Q copyltu(R gRᵀ - gQᵀ Q)) R⁻ᵀ. */
  gradient: (_grad, node): Gradients => {
    const [forQ, forR] = outputGradients(node) as [Tensor, Tensor];
    const [q, r] = orthogonalFactors(node.savedTensor(0)) as [Tensor, Tensor];
    if (!sameShape(r.shape.slice(-1), q.shape.slice(-1))) {
      throw new TorchError(
        'NotImplementedError',
        'D2L Exercises: linalg.qr has no gradient for more columns than rows',
      );
    }
    const inner = sub(matmul(r, transposed(forR)), matmul(transposed(forQ), q));
    const mirrored = add(tril(inner, 0), transposed(tril(inner, -1)));
    return [matmul(add(forQ, matmul(q, mirrored)), transposed(inv(r)))];
  },
  saves: ['self'],
  node: 'LinalgQr',
  variants: 'internal',
});

operation("linalg_qr(Tensor self, str mode='reduced') -> (Tensor Q, Tensor R)", {
  composite: true,
  forward: (self: Tensor, mode: string): Tensor[] => {
    checkMatrices('linalg.qr', self);
    const [q, r] = orthogonalFactors(self) as [Tensor, Tensor];
    if (mode === 'reduced') return [q, r];
    if (mode === 'r') return [full([0], 0, self.dtype), r];
    throw runtimeError(`D2L Exercises supports linalg.qr with mode='reduced' and 'r', not '${mode}'`);
  },
  namespace: 'linalg',
  doc: 'Q with orthonormal columns and upper triangular R with Q R = A.',
});
