/** Elements chosen by a mask or by their position. */
import { legacyName, type Elements } from '../../../backend/dtype.ts';
import { notImplementedError, runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { broadcastShapes, wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { broadcastBoth, expand } from '../shape/broadcasting.ts';
import { gather } from './gather.ts';
import { index, indexPutInto } from './index-put.ts';
import { indexSelect } from './index-select.ts';
import { nonzero } from './masks.ts';
import { select, slice } from '../shape/slicing.ts';
import { reshape, viewSizes } from '../shape/views.ts';

/** Positions in row-major order where the mask holds. */
function positionsOf(mask: Tensor): Tensor {
  const flags = toContiguous(mask, 'bool');
  const found: number[] = [];
  flags.forEach((flag, i) => {
    if (flag !== 0) found.push(i);
  });
  return fromElements(Float64Array.from(found), 'int64', [found.length]);
}

function checkMask(name: string, mask: Tensor): void {
  if (mask.dtype === 'bool') return;
  throw runtimeError(`${name}: expected BoolTensor for mask`);
}

operation('masked_select(Tensor self, Tensor mask) -> Tensor', {
  composite: true,
  node: 'MaskedSelect',
  forward: (self: Tensor, mask: Tensor): Tensor => {
    checkMask('masked_select', mask);
    const [values, flags] = broadcastBoth(self, mask);
    return indexSelect(reshape(values, [-1]), 0, positionsOf(flags));
  },
  doc: 'The elements where the mask holds, as a vector. Shapes broadcast.',
});

operation('masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor', {
  composite: true,
  node: 'MaskedScatter',
  forward: (self: Tensor, mask: Tensor, source: Tensor): Tensor => {
    checkMask('masked_scatter_', mask);
    if (source.dtype !== self.dtype) {
      throw runtimeError(
        `masked_scatter: expected self and source to have same dtypes but got${legacyName(self.dtype)} and ${legacyName(source.dtype)}`,
      );
    }
    const shape = broadcastShapes(self.shape, mask.shape);
    const places = positionsOf(expand(mask, shape));
    if (places.numel > source.numel) {
      throw runtimeError('masked_scatter: expected self and source to have enough elements');
    }
    const values = slice(reshape(source, [-1]), 0, 0, places.numel);
    const flat = reshape(expand(self, shape), [-1]);
    return reshape(indexPutInto(flat, [places], values), shape);
  },
  inPlace: true,
  doc: 'The elements of `source` one after the other where the mask holds, else those of the tensor.',
});

operation('take(Tensor self, Tensor index) -> Tensor', {
  composite: true,
  node: 'Take',
  forward: (self: Tensor, places: Tensor): Tensor => {
    if (places.dtype !== 'int64')
      throw runtimeError(`take(): Expected a long tensor for index, but got ${legacyName(places.dtype)}`);
    return index(reshape(self, [-1]), [places]);
  },
  doc: 'Elements by their position in row-major order.',
});

operation('put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor', {
  composite: true,
  node: 'Put',
  forward: (self: Tensor, places: Tensor, source: Tensor, accumulate: boolean): Tensor => {
    if (places.dtype !== 'int64') {
      throw runtimeError(`put_(): Expected a long tensor for index, but got ${legacyName(places.dtype)}`);
    }
    if (source.dtype !== self.dtype) {
      throw runtimeError(
        `put_(): self and source expected to have the same dtype, but got self.dtype = ${legacyName(self.dtype)} and source.dtype = ${legacyName(source.dtype)}`,
      );
    }
    if (places.numel !== source.numel) {
      throw new TorchError(
        'IndexError',
        `put_(): Expected source and index to have the same number of elements, but got source.numel() = ${source.numel}, index.numel() = ${places.numel}`,
      );
    }
    if (self.numel === 0 && places.numel > 0) {
      throw new TorchError('IndexError', 'put_(): Tried to put elements into an empty tensor');
    }
    const flat = [reshape(places, [-1])];
    const result = indexPutInto(reshape(self, [-1]), flat, reshape(source, [-1]), accumulate);
    return reshape(result, self.shape);
  },
  inPlace: true,
  doc: 'The elements of `source` put, or added, at positions in row-major order.',
});

operation('take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor', {
  composite: true,
  node: 'Gather',
  forward: (self: Tensor, indices: Tensor, dim: number | null): Tensor => {
    if (dim === null) return gather(viewSizes(self, [-1]), 0, viewSizes(indices, [-1]));
    if (indices.dtype !== 'int64') {
      throw runtimeError(
        `torch.take_along_dim(): dtype of indices should be Long but got ${legacyName(indices.dtype)}`,
      );
    }
    if (self.rank !== indices.rank) {
      throw runtimeError(
        `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${self.rank} dimensions for input, and ${indices.rank} dimensions for indices`,
      );
    }
    const at = wrapDimension(dim, self.rank);
    const shared = broadcastShapes(self.shape.with(at, 1), indices.shape.with(at, 1));
    const along = (tensor: Tensor): Shape =>
      shared.map((size, d) => (d === at ? tensor.shape[at] : size) as number);
    return gather(expand(self, along(self)), at, expand(indices, along(indices)));
  },
  doc: 'The elements at the indices along a dimension; the other dimensions broadcast.',
});

operation('argwhere(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => nonzero(self),
  doc: 'The indices of all elements that are not 0, a row each.',
});

/** The index tensors of `nonzero`, one for each dimension: `where(condition)`, `nonzero(as_tuple=True)`. */
const placesOf = operation('nonzero_numpy(Tensor self) -> Tensor[]', {
  forward: (self: Tensor): Tensor[] => {
    const rows = nonzero(self.rank === 0 ? self.alias([1], [1]) : self);
    return Array.from({ length: Math.max(self.rank, 1) }, (_, d) => select(rows, 1, d));
  },
  variants: 'internal',
});

operation('where(Tensor condition) -> Tensor[]', {
  composite: true,
  forward: (condition: Tensor): Tensor[] => placesOf(condition),
  variants: 'function',
  doc: 'The indices of all elements that are not 0, one tensor for each dimension.',
});

/** All ways to choose `count` of the numbers below `size` in ascending order, each one once unless `repeated`. */
function choices(size: number, count: number, repeated: boolean, from = 0): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: Math.max(size - from, 0) }, (_, i) => i + from).flatMap((first) =>
    choices(size, count - 1, repeated, repeated ? first : first + 1).map((rest) => [first, ...rest]),
  );
}

