/** Spread and mean together, and how variables vary together. */
import { floatingType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { type Scalar } from '../../scalar.ts';
import { div, divScalar, sub } from '../pointwise/arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { clampBetween } from '../pointwise/limits.ts';
import { diagonal } from '../linalg/diagonals.ts';
import { sqrt } from '../pointwise/functions.ts';
import { matmul } from '../linalg/products.ts';
import { spreadAround } from './reductions.ts';
import { meanDims } from './sums.ts';
import { numpyT, reshape, unsqueeze } from '../shape/views.ts';

for (const [name, node] of [
  ['var', 'VarMean'],
  ['std', 'StdMean'],
] as const) {
  const both = (self: Tensor, dim: Shape | null, correction: number, keepdim: boolean): Tensor[] => [
    spreadAround[name](self, dim, correction, keepdim),
    meanDims(self, dim, keepdim),
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

const covariance = operation('cov(Tensor self, *, int correction=1) -> Tensor', {
  composite: true,
  node: 'Squeeze',
  forward: (self: Tensor, correction: number): Tensor => {
    if (self.rank > 2) {
      throw runtimeError(
        `cov(): expected input to have two or fewer dimensions but got an input with ${self.rank} dimensions`,
      );
    }
    if (self.dtype === 'bool') throw runtimeError('cov(): bool dtype is not supported for input');
    const given = toDType(self, floatingType(self.dtype));
    const rows = self.rank === 0 ? reshape(given, [1, 1]) : self.rank < 2 ? unsqueeze(given, 0) : given;
    const centred = sub(rows, meanDims(rows, [1], true));
    const count = Math.max((rows.shape[1] as number) - correction, 0);
    const product = divScalar(matmul(centred, numpyT(centred)), count);
    return self.rank < 2 ? reshape(product, []) : product;
  },
  doc: 'The covariance matrix of variables (rows) over observations (columns).',
});

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
