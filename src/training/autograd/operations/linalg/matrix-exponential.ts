/** The exponential of matrices. */
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { toDType } from '../creation/conversion.ts';
import { add, mulScalar } from '../pointwise/arithmetic.ts';
import { checkSquare } from './matrices.ts';
import { matmul } from './products.ts';
import { unitMatrices } from './unit-matrices.ts';

/** Terms of the series: of matrices with norm 1/2 the next one is below the last digit of float64. */
const TERMS = 18;

/** The largest sum of absolute values in a row, of all matrices. */
function largestRowSum(self: Tensor): number {
  const size = self.shape.at(-1) as number;
  const elements = toContiguous(self, 'float64');
  let largest = 0;
  for (let start = 0; start < elements.length; start += size) {
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += Math.abs(elements[i] as number);
    largest = Math.max(largest, sum);
  }
  return largest;
}

/** How often matrices are halved until the series of the rest needs few terms. */
const halvingsFor = (norm: number): number =>
  norm > 0.5 && Number.isFinite(norm) ? Math.ceil(Math.log2(norm)) + 1 : 0;

function exponential(self: Tensor): Tensor {
  const halvings = halvingsFor(largestRowSum(self));
  const part = mulScalar(toDType(self, 'float64'), 2 ** -halvings);
  let term = unitMatrices(part);
  let result = term;
  for (let order = 1; order <= TERMS; order++) {
    term = mulScalar(matmul(term, part), 1 / order);
    result = add(result, term);
  }
  for (let i = 0; i < halvings; i++) result = matmul(result, result);
  return result;
}

for (const [name, namespace] of [
  ['matrix_exp', 'torch'],
  ['linalg_matrix_exp', 'linalg'],
] as const) {
  operation(`${name}(Tensor self) -> Tensor`, {
    composite: true,
    node: 'LinalgMatrixExp',
    forward: (self: Tensor): Tensor => {
      checkSquare('linalg.matrix_exp', self);
      return toDType(exponential(self), self.dtype);
    },
    namespace,
    out: false,
    doc: 'The exponential of square matrices: a series of a fraction of them, then squared.',
  });
}