operation('combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor', {
  composite: true,
  node: 'Stack',
  forward: (self: Tensor, count: number, repeated: boolean): Tensor => {
    if (count < 0) throw runtimeError(`Expect a non-negative number, but got ${count}`);
    if (self.rank !== 1) throw runtimeError(`Expect a 1D vector, but got shape [${self.shape.join(', ')}]`);
    if (count === 0) return full([0], 0, self.dtype);
    const rows = choices(self.numel, count, repeated);
    const places = fromElements(Float64Array.from(rows.flat()), 'int64', [rows.length, count]);
    return index(self, [places]);
  },
  doc: 'All combinations of `r` elements of a vector, a row each.',
});

/** @throws TorchError for what counts nothing */
function checkCounts(repeats: Tensor, counts: Elements, total: number, size: number | null): void {
  if (repeats.dtype !== 'int64' && repeats.dtype !== 'int32') {
    throw notImplementedError(`"repeat_interleave_cpu" not implemented for '${legacyName(repeats.dtype)}'`);
  }
  if (size !== null && size < 0) {
    throw runtimeError(`Trying to create tensor with negative dimension ${size}: [${size}]`);
  }
  if (counts.some((each) => each < 0)) throw runtimeError('repeats can not be negative');
  if (size !== null && size !== total) {
    throw runtimeError('allocated size does not match required size');
  }
}

operation(
  'repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, int? output_size=None) -> Tensor',
  {
    composite: true,
    node: 'IndexSelect',
    forward: (self: Tensor, repeats: Tensor, dim: number | null, count: number | null): Tensor => {
      const source = dim === null ? reshape(self, [-1]) : self;
      const at = wrapDimension(dim ?? 0, source.rank);
      const size = source.shape[at] as number;
      const counts = toContiguous(repeats, 'int64');
      if (repeats.rank > 1) throw runtimeError('repeats must be 0-dim or 1-dim tensor');
      if (counts.length !== 1 && counts.length !== size) {
        throw runtimeError(
          'repeats must have the same size as input along dim, but got ' +
            `repeats.size(0) = ${counts.length} and input.size(${at}) = ${size}`,
        );
      }
      const sum = Float64Array.from(counts).reduce((total, each) => total + each, 0);
      checkCounts(repeats, counts, counts.length === 1 ? sum * size : sum, count);
      const places = Array.from({ length: size }, (_, i) => i).flatMap((i) =>
        new Array<number>(counts[counts.length === 1 ? 0 : i] as number).fill(i),
      );
      return indexSelect(source, at, fromElements(Float64Array.from(places), 'int64', [places.length]));
    },
  },
);
