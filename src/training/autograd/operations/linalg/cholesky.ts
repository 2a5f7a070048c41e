/** Cholesky's factors of symmetric positive-definite matrices, and what is solved by them. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { choleskyFactor } from '../../../backend/js/lapack/cholesky.ts';
import { unitRows, copyRows, transposedRows, type Rows } from '../../../backend/js/lapack/rows.ts';
import { solveTriangular } from '../../../backend/js/lapack/triangular.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, mulScalar, neg, sub } from '../pointwise/arithmetic.ts';
import { clone } from '../creation/conversion.ts';
import { withoutWayBack } from '../nn/no-way-back.ts';
import { expand } from '../shape/broadcasting.ts';
import { diagEmbed, diagonal, tril } from './diagonals.ts';
import { checkSquare, firstFailure, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';
import { checkOlderSystem, triangularSystem } from './triangular.ts';
import { fromLower, symmetric } from './symmetric.ts';

const lowerFactor = operation('_linalg_cholesky(Tensor self) -> (Tensor L, Tensor info)', {
  forward: (self: Tensor): Tensor[] =>
    overMatrices(
      [symmetric(self)],
      [{ shape: self.shape.slice(-2) }, { shape: [], dtype: 'int32' }],
      (rows) => {
        const { lower, info } = choleskyFactor(rows);
        return [lower, info];
      },
    ),
  /** I. Murray, Differentiation of the Cholesky decomposition (2016), equation 8. */
  gradient: (grad, node): Gradients => {
    const lower = node.savedTensor(0);
    const inner = tril(matmul(transposed(lower), grad), 0);
    const halved = sub(inner, mulScalar(diagEmbed(diagonal(inner, 0, -2, -1)), 0.5));
    const left = triangularSystem(transposed(lower), halved, true, false);
    const whole = transposed(triangularSystem(transposed(lower), transposed(left), true, false));
    return [symmetric(whole)];
  },
  saves: ['result'],
  node: 'LinalgCholeskyEx',
  variants: 'internal',
});

/** Of A's lower triangle, or of the upper one for an upper factor. */
function factors(self: Tensor, upper: boolean): [factor: Tensor, info: Tensor] {
  checkSquare('linalg.cholesky', self);
  const [lower, info] = lowerFactor(fromLower(upper ? transposed(self) : self)) as [Tensor, Tensor];
  return [upper ? transposed(lower) : lower, info];
}

/** @throws TorchError naming the first leading minor that is not positive */
function checkDefinite(name: string, info: Tensor): void {
  const failure = firstFailure(info);
  if (failure === null) return;
  throw new TorchError(
    '_LinAlgError',
    `${name}: ${failure.where}The factorization could not be completed because the input is not positive-definite (the leading minor of order ${failure.code} is not positive-definite).`,
  );
}

function checkedFactor(name: string, self: Tensor, upper: boolean): Tensor {
  const [factor, info] = factors(self, upper);
  checkDefinite(name, info);
  return factor;
}

operation('linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, upper: boolean): Tensor => checkedFactor('linalg.cholesky', self, upper),
  namespace: 'linalg',
  doc: 'Lower triangles L with L Lᵀ = A for symmetric positive-definite A, of which the lower triangle is read.',
});

/** Without elements PyTorch asks for square matrices only on the way back. */
function factorOfNothing(self: Tensor, upper: boolean): Tensor {
  const [rows, columns] = self.shape.slice(-2);
  if (self.rank < 2 || rows === columns || !self.requiresGrad) return clone(self);
  const found = upper ? `${rows} by ${columns}` : `${columns} by ${rows}`;
  return withoutWayBack(
    self,
    `linalg.solve_triangular: A must be batches of square matrices, but they are ${found} matrices`,
  );
}

operation('cholesky(Tensor self, bool upper=False) -> Tensor', {
  composite: true,
  node: 'Cholesky',
  forward: (self: Tensor, upper: boolean): Tensor => {
    if (self.numel === 0) return factorOfNothing(self, upper);
    checkSquare('cholesky', self, 'cholesky_cpu');
    return checkedFactor('cholesky', self, upper);
  },
  doc: 'The same as `torch.linalg.cholesky`, which is newer.',
});

