/** Elements by their rank: the k-th smallest, medians, quantiles; and the most frequent. */
import { isFloating } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { contiguousStrides, wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { add, mul, sub } from '../pointwise/arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { gather } from '../indexing/gather.ts';
import { eq } from '../pointwise/selection.ts';
import { cat } from '../shape/joining.ts';
import { slice } from '../shape/slicing.ts';
import { orderAlong, sort } from './sorting.ts';
import { sumDims } from './sums.ts';
import { flatten, reshape, squeezeDim } from '../shape/views.ts';

/** The elements at one place of each row, where `indices` has size 1 along `dim`. */
function chosen(self: Tensor, dim: number, indices: Tensor, keepdim: boolean): Tensor[] {
  const values = gather(self, dim, indices);
  return keepdim ? [values, indices] : [squeezeDim(values, dim), squeezeDim(indices, dim)];
}

/** Indices of the `k`-th smallest elements (from 0) along a dimension, which keeps size 1. */
function placeOfRank(self: Tensor, dim: number, k: number): Tensor {
  const order = orderAlong(self, dim, false);
  return slice(order, dim, k, k + 1);
}

operation('kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  dtypes: numbers('kthvalue_cpu'),
  composite: true,
  node: 'Kthvalue',
  forward: (self: Tensor, k: number, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    if (k < 1 || k > (self.shape[at] ?? 1)) {
      throw runtimeError('kthvalue(): selected number k out of range for dimension ' + at);
    }
    return chosen(self, at, placeOfRank(self, at, k - 1), keepdim);
  },
  doc: 'The k-th smallest elements along a dimension, and their indices.',
});

operation('median(Tensor self) -> Tensor', {
  dtypes: numbers('median_cpu'),
  composite: true,
  node: 'Median',
  forward: (self: Tensor): Tensor => {
    const flat = flatten(self);
    const [values] = sort(flat, 0, false, true) as [Tensor];
    const middle = full([1], Math.floor((self.numel - 1) / 2), 'int64');
    return squeezeDim(gather(values, 0, middle), 0);
  },
  doc: 'The middle element in order; of two, the lower one.',
});

operation('median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  dtypes: numbers('median_cpu'),
  composite: true,
  node: 'MedianBackward1',
  forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    const middle = Math.floor(((self.shape[at] as number) - 1) / 2);
    return chosen(self, at, placeOfRank(self, at, middle), keepdim);
  },
});

/**
 * Indices of the middle elements of each row that are no NaN, with size 1 along `dim`. NaN lies last in order, so that
 * the number of the others says where their middle is.
 */
function placesOfNanmedian(self: Tensor, dim: number): Tensor {
  const present = sumDims(toDType(eq(self, self), 'int64'), [dim], true);
  const middles = toContiguous(present, 'int64').map((count) => Math.max(Math.floor((count - 1) / 2), 0));
  return gather(orderAlong(self, dim, false), dim, fromElements(middles, 'int64', present.shape));
}

operation('nanmedian(Tensor self) -> Tensor', {
  dtypes: numbers('median_cpu'),
  composite: true,
  node: 'Nanmedian',
  forward: (self: Tensor): Tensor => {
    if (self.numel === 0) return full([], NaN, self.dtype);
    const flat = flatten(self);
    return squeezeDim(gather(flat, 0, placesOfNanmedian(flat, 0)), 0);
  },
  doc: 'The middle in order of the elements that are no NaN; of two, the lower one.',
});

operation('nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  dtypes: numbers('median_cpu'),
  composite: true,
  node: 'NanmedianBackward1',
  forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    return chosen(self, at, placesOfNanmedian(self, at), keepdim);
  },
});

operation('mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  composite: true,
  node: 'Mode',
  forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    return chosen(self, at, mostFrequent(self, at), keepdim);
  },
  doc: 'The most frequent elements along a dimension (the smallest of several), and their last indices.',
});

/** Indices of the most frequent elements, with size 1 along `dim`. */
function mostFrequent(self: Tensor, dim: number): Tensor {
  const elements = toContiguous(self, 'float64');
  const size = self.shape[dim] as number;
  const stride = contiguousStrides(self.shape)[dim] as number;
  const shape = self.shape.with(dim, 1);
  const places = full(shape, 0, 'int64');
  const found = places.buffer.write();
  for (let row = 0; row < found.length; row++) {
    const start = Math.floor(row / stride) * stride * size + (row % stride);
    const counts = new Map<number, number>();
    for (let i = 0; i < size; i++) {
      const value = elements[start + i * stride] as number;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    const winner = Math.min(...[...counts].filter(([, count]) => count === most).map(([value]) => value));
    for (let i = 0; i < size; i++) if (elements[start + i * stride] === winner) found[row] = i;
  }
  return places;
}

operation('quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, q: number, dim: number | null, keepdim: boolean): Tensor =>
    quantileOf(self, q, dim, keepdim),
  doc: 'The value below which a share `q` of the elements lies, between two elements in proportion.',
});

operation('quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, q: Tensor, dim: number | null, keepdim: boolean): Tensor => {
    const shares = Array.from(toContiguous(q, 'float64'));
    const found = shares.map((share) => quantileOf(self, share, dim, keepdim));
    if (q.rank === 0) return found[0] as Tensor;
    return cat(found.map((each) => reshape(each, [1, ...each.shape])));
  },
});

function quantileOf(self: Tensor, q: number, dim: number | null, keepdim: boolean): Tensor {
  if (!isFloating(self.dtype))
    throw runtimeError('quantile() input tensor must be either float or double dtype');
  if (!(q >= 0 && q <= 1)) throw runtimeError(`quantile() q must be in the range [0, 1] but got ${q}`);
  const source = dim === null ? reshape(self, [-1]) : self;
  const at = wrapDimension(dim ?? 0, source.rank);
  const [ordered] = sort(source, at, false, true) as [Tensor];
  const position = q * ((source.shape[at] as number) - 1);
  const low = Math.floor(position);
  const lower = slice(ordered, at, low, low + 1);
  const upper = slice(ordered, at, Math.ceil(position), Math.ceil(position) + 1);
  const between = add(lower, mul(sub(upper, lower), full([], position - low, self.dtype)));
  if (!keepdim) return squeezeDim(between, at);
  return dim === null
    ? reshape(
        between,
        self.shape.map(() => 1),
      )
    : between;
}
