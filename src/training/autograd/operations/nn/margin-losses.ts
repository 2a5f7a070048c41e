/** Losses that ask for margins between scores, or between the distances of pairs. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { toDType } from '../creation/conversion.ts';
import { isFloating } from '../../../backend/dtype.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { checkKind, checkWritable } from '../../in-place.ts';
import { checkFloating, checkSameType, floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { intScalar, roundedTo, type Scalar } from '../../scalar.ts';
import { gather } from '../indexing/gather.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { logsigmoid } from '../pointwise/activations.ts';
import { add, addScalar, div, divScalar, mul, neg, rsub, sub } from '../pointwise/arithmetic.ts';
import { exp, log1p, square } from '../pointwise/functions.ts';
import { positivePart as positive } from '../pointwise/limits.ts';
import { powScalar } from '../pointwise/powers.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { minimum } from '../reduce/extremes.ts';
import { normOver } from '../reduce/norms.ts';
import { sumDims, sumToShape } from '../reduce/sums.ts';
import { reshape, unsqueeze } from '../shape/views.ts';
import { checkLong } from './class-targets.ts';
import { loss } from './loss.ts';
import { exceeding } from './multilabel-margin-loss.ts';

const one = intScalar(1);
const nothing = (x: Tensor): Tensor => full([], 0, x.dtype);

const sizeOf = ({ shape }: Tensor): string => `torch.Size([${shape.join(', ')}])`;

/** @throws TorchError unless there is a target for each pair of rows, or one for one pair */
function checkPairs(a: Tensor, b: Tensor, target: Tensor): void {
  if (target.rank > 1) throw runtimeError('0D or 1D target tensor expected, multi-target not supported');
  if (a.rank === target.rank + 1 && b.rank === target.rank + 1) return;
  const [first, second] = [a, b].map(({ shape }) => `[${shape.join(', ')}]`);
  throw runtimeError(
    `${target.rank}D target tensor expects ${target.rank + 1}D input tensors, but found inputs with sizes ${first} and ${second}.`,
  );
}

loss<[Tensor, Tensor, number]>(
  "hinge_embedding_loss(Tensor self, Tensor target, float margin=1.0, str reduction='mean') -> Tensor",
  {
    losses: (self, target, margin) => {
      const apart = where(
        eqScalar(target, one),
        nothing(self),
        positive(sub(full([], roundedTo(self.dtype, margin), self.dtype), self)),
      );
      return add(apart, where(eqScalar(target, intScalar(-1)), nothing(self), self));
    },
    doc: 'x where the target is 1, max(0, margin - x) where it is -1.',
  },
);

loss<[Tensor, Tensor, Tensor, number]>(
  "margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, str reduction='mean') -> Tensor",
  {
    losses: (a, b, target, margin) => {
      if (a.rank !== b.rank || a.rank !== target.rank) {
        const [first, second, wanted] = [a, b, target].map(sizeOf);
        throw runtimeError(
          `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${first}, input2: ${second}, target: ${wanted} `,
        );
      }
      return positive(addScalar(mul(neg(target), sub(a, b)), margin));
    },
    doc: 'max(0, margin - target (input1 - input2)): the target 1 wants the first larger, -1 the second.',
  },
);

/** Whole targets are negated as numbers of x's dtype, but on the way back as PyTorch does, in their own. */
const softMargins = operation('_soft_margins(Tensor self, Tensor target) -> Tensor', {
  forward: (self: Tensor, target: Tensor): Tensor => {
    const signs = isFloating(target.dtype) ? target : toDType(target, self.dtype);
    return log1p(exp(mul(neg(signs), self)));
  },
  gradient: (grad, node): Gradients => {
    const [self, target] = [node.savedTensor(0), node.savedTensor(1)];
    const power = exp(mul(neg(target), self));
    const slope = div(neg(mul(target, power)), addScalar(power, one));
    return [sumToShape(mul(grad, slope), self.shape), null];
  },
  saves: ['self', 'target'],
  variants: 'internal',
});

loss<[Tensor, Tensor]>("soft_margin_loss(Tensor self, Tensor target, str reduction='mean') -> Tensor", {
  node: 'SoftMarginLoss',
  losses: (self, target) => {
    checkWritable(self, mul(target, self));
    if (!isFloating(self.dtype) && self.dtype !== 'bool') checkKind(self, 'float32');
    return toDType(softMargins(self, target), self.dtype);
  },
  doc: 'log(1 + exp(-target x)) for targets 1 and -1.',
});

loss<[Tensor, Tensor, Tensor, number]>(
  "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, str reduction='mean') -> Tensor",
  {
    losses: (a, b, target, margin) => {
      checkPairs(a, b, target);
      const length = (x: Tensor): Tensor => addScalar(sumDims(square(x), [-1]), 1e-12);
      const scale = powScalar(mul(length(a), length(b)), 0.5);
      const cosine = div(sumDims(mul(a, b), [-1]), scale);
      const alike = where(eqScalar(target, one), rsub(cosine, one), nothing(cosine));
      const unlike = positive(addScalar(cosine, -margin));
      return add(alike, where(eqScalar(target, intScalar(-1)), unlike, nothing(cosine)));
    },
    doc: '1 - cos for the target 1, max(0, cos - margin) for -1.',
  },
);

