/** Reductions besides sums and extremes: truth, products, spread, log-sum-exp. */
import * as compute from '../../../backend/compute.ts';
import { accumulationType, floatingType, isFloating, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { floatScalar, intScalar, type Scalar } from '../../scalar.ts';
import { add, div, divScalar, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { withScalar } from '../pointwise/binary.ts';
import { toDType } from '../creation/conversion.ts';
import { exp, log, sqrt, square } from '../pointwise/functions.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { hasZero, productsOfOthers } from './products-of-others.ts';
import { meanDims, reducedDimensions, reducedShape, spread, sumDims } from './sums.ts';
import { reshape } from '../shape/views.ts';

function truth(kernel: 'any' | 'all', doc: string): void {
  const reduceOver = (self: Tensor, dims: readonly number[], keepdim: boolean): Tensor => {
    const found = new Tensor(
      compute.reduce(kernel, self, dims, 'bool'),
      reducedShape(self.shape, dims, keepdim),
    );
    // Of bytes PyTorch gives bytes: they were its bools once.
    return self.dtype === 'uint8' ? toDType(found, 'uint8') : found;
  };
  operation(`${kernel}(Tensor self) -> Tensor`, {
    forward: (self: Tensor) => reduceOver(self, reducedDimensions(self, null), false),
    doc,
  });
  operation(`${kernel}.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: Shape | null, keepdim: boolean) =>
      reduceOver(self, dim?.length === 0 ? [] : reducedDimensions(self, dim), keepdim),
  });
  operation(`${kernel}.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: number, keepdim: boolean) =>
      reduceOver(self, reducedDimensions(self, [dim]), keepdim),
  });
}

truth('any', 'Whether any element is not 0.');
truth('all', 'Whether all elements are not 0.');

operation('prod(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  out: false,
  forward: (self: Tensor, dtype: DType | null): Tensor =>
    new Tensor(
      compute.reduce('prod', self, reducedDimensions(self, null), dtype ?? accumulationType(self.dtype)),
      [],
    ),
  gradient: (grad, node): Gradients => {
    const self = node.savedTensor(0);
    if (!hasZero(self)) return [mul(grad, div(node.savedTensor(1), self))];
    return [mul(grad, reshape(productsOfOthers(reshape(self, [-1]), 0), self.shape))];
  },
  saves: ['self', 'result'],
  doc: 'The product of all elements.',
});

operation('prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dim: number, keepdim: boolean, dtype: DType | null): Tensor => {
    const dims = reducedDimensions(self, [dim]);
    const type = dtype ?? accumulationType(self.dtype);
    return new Tensor(compute.reduce('prod', self, dims, type), reducedShape(self.shape, dims, keepdim));
  },
  node: 'ProdBackward1',
  gradient: (grad, node): Gradients => {
    const self = node.savedTensor(0);
    const dims = reducedDimensions(self, [node.args[1] as number]);
    if (self.rank === 0) return [grad];
    const others = hasZero(self)
      ? productsOfOthers(self, dims[0] as number)
      : div(spread(node.savedTensor(1), self.shape, dims), self);
    return [mul(spread(grad, self.shape, dims), others)];
  },
  saves: ['self', 'result'],
});

function checkVariance(name: string, self: Tensor): void {
  if (isFloating(self.dtype)) return;
  throw runtimeError(`${name} only support floating point and complex dtypes`);
}

/** Each element's distance from the mean, of all or along dimensions. */
const fromMean = (self: Tensor, dims: Shape): Tensor =>
  sub(self, meanDims(self, dims.length === 0 ? null : dims, true));

const countOver = (self: Tensor, dims: Shape): number => numel(dims.map((d) => self.shape[d] as number));

/** Mean square distance from the mean, over `count - correction`. */
function variance(self: Tensor, dim: Shape | null, correction: number, keepdim: boolean): Tensor {
  checkVariance('std and var', self);
  const dims = reducedDimensions(self, dim);
  const total = sumDims(square(fromMean(self, dims)), dims, keepdim);
  return divScalar(total, Math.max(countOver(self, dims) - correction, 0));
}

/** d variance / d x = 2 (x - mean) / (count - correction); of too few elements NaN at the mean, infinite elsewhere. */
function slopeOfVariance(self: Tensor, dim: Shape | null, correction: number): Tensor {
  const dims = reducedDimensions(self, dim);
  const freedom = countOver(self, dims) - correction;
  const away = fromMean(self, dims);
  if (freedom > 0 || (dim !== null && self.rank > 0)) return mulScalar(away, 2 / freedom);
  const constant = (value: number): Tensor => full([], value, self.dtype);
  return where(eqScalar(away, 0), constant(NaN), constant(Infinity));
}

