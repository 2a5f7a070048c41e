/** Running sums, products and extremes along a dimension. */
import * as compute from '../../../backend/compute.ts';
import { accumulationType, type DType } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { ScanKernel } from '../../../backend/kernels.ts';
import { contiguousStrides, wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { div, mul } from '../pointwise/arithmetic.ts';
import { gather } from '../indexing/gather.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { cat } from '../shape/joining.ts';
import { logsumexp } from './reductions.ts';
import { slice } from '../shape/slicing.ts';

export const cumsum = operation('cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => running('cumsum', self, dim, dtype),
  gradient: (grad, node): Gradients => {
    const dim = node.args[1] as number;
    return [reversed(cumsum(reversed(grad, dim), dim), dim)];
  },
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
    const weighted = mul(grad, node.savedTensor(1));
    return [div(reversed(cumsum(reversed(weighted, dim), dim), dim), node.savedTensor(0))];
  },
  saves: ['self', 'result'],
  doc: 'The products of the elements up to each one, along a dimension. Its gradient is NaN after a 0.',
});

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
      if (self.rank === 0) return [self, full([], 0, 'int64')];
      const at = wrapDimension(dim, self.rank);
      const places = runningPlaces(self, at, sign);
      return [gather(self, at, places), places];
    },
    doc: `The ${word} elements up to each one along a dimension, and their indices.`,
  });
}

operation('logcumsumexp(Tensor self, int dim) -> Tensor', {
  dtypes: floating('logcumsumexp_out_cpu'),
  composite: true,
  node: 'Logcumsumexp',
  forward: (self: Tensor, dim: number): Tensor => {
    const size = self.shape[wrapDimension(dim, self.rank)] as number;
    const parts = Array.from({ length: size }, (_, i) => logsumexp(slice(self, dim, 0, i + 1), [dim], true));
    return cat(parts, dim);
  },
  doc: 'log of the running sums of exp(x) along a dimension, computed without overflow.',
});
