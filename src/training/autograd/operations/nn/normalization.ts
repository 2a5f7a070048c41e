/** Normalisation of layers and batches. */
import { copyInto } from '../../../backend/compute.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { withRecording } from '../../tape/mode.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { clone, toDType } from '../creation/conversion.ts';
import { add, addScalar, mul, mulScalar } from '../pointwise/arithmetic.ts';
import { rsqrt, square } from '../pointwise/functions.ts';
import { meanDims } from '../reduce/sums.ts';
import { select, slice } from '../shape/slicing.ts';
import { reshape } from '../shape/views.ts';
import {
  checkBatch,
  checkBatchTypes,
  checkChannels,
  checkEachChannel,
  checkFollowed,
  checkGroups,
  checkInstances,
  checkNormalized,
  checkParameters,
} from './normalization-checks.ts';
import { batchMoments, batchNorm, layerNorm } from './standardization.ts';

/** The distance from 1 to the next float32. */
const SINGLE_EPSILON = 2 ** -23;

operation(
  'layer_norm(Tensor self, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor',
  {
    composite: true,
    node: 'NativeLayerNorm',
    forward: (
      self: Tensor,
      shape: Shape,
      weight: Tensor | null,
      bias: Tensor | null,
      eps: number,
    ): Tensor => {
      checkNormalized(self, shape, { weight, bias });
      checkParameters(self, 'LayerNormKernelImpl', weight, bias);
      return layerNorm(self, weight, bias, shape.length, eps);
    },
    namespace: 'nn.functional',
    doc: 'Each example normalised over its last dimensions, then times weight plus bias.',
  },
);

operation('rms_norm(Tensor self, int[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, shape: Shape, weight: Tensor | null, eps: number | null): Tensor => {
    checkNormalized(self, shape, { weight });
    checkFloating(self, 'rms_norm');
    const dims = shape.map((_, d) => d - shape.length);
    const added = eps ?? (self.dtype === 'float64' ? Number.EPSILON : SINGLE_EPSILON);
    const scaled = mul(self, rsqrt(addScalar(meanDims(square(self), dims, true), added)));
    const weighted = weight === null ? scaled : mul(scaled, weight);
    return weighted.dtype === self.dtype ? weighted : toDType(weighted, self.dtype);
  },
  namespace: 'nn.functional',
  doc: 'x / sqrt(mean of x² + eps) over the last dimensions, then times weight.',
});

/** Values per channel as they broadcast with (N, C, …). */
const perChannel = (values: Tensor, like: Tensor): Tensor =>
  reshape(
    values,
    like.shape.map((size, d) => (d === 1 ? size : 1)),
  );

/** Moves a running value towards the batch's: `(1 - momentum) running + momentum batch`. */
function follow(running: Tensor | null, batch: Tensor, momentum: number): void {
  if (running === null) return;
  withRecording(false, () => {
    const kept = mulScalar(running, 1 - momentum);
    const fresh = mulScalar(reshape(batch, running.shape), momentum);
    copyInto(running, add(kept, fresh));
  });
  running.changed();
}

operation(
  'batch_norm(Tensor self, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor',
  {
    composite: true,
    node: 'NativeBatchNorm',
    forward: (
      self: Tensor,
      runningMean: Tensor | null,
      runningVar: Tensor | null,
      weight: Tensor | null,
      bias: Tensor | null,
      training: boolean,
      momentum: number,
      eps: number,
    ): Tensor => {
      checkBatch(self, training);
      if (self.numel === 0) return ofNothing(self, weight, bias);
      const running = { mean: runningMean, variance: runningVar, weight, bias };
      return overBatch(self, running, training, momentum, eps)[0];
    },
    namespace: 'nn.functional',
    doc: 'Each channel of (N, C, …) normalised over the batch while training (the running values follow), else by the running values.',
  },
);

/**
 * Normalises each channel of (N, C, …) over the batch while training, when the running values follow; else by them.
 *
 * @returns the result, and mean and variance of the batch, null where they were not computed
 */
export function overBatch(
  self: Tensor,
  { mean: runningMean, variance: runningVar, weight, bias }: RunningValues,
  training: boolean,
  momentum: number,
  eps: number,
): readonly [result: Tensor, mean: Tensor | null, variance: Tensor | null] {
  if (!training && (runningMean === null || runningVar === null)) {
    throw runtimeError('running_mean must be defined in evaluation mode');
  }
  checkChannels(self, { running_mean: runningMean, running_var: runningVar, weight, bias });
  checkBatchTypes(self, weight, bias, runningMean, runningVar);
  if (!training && runningMean !== null && runningVar !== null) {
    return [batchNorm(self, weight, bias, runningMean, runningVar, false, eps), null, null];
  }
  const [mean, variance] = withRecording(false, () => batchMoments(self));
  const count = self.numel / (self.shape[1] as number);
  follow(runningMean, mean, momentum);
  follow(runningVar, mulScalar(variance, count / (count - 1)), momentum);
  return [batchNorm(self, weight, bias, mean, variance, true, eps), mean, variance];
}

