/** Normalisation of layers and batches. */
import { copyInto } from '../../../backend/compute.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { numel, sameShape, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { withRecording } from '../../tape/mode.ts';
import { operation } from '../../operation.ts';
import { add, mul, mulScalar } from '../pointwise/arithmetic.ts';
import { meanDims } from '../reduce/sums.ts';
import { reshape } from '../shape/views.ts';
import { batchMoments, batchNorm, layerNorm } from './standardization.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

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
      const first = self.rank - shape.length;
      if (first < 0 || !sameShape(self.shape.slice(first), shape)) {
        throw runtimeError(
          `Given normalized_shape=${listed(shape)}, expected input with shape [*, ${shape.join(', ')}], but got input of size${listed(self.shape)}`,
        );
      }
      return layerNorm(self, weight, bias, shape.length, eps);
    },
    namespace: 'nn.functional',
    doc: 'Each example normalised over its last dimensions, then times weight plus bias.',
  },
);

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

function checkBatch(self: Tensor, training: boolean): void {
  const perValue = numel(self.shape) / Math.max(self.shape[1] ?? 1, 1);
  if (!training || perValue !== 1) return;
  throw new TorchError(
    'ValueError',
    `Expected more than 1 value per channel when training, got input size torch.Size(${listed(self.shape)})`,
  );
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
      checkChannels(self, { running_mean: runningMean, running_var: runningVar, weight, bias });
      if (self.numel === 0) return mulScalar(self, 1);
      if (!training) {
        if (runningMean === null || runningVar === null) {
          throw runtimeError('running_mean must be defined in evaluation mode');
        }
        return batchNorm(self, weight, bias, runningMean, runningVar, false, eps);
      }
      const [mean, variance] = withRecording(false, () => batchMoments(self));
      const count = self.numel / (self.shape[1] as number);
      follow(runningMean, mean, momentum);
      follow(runningVar, mulScalar(variance, count / (count - 1)), momentum);
      return batchNorm(self, weight, bias, mean, variance, true, eps);
    },
    namespace: 'nn.functional',
    doc: 'Each channel of (N, C, …) normalised over the batch while training (the running values follow), else by the running values.',
  },
);

function checkChannels(self: Tensor, given: Readonly<Record<string, Tensor | null>>): void {
  const channels = self.shape[1] ?? 1;
  for (const [name, values] of Object.entries(given)) {
    if (values === null || values.numel === channels) continue;
    throw runtimeError(`${name} should contain ${channels} elements not ${values.numel}`);
  }
}

/** Normalises `groups` groups of channels of each example on their own. */
function overGroups(
  self: Tensor,
  groups: number,
  weight: Tensor | null,
  bias: Tensor | null,
  eps: number,
): Tensor {
  if (self.rank < 2) {
    throw runtimeError(`Expected at least 2 dimensions for input tensor but received ${self.rank}`);
  }
  const [n = 1, channels = 1] = self.shape;
  if (channels % groups !== 0) {
    throw runtimeError(
      `Expected number of channels in input to be divisible by num_groups, but got input of shape ${listed(self.shape)} and num_groups=${groups}`,
    );
  }
  const grouped = reshape(self, [n, groups, (channels / groups) * numel(self.shape.slice(2))]);
  const unit = reshape(layerNorm(grouped, null, null, 1, eps), self.shape);
  const weighted = weight === null ? unit : mul(unit, perChannel(weight, self));
  return bias === null ? weighted : add(weighted, perChannel(bias, self));
}

operation(
  'group_norm(Tensor self, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor',
  {
    composite: true,
    node: 'NativeGroupNorm',
    forward: overGroups,
    namespace: 'nn.functional',
    doc: 'Groups of channels of each example (N, C, …) normalised, then times weight plus bias.',
  },
);

/** Each channel of each example normalised by its own moments; running values follow the mean of these over the batch. */
function byOwnMoments(self: Tensor, running: RunningValues, momentum: number, eps: number): Tensor {
  const [n = 1, channels = 1] = self.shape;
  if (running.mean !== null || running.variance !== null) {
    const count = self.numel / Math.max(n * channels, 1);
    const [mean, variance] = withRecording(false, () => {
      const rows = reshape(self, [1, n * channels, count]);
      return batchMoments(rows).map((each) => meanDims(reshape(each, [n, channels]), [0], false));
    }) as [Tensor, Tensor];
    follow(running.mean, mean, momentum);
    follow(running.variance, mulScalar(variance, count / (count - 1)), momentum);
  }
  return overGroups(self, channels, running.weight, running.bias, eps);
}

interface RunningValues {
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
      if (useInput) {
        if (numel(self.shape.slice(2)) === 1) {
          throw new TorchError(
            'ValueError',
            `Expected more than 1 spatial element when training, got input size torch.Size(${listed(self.shape)})`,
          );
        }
        return byOwnMoments(self, { mean, variance, weight, bias }, momentum, eps);
      }
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
