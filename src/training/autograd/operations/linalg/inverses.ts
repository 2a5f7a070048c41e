/** Inverses of square matrices, and linear systems. */
import { TorchError } from '../../../backend/error.ts';
import { luFactors, orderOf } from '../../../backend/js/lapack/lu.ts';
import { unitRows, type Rows } from '../../../backend/js/lapack/rows.ts';
import { solveTriangular } from '../../../backend/js/lapack/triangular.ts';
import { broadcastShapes, sameShape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { neg } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { checkSquare, firstFailure, overMatrices, transposed } from './matrices.ts';
import { matmul } from './products.ts';
import { checkSystem } from './triangular.ts';

/** The factors of A, and its inverse times `b`, which is changed. */
function solveRows(rows: Rows, b: Rows): number {
  const { lu, pivots, info } = luFactors(rows, rows.length);
  const ordered = orderOf(pivots, b.length).map((i) => b[i] as Float64Array);
  solveTriangular(lu, ordered, false, true);
  solveTriangular(lu, ordered, true, false);
  ordered.forEach((row, i) => (b[i] = row));
  return info;
}

/** d(A^-1) = -A^-1 dA A^-1. */
const inverses = operation('_linalg_inv(Tensor A) -> (Tensor inverse, Tensor info)', {
  forward: (self: Tensor): Tensor[] =>
    overMatrices([self], [{ shape: self.shape.slice(-2) }, { shape: [], dtype: 'int32' }], (rows) => {
      const inverse = unitRows(rows.length);
      const info = solveRows(rows, inverse);
      return [inverse, info];
    }),
  gradient: (grad, node): Gradients => {
    const result = transposed(node.savedTensor(0));
    return [neg(matmul(matmul(result, grad), result))];
  },
  saves: ['result'],
  node: 'LinalgInvEx',
  variants: 'internal',
});

function checkedInverse(name: string, self: Tensor, raises: boolean): [inverse: Tensor, info: Tensor] {
  checkSquare('linalg.inv', self);
  const [inverse, info] = inverses(self) as [Tensor, Tensor];
  const failure = raises ? firstFailure(info) : null;
  if (failure === null) return [inverse, info];
  throw new TorchError(
    '_LinAlgError',
    `${name}: ${failure.where}The diagonal element ${failure.code} is zero, the inversion could not be completed because the input matrix is singular.`,
  );
}

/** The inverses of square matrices. @throws TorchError for singular ones */
export const inv = (self: Tensor): Tensor => checkedInverse('linalg.inv', self, true)[0];

/** The same, with infinities and NaN for singular ones. */
export const unchecked = (self: Tensor): Tensor => checkedInverse('linalg.inv', self, false)[0];

for (const [schema, namespace] of [
  ['linalg_inv(Tensor self) -> Tensor', 'linalg'],
  ['inverse(Tensor self) -> Tensor', 'torch'],
] as const) {
  operation(schema, {
    composite: true,
    forward: (self: Tensor): Tensor => inv(self),
    namespace,
    doc: 'The inverses of square matrices (…, n, n).',
  });
}

operation('linalg_inv_ex(Tensor A, *, bool check_errors=False) -> (Tensor inverse, Tensor info)', {
  composite: true,
  forward: (self: Tensor, raises: boolean): Tensor[] => checkedInverse('linalg.inv_ex', self, raises),
  namespace: 'linalg',
  doc: 'The same as `inv`, and the first place, from 1, at which the factor U has a 0 on its diagonal; 0 for regular ones.',
});

/** Solves A X = B for matrices B; both have the same batch. */
const systems: (self: Tensor, other: Tensor) => Tensor[] = operation(
  '_linalg_solve(Tensor self, Tensor other) -> (Tensor result, Tensor info)',
  {
    forward: (self: Tensor, other: Tensor): Tensor[] => {
      const forms = [{ shape: other.shape.slice(-2) }, { shape: [], dtype: 'int32' }] as const;
      return overMatrices([self, other], forms, (a, b) => {
        const info = solveRows(a, b);
        return [b, info];
      });
    },
    gradient: (grad, node): Gradients => {
      const [forOther] = systems(transposed(node.savedTensor(0)), grad) as [Tensor];
      return [neg(matmul(forOther, transposed(node.savedTensor(1)))), forOther];
    },
    saves: ['self', 'result'],
    node: 'LinalgSolveEx',
    variants: 'internal',
  },
);

/** Whether `other` is a vector for each matrix. */
const isVectors = (self: Tensor, other: Tensor): boolean =>
  other.rank === 1 || sameShape(other.shape, self.shape.slice(0, -1));

/** One code for each matrix, however often it is used. */
function codesOf(self: Tensor): Tensor {
  const forms = [{ shape: [], dtype: 'int32' }] as const;
  const [info] = overMatrices([self], forms, (rows) => [luFactors(rows, rows.length).info]);
  return info as Tensor;
}

function checkedSystem(name: string, self: Tensor, other: Tensor, left: boolean, raises: boolean): Tensor[] {
  checkSquare('linalg.solve', self);
  const isVector = isVectors(self, other);
  const right = isVector ? unsqueeze(other, -1) : other;
  checkSystem('linalg.solve', self, right, left);
  const batch = broadcastShapes(self.shape.slice(0, -2), right.shape.slice(0, -2));
  const turn = (x: Tensor): Tensor => (left ? x : transposed(x));
  const whole = (x: Tensor): Tensor => turn(expand(x, [...batch, ...x.shape.slice(-2)]));
  const [found, info] = systems(whole(self), whole(right)) as [Tensor, Tensor];
  const failure = raises ? firstFailure(info) : null;
  if (failure !== null) {
    throw new TorchError(
      '_LinAlgError',
      `${name}: ${failure.where}The solver failed because the input matrix is singular.`,
    );
  }
  const result = turn(found);
  const own = sameShape(info.shape, self.shape.slice(0, -2)) ? info : codesOf(self);
  return [isVector ? squeezeDim(result, -1) : result, own];
}

/** The X for which A X = B. @throws TorchError for singular A */
export const solve = (self: Tensor, other: Tensor, left = true): Tensor =>
  checkedSystem('torch.linalg.solve', self, other, left, true)[0] as Tensor;

operation('linalg_solve(Tensor self, Tensor B, *, bool left=True) -> Tensor', {
  composite: true,
  node: 'LinalgSolveEx',
  forward: (self: Tensor, other: Tensor, left: boolean): Tensor => solve(self, other, left),
  namespace: 'linalg',
  doc: 'The X for which A X = B (or X A = B with left=False): square A (…, n, n), B a vector (…, n) or matrices (…, n, m).',
});

operation(
  'linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor info)',
  {
    composite: true,
    node: 'LinalgSolveEx',
    forward: (self: Tensor, other: Tensor, left: boolean, raises: boolean): Tensor[] =>
      checkedSystem('torch.linalg.solve_ex', self, other, left, raises),
    namespace: 'linalg',
    doc: 'The same as `solve`, and the first place, from 1, at which the factor U has a 0 on its diagonal; 0 for regular ones.',
  },
);
