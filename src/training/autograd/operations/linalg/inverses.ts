/** Inverses, linear systems and determinants of square matrices. */
import { fillInto } from '../../../backend/compute.ts';
import { LuDecomposition, Matrix } from 'ml-matrix';
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { broadcastShapes, sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { mul, neg } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { diagonal } from './diagonals.ts';
import { checkSquare, overMatrices } from './matrices.ts';
import { matmul } from './products.ts';
import { ltScalar, where } from '../pointwise/selection.ts';
import { squeezeDim, transpose, unsqueeze } from '../shape/views.ts';

const transposed = (self: Tensor): Tensor => transpose(self, -2, -1);

/** The first diagonal element of U that is 0, from 1; 0 when the matrix is regular. */
function zeroPivot(decomposition: LuDecomposition): number {
  const upper = decomposition.upperTriangularMatrix;
  for (let i = 0; i < upper.rows; i++) if (upper.get(i, i) === 0) return i + 1;
  return 0;
}

const inBatch = (self: Tensor, at: number): string => (self.rank > 2 ? `(Batch element ${at}): ` : '');

function inverted(self: Tensor): Tensor {
  checkSquare('linalg.inv', self);
  const shape = self.shape.slice(-2);
  let at = 0;
  const [result] = overMatrices([self], [shape], (matrix) => {
    const decomposition = new LuDecomposition(matrix);
    const pivot = zeroPivot(decomposition);
    if (pivot > 0) {
      throw new TorchError(
        '_LinAlgError',
        `linalg.inv: ${inBatch(self, at)}The diagonal element ${pivot} is zero, the inversion could not be completed because the input matrix is singular.`,
      );
    }
    at++;
    return [decomposition.solve(Matrix.eye(matrix.rows))];
  });
  return result as Tensor;
}

/** d(A^-1) = -A^-1 dA A^-1. */
const inverseGradient = (grad: Tensor, node: Node): Gradients => {
  const result = transposed(node.savedTensor(0));
  return [neg(matmul(matmul(result, grad), result))];
};

const declareInverse = (schema: string, namespace: 'torch' | 'linalg'): ((self: Tensor) => Tensor) =>
  operation(schema, {
    forward: inverted,
    gradient: inverseGradient,
    saves: ['result'],
    node: 'LinalgInvEx',
    namespace,
    doc: 'The inverses of square matrices (…, n, n).',
  });

export const inv = declareInverse('linalg_inv(Tensor self) -> Tensor', 'linalg');
declareInverse('inverse(Tensor self) -> Tensor', 'torch');

/** Solves A X = B for matrices B; both have the same batch. */
const solved: (self: Tensor, other: Tensor) => Tensor = operation(
  '_linalg_solve(Tensor self, Tensor other) -> Tensor',
  {
    forward: (self: Tensor, other: Tensor): Tensor => {
      const [result] = overMatrices([self, other], [other.shape.slice(-2)], (a, b) => {
        const decomposition = new LuDecomposition(a);
        if (zeroPivot(decomposition) > 0) {
          throw new TorchError(
            '_LinAlgError',
            'torch.linalg.solve: The solver failed because the input matrix is singular.',
          );
        }
        return [decomposition.solve(b)];
      });
      return result as Tensor;
    },
    gradient: (grad, node): Gradients => {
      const forOther = solved(transposed(node.savedTensor(0)), grad);
      return [neg(matmul(forOther, transposed(node.savedTensor(1)))), forOther];
    },
    saves: ['self', 'result'],
    node: 'LinalgSolveEx',
    variants: 'internal',
  },
);

operation('linalg_solve(Tensor self, Tensor B) -> Tensor', {
  composite: true,
  node: 'LinalgSolveEx',
  forward: (self: Tensor, other: Tensor): Tensor => {
    checkSquare('linalg.solve', self);
    if (self.dtype !== other.dtype) {
      throw runtimeError(
        `linalg.solve: Expected A and B to have the same dtype, but found A of type ${legacyName(self.dtype)} and B of type ${legacyName(other.dtype)} instead`,
      );
    }
    const isVector = other.rank === 1 || sameShape(other.shape, self.shape.slice(0, -1));
    const right = isVector ? unsqueeze(other, -1) : other;
    const [n, m] = right.shape.slice(-2) as [number, number];
    const size = self.shape.at(-1) as number;
    if (n !== size) {
      throw runtimeError(
        `linalg.solve: Incompatible shapes of A and B for the equation AX = B (${size}x${size} and ${n}x${m})`,
      );
    }
    const batch = broadcastShapes(self.shape.slice(0, -2), right.shape.slice(0, -2));
    const result = solved(expand(self, [...batch, size, size]), expand(right, [...batch, n, m]));
    return isVector ? squeezeDim(result, -1) : result;
  },
  namespace: 'linalg',
  doc: 'The X for which A X = B: square A (…, n, n), B a vector (…, n) or matrices (…, n, m).',
});

function determinants(self: Tensor): Tensor {
  const [result] = overMatrices([self], [[]], (matrix) => [new LuDecomposition(matrix).determinant], [1]);
  return result as Tensor;
}

const declareDeterminant = (schema: string, namespace: 'torch' | 'linalg'): ((self: Tensor) => Tensor) =>
  operation(schema, {
    forward: (self: Tensor): Tensor => {
      checkSquare('linalg.det', self);
      return determinants(self);
    },
    gradient: (grad, node): Gradients => {
      if (node.savedTensor(0).numel === 0) return [null];
      const factor = unsqueeze(unsqueeze(mul(grad, node.savedTensor(1)), -1), -1);
      return [mul(factor, transposed(inv(node.savedTensor(0))))];
    },
    saves: ['self', 'result'],
    node: 'LinalgDet',
    namespace,
    doc: 'The determinants of square matrices (…, n, n). The gradient needs regular ones.',
  });

declareDeterminant('linalg_det(Tensor self) -> Tensor', 'linalg');
declareDeterminant('det(Tensor self) -> Tensor', 'torch');

/** 1 or -1: whether the decomposition exchanged rows an even number of times. */
function rowParity(decomposition: LuDecomposition): number {
  const order = [...decomposition.pivotPermutationVector];
  let parity = 1;
  for (let i = 0; i < order.length; i++) {
    while (order[i] !== i) {
      const other = order[i] as number;
      order[i] = order[other] as number;
      order[other] = other;
      parity = -parity;
    }
  }
  return parity;
}

function signAndLogarithmOf(matrix: Matrix): number[] {
  const decomposition = new LuDecomposition(matrix);
  const upper = decomposition.upperTriangularMatrix.diagonal();
  const sign = upper.reduce((product, value) => product * Math.sign(value), rowParity(decomposition));
  return [sign, upper.reduce((sum, value) => sum + Math.log(Math.abs(value)), 0)];
}

/** Sign and logarithm of the absolute determinant: products would overflow. */
const signAndLogarithm = operation('_linalg_slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)', {
  forward: (self: Tensor): Tensor[] => overMatrices([self], [[], []], signAndLogarithmOf, [1, 0]),
  gradient: (_grad, node): Gradients => {
    const forLogarithm = node.pending[1] ?? full(node.outputs[1]?.shape ?? [], 0, 'float64');
    const factor = unsqueeze(unsqueeze(forLogarithm, -1), -1);
    return [mul(factor, transposed(inv(node.savedTensor(0))))];
  },
  saves: ['self'],
  node: 'LinalgSlogdet',
  variants: 'internal',
});

for (const [name, namespace] of [
  ['slogdet', 'torch'],
  ['linalg_slogdet', 'linalg'],
] as const) {
  operation(`${name}(Tensor self) -> (Tensor sign, Tensor logabsdet)`, {
    composite: true,
    forward: (self: Tensor): Tensor[] => {
      checkSquare('linalg.slogdet', self);
      return signAndLogarithm(self);
    },
    namespace,
    doc: 'The sign and the logarithm of the absolute value of determinants.',
  });
}

operation('logdet(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => {
    checkSquare('logdet', self);
    const [sign, logarithm] = signAndLogarithm(self) as [Tensor, Tensor];
    return where(ltScalar(sign, intScalar(0)), full([], NaN, self.dtype), logarithm);
  },
  doc: 'The logarithm of determinants, NaN of negative ones.',
});

/** Depends on nothing, and yet has a place on the tape. */
const unitLike = operation('_unit_like(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const result = full(self.shape, 0, self.dtype);
    fillInto(diagonal(result, 0, -2, -1), 1);
    return result;
  },
  gradient: (grad): Gradients => [full(grad.shape, 0, grad.dtype)],
  node: 'CopyBackwards',
  variants: 'internal',
});

/** By squaring. */
function power(self: Tensor, n: number): Tensor {
  if (n === 1) return self;
  const half = power(self, Math.floor(n / 2));
  const even = matmul(half, half);
  return n % 2 === 0 ? even : matmul(even, self);
}

function powerOf(self: Tensor, n: number): Tensor {
  checkSquare('linalg.matrix_power', self);
  if (n === 0) return unitLike(self);
  return n < 0 ? power(inv(self), -n) : power(self, n);
}

for (const [name, namespace] of [
  ['matrix_power', 'torch'],
  ['linalg_matrix_power', 'linalg'],
] as const) {
  operation(`${name}(Tensor self, int n) -> Tensor`, {
    composite: true,
    forward: powerOf,
    namespace,
    doc: 'Square matrices multiplied with themselves n times; negative powers are those of the inverse.',
  });
}
