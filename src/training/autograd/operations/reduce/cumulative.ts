/** Running sums, products and extremes along a dimension. */
import * as compute from '../../../backend/compute.ts';
import { accumulationType, newElements, type DType } from '../../../backend/dtype.ts';
import { TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { ScanKernel } from '../../../backend/kernels.ts';
import { contiguousStrides, wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { gather } from '../indexing/gather.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { intScalar } from '../../scalar.ts';
import { clone } from '../creation/conversion.ts';
import { add, div, mul, sub } from '../pointwise/arithmetic.ts';
import { abs, exp, log } from '../pointwise/functions.ts';
import { gtScalar, ltScalar, where } from '../pointwise/selection.ts';
import { cat } from '../shape/joining.ts';
import { hasZero, productsBefore } from './products-of-others.ts';
import { LARGEST_FLOAT32 } from './reductions.ts';
import { slice } from '../shape/slicing.ts';

export const cumsum = operation('cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => running('cumsum', self, dim, dtype),
  gradient: (grad, node): Gradients => {
    const dim = node.args[1] as number;
    return [reversed(cumsum(reversed(grad, dim), dim), dim)];
  },
  inPlace: true,
  doc: 'The sums of the elements up to each one, along a dimension.',
});

function running(kernel: ScanKernel, self: Tensor, dim: number, dtype: DType | null): Tensor {
  const type = dtype ?? accumulationType(self.dtype);
  return new Tensor(compute.scan(kernel, self, wrapDimension(dim, self.rank), type), self.shape);
}

function reversed(self: Tensor, dim: number): Tensor {
  const at = wrapDimension(dim, self.rank);
  const size = self.shape[at] ?? 1;
  if (self.rank === 0) return self;
  const order = full([size], 0, 'int64');
  const indices = order.buffer.write();
  for (let i = 0; i < size; i++) indices[i] = size - 1 - i;
  return indexSelect(self, at, order);
}

operation('cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => running('cumprod', self, dim, dtype),
  gradient: (grad, node): Gradients => {
    const dim = node.args[1] as number;
    const self = node.savedTensor(0);
    if (self.rank === 0) return [grad];
    if (self.numel > 0 && hasZero(self)) return [throughProducts(grad, self, wrapDimension(dim, self.rank))];
    const weighted = mul(grad, node.savedTensor(1));
    return [div(reversed(cumsum(reversed(weighted, dim), dim), dim), self)];
  },
  saves: ['self', 'result'],
  inPlace: true,
  doc: 'The products of the elements up to each one, along a dimension.',
});

/**
 * The gradient of running products by the elements, some of which are 0: the product of those before, times
 * `s_i = grad_i + x_(i+1) s_(i+1)`.
 */
function throughProducts(grad: Tensor, self: Tensor, dim: number): Tensor {
  const size = self.shape[dim] as number;
  const at = (x: Tensor, i: number): Tensor => slice(x, dim, i, i + 1);
  const sums = [at(grad, size - 1)];
  for (let i = size - 2; i >= 0; i--) {
    sums.unshift(add(at(grad, i), mul(at(self, i + 1), sums[0] as Tensor)));
  }
  return mul(productsBefore(self, dim), cat(sums, dim));
}

/** For each element the index of the extreme one up to it; of equal ones the last. */
function runningPlaces(self: Tensor, dim: number, sign: 1 | -1): Tensor {
  const elements = toContiguous(self, self.dtype);
  const size = self.shape[dim] as number;
  const stride = contiguousStrides(self.shape)[dim] as number;
  const places = new Float64Array(elements.length);
  for (let at = 0; at < places.length; at++) {
    const i = Math.floor(at / stride) % size;
    const best = i === 0 ? 0 : (places[at - stride] as number);
    const value = elements[at] as number;
    const record = elements[at + (best - i) * stride] as number;
    const wins = value !== value || (record === record && sign * value >= sign * record);
    places[at] = wins ? i : best;
  }
  return fromElements(places, 'int64', self.shape);
}

for (const [name, sign, word] of [
  ['cummax', 1, 'largest'],
  ['cummin', -1, 'smallest'],
] as const) {
  operation(`${name}(Tensor self, int dim) -> (Tensor values, Tensor indices)`, {
    composite: true,
    node: name === 'cummax' ? 'Cummax' : 'Cummin',
    forward: (self: Tensor, dim: number): Tensor[] => {
      if (self.rank === 0) {
        if (dim === 0 || dim === -1) return [self, full([], 0, 'int64')];
        throw new TorchError(
          'IndexError',
          `${name}(): Expected reduction dim -1 or 0 for scalar but got ${dim}`,
        );
      }
      const at = wrapDimension(dim, self.rank);
      const places = runningPlaces(self, at, sign);
      return [gather(self, at, places), places];
    },
    doc: `The ${word} elements up to each one along a dimension, and their indices.`,
  });
}

/** Running log-sum-exp of rows of `size` elements that lie `stride` apart. */
function logSumsUpTo(self: Tensor, dim: number): Tensor {
  const elements = toContiguous(self, 'float64');
  const size = self.shape[dim] as number;
  const stride = contiguousStrides(self.shape)[dim] as number;
  const found = newElements(self.dtype, elements.length);
  const sums = new Float64Array(elements.length);
  for (let at = 0; at < elements.length; at++) {
    const isFirst = Math.floor(at / stride) % size === 0;
    const value = elements[at] as number;
    sums[at] = isFirst ? value : logOfSum(sums[at - stride] as number, value);
    found[at] = sums[at] as number;
  }
  return fromElements(found, self.dtype, self.shape);
}

function logOfSum(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  return high === -Infinity || (low === high && high === Infinity)
    ? high
    : high + Math.log1p(Math.exp(low - high));
}

const logcumsumexp: (self: Tensor, dim: number) => Tensor = operation(
  'logcumsumexp(Tensor self, int dim) -> Tensor',
  {
    forward: (self: Tensor, dim: number): Tensor => {
      const at = wrapDimension(dim, self.rank);
      checkFloating(self, 'logcumsumexp_out_cpu');
      return self.rank === 0 ? clone(self) : logSumsUpTo(self, at);
    },
    /** By parts above and below 0, whose logarithms are summed from the end, so that nothing overflows. */
    gradient: (grad, node): Gradients => {
      const dim = node.args[1] as number;
      const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
      if (grad.numel === 0) return [grad];
      const size = log(abs(grad));
      const least = full([], self.dtype === 'float64' ? -Number.MAX_VALUE : -LARGEST_FLOAT32, grad.dtype);
      const part = (isOwn: Tensor): Tensor => {
        const own = sub(where(isOwn, size, least), result);
        return exp(add(reversed(logcumsumexp(reversed(own, dim), dim), dim), self));
      };
      const zero = intScalar(0);
      return [sub(part(gtScalar(grad, zero)), part(ltScalar(grad, zero)))];
    },
    saves: ['self', 'result'],
    doc: 'log of the running sums of exp(x) along a dimension, computed without overflow.',
  },
);
