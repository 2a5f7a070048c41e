/** Cholesky's factors of symmetric positive-definite matrices, and what is solved by them. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { choleskyFactor } from '../../../backend/js/lapack/cholesky.ts';
import { unitRows, copyRows, transposedRows, type Rows } from '../../../backend/js/lapack/rows.ts';
import { solveTriangular } from '../../../backend/js/lapack/triangular.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, mulScalar, neg, sub } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { diagEmbed, diagonal, tril } from './diagonals.ts';
import { inv } from './inverses.ts';
import { checkSquare, firstFailure, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';
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
    const inverse = inv(lower);
    return [symmetric(matmul(matmul(transposed(inverse), halved), inverse))];
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

operation('cholesky(Tensor self, bool upper=False) -> Tensor', {
  composite: true,
  node: 'Cholesky',
  forward: (self: Tensor, upper: boolean): Tensor => {
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

operation('cholesky_inverse(Tensor self, bool upper=False) -> Tensor', {
  forward: (self: Tensor, upper: boolean): Tensor => {
    checkSquare('cholesky_inverse', self, 'cholesky_inverse_out_cpu');
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
    checkSquare('cholesky_solve', factor, 'cholesky_solve_cpu');
    if (self.dtype !== factor.dtype) {
      throw runtimeError(
        `Expected b and A to have the same dtype, but found b of type ${legacyName(self.dtype)} and A of type ${legacyName(factor.dtype)} instead`,
      );
    }
    const [n, width] = self.shape.slice(-2) as [number, number];
    const size = factor.shape.at(-1) as number;
    if (n !== size) {
      throw runtimeError(
        `Incompatible matrix sizes for cholesky_solve: each A matrix is ${size} by ${size} but each b matrix is ${n} by ${width}`,
      );
    }
    const batch = broadcastShapes(self.shape.slice(0, -2), factor.shape.slice(0, -2));
    return systemOfFactor(expand(self, [...batch, n, width]), expand(factor, [...batch, n, n]), upper);
  },
  doc: 'The X for which A X = self, of the factor that `cholesky` gives for A.',
});
