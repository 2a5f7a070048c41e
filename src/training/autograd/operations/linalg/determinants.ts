/** Determinants of square matrices. */
import { luFactors } from '../../../backend/js/lapack/lu.ts';
import type { Rows } from '../../../backend/js/lapack/rows.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { mul } from '../pointwise/arithmetic.ts';
import { eqScalar, ltScalar, where } from '../pointwise/selection.ts';
import { unsqueeze } from '../shape/views.ts';
import { inv, unchecked } from './inverses.ts';
import { checkSquare, overMatrices, transposed } from './matrices.ts';
import { unitMatrices } from './unit-matrices.ts';

function determinants(self: Tensor): Tensor {
  const [result] = overMatrices([self], [{ shape: [] }], (rows) => {
    const { lu, pivots } = luFactors(rows, rows.length);
    const exchanges = pivots.filter((pivot, i) => pivot !== i + 1).length;
    return [lu.reduce((product, row, i) => product * (row[i] as number), exchanges % 2 === 0 ? 1 : -1)];
  });
  return result as Tensor;
}

/** Unit matrices in place of those without a determinant: PyTorch's gradient of these is 0 times the determinant. */
function regular(self: Tensor, determinant: Tensor): Tensor {
  const isSingular = unsqueeze(unsqueeze(eqScalar(determinant, intScalar(0)), -1), -1);
  return where(isSingular, unitMatrices(self), self);
}

const declareDeterminant = (schema: string, namespace: 'torch' | 'linalg'): ((self: Tensor) => Tensor) =>
  operation(schema, {
    forward: (self: Tensor): Tensor => {
      checkSquare('linalg.det', self);
      return determinants(self);
    },
    gradient: (grad, node): Gradients => {
      if (node.savedTensor(0).numel === 0) return [null];
      const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
      const factor = unsqueeze(unsqueeze(mul(grad, result), -1), -1);
      return [mul(factor, transposed(inv(regular(self, result))))];
    },
    saves: ['self', 'result'],
    node: 'LinalgDet',
    namespace,
    doc: 'The determinants of square matrices (…, n, n).',
  });

declareDeterminant('linalg_det(Tensor self) -> Tensor', 'linalg');
declareDeterminant('det(Tensor self) -> Tensor', 'torch');

/** Of a determinant: sign, and logarithm of the size, as products would overflow. */
function signAndLogarithmOf(rows: Rows): number[] {
  const { lu, pivots } = luFactors(rows, rows.length);
  const exchanges = pivots.filter((pivot, i) => pivot !== i + 1).length;
  const diagonal = lu.map((row, i) => row[i] as number);
  const signs = diagonal.map((value) => (Number.isNaN(value) ? 0 : Math.sign(value)));
  const sign = signs.reduce((product, value) => product * value, exchanges % 2 === 0 ? 1 : -1);
  return [sign, diagonal.reduce((sum, value) => sum + Math.log(Math.abs(value)), 0)];
}

/** Sign and logarithm of the absolute determinant: products would overflow. */
const signAndLogarithm = operation('_linalg_slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)', {
  forward: (self: Tensor): Tensor[] =>
    overMatrices([self], [{ shape: [] }, { shape: [] }], signAndLogarithmOf),
  gradient: (_grad, node): Gradients => {
    const forLogarithm = node.pending[1] ?? full(node.outputs[1]?.shape ?? [], 0, 'float64');
    const self = node.savedTensor(0);
    const factor = unsqueeze(unsqueeze(forLogarithm, -1), -1);
    return [mul(factor, transposed(unchecked(self)))];
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