function firstOf(values: Tensor): Tensor {
  if (values.numel > 0) return select(values, 0, 0);
  throw new TorchError('IndexError', 'select(): index 0 out of range for tensor of size [0] at dimension 0');
}

/** Without elements only the first weight and bias are looked at. */
function ofNothing(self: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor {
  const weighted = weight === null ? clone(self) : mul(self, firstOf(weight));
  return bias === null ? weighted : add(weighted, firstOf(bias));
}

/** Normalises `groups` groups of channels of each example on their own. */
function overGroups(
  self: Tensor,
  groups: number,
  weight: Tensor | null,
  bias: Tensor | null,
  eps: number,
): Tensor {
  const [n = 1, channels = 1] = self.shape;
  const grouped = reshape(self, [n, groups, (channels / groups) * numel(self.shape.slice(2))]);
  return withParameters(reshape(layerNorm(grouped, null, null, 1, eps), self.shape), weight, bias);
}

operation(
  'group_norm(Tensor self, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor',
  {
    composite: true,
    node: 'NativeGroupNorm',
    forward: (
      self: Tensor,
      groups: number,
      weight: Tensor | null,
      bias: Tensor | null,
      eps: number,
    ): Tensor => {
      checkGroups(self, groups, weight, bias);
      checkParameters(self, 'GroupNormKernelImpl', weight, bias);
      return overGroups(self, groups, weight, bias, eps);
    },
    namespace: 'nn.functional',
    doc: 'Groups of channels of each example (N, C, …) normalised, then times weight plus bias.',
  },
);

/** Each channel of each example normalised by its own moments; running values follow the mean of these over the batch. */
function byOwnMoments(self: Tensor, running: RunningValues, momentum: number, eps: number): Tensor {
  const [n = 1, channels = 1] = self.shape;
  const count = self.numel / Math.max(n * channels, 1);
  const rows = reshape(self, [1, n * channels, count]);
  const moments = withRecording(false, () => batchMoments(rows));
  if (running.mean !== null || running.variance !== null) {
    const [mean, variance] = withRecording(false, () =>
      moments.map((each) => meanDims(reshape(each, [n, channels]), [0], false)),
    ) as [Tensor, Tensor];
    follow(running.mean, mean, momentum);
    follow(running.variance, mulScalar(variance, count / (count - 1)), momentum);
  }
  const unit = reshape(batchNorm(rows, null, null, ...moments, true, eps), self.shape);
  return withParameters(unit, running.weight, running.bias);
}

/** Times the weight of each channel, plus its bias. */
function withParameters(unit: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor {
  const weighted = weight === null ? unit : mul(unit, perChannel(weight, unit));
  return bias === null ? weighted : add(weighted, perChannel(bias, unit));
}

/** What of a parameter is there for a batch without examples: nothing. */
const repeated = (values: Tensor | null, batch: Tensor): Tensor | null =>
  values === null || batch.shape[0] !== 0 ? values : slice(values, 0, 0, 0);

/** What comes with each channel. */
export interface RunningValues {
  readonly mean: Tensor | null;
  readonly variance: Tensor | null;
  readonly weight: Tensor | null;
  readonly bias: Tensor | null;
}

operation(
  'instance_norm(Tensor self, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05) -> Tensor',
  {
    composite: true,
    node: 'View',
    forward: (
      self: Tensor,
      mean: Tensor | null,
      variance: Tensor | null,
      weight: Tensor | null,
      bias: Tensor | null,
      useInput: boolean,
      momentum: number,
      eps: number,
    ): Tensor => {
      checkInstances(self, mean, variance, useInput);
      if (self.numel === 0) {
        checkFollowed(self, mean);
        return ofNothing(self, repeated(weight, self), repeated(bias, self));
      }
      checkEachChannel(self, { running_mean: mean, running_var: variance, weight, bias });
      checkBatchTypes(self, weight, bias, mean, variance);
      if (useInput) return byOwnMoments(self, { mean, variance, weight, bias }, momentum, eps);
      if (mean === null || variance === null) {
        throw runtimeError(
          'Expected running_mean and running_var to be defined when use_input_stats is false',
        );
      }
      return batchNorm(self, weight, bias, mean, variance, false, eps);
    },
    namespace: 'nn.functional',
    doc: 'Each channel of each example (N, C, …) normalised on its own, or by running values.',
  },
);