operation(
  'linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)',
  {
    composite: true,
    forward: (self: Tensor, upper: boolean, raises: boolean): Tensor[] => {
      const found = factors(self, upper);
      if (raises) checkDefinite('linalg.cholesky_ex', found[1]);
      return found;
    },
    namespace: 'linalg',
    doc: 'The same as `cholesky`, and the order of the first leading minor that is not positive, 0 where all are.',
  },
);

/** Changes `b` into the X of L Lᵀ X = b. */
function solveBoth(lower: Rows, b: Rows): Rows {
  solveTriangular(lower, b, false, false);
  solveTriangular(transposedRows(lower, lower.length), b, true, false);
  return b;
}

/** With `upper` a factor U of Uᵀ U is turned first; only its triangle is read. */
const lowerRows = (rows: Rows, upper: boolean): Rows =>
  upper ? transposedRows(rows, rows.length) : copyRows(rows);

/** @throws TorchError naming the first 0 on a factor's diagonal */
function checkDiagonal(self: Tensor): void {
  const [info] = overMatrices([self], [{ shape: [], dtype: 'int32' }], (rows) => [
    rows.findIndex((row, i) => row[i] === 0) + 1,
  ]);
  const failure = firstFailure(info as Tensor);
  if (failure === null) return;
  throw new TorchError(
    '_LinAlgError',
    `cholesky_inverse: ${failure.where}The diagonal element ${failure.code} is zero, the inversion could not be completed because the input matrix is singular.`,
  );
}

operation('cholesky_inverse(Tensor self, bool upper=False) -> Tensor', {
  forward: (self: Tensor, upper: boolean): Tensor => {
    checkSquare('cholesky_inverse', self, 'cholesky_inverse_out_cpu');
    checkDiagonal(self);
    const [result] = overMatrices([self], [{ shape: self.shape.slice(-2) }], (rows) => [
      solveBoth(lowerRows(rows, upper), unitRows(rows.length)),
    ]);
    return result as Tensor;
  },
  gradient: (grad, node): Gradients => {
    const [factor, result] = [node.savedTensor(0), node.savedTensor(1)];
    const both = matmul(result, matmul(add(grad, transposed(grad)), result));
    return [neg(node.args[1] === true ? matmul(factor, both) : matmul(both, factor))];
  },
  saves: ['self', 'result'],
  doc: 'The inverse of A, of the factor that `cholesky` gives.',
});

const systemOfFactor: (self: Tensor, factor: Tensor, upper: boolean) => Tensor = operation(
  '_cholesky_solve(Tensor self, Tensor L, bool upper) -> Tensor',
  {
    forward: (self: Tensor, factor: Tensor, upper: boolean): Tensor => {
      const form = { shape: self.shape.slice(-2) };
      const [result] = overMatrices([self, factor], [form], (b, rows) => [
        solveBoth(lowerRows(rows, upper), b),
      ]);
      return result as Tensor;
    },
    gradient: (grad, node): Gradients => {
      const upper = node.args[2] as boolean;
      const [factor, result] = [node.savedTensor(0), node.savedTensor(1)];
      const forSelf = systemOfFactor(grad, factor, upper);
      const half = matmul(forSelf, transposed(result));
      const both = add(half, transposed(half));
      return [forSelf, neg(upper ? matmul(factor, both) : matmul(both, factor))];
    },
    saves: ['L', 'result'],
    node: 'CholeskySolve',
    variants: 'internal',
  },
);

operation('cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, factor: Tensor, upper: boolean): Tensor => {
    for (const [name, operand] of [
      ['b', self],
      ['u', factor],
    ] as const) {
      if (operand.rank < 2)
        throw runtimeError(
          `${name} should have at least 2 dimensions, but has ${operand.rank} dimensions instead`,
        );
    }
    checkOlderSystem('cholesky_solve', self, factor);
    const [n, width] = self.shape.slice(-2) as [number, number];
    const batch = broadcastShapes(self.shape.slice(0, -2), factor.shape.slice(0, -2));
    return systemOfFactor(expand(self, [...batch, n, width]), expand(factor, [...batch, n, n]), upper);
  },
  doc: 'The X for which A X = self, of the factor that `cholesky` gives for A.',
});
