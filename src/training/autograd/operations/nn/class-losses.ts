/** Losses of scores or log-probabilities of classes. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { pick } from '../indexing/one-of-each-row.ts';
import { add, addScalar, divScalar, mul, mulScalar, neg } from '../pointwise/arithmetic.ts';
import { where } from '../pointwise/selection.ts';
import { sum, sumDims } from '../reduce/sums.ts';
import { permute, reshape, unsqueeze } from '../shape/views.ts';
import { checkClasses, checkClassSizes, checkClassTypes } from './class-targets.ts';
import { loss, reduced, weightedMean } from './loss.ts';
import { logSoftmax } from './softmax.ts';

/** Classes to dimension 1's end: (N, C, d...) becomes (N, d..., C). */
const classesLast = (x: Tensor): Tensor =>
  x.rank <= 2 ? x : permute(x, [0, ...x.shape.slice(2).map((_, d) => d + 2), 1]);

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

/** Of ignored targets 0 in place of log-probabilities, which may be infinite there. */
function withoutIgnored(logs: Tensor, target: Tensor, ignored: number): Tensor {
  const values = toContiguous(target, 'int64');
  if (!values.includes(ignored)) return logs;
  const isIgnored = Uint8Array.from(values, (value) => (value === ignored ? 1 : 0));
  return where(fromElements(isIgnored, 'bool', target.shape), full([], 0, logs.dtype), logs);
}

/** What `nll_loss` takes, without the reduction. */
type ClassArguments = [self: Tensor, target: Tensor, weight: Tensor | null, ignored: number];

function negativeLogLikelihoods(...[self, target, weight, ignored]: ClassArguments): Tensor {
  checkClassSizes(self, target, weight);
  checkClassTypes(self, target, weight);
  const batched = self.rank === 1 ? unsqueeze(self, 0) : self;
  const wanted = self.rank === 1 ? reshape(target, [1]) : target;
  const logs = classesLast(batched);
  checkClasses(wanted, logs.shape.at(-1) as number, ignored);
  const chosen = pick(logs, lookups(wanted, ignored));
  const counted = withoutIgnored(chosen, wanted, ignored);
  const losses = neg(mul(counted, weightsFor(wanted, weight, ignored, self)));
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
      const hasProbabilities = sameShape(target.shape, self.shape);
      if (hasProbabilities && !isFloating(target.dtype)) {
        throw runtimeError(
          `Expected floating point type for target with class probabilities, got ${legacyName(target.dtype)}`,
        );
      }
      const dim = self.rank === 1 ? 0 : 1;
      const logs = logSoftmax(self, dim);
      if (hasProbabilities) return soft(logs, target, weight, dim, reduction, smoothing);
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
