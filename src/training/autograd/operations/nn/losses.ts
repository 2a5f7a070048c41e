/** Losses. `reduction` is 'none', 'mean' or 'sum'. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { legacyName } from '../../../backend/dtype.ts';
import { broadcastShapes, sameShape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { floating, onlyFloating, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { floatScalar, intScalar } from '../../scalar.ts';
import { add, addScalar, div, divScalar, mul, mulScalar, neg, rsub, sub } from '../pointwise/arithmetic.ts';
import { logSoftmax } from './softmax.ts';
import { abs, exp, log, log1p, square } from '../pointwise/functions.ts';
import { pick } from '../indexing/one-of-each-row.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { ltScalar, where } from '../pointwise/selection.ts';
import { mean, sum, sumDims } from '../reduce/sums.ts';
import { addmm, matmul } from '../linalg/products.ts';
import { permute, reshape, t, unsqueeze } from '../shape/views.ts';

const one = intScalar(1);

/** All losses, their mean, or their sum. @throws TorchError for another reduction */
export function reduced(loss: Tensor, reduction: string): Tensor {
  if (reduction === 'none') return loss;
  if (reduction === 'mean') return mean(loss);
  if (reduction === 'sum') return sum(loss);
  throw new TorchError('ValueError', `${reduction} is not a valid value for reduction`);
}

/** Declares a loss that compares element by element. */
function elementwiseLoss(
  name: string,
  doc: string,
  pointwise: (input: Tensor, target: Tensor) => Tensor,
  options: { readonly node?: string; readonly dtypes?: Restriction } = {},
): void {
  operation(`${name}(Tensor self, Tensor target, str reduction='mean') -> Tensor`, {
    composite: true,
    ...options,
    forward: (self: Tensor, target: Tensor, reduction: string): Tensor => {
      broadcastShapes(self.shape, target.shape);
      return reduced(pointwise(self, target), reduction);
    },
    namespace: 'nn.functional',
    doc,
  });
}

elementwiseLoss('mse_loss', 'The squared differences.', (input, target) => square(sub(input, target)), {
  node: 'MseLoss',
  dtypes: floating('mse_cpu'),
});
elementwiseLoss('l1_loss', 'The absolute differences.', (input, target) => abs(sub(input, target)));

operation("smooth_l1_loss(Tensor self, Tensor target, str reduction='mean', float beta=1.0) -> Tensor", {
  dtypes: floating('smooth_l1_cpu'),
  composite: true,
  node: 'SmoothL1Loss',
  forward: (self: Tensor, target: Tensor, reduction: string, beta: number): Tensor => {
    const distance = abs(sub(self, target));
    if (beta === 0) return reduced(distance, reduction);
    const near = mulScalar(square(distance), 0.5 / beta);
    const far = addScalar(distance, -0.5 * beta);
    return reduced(where(ltScalar(distance, floatScalar(beta)), near, far), reduction);
  },
  namespace: 'nn.functional',
  doc: 'Squared below `beta` (divided by 2 beta), linear above.',
});

operation("huber_loss(Tensor self, Tensor target, str reduction='mean', float delta=1.0) -> Tensor", {
  dtypes: floating('huber_cpu'),
  composite: true,
  node: 'HuberLoss',
  forward: (self: Tensor, target: Tensor, reduction: string, delta: number): Tensor => {
    const distance = abs(sub(self, target));
    const near = mulScalar(square(distance), 0.5);
    const far = mulScalar(addScalar(distance, -0.5 * delta), delta);
    return reduced(where(ltScalar(distance, floatScalar(delta)), near, far), reduction);
  },
  namespace: 'nn.functional',
  doc: 'Half the square below `delta`, delta times (distance - delta / 2) above.',
});

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

const nllLoss = operation(
  "nll_loss(Tensor self, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean') -> Tensor",
  {
    composite: true,
    node: 'NllLoss',
    forward: (
      self: Tensor,
      target: Tensor,
      weight: Tensor | null,
      ignored: number,
      reduction: string,
    ): Tensor => {
      checkClasses(self, target);
      const batched = self.rank === 1 ? unsqueeze(self, 0) : self;
      const wanted = self.rank === 1 ? reshape(target, [1]) : target;
      checkBatch(batched, wanted);
      const logs = classesLast(batched);
      checkClassWeights(weight, logs.shape.at(-1) as number);
      if (!sameShape(wanted.shape, logs.shape.slice(0, -1))) {
        const expected = [wanted.shape[0], ...logs.shape.slice(1, -1)];
        throw runtimeError(`Expected target size [${expected.join(', ')}], got [${wanted.shape.join(', ')}]`);
      }
      checkTargets(wanted, logs.shape.at(-1) as number, ignored);
      const chosen = pick(logs, lookups(wanted, ignored));
      const weights = weightsFor(wanted, weight, ignored, self);
      const losses = neg(mul(chosen, weights));
      if (reduction === 'mean') return div(sum(losses), sum(weights));
      return reduced(self.rank === 1 ? reshape(losses, []) : losses, reduction);
    },
    namespace: 'nn.functional',
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
      if (target.dtype.startsWith('float') && sameShape(target.shape, self.shape))
        return soft(logs, target, weight, dim, reduction, smoothing);
      const hard = nllLoss(logs, target, weight, ignored, reduction);
      if (smoothing === 0) return hard;
      const even = mulScalar(neg(sumDims(logs, [dim])), 1 / (self.shape[dim] as number));
      return add(mulScalar(hard, 1 - smoothing), mulScalar(reduced(even, reduction), smoothing));
    },
    namespace: 'nn.functional',
    doc: 'The cross-entropy between logits (N, C, …) and classes (N, …) or class probabilities (N, C, …).',
  },
);

