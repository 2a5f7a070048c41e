/** `linear`: a matrix product and a bias. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { addmm, matmul } from '../linalg/products.ts';
import { add } from '../pointwise/arithmetic.ts';
import { reshape, t } from '../shape/views.ts';

operation('linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, weight: Tensor, bias: Tensor | null): Tensor => {
    if (bias !== null && self.rank === 2) return addmm(bias, self, t(weight));
    const isBatch = self.rank > 2 && self.isContiguous && self.shape.at(-1) === weight.shape[1];
    if (bias !== null && weight.rank === 2 && isBatch) {
      const rows = addmm(bias, reshape(self, [-1, self.shape.at(-1) as number]), t(weight));
      return reshape(rows, self.shape.with(-1, weight.shape[0] as number));
    }
    if (bias !== null && self.dtype !== weight.dtype) {
      throw runtimeError(
        `mat1 and mat2 must have the same dtype, but got ${legacyName(self.dtype)} and ${legacyName(weight.dtype)}`,
      );
    }
    if (bias !== null && self.rank === 1 && bias.dtype !== weight.dtype) {
      throw runtimeError(
        `self and mat2 must have the same dtype, but got ${legacyName(bias.dtype)} and ${legacyName(weight.dtype)}`,
      );
    }
    const product = matmul(self, t(weight));
    return bias === null ? product : add(product, bias);
  },
  namespace: 'nn.functional',
  doc: 'x W^T + b: (…, in) times weight (out, in), plus bias (out).',
});
