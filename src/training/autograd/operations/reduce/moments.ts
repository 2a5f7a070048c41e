/** Spread and mean together, and how variables vary together. */
import { floatingType, isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Shape } from '../../../backend/layout.ts';
import { full, itemOf, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { type Scalar } from '../../scalar.ts';
import { addScalar, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { diagonal } from '../linalg/diagonals.ts';
import { abs, sqrt } from '../pointwise/functions.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { matmul } from '../linalg/products.ts';
import { spreadAround } from './reductions.ts';
import { meanDims, reducedDimensions, sum, sumDims } from './sums.ts';
import { slice } from '../shape/slicing.ts';
import { numpyT, reshape, unsqueeze } from '../shape/views.ts';

/** PyTorch's mean beside a variance moves from element to element: an infinity that is not the last leaves NaN behind. */
function runningMean(self: Tensor, dim: Shape | null, mean: Tensor): Tensor {
  if (self.numel === 0) return mean;
  const ends = reducedDimensions(self, dim).reduce((rest, d) => slice(rest, d, -1), self);
  const isLast = eqScalar(abs(reshape(ends, mean.shape)), Infinity);
  const left = where(isLast, mean, full([], NaN, mean.dtype));
  return where(eqScalar(abs(mean), Infinity), left, mean);
}

for (const [name, node] of [
  ['var', 'VarMean'],
  ['std', 'StdMean'],
] as const) {
  const both = (self: Tensor, dim: Shape | null, correction: number, keepdim: boolean): Tensor[] => [
    spreadAround[name](self, dim, correction, keepdim),
    runningMean(self, dim, meanDims(self, dim, keepdim)),
  ];
  operation(`${name}_mean(Tensor self, bool unbiased=True) -> Tensor[]`, {
    composite: true,
    node,
    forward: (self: Tensor, unbiased: boolean): Tensor[] => both(self, null, unbiased ? 1 : 0, false),
    variants: 'function',
    doc: `The ${name === 'var' ? 'variance' : 'standard deviation'} and the mean, of all elements or along dimensions.`,
  });
  operation(
    `${name}_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor[]`,
    {
      composite: true,
      node,
      forward: (self: Tensor, dim: Shape | null, unbiased: boolean, keepdim: boolean): Tensor[] =>
        both(self, dim, unbiased ? 1 : 0, keepdim),
      variants: 'function',
    },
  );
  operation(
    `${name}_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor[]`,
    {
      composite: true,
      node,
      forward: (self: Tensor, dim: Shape | null, correction: Scalar | null, keepdim: boolean): Tensor[] =>
        both(self, dim, correction?.value ?? 1, keepdim),
      variants: 'function',
    },
  );
}

/** The words of PyTorch for weights that do not fit the observations. */
function checkWeights(name: 'fweights' | 'aweights', weights: Tensor, count: number): void {
  const kind = name === 'fweights' ? 'integral' : 'floating point';
  const expected = `cov(): expected ${name} to have`;
  if (weights.rank > 1) {
    throw runtimeError(`${expected} one or fewer dimensions but got ${name} with ${weights.rank} dimensions`);
  }
  if (isFloating(weights.dtype) === (name === 'fweights') || weights.dtype === 'bool') {
    throw runtimeError(`${expected} ${kind} dtype but got ${name} with ${legacyName(weights.dtype)} dtype`);
  }
  if (weights.numel !== count) {
    throw runtimeError(
      `${expected} the same numel as there are observations in the input but got ${weights.numel} != ${count}`,
    );
  }
  if (toContiguous(weights, 'float64').some((weight) => weight < 0)) {
    throw runtimeError(`cov(): ${name} cannot be negative`);
  }
}

/** Weighted sums of products of distances from the weighted means, over the weights' sum less the correction. */
function weightedCovariance(
  rows: Tensor,
  weights: Tensor,
  byValue: Tensor | null,
  correction: number,
): Tensor {
  const total = sum(weights);
  const centred = sub(rows, unsqueeze(div(sumDims(mul(rows, weights), [1]), total), 1));
  const lost = byValue === null ? total : div(sum(mul(weights, byValue)), total);
  const count =
    byValue === null
      ? clampBetween(addScalar(total, -correction), 0, null)
      : clampBetween(sub(total, mulScalar(lost, correction)), 0, null);
  return div(matmul(mul(centred, weights), numpyT(centred)), count);
}

const covariance = operation(
  'cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor',
  {
    composite: true,
    node: 'Squeeze',
    forward: (self: Tensor, correction: number, fweights: Tensor | null, aweights: Tensor | null): Tensor => {
      if (self.rank > 2) {
        throw runtimeError(
          `cov(): expected input to have two or fewer dimensions but got an input with ${self.rank} dimensions`,
        );
      }
      if (self.dtype === 'bool') throw runtimeError('cov(): bool dtype is not supported for input');
      const given = toDType(self, floatingType(self.dtype));
      const rows = self.rank === 0 ? reshape(given, [1, 1]) : self.rank < 2 ? unsqueeze(given, 0) : given;
      const observations = rows.shape[1] as number;
      if (fweights !== null) checkWeights('fweights', fweights, observations);
      if (aweights !== null) checkWeights('aweights', aweights, observations);
      const both = fweights !== null && aweights !== null ? mul(fweights, aweights) : (fweights ?? aweights);
      const weights = both ?? full([observations], 1, given.dtype);
      if (both !== null && Number(itemOf(sum(both))) === 0) {
        throw runtimeError("cov(): weights sum to zero, can't be normalized");
      }
      const product = weightedCovariance(rows, toDType(weights, given.dtype), aweights, correction);
      return product.numel === 1 ? reshape(product, []) : product;
    },
    doc: 'The covariance matrix of variables (rows) over observations (columns), which may be weighted.',
  },
);

operation('corrcoef(Tensor self) -> Tensor', {
  composite: true,
  node: 'ClampBackward1',
  forward: (self: Tensor): Tensor => {
    const matrix = covariance(self);
    if (matrix.rank === 0) return div(matrix, matrix);
    const deviations = sqrt(diagonal(matrix));
    const scaled = div(div(matrix, unsqueeze(deviations, 1)), deviations);
    return clampBetween(scaled, -1, 1);
  },
  doc: 'The correlation matrix of variables (rows) over observations (columns).',
});
