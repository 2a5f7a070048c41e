/** Dropout. */
import { TorchError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { operation } from '../../operation.ts';
import { divScalar, mul } from '../pointwise/arithmetic.ts';

/** Dropout as PyTorch draws it: a mask of Bernoulli(1 - p), then scaled by 1 / (1 - p). */
operation('dropout(Tensor self, float p, bool train, *, Generator? generator=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, p: number, train: boolean, generator: Generator): Tensor => {
    if (p < 0 || p > 1) {
      throw new TorchError('ValueError', `dropout probability has to be between 0 and 1, but got ${p}`);
    }
    if (!train || p === 0) return self;
    const mask = full(self.shape, 0, self.dtype);
    if (p < 1) {
      const elements = mask.buffer.write();
      generator.fillBernoulli(elements, 1 - p);
    }
    return mul(self, p < 1 ? divScalar(mask, 1 - p) : mask);
  },
  doc: 'Sets elements to 0 with probability p and scales the others by 1 / (1 - p), while training.',
});
