/** Negative log-likelihoods of targets under a distribution whose parameters the model gives. */
import { cppName, isFloating } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { intScalar } from '../../scalar.ts';
import { add, addScalar, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { exp, log, square } from '../pointwise/functions.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { gtScalar, where } from '../pointwise/selection.ts';
import { unsqueeze } from '../shape/views.ts';
import { loss } from './loss.ts';

const one = intScalar(1);

loss<[Tensor, Tensor, boolean, boolean, number]>(
  "poisson_nll_loss(Tensor self, Tensor target, bool log_input=True, bool full=False, float eps=1e-08, str reduction='mean') -> Tensor",
  {
    losses: (self, target, isLog, isComplete, eps) => {
      const losses = isLog
        ? sub(exp(self), mul(target, self))
        : sub(self, mul(target, log(addScalar(self, eps))));
      return isComplete ? add(losses, stirling(target)) : losses;
    },
    doc: 'The negative log-likelihood of counts under Poisson distributions.',
  },
);

/** Stirling's approximation of log(target!), 0 for targets up to 1. */
function stirling(target: Tensor): Tensor {
  const safe = where(gtScalar(target, one), target, full([], 2, target.dtype));
  const circle = mulScalar(log(mulScalar(safe, 2 * Math.PI)), 0.5);
  const value = add(sub(mul(safe, log(safe)), safe), circle);
  return where(gtScalar(target, one), value, full([], 0, target.dtype));
}

loss<[Tensor, Tensor, Tensor, boolean, number]>(
  "gaussian_nll_loss(Tensor self, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor",
  {
    losses: (self, target, variance, isComplete, eps) => {
      const variances = variancesOf(self, variance);
      checkClamped(variances);
      const bounded = flooredAt(variances, eps);
      const losses = mulScalar(add(log(bounded), div(square(sub(self, target)), bounded)), 0.5);
      return isComplete ? addScalar(losses, 0.5 * Math.log(2 * Math.PI)) : losses;
    },
    doc: 'The negative log-likelihood of targets under normal distributions of the given means and variances.',
  },
);

/** One variance for each element, or for each row. @throws TorchError for variances that do not fit, or are negative */
function variancesOf(self: Tensor, variance: Tensor): Tensor {
  const rows = self.shape.slice(0, -1);
  const isOne = variance.numel === 1 && variance.rank === 0;
  const fits = isOne || sameShape(variance.shape, self.shape) || sameShape(variance.shape, [...rows, 1]);
  if (!fits && !sameShape(variance.shape, rows)) {
    throw new TorchError('ValueError', 'var is of incorrect size');
  }
  if (toContiguous(variance, variance.dtype).some((each) => each < 0)) {
    throw new TorchError('ValueError', 'var has negative entry/entries');
  }
  return fits ? variance : unsqueeze(variance, -1);
}

/** @throws TorchError for integers, over which no bounds with fractions are written */
function checkClamped(variance: Tensor): void {
  if (isFloating(variance.dtype)) return;
  throw runtimeError(`result type Float can't be cast to the desired output type ${cppName(variance.dtype)}`);
}

/** Variances below `eps` are replaced by it, but have the gradient all the same. */
const flooredAt = operation('_floored_at(Tensor self, float eps) -> Tensor', {
  forward: (self: Tensor, eps: number): Tensor => clampBetween(self, eps, null),
  gradient: (grad): Gradients => [grad],
  variants: 'internal',
});
