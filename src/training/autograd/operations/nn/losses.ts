/** Losses that compare numbers with numbers, or probabilities with probabilities. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { broadcastShapes, sameShape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { toDType } from '../creation/conversion.ts';
import { checkKind, checkWritable } from '../../in-place.ts';
import { checkFloating, floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { intScalar } from '../../scalar.ts';
import {
  add,
  addScalar,
  checkSubtraction,
  div,
  divScalar,
  mul,
  mulScalar,
  neg,
  rsub,
  sub,
} from '../pointwise/arithmetic.ts';
import { logsigmoid } from '../pointwise/activations.ts';
import { abs, exp, log, log1p, square } from '../pointwise/functions.ts';
import { xlogy } from '../pointwise/binary-functions.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { geScalar, where } from '../pointwise/selection.ts';
import { mean, sum } from '../reduce/sums.ts';
import { loss, weightedMean } from './loss.ts';
import { withoutWayBack } from './no-way-back.ts';

const one = intScalar(1);

const timesWeight = (losses: Tensor, weight: Tensor | null): Tensor =>
  weight === null ? losses : mul(losses, weight);

/** The product written over the losses, so that weights broadcast to them, but they not to the weights. */
function timesOwnWeight(losses: Tensor, weight: Tensor | null): Tensor {
  if (weight === null) return losses;
  const product = mul(losses, weight);
  checkWritable(losses, product);
  return product;
}

/** @throws TorchError for numbers outside 0 to 1, NaN among them */
function checkBetween(name: string, probabilities: Tensor): void {
  if (toContiguous(probabilities, 'float64').every((p) => p >= 0 && p <= 1)) return;
  throw runtimeError(`all elements of ${name} should be between 0 and 1`);
}

/** @throws TorchError unless there is a weight for each element */
function checkWeight(self: Tensor, weight: Tensor | null): void {
  if (weight === null || sameShape(weight.shape, self.shape)) return;
  throw new TorchError('ValueError', 'Weights and input must have the same size.');
}

/** The mean of losses that may have been multiplied by weights. */
const meanOfWeighted = (losses: Tensor, weight: Tensor | null): Tensor =>
  weight === null ? mean(losses) : weightedMean(losses, weight);

/** Bools count as 0 and 1. */
const numbers = (tensor: Tensor, other: Tensor): Tensor =>
  tensor.dtype === 'bool' ? toDType(tensor, other.dtype) : tensor;

const difference = (self: Tensor, target: Tensor): Tensor =>
  sub(numbers(self, target), numbers(target, self));

/** A tensor whose way back demands what the way there does not: that the other is of one type with it. */
const ofOneType = (self: Tensor, other: Tensor): Tensor =>
  withoutWayBack(self, `Found dtype ${legacyName(other.dtype)} but expected ${legacyName(self.dtype)}`);

/** The difference of two tensors that are of one type where the way back leads to one of them. */
function differenceOfOneType(self: Tensor, target: Tensor): Tensor {
  if (self.dtype === target.dtype) return sub(self, target);
  return self.requiresGrad
    ? difference(ofOneType(self, target), target)
    : difference(self, ofOneType(target, self));
}

/** @throws TorchError for shapes that do not broadcast, and where neither tensor has fractions */
function checkBoth(self: Tensor, target: Tensor, kernel: string): void {
  broadcastShapes(self.shape, target.shape);
  if (!isFloating(target.dtype)) checkFloating(self, kernel);
}

/** @throws TorchError for integers, which cannot become the product that is written over them, and for bools */
function checkProbabilities(target: Tensor): void {
  checkSubtraction(target.dtype, target.dtype);
  checkKind(target, 'float32');
}

/** Declares a loss that compares element by element, each pair with a weight of its own where they are given. */
function elementwiseLoss(
  name: string,
  doc: string,
  pointwise: (input: Tensor, target: Tensor) => Tensor,
  { kernel, node }: { readonly kernel?: string; readonly node?: string } = {},
): void {
  loss<[Tensor, Tensor, Tensor | null]>(
    `${name}(Tensor self, Tensor target, str reduction='mean', Tensor? weight=None) -> Tensor`,
    {
      ...(node === undefined ? {} : { node }),
      losses: (self, target, weight) => {
        if (kernel === undefined) broadcastShapes(self.shape, target.shape);
        else checkBoth(self, target, kernel);
        checkWeight(self, weight);
        return timesWeight(pointwise(self, target), weight);
      },
      reductions: { mean: (losses, _self, _target, weight) => meanOfWeighted(losses, weight) },
      doc,
    },
  );
}

elementwiseLoss(
  'mse_loss',
  'The squared differences.',
  (input, target) => square(differenceOfOneType(input, target)),
  {
    node: 'MseLoss',
    kernel: 'mse_cpu',
  },
);
elementwiseLoss('l1_loss', 'The absolute differences.', (input, target) => abs(sub(input, target)));