loss<[Tensor, Tensor, Tensor, number, number, number, boolean]>(
  "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False, str reduction='mean') -> Tensor",
  {
    losses: (anchor, alike, unlike, margin, p, eps, swap) => {
      checkTriplet(anchor, alike, unlike, margin);
      const distance = (a: Tensor, b: Tensor): Tensor => normOver(addScalar(sub(a, b), eps), p, [-1], false);
      const far = distance(anchor, unlike);
      const apart = swap ? minimum(far, distance(alike, unlike)) : far;
      return positive(addScalar(sub(distance(anchor, alike), apart), margin));
    },
    doc: 'max(0, distance to the alike - distance to the unlike + margin).',
  },
);

loss<[Tensor, Tensor, Tensor | null]>(
  "multilabel_soft_margin_loss(Tensor self, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    dtypes: floating('log_sigmoid_cpu'),
    losses: (self, target, weight) => {
      const yes = mul(target, logsigmoid(self));
      const no = mul(rsub(target, one), logsigmoid(neg(self)));
      const losses = neg(add(yes, no));
      // PyTorch counts the classes of x, over which the losses of more targets are added up.
      const total = sumDims(weight === null ? losses : mul(losses, weight), [Math.max(self.rank - 1, 0)]);
      return divScalar(total, intScalar(self.shape.at(-1) ?? 1));
    },
    doc: 'The mean over classes of the cross-entropy between sigmoid(x) and targets 0 and 1.',
  },
);

loss<[Tensor, Tensor, Scalar, Scalar, Tensor | null]>(
  "multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, str reduction='mean') -> Tensor",
  {
    node: 'MultiMarginLoss',
    losses: (self, target, p, margin, weight) => {
      checkMultiMargin(self, target, p, weight);
      const rows = self.rank < 2 ? reshape(self, [1, -1]) : self;
      const classes = target.rank === 0 ? unsqueeze(target, 0) : target;
      const own = gather(rows, 1, unsqueeze(classes, 1));
      const short = exceeding(addScalar(sub(rows, own), margin), othersThan(classes, rows));
      const powers = p.value === 1 ? short : square(short);
      const losses = divScalar(sumDims(powers, [1]), intScalar(rows.shape[1] as number));
      const weighted = weight === null ? losses : mul(losses, indexSelect(weight, 0, classes));
      return target.rank === 0 ? reshape(weighted, []) : weighted;
    },
    doc: 'The mean over classes of max(0, margin - x[target] + x[class])^p, times the weight of the target.',
  },
);

/** Where the classes are others than the right one of each row. */
function othersThan(classes: Tensor, { shape }: Tensor): Tensor {
  const [rows = 1, columns = 1] = shape;
  const right = toContiguous(classes, 'float64');
  const others = Uint8Array.from({ length: rows * columns }, (_, i) =>
    i % columns === right[Math.floor(i / columns)] ? 0 : 1,
  );
  return fromElements(others, 'bool', shape);
}

/** @throws TorchError in PyTorch's words */
function checkMultiMargin(self: Tensor, target: Tensor, p: Scalar, weight: Tensor | null): void {
  if (p.value !== 1 && p.value !== 2) {
    throw new TorchError('ValueError', 'only p == 1 and p == 2 supported');
  }
  if (self.rank > 2 || self.shape.at(-1) === 0) {
    throw runtimeError(
      `Expected non-empty vector or matrix with optional 0-dim batch size, but got: [${self.shape.join(', ')}]`,
    );
  }
  if (weight !== null && weight.rank !== 1) {
    throw new TorchError('ValueError', 'weight must be one-dimensional');
  }
  const rows = self.rank < 2 ? 1 : (self.shape[0] as number);
  if (target.rank > 1 || target.numel !== rows) {
    throw runtimeError(`inconsistent target size, expected ${rows} but got [${target.shape.join(', ')}]`);
  }
  const classes = self.shape.at(-1) ?? 1;
  if (weight !== null && weight.numel !== classes) {
    throw runtimeError(`inconsistent weight size, expected ${classes} but got [${weight.shape.join(', ')}]`);
  }
  checkFloating(self, 'multi_margin_loss_cpu_kernel');
  checkLong(target);
  checkSameType(self, weight);
  if (toContiguous(target, 'int64').some((each) => each < 0 || each >= classes)) {
    throw runtimeError('target out of range');
  }
}

/** @throws TorchError in PyTorch's words */
function checkTriplet(anchor: Tensor, alike: Tensor, unlike: Tensor, margin: number): void {
  if (margin <= 0) {
    throw new TorchError('ValueError', `margin must be greater than 0, got ${margin}`);
  }
  const [own, near, far] = [anchor, alike, unlike].map(({ rank }) => `${rank}D`);
  if (own === near && near === far) return;
  throw runtimeError(
    `The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor ${own}, positive ${near}, and negative ${far} inputs`,
  );
}
