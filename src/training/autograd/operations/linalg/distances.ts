/** Distances and angles between vectors. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { typeOfBoth, type Scalar } from '../../scalar.ts';
import { addScalar, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';
import { toDType } from '../creation/conversion.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { reciprocal } from '../pointwise/functions.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { gtScalar, where } from '../pointwise/selection.ts';
import { normOver } from '../reduce/norms.ts';
import { sumDims } from '../reduce/sums.ts';
import { unsqueeze } from '../shape/views.ts';

/** In how many places rows differ: a distance with a gradient, which is 0. */
const countOfDifferences = operation('_count_of_differences(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => normOver(self, 0, [-1], false),
  gradient: (_grad, node): Gradients => [full(node.savedTensor(0).shape, 0, node.savedTensor(0).dtype)],
  saves: ['self'],
  variants: 'internal',
});

const distanceOf = (apart: Tensor, p: number): Tensor =>
  p === 0 ? countOfDifferences(apart) : normOver(apart, p, [-1], false);

operation('dist(Tensor self, Tensor other, Scalar p=2) -> Tensor', {
  composite: true,
  node: 'Dist',
  forward: (self: Tensor, other: Tensor, p: Scalar): Tensor =>
    normOver(sub(self, other), p.value, null, false),
  doc: 'The p-norm of the difference.',
});

operation(
  "cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode='use_mm_for_euclid_dist_if_necessary') -> Tensor",
  {
    composite: true,
    node: 'Cdist',
    forward: (a: Tensor, b: Tensor, p: number, _mode: string): Tensor => {
      if (a.rank < 2 || b.rank < 2) {
        const which = a.rank < 2 ? 'X1' : 'X2';
        throw runtimeError(
          `cdist only supports at least 2D tensors, ${which} got: ${(a.rank < 2 ? a : b).rank}D`,
        );
      }
      for (const [name, x] of Object.entries({ X1: a, X2: b })) {
        if (isFloating(x.dtype)) continue;
        throw runtimeError(`cdist only supports floating-point dtypes, ${name} got: ${legacyName(x.dtype)}`);
      }
      if (p < 0) throw runtimeError('cdist only supports non-negative p values');
      if (a.shape.at(-1) !== b.shape.at(-1)) {
        throw runtimeError(
          `X1 and X2 must have the same number of columns. X1: ${a.shape.at(-1)} X2: ${b.shape.at(-1)}`,
        );
      }
      return distanceOf(sub(unsqueeze(a, -2), unsqueeze(b, -3)), p);
    },
    variants: 'function',
    doc: 'The p-norm distances of all rows of (…, n, d) from all rows of (…, m, d).',
  },
);

operation(
  'pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-06, bool keepdim=False) -> Tensor',
  {
    composite: true,
    node: 'NormBackward1',
    forward: (a: Tensor, b: Tensor, p: number, eps: number, keepdim: boolean): Tensor =>
      normOver(addScalar(sub(a, b), eps), p, [-1], keepdim),
    namespace: 'nn.functional',
    doc: 'The p-norm of the difference of vectors (plus eps) along the last dimension.',
  },
);

/** The distances of row i from all rows after it, for each i. */
function pairDistances(self: Tensor, p: number): Tensor {
  if (self.rank !== 2) throw runtimeError(`pdist only supports 2D tensors, got: ${self.rank}D`);
  if (p < 0) throw runtimeError('pdist only supports non-negative p values');
  const rows = Array.from({ length: self.shape[0] as number }, (_, i) => i);
  const pairs = rows.flatMap((i) => rows.slice(i + 1).map((j) => [i, j] as const));
  const chosen = (which: 0 | 1): Tensor =>
    indexSelect(
      self,
      0,
      fromElements(
        Float64Array.from(pairs, (pair) => pair[which]),
        'int64',
        [pairs.length],
      ),
    );
  return distanceOf(sub(chosen(0), chosen(1)), p);
}

/** PyTorch has it under both names. */
for (const [overload, namespace] of [
  ['', 'torch'],
  ['.functional', 'nn.functional'],
] as const) {
  operation(`cosine_similarity${overload}(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor`, {
    composite: true,
    forward: (a: Tensor, b: Tensor, dim: number, eps: number): Tensor => {
      const type = typeOfBoth(a, b);
      if (!isFloating(type)) {
        throw runtimeError(
          `expected common dtype to be floating point, yet common dtype is ${legacyName(type)}`,
        );
      }
      const [first, second] = broadcastBoth(toDType(a, type), toDType(b, type));
      const unit = (x: Tensor): Tensor => div(x, clampBetween(normOver(x, 2, [dim], true), eps, null));
      return sumDims(mul(unit(first), unit(second)), [dim]);
    },
    variants: 'function',
    namespace,
    doc: 'The cosine of the angle between vectors along a dimension.',
  });
}

operation('normalize(Tensor self, float p=2.0, int dim=1, float eps=1e-12) -> Tensor', {
  composite: true,
  forward: (self: Tensor, p: number, dim: number, eps: number): Tensor =>
    div(self, clampBetween(normOver(self, p, [dim], true), eps, null)),
  namespace: 'nn.functional',
  doc: 'Vectors along a dimension divided by their p-norm.',
});

operation('renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor', {
  composite: true,
  node: 'Renorm',
  forward: (self: Tensor, p: Scalar, dim: number, most: Scalar): Tensor => {
    if (!(p.value > 0)) throw runtimeError('renorm: non-positive-norm not supported');
    if (self.rank < 2)
      throw runtimeError(`renorm: input needs at least 2 dimensions, got ${self.rank} dimensions`);
    if (!(most.value >= 0)) throw runtimeError(`renorm: expected maxnorm to be >= 0 but got ${most.value}`);
    const at = wrapDimension(dim, self.rank);
    const others = self.shape.map((_, d) => d).filter((d) => d !== at);
    const norms = normOver(self, p.value, others, true);
    const shrinking = mulScalar(reciprocal(addScalar(norms, 1e-7)), most);
    return mul(self, where(gtScalar(norms, most), shrinking, full([], 1, self.dtype)));
  },
  inPlace: true,
  doc: 'The slices along a dimension, those with a p-norm above `maxnorm` shrunk to it.',
});

for (const [overload, namespace] of [
  ['', 'torch'],
  ['.functional', 'nn.functional'],
] as const) {
  operation(`pdist${overload}(Tensor self, float p=2) -> Tensor`, {
    composite: true,
    node: 'Pdist',
    forward: pairDistances,
    variants: 'function',
    namespace,
    doc: 'The p-norm distances of all pairs of rows.',
  });
}