/** The gradient of a square root by its result, 0 where that is 0. */
const throughRoot = (grad: Tensor, root: Tensor): Tensor =>
  where(eqScalar(root, 0), full([], 0, grad.dtype), div(grad, mulScalar(root, 2)));

type SpreadArguments = [self: Tensor, dim: Shape | null, correction: Scalar | null, keepdim: boolean];

/** Declares variance or standard deviation over `count - correction`. */
function spreadOperation(name: 'var' | 'std'): (...args: SpreadArguments) => Tensor {
  return operation(
    `${name}.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`,
    {
      forward: (self: Tensor, dim: Shape | null, correction: Scalar | null, keepdim: boolean): Tensor => {
        const found = variance(self, dim, correction?.value ?? 1, keepdim);
        return name === 'var' ? found : sqrt(found);
      },
      gradient: (grad, node): Gradients => {
        const [, dim, correction] = node.args as SpreadArguments;
        const self = node.savedTensor(0);
        const ofVariance = name === 'var' ? grad : throughRoot(grad, node.savedTensor(1));
        const over = spread(ofVariance, self.shape, reducedDimensions(self, dim));
        return [mul(over, slopeOfVariance(self, dim, correction?.value ?? 1))];
      },
      saves: name === 'var' ? ['self'] : ['self', 'result'],
      node: name === 'var' ? 'Var' : 'Std',
    },
  );
}

type Spread = (self: Tensor, dim: Shape | null, correction: number, keepdim: boolean) => Tensor;

/** By whole numbers of degrees of freedom that are lost. */
const byNumber =
  (spreadOf: (...args: SpreadArguments) => Tensor): Spread =>
  (self, dim, correction, keepdim) =>
    spreadOf(self, dim, intScalar(correction), keepdim);

/** Variance and standard deviation over `count - correction`. */
export const spreadAround: Readonly<Record<'var' | 'std', Spread>> = {
  var: byNumber(spreadOperation('var')),
  std: byNumber(spreadOperation('std')),
};

for (const name of ['var', 'std'] as const) {
  const words = name === 'var' ? 'The variance' : 'The standard deviation';
  const node = name === 'var' ? 'Var' : 'Std';
  const spreadOf = spreadAround[name];
  operation(`${name}(Tensor self, bool unbiased=True) -> Tensor`, {
    composite: true,
    node,
    forward: (self: Tensor, unbiased: boolean): Tensor => spreadOf(self, null, unbiased ? 1 : 0, false),
    doc: `${words}, of all elements or along dimensions; \`unbiased\` divides by one less than their number.`,
  });
  operation(`${name}.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`, {
    composite: true,
    node,
    forward: (self: Tensor, dim: Shape | null, unbiased: boolean, keepdim: boolean): Tensor =>
      spreadOf(self, dim, unbiased ? 1 : 0, keepdim),
  });
}

export const logsumexp = operation('logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor', {
  forward: (given: Tensor, dim: Shape, keepdim: boolean): Tensor => {
    const self = toDType(given, floatingType(given.dtype));
    const dims = reducedDimensions(self, dim);
    if (self.numel === 0) return log(sumDims(self, dims, keepdim));
    const largest = new Tensor(
      compute.reduce('max', self, dims, self.dtype),
      reducedShape(self.shape, dims, true),
    );
    const finite = bounded(largest, self.dtype === 'float64' ? Number.MAX_VALUE : LARGEST_FLOAT32);
    const total = log(sumDims(exp(sub(self, finite)), dims, true));
    return reshape(add(total, finite), reducedShape(self.shape, dims, keepdim));
  },
  gradient: (grad, node): Gradients => {
    const self = node.savedTensor(0);
    const dims = reducedDimensions(self, node.args[1] as Shape);
    const result = spread(node.savedTensor(1), self.shape, dims);
    return [mul(spread(grad, self.shape, dims), exp(sub(self, result)))];
  },
  saves: ['self', 'result'],
  doc: 'log(sum(exp(x))) along dimensions, computed without overflow.',
});

export const LARGEST_FLOAT32 = (2 - 2 ** -23) * 2 ** 127;

/** Infinities become the largest number and its negative, so that a difference from them is none of two infinities. */
const bounded = (x: Tensor, most: number): Tensor =>
  withScalar(
    'maximum',
    withScalar('minimum', x, floatScalar(most), false, x.dtype),
    floatScalar(-most),
    false,
    x.dtype,
  );
