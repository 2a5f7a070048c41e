/** Elements written or added at indices along a dimension. */
import { put } from '../../../backend/js/gather.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { roundedTo, type Scalar } from '../../scalar.ts';
import { clone, toDType } from '../creation/conversion.ts';
import { add } from '../pointwise/arithmetic.ts';
import { alongDimension, checkScatter } from './along-dimension.ts';
import { gather } from './gather.ts';
import { indexPutInto } from './index-put.ts';
import { indexAddTo } from './index-select.ts';
import { checkCopiedSlices, checkFilled, checkSlices } from './slice-checks.ts';
import { checkSingle, where } from '../pointwise/selection.ts';
import { slice } from '../shape/slicing.ts';
import { reshape } from '../shape/views.ts';

/** `src` has the shape of `index`. */
export const scattered = operation('_scatter(Tensor self, int dim, Tensor index, Tensor src) -> Tensor', {
  forward: (self: Tensor, dim: number, chosen: Tensor, src: Tensor): Tensor => {
    const elements = toContiguous(self, self.dtype);
    put(elements, alongDimension(self.shape, dim, chosen), toContiguous(src, self.dtype), false);
    return fromElements(elements, self.dtype, self.shape);
  },
  gradient: (grad, node): Gradients => {
    const [, dim] = node.args as [Tensor, number];
    const chosen = node.savedTensor(0);
    const nothing = full(chosen.shape, 0, grad.dtype);
    return [scattered(grad, dim, chosen, nothing), null, node.needs(2) ? gather(grad, dim, chosen) : null];
  },
  saves: ['index'],
  node: 'Scatter',
  variants: 'internal',
});

/** The part of `src` that an index of that shape reaches. */
export function reached(src: Tensor, chosen: Tensor): Tensor {
  const whole = src.rank === 0 && chosen.rank === 1 ? reshape(src, [1]) : src;
  return chosen.shape.reduce<Tensor>(
    (part, size, d) => (part.shape[d] === size ? part : slice(part, d, 0, size)),
    whole,
  );
}

operation('scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor', {
  composite: true,
  node: 'Scatter',
  forward: (self: Tensor, dim: number, chosen: Tensor, src: Tensor): Tensor => {
    checkScatter(self, dim, chosen, src);
    return scattered(self, dim, chosen, reached(src, chosen));
  },
  inPlace: true,
  doc: 'The elements of `src` (or one value) put where `index` points along `dim`.',
});

operation('scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor', {
  composite: true,
  node: 'ScatterBackward1',
  forward: (self: Tensor, dim: number, chosen: Tensor, value: Scalar): Tensor => {
    checkScatter(self, dim, chosen, null);
    return scattered(self, dim, chosen, full(chosen.shape, roundedTo(self.dtype, value.value), self.dtype));
  },
  inPlace: true,
});

operation('index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor', {
  composite: true,
  node: 'IndexAdd',
  forward: (self: Tensor, dim: number, places: Tensor, source: Tensor, alpha: Scalar): Tensor => {
    checkSlices('index_add_()', self, dim, places, source);
    const at = wrapDimension(dim, self.rank);
    return add(self, indexAddTo(source, self.shape, at, places), alpha);
  },
  inPlace: true,
  doc: 'Adds the slices of `source`, times `alpha`, to those that `index` names along `dim`.',
});

/** The index tensor at its dimension, as `index_put` takes it. */
const at = (self: Tensor, dim: number, places: Tensor): (Tensor | null)[] =>
  self.shape.map((_, d) => (d === wrapDimension(dim, self.rank) ? places : null));

operation('index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor', {
  composite: true,
  node: 'IndexCopy',
  forward: (self: Tensor, dim: number, places: Tensor, source: Tensor): Tensor => {
    checkCopiedSlices(self, dim, places, source);
    return indexPutInto(self, at(self, dim, places), source);
  },
  inPlace: true,
  doc: 'Puts the slices of `source` where `index` points along `dim`.',
});

operation('index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor', {
  composite: true,
  node: 'IndexFill',
  forward: (self: Tensor, dim: number, places: Tensor, value: Scalar): Tensor => {
    checkFilled(self, dim, places);
    if (places.numel === 0) return clone(self);
    return indexPutInto(self, at(self, dim, places), full([], value.value, self.dtype));
  },
  inPlace: true,
  doc: 'Sets the slices that `index` names along `dim` to one value.',
});

operation('index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor', {
  composite: true,
  node: 'IndexFill',
  forward: (self: Tensor, dim: number, places: Tensor, value: Tensor): Tensor => {
    checkSingle('index_fill_', value);
    checkFilled(self, dim, places);
    const chosen = filledAt(self, dim, places);
    return where(chosen, toDType(value, self.dtype), self);
  },
  inPlace: true,
});

/** Where `index` points along `dim`: an index that comes twice fills once. */
function filledAt(self: Tensor, dim: number, places: Tensor): Tensor {
  if (self.rank === 0) return full([], 1, 'bool');
  const size = self.shape.map((length, d) => (d === wrapDimension(dim, self.rank) ? length : 1));
  return indexPutInto(full(size, 0, 'bool'), at(self, dim, places), full([], 1, 'bool'));
}
