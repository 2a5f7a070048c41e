/** Losses of scores or log-probabilities of classes. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { pick } from '../indexing/one-of-each-row.ts';
import { add, addScalar, divScalar, mul, mulScalar, neg } from '../pointwise/arithmetic.ts';
import { sum, sumDims } from '../reduce/sums.ts';
import { permute, reshape, unsqueeze } from '../shape/views.ts';
import { loss, reduced, weightedMean } from './loss.ts';
import { logSoftmax } from './softmax.ts';

/** Classes to dimension 1's end: (N, C, d...) becomes (N, d..., C). */
const classesLast = (x: Tensor): Tensor =>
  x.rank <= 2 ? x : permute(x, [0, ...x.shape.slice(2).map((_, d) => d + 2), 1]);

function checkTargets(target: Tensor, classes: number, ignored: number): void {
  for (const value of toContiguous(target, 'int64')) {
    if (value === ignored) continue;
    if (value < 0 || value >= classes)
      throw new TorchError('IndexError', `Target ${value} is out of bounds.`);
  }
}

function checkClassWeights(weight: Tensor | null, classes: number): void {
  if (weight === null || (weight.rank === 1 && weight.shape[0] === classes)) return;
  throw runtimeError(
    `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: [${weight.shape.join(', ')}]`,
  );
}

/** Per-example weights: the class's weight, 0 for ignored targets. */
function weightsFor(target: Tensor, weight: Tensor | null, ignored: number, like: Tensor): Tensor {
  const values = toContiguous(target, 'float64');
  const ofClass = weight === null ? null : toContiguous(weight, 'float64');
  const elements = values.map((value) => (value === ignored ? 0 : (ofClass?.[value] ?? 1)));
  const made = fromElements(elements, 'float64', target.shape);
  return like.dtype === 'float64' ? made : fromElements(new Float32Array(elements), 'float32', target.shape);
}

/** Targets with the ignored ones pointing at class 0, so that they can be looked up. */
function lookups(target: Tensor, ignored: number): Tensor {
  const values = toContiguous(target, 'int64');
  return fromElements(
    values.map((value) => (value === ignored ? 0 : value)),
    'int64',
    target.shape,
  );
}

/** @throws TorchError where `target` cannot be the classes of one example or of a batch */
function checkClasses(self: Tensor, target: Tensor): void {
  if (target.dtype !== 'int64' && target.dtype !== 'uint8') {
    throw runtimeError(`expected scalar type Long but found ${legacyName(target.dtype)}`);
  }
  if (sameShape(self.shape, target.shape) && self.rank > 1) {
    throw runtimeError(
      `Expected floating point type for target with class probabilities, got ${legacyName(target.dtype)}`,
    );
  }
  if (self.rank <= 2 && target.rank > 1) {
    throw runtimeError('0D or 1D target tensor expected, multi-target not supported');
  }
}

function checkBatch(self: Tensor, target: Tensor): void {
  if (self.shape[0] === target.shape[0]) return;
  throw new TorchError(
    'ValueError',
    `Expected input batch_size (${self.shape[0]}) to match target batch_size (${target.shape[0]}).`,
  );
}

/** What `nll_loss` takes, without the reduction. */
type ClassArguments = [self: Tensor, target: Tensor, weight: Tensor | null, ignored: number];

/** @throws TorchError where the classes, their number or their weights do not fit the log-probabilities (N, d..., C) */
function checkSizes(logs: Tensor, target: Tensor, weight: Tensor | null, ignored: number): void {
  const classes = logs.shape.at(-1) as number;
  checkClassWeights(weight, classes);
  if (!sameShape(target.shape, logs.shape.slice(0, -1))) {
    const expected = [target.shape[0], ...logs.shape.slice(1, -1)];
    throw runtimeError(`Expected target size [${expected.join(', ')}], got [${target.shape.join(', ')}]`);
  }
  checkTargets(target, classes, ignored);
}

function negativeLogLikelihoods(...[self, target, weight, ignored]: ClassArguments): Tensor {
  checkClasses(self, target);
  const batched = self.rank === 1 ? unsqueeze(self, 0) : self;
  const wanted = self.rank === 1 ? reshape(target, [1]) : target;
  checkBatch(batched, wanted);
  const logs = classesLast(batched);
  checkSizes(logs, wanted, weight, ignored);
  const chosen = pick(logs, lookups(wanted, ignored));
  const losses = neg(mul(chosen, weightsFor(wanted, weight, ignored, self)));
  return self.rank === 1 ? reshape(losses, []) : losses;
}

const nllLoss = loss(
  "nll_loss(Tensor self, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean') -> Tensor",
  {
    node: 'NllLoss',
    losses: negativeLogLikelihoods,
    reductions: {
      mean: (losses, self, target, weight, ignored) =>
        weightedMean(losses, weightsFor(target, weight, ignored, self)),
    },
    doc: 'Minus the log-probability (N, C, …) of the target classes (N, …).',
  },
);

operation(
  "cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean', float label_smoothing=0.0) -> Tensor",
  {
    composite: true,
    forward: (
      self: Tensor,
      target: Tensor,
      weight: Tensor | null,
      ignored: number,
      reduction: string,
      smoothing: number,
    ): Tensor => {
      if (smoothing < 0 || smoothing > 1) {
        throw runtimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${smoothing}`);
      }
      const dim = self.rank === 1 ? 0 : 1;
      const logs = logSoftmax(self, dim);
      if (isFloating(target.dtype) && sameShape(target.shape, self.shape))
        return soft(logs, target, weight, dim, reduction, smoothing);
      const hard = nllLoss(logs, target, weight, ignored, reduction);
      if (smoothing === 0) return hard;
      const even = evenly(logs, target, weight, ignored, reduction);
      return add(mulScalar(hard, 1 - smoothing), mulScalar(even, smoothing / (self.shape[dim] as number)));
    },
    namespace: 'nn.functional',
    doc: 'The cross-entropy between logits (N, C, …) and classes (N, …) or class probabilities (N, C, …).',
  },
);

/** Log-probabilities (…, C, …) times the weights of their classes, added up over the classes. */
function summedOverClasses(logs: Tensor, weight: Tensor | null, dim: number): Tensor {
  const shape = logs.shape.map((size, d) => (d === dim ? size : 1));
  return sumDims(weight === null ? logs : mul(logs, reshape(weight, shape)), [dim]);
}

/** What label smoothing spreads over all classes; ignored targets have no part in it. */
function evenly(
  logs: Tensor,
  target: Tensor,
  weight: Tensor | null,
  ignored: number,
  reduction: string,
): Tensor {
  const counts = weightsFor(target, null, ignored, logs);
  const losses = mul(neg(summedOverClasses(logs, weight, logs.rank === 1 ? 0 : 1)), counts);
  return reduced(losses, reduction, {
    mean: () => weightedMean(losses, weightsFor(target, weight, ignored, logs)),
  });
}

/** Cross-entropy against probabilities. */
function soft(
  logs: Tensor,
  target: Tensor,
  weight: Tensor | null,
  dim: number,
  reduction: string,
  smoothing: number,
): Tensor {
  const smoothed = addScalar(mulScalar(target, 1 - smoothing), smoothing / (logs.shape[dim] as number));
  const losses = neg(summedOverClasses(mul(logs, smoothed), weight, dim));
  return reduced(losses, reduction, {
    mean: () => divScalar(sum(losses), intScalar(Math.max(losses.numel, 1))),
  });
}
