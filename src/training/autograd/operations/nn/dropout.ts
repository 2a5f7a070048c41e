/** Dropout. */
import { room } from '../../../backend/compute.ts';
import { isFloating } from '../../../backend/dtype.ts';
import { TorchError } from '../../../backend/error.ts';
import { isDense } from '../../../backend/layout.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { operation } from '../../operation.ts';
import { divScalar, mul } from '../pointwise/arithmetic.ts';

/** `value` with probability 1 - p, else 0, in the shape and dtype of `like`; drawn in the order in which that lies in memory. */
function mask(like: Tensor, p: number, generator: Generator, value = 1): Tensor {
  const result = new Tensor(room(like.dtype, like.numel), like.shape);
  generator.fillBernoulli(result.buffer.write(), 1 - p, value);
  return isDense(like.shape, like.strides) ? result.alias(like.shape, like.strides, 0) : result;
}

/** A mask whose ones are divided by 1 - p, in the precision of `like`. */
function scaledMask(like: Tensor, p: number, generator: Generator): Tensor {
  const rounded = like.dtype === 'float32' ? Math.fround : (x: number) => x;
  return mask(like, p, generator, rounded(1 / rounded(1 - p)));
}

/** Dropout as PyTorch draws it: a mask of Bernoulli(1 - p), then scaled by 1 / (1 - p). */
export const dropout = operation(
  'dropout(Tensor self, float p, bool train, *, Generator? generator=None) -> Tensor',
  {
    composite: true,
    forward: (self: Tensor, p: number, train: boolean, generator: Generator): Tensor => {
      if (p < 0 || p > 1) {
        throw new TorchError('ValueError', `dropout probability has to be between 0 and 1, but got ${p}`);
      }
      if (!train || p === 0) return self;
      if (p === 1) return mul(self, full(self.shape, 0, self.dtype));
      return mul(
        self,
        isFloating(self.dtype) ? scaledMask(self, p, generator) : divScalar(mask(self, p, generator), 1 - p),
      );
    },
    doc: 'Sets elements to 0 with probability p and scales the others by 1 / (1 - p), while training.',
  },
);