/** Cross-entropy against probabilities. */
function soft(
  logs: Tensor,
  target: Tensor,
  weight: Tensor | null,
  dim: number,
  reduction: string,
  smoothing: number,
): Tensor {
  const classes = logs.shape[dim] as number;
  const smoothed = addScalar(mulScalar(target, 1 - smoothing), smoothing / classes);
  const shape = logs.shape.map((size, d) => (d === dim ? size : 1));
  const weighted = weight === null ? logs : mul(logs, reshape(weight, shape));
  const losses = neg(sumDims(mul(weighted, smoothed), [dim]));
  if (reduction !== 'mean') return reduced(losses, reduction);
  return divScalar(sum(losses), intScalar(Math.max(losses.numel, 1)));
}

operation(
  "binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    dtypes: floating('binary_cross_entropy'),
    composite: true,
    node: 'BinaryCrossEntropy',
    forward: (self: Tensor, target: Tensor, weight: Tensor | null, reduction: string): Tensor => {
      if (target.dtype !== self.dtype) {
        throw runtimeError(`Found dtype ${legacyName(target.dtype)} but expected ${legacyName(self.dtype)}`);
      }
      if (toContiguous(self, 'float64').some((p) => !(p >= 0 && p <= 1))) {
        throw runtimeError('all elements of input should be between 0 and 1');
      }
      const bounded = (x: Tensor): Tensor => clampBetween(log(x), -100, null);
      const yes = mul(target, bounded(self));
      const no = mul(rsub(target, one), bounded(rsub(self, one)));
      const losses = neg(add(yes, no));
      return reduced(weight === null ? losses : mul(losses, weight), reduction);
    },
    namespace: 'nn.functional',
    doc: 'The cross-entropy between probabilities and targets from 0 to 1; logarithms are kept above -100.',
  },
);

operation(
  "binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, str reduction='mean') -> Tensor",
  {
    dtypes: floating('log_sigmoid_cpu'),
    composite: true,
    node: 'BinaryCrossEntropyWithLogits',
    forward: (
      self: Tensor,
      target: Tensor,
      weight: Tensor | null,
      positive: Tensor | null,
      reduction: string,
    ): Tensor => {
      const tail = add(log1p(exp(neg(abs(self)))), clampBetween(neg(self), 0, null));
      const scale =
        positive === null ? null : addScalar(mul(addScalar(positive, intScalar(-1)), target), one);
      const losses = add(mul(rsub(target, one), self), scale === null ? tail : mul(scale, tail));
      return reduced(weight === null ? losses : mul(losses, weight), reduction);
    },
    namespace: 'nn.functional',
    doc: 'The cross-entropy between sigmoid(x) and targets from 0 to 1, computed without overflow.',
  },
);

operation("kl_div(Tensor self, Tensor target, str reduction='mean', *, bool log_target=False) -> Tensor", {
  dtypes: onlyFloating('kl_div: Integral inputs not supported.'),
  composite: true,
  forward: (self: Tensor, target: Tensor, reduction: string, logTarget: boolean): Tensor => {
    const zero = full([], 0, self.dtype);
    const losses = logTarget
      ? mul(exp(target), sub(target, self))
      : where(ltScalar(neg(target), intScalar(0)), mul(target, sub(log(target), self)), zero);
    if (reduction !== 'batchmean') return reduced(losses, reduction);
    return mulScalar(sum(losses), 1 / (self.shape[0] ?? 1));
  },
  namespace: 'nn.functional',
  doc: 'target (log target - x), where x are log-probabilities.',
});

operation('linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, weight: Tensor, bias: Tensor | null): Tensor => {
    if (bias !== null && self.rank === 2) return addmm(bias, self, t(weight));
    const isBatch = self.rank > 2 && self.isContiguous && self.shape.at(-1) === weight.shape[1];
    if (bias !== null && weight.rank === 2 && isBatch) {
      const rows = addmm(bias, reshape(self, [-1, self.shape.at(-1) as number]), t(weight));
      return reshape(rows, self.shape.with(-1, weight.shape[0] as number));
    }
    const product = matmul(self, t(weight));
    return bias === null ? product : add(product, bias);
  },
  namespace: 'nn.functional',
  doc: 'x W^T + b: (…, in) times weight (out, in), plus bias (out).',
});