/** A loss of distances by parts; far ones count as 0 where the near ones are bent, so that no infinity is in the gradient. */
function belowOrAbove(
  distance: Tensor,
  bound: number,
  below: (near: Tensor) => Tensor,
  above: (far: Tensor) => Tensor,
): Tensor {
  const isFar = geScalar(distance, bound);
  const near = where(isFar, full([], 0, distance.dtype), distance);
  return where(isFar, above(distance), below(near));
}

loss<[Tensor, Tensor, number]>(
  "smooth_l1_loss(Tensor self, Tensor target, str reduction='mean', float beta=1.0) -> Tensor",
  {
    node: 'SmoothL1Loss',
    losses: (self, target, beta) => {
      checkBoth(self, target, 'smooth_l1_cpu');
      const distance = abs(difference(self, target));
      if (beta === 0) return distance;
      return belowOrAbove(
        distance,
        beta,
        (near) => mulScalar(square(near), 0.5 / beta),
        (far) => addScalar(far, -0.5 * beta),
      );
    },
    doc: 'Squared below `beta` (divided by 2 beta), linear above.',
  },
);

loss<[Tensor, Tensor, number, Tensor | null]>(
  "huber_loss(Tensor self, Tensor target, str reduction='mean', float delta=1.0, Tensor? weight=None) -> Tensor",
  {
    node: 'HuberLoss',
    losses: (self, target, delta, weight) => {
      checkBoth(self, target, 'huber_cpu');
      checkWeight(self, weight);
      const apart = abs(differenceOfOneType(self, target));
      checkKind(self, apart.dtype);
      const distance = toDType(apart, self.dtype);
      const losses = belowOrAbove(
        distance,
        delta,
        (near) => mulScalar(square(near), 0.5),
        (far) => mulScalar(addScalar(far, -0.5 * delta), delta),
      );
      return timesWeight(losses, weight);
    },
    doc: 'Half the square below `delta`, delta times (distance - delta / 2) above.',
  },
);

/** Logarithms are kept above -100, and what the gradients divide by above 1e-12. */
const ofProbabilities = operation('_cross_entropy_of_probabilities(Tensor self, Tensor target) -> Tensor', {
  forward: (self: Tensor, target: Tensor): Tensor => {
    const bounded = (x: Tensor): Tensor => clampBetween(log(x), -100, null);
    const yes = mul(target, bounded(self));
    return neg(add(yes, mul(rsub(target, one), bounded(rsub(self, one)))));
  },
  gradient: (grad, node): Gradients => {
    const [self, target] = [node.savedTensor(0), node.savedTensor(1)];
    const spread = clampBetween(mul(self, rsub(self, one)), 1e-12, null);
    const forTarget = sub(log1p(neg(self)), log(self));
    return [
      node.needs(0) ? div(mul(grad, sub(self, target)), spread) : null,
      node.needs(1) ? mul(grad, forTarget) : null,
    ];
  },
  saves: ['self', 'target'],
  variants: 'internal',
});

loss<[Tensor, Tensor, Tensor | null]>(
  "binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    dtypes: floating('binary_cross_entropy'),
    node: 'BinaryCrossEntropy',
    losses: (self, target, weight) => {
      if (target.dtype !== self.dtype) {
        throw runtimeError(`Found dtype ${legacyName(target.dtype)} but expected ${legacyName(self.dtype)}`);
      }
      checkBetween('input', self);
      checkBetween('target', target);
      return timesOwnWeight(ofProbabilities(self, target), weight);
    },
    doc: 'The cross-entropy between probabilities and targets from 0 to 1; logarithms are kept above -100.',
  },
);

loss<[Tensor, Tensor, Tensor | null, Tensor | null]>(
  "binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, str reduction='mean') -> Tensor",
  {
    node: 'BinaryCrossEntropyWithLogits',
    losses: (self, target, weight, positive) => {
      checkFloating(self, 'log_sigmoid_cpu');
      checkProbabilities(target);
      const tail = neg(logsigmoid(self));
      const scale =
        positive === null ? null : addScalar(mul(addScalar(positive, intScalar(-1)), target), one);
      if (scale !== null) checkWritable(self, scale);
      const losses = add(mul(rsub(target, one), self), scale === null ? tail : mul(scale, tail));
      return timesOwnWeight(toDType(losses, target.dtype), weight);
    },
    doc: 'The cross-entropy between sigmoid(x) and targets from 0 to 1, computed without overflow.',
  },
);

loss<[Tensor, Tensor, boolean]>(
  "kl_div(Tensor self, Tensor target, str reduction='mean', *, bool log_target=False) -> Tensor",
  {
    losses: (self, target, isLog) => {
      if (!isFloating(self.dtype) || !isFloating(target.dtype))
        throw runtimeError('kl_div: Integral inputs not supported.');
      if (isLog) return mul(exp(target), sub(target, self));
      return sub(xlogy(target, target), mul(target, self));
    },
    reductions: { batchmean: (losses, self) => divScalar(sum(losses), intScalar(self.shape[0] ?? 1)) },
    doc: 'target (log target - x), where x are log-probabilities.',
  },
);
