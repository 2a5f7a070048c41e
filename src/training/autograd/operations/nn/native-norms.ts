/** The normalisations as PyTorch's own functions return them: with the moments that their gradients are made of. */
import type { Shape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { withRecording } from '../../tape/mode.ts';
import { addScalar } from '../pointwise/arithmetic.ts';
import { rsqrt } from '../pointwise/functions.ts';
import { checkNormalized, checkParameters } from './normalization-checks.ts';
import { overBatch } from './normalization.ts';
import { layerNorm, momentsOver } from './standardization.ts';

operation(
  'native_layer_norm(Tensor input, int[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)',
  {
    composite: true,
    forward: (
      self: Tensor,
      shape: Shape,
      weight: Tensor | null,
      bias: Tensor | null,
      eps: number,
    ): Tensor[] => {
      checkNormalized(self, shape, { weight, bias });
      checkParameters(self, 'LayerNormKernelImpl', weight, bias);
      const result = layerNorm(self, weight, bias, shape.length, eps);
      const dims = self.shape.map((_, d) => d).slice(-shape.length);
      const [mean, variance] = withRecording(false, () => momentsOver(self, dims));
      return [result, mean, withRecording(false, () => rsqrt(addScalar(variance, eps)))];
    },
    variants: 'function',
    out: false,
    doc: 'What layer_norm gives, the mean of each example, and one over its deviation.',
  },
);

operation(
  'native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)',
  {
    composite: true,
    forward: (
      self: Tensor,
      weight: Tensor | null,
      bias: Tensor | null,
      mean: Tensor | null,
      variance: Tensor | null,
      training: boolean,
      momentum: number,
      eps: number,
    ): Tensor[] => {
      const running = { mean, variance, weight, bias };
      const [result, batchMean, batchVariance] = overBatch(self, running, training, momentum, eps);
      if (batchMean === null || batchVariance === null)
        return [result, full([0], 0, self.dtype), full([0], 0, self.dtype)];
      return [result, batchMean, withRecording(false, () => rsqrt(addScalar(batchVariance, eps)))];
    },
    variants: 'function',
    out: false,
    doc: 'What batch_norm gives, and of a batch in training the mean of each channel and one over its deviation.',
  },
);
