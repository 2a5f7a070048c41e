/** Losses that ask for margins, compare pairs, or model a distribution. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { floatScalar, intScalar, type Scalar } from '../../scalar.ts';
import { logsigmoid } from '../pointwise/activations.ts';
import { add, addScalar, div, mul, mulScalar, neg, rsub, sub } from '../pointwise/arithmetic.ts';
import { minimum } from '../reduce/extremes.ts';
import { exp, log, log1p, square } from '../pointwise/functions.ts';
import { gather } from '../indexing/gather.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { reduced } from './losses.ts';
import { powScalar } from '../pointwise/powers.ts';
import { eqScalar, gtScalar, where } from '../pointwise/selection.ts';
import { normOver } from '../reduce/norms.ts';
import { meanDims, sumDims } from '../reduce/sums.ts';
import { unsqueeze } from '../shape/views.ts';

const one = intScalar(1);
const positive = (x: Tensor): Tensor => clampBetween(x, 0, null);
const nothing = (x: Tensor): Tensor => full([], 0, x.dtype);

operation(
  "hinge_embedding_loss(Tensor self, Tensor target, float margin=1.0, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (self: Tensor, target: Tensor, margin: number, reduction: string): Tensor => {
      const apart = where(eqScalar(target, one), nothing(self), positive(rsub(self, margin)));
      const near = where(eqScalar(target, intScalar(-1)), nothing(self), self);
      return reduced(add(apart, near), reduction);
    },
    namespace: 'nn.functional',
    doc: 'x where the target is 1, max(0, margin - x) where it is -1.',
  },
);

operation(
  "margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (a: Tensor, b: Tensor, target: Tensor, margin: number, reduction: string): Tensor =>
      reduced(positive(addScalar(mul(neg(target), sub(a, b)), margin)), reduction),
    namespace: 'nn.functional',
    doc: 'max(0, margin - target (input1 - input2)): the target 1 wants the first larger, -1 the second.',
  },
);

operation("soft_margin_loss(Tensor self, Tensor target, str reduction='mean') -> Tensor", {
  composite: true,
  node: 'SoftMarginLoss',
  forward: (self: Tensor, target: Tensor, reduction: string): Tensor =>
    reduced(log1p(exp(neg(mul(self, target)))), reduction),
  namespace: 'nn.functional',
  doc: 'log(1 + exp(-target x)) for targets 1 and -1.',
});

operation(
  "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (a: Tensor, b: Tensor, target: Tensor, margin: number, reduction: string): Tensor => {
      const length = (x: Tensor): Tensor => addScalar(sumDims(square(x), [-1]), 1e-12);
      const scale = powScalar(mul(length(a), length(b)), 0.5);
      const cosine = div(sumDims(mul(a, b), [-1]), scale);
      const alike = where(eqScalar(target, one), rsub(cosine, one), nothing(cosine));
      const unlike = positive(addScalar(cosine, -margin));
      return reduced(add(alike, where(eqScalar(target, intScalar(-1)), unlike, nothing(cosine))), reduction);
    },
    namespace: 'nn.functional',
    doc: '1 - cos for the target 1, max(0, cos - margin) for -1.',
  },
);

operation(
  "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (
      anchor: Tensor,
      alike: Tensor,
      unlike: Tensor,
      margin: number,
      p: number,
      eps: number,
      swap: boolean,
      reduction: string,
    ): Tensor => {
      const distance = (a: Tensor, b: Tensor): Tensor => normOver(addScalar(sub(a, b), eps), p, [-1], false);
      const far = distance(anchor, unlike);
      const apart = swap ? minimum(far, distance(alike, unlike)) : far;
      return reduced(positive(addScalar(sub(distance(anchor, alike), apart), margin)), reduction);
    },
    namespace: 'nn.functional',
    doc: 'max(0, distance to the alike - distance to the unlike + margin).',
  },
);

operation(
  "poisson_nll_loss(Tensor self, Tensor target, bool log_input=True, bool full=False, float eps=1e-08, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (
      self: Tensor,
      target: Tensor,
      isLog: boolean,
      complete: boolean,
      eps: number,
      reduction: string,
    ): Tensor => {
      const losses = isLog
        ? sub(exp(self), mul(target, self))
        : sub(self, mul(target, log(addScalar(self, eps))));
      return reduced(complete ? add(losses, stirling(target)) : losses, reduction);
    },
    namespace: 'nn.functional',
    doc: 'The negative log-likelihood of counts under Poisson distributions.',
  },
);

/** Stirling's approximation of log(target!), 0 for targets up to 1. */
function stirling(target: Tensor): Tensor {
  const safe = where(gtScalar(target, one), target, full([], 2, target.dtype));
  const circle = mulScalar(log(mulScalar(safe, 2 * Math.PI)), 0.5);
  const value = add(sub(mul(safe, log(safe)), safe), circle);
  return where(gtScalar(target, one), value, nothing(target));
}

operation(
  "gaussian_nll_loss(Tensor self, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor",
  {
    composite: true,
    forward: (
      self: Tensor,
      target: Tensor,
      variance: Tensor,
      complete: boolean,
      eps: number,
      reduction: string,
    ): Tensor => {
      const bounded = clampBetween(variance, eps, null);
      const losses = mulScalar(add(log(bounded), div(square(sub(self, target)), bounded)), 0.5);
      const constant = floatScalar(0.5 * Math.log(2 * Math.PI));
      return reduced(complete ? addScalar(losses, constant) : losses, reduction);
    },
    namespace: 'nn.functional',
    doc: 'The negative log-likelihood of targets under normal distributions of the given means and variances.',
  },
);

operation(
  "multilabel_soft_margin_loss(Tensor self, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    dtypes: floating('log_sigmoid_cpu'),
    composite: true,
    forward: (self: Tensor, target: Tensor, weight: Tensor | null, reduction: string): Tensor => {
      const yes = mul(target, logsigmoid(self));
      const no = mul(rsub(target, one), logsigmoid(neg(self)));
      const losses = neg(add(yes, no));
      return reduced(meanDims(weight === null ? losses : mul(losses, weight), [-1]), reduction);
    },
    namespace: 'nn.functional',
    doc: 'The mean over classes of the cross-entropy between sigmoid(x) and targets 0 and 1.',
  },
);

operation(
  "multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    composite: true,
    node: 'MultiMarginLoss',
    forward: (
      self: Tensor,
      target: Tensor,
      p: Scalar,
      margin: Scalar,
      weight: Tensor | null,
      reduction: string,
    ): Tensor => {
      if (p.value !== 1 && p.value !== 2) throw runtimeError('only p == 1 and p == 2 supported');
      if (weight !== null) {
        throw new TorchError(
          'NotImplementedError',
          'D2L Exercises does not support multi_margin_loss with weights',
        );
      }
      const rows = self.rank === 1 ? unsqueeze(self, 0) : self;
      const classes = target.rank === 0 ? unsqueeze(target, 0) : target;
      const own = gather(rows, 1, unsqueeze(classes, 1));
      const gaps = positive(addScalar(sub(rows, own), margin));
      const powers = p.value === 1 ? gaps : square(gaps);
      // The target's own term is margin^p and does not count.
      const total = addScalar(sumDims(powers, [1]), -(margin.value ** p.value));
      return reduced(mulScalar(total, 1 / (rows.shape[1] as number)), reduction);
    },
    namespace: 'nn.functional',
    doc: 'The mean over classes of max(0, margin - x[target] + x[class])^p.',
  },
);
