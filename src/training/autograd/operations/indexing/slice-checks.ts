/** What operations on the slices that an index names along a dimension demand, in PyTorch's words. */
import { legacyName, type Elements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { sameShape, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';

const indexError = (message: string): TorchError => new TorchError('IndexError', message);
const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

const isOrdinal = ({ dtype }: Tensor): boolean => dtype === 'int64' || dtype === 'int32';

/** The first index that a dimension of that size does not have, if there is one. */
export const firstOutside = (indices: Elements, size: number): number | undefined =>
  indices.find((index) => index < 0 || index >= size);

/** @throws TorchError unless the index is a vector of integers, or one integer for a tensor without dimensions */
export function checkSelection(self: Tensor, places: Tensor): void {
  if (places.rank > 1) throw indexError('index_select(): Index is supposed to be a vector');
  if (self.rank === 0 && places.numel !== 1) {
    throw runtimeError(`index_select(): Index to scalar can have only 1 value, got ${places.numel} value(s)`);
  }
  if (!isOrdinal(places)) throw runtimeError('index_select(): Expected dtype int32 or int64 for index');
}

/** @throws TorchError unless there is a slice of `source` for each place, of the shape of those of `self` */
export function checkSlices(name: string, self: Tensor, dim: number, places: Tensor, source: Tensor): void {
  const at = wrapDimension(dim, self.rank);
  if (places.rank > 1) {
    throw indexError(
      `${name}: Index is supposed to be a vector, but got dim: ${places.rank} with type: ${legacyName(places.dtype)} and size: ${listed(places.shape)}`,
    );
  }
  if (!isOrdinal(places)) {
    throw runtimeError(`${name}: Expected dtype int32/int64 for index but got: ${legacyName(places.dtype)}`);
  }
  if (source.dtype !== self.dtype) {
    throw runtimeError(
      `${name}: self (${legacyName(self.dtype)}) and source (${legacyName(source.dtype)}) must have the same scalar type`,
    );
  }
  if (at > 0 && at >= source.rank) {
    throw runtimeError(
      `${name}: Indexing dim ${at} is out of bounds of the source tensor with dim ${source.rank}`,
    );
  }
  if (places.numel !== (source.shape[at] ?? 1)) {
    if (source.rank === 0) {
      throw indexError(`Dimension specified as ${at} but tensor has no dimensions`);
    }
    throw runtimeError(
      `${name}: Number of indices (${places.numel}) should be equal to source.size(dim): (${source.shape[at]}), for dim: ${at}`,
    );
  }
  const isFlat = self.rank === 0 || source.rank === 0;
  const others = (shape: Shape): Shape => (isFlat ? shape : shape.toSpliced(at, 1));
  if (sameShape(others(self.shape), others(source.shape))) return;
  throw runtimeError(
    `source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = ${listed(self.shape)} source.shape = ${listed(source.shape)}`,
  );
}

/** What `index_copy` demands of the same; it says it in other words. */
export function checkCopiedSlices(self: Tensor, dim: number, places: Tensor, source: Tensor): void {
  const at = wrapDimension(dim, self.rank);
  const count = places.numel;
  if (places.rank > 1) {
    throw indexError(`index_copy_(): Index should have dimension 1 or 0 (got ${places.rank})`);
  }
  if (source.rank === 0 && count !== 1) {
    throw indexError(`index_copy_(): When source is scalar, index should have one element (got ${count})`);
  }
  if (source.rank !== self.rank && source.rank > 0 && self.rank > 0) {
    throw indexError(
      `index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality (${source.rank}), destination dimensionality (${self.rank})`,
    );
  }
  if (places.dtype !== 'int64') {
    throw runtimeError(
      `index_copy_(): Expected a long tensor for index, but got ${legacyName(places.dtype)}`,
    );
  }
  if (source.dtype !== self.dtype) {
    throw runtimeError(
      `index_copy_(): self and source expected to have the same dtype, but got (self) ${legacyName(self.dtype)} and (source) ${legacyName(source.dtype)}`,
    );
  }
  checkCopiedShapes(self, at, count, source);
  const size = self.shape[at] ?? 1;
  const outside = firstOutside(toContiguous(places, 'int64'), size);
  if (outside === undefined) return;
  throw indexError(`index_copy_(): index ${outside} is out of bounds for dimension ${at} with size ${size}`);
}

function checkCopiedShapes(self: Tensor, at: number, count: number, source: Tensor): void {
  const others = (shape: Shape): Shape => shape.toSpliced(at, 1);
  if (!sameShape(others(self.shape), others(source.shape))) {
    throw runtimeError(
      `index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: ${others(self.shape).join(' ')} at dimension ${at} and source slice shape: ${others(source.shape).join(' ')} at dimension 0.`,
    );
  }
  if (source.rank === 0 || source.shape[at] === count) return;
  throw indexError(
    `index_copy_(): Number of indices (${count}) should be equal to source.size(dim) (${source.shape[at]})`,
  );
}

/** @throws TorchError unless the index is a vector of int64, or one number, for a dimension that exists */
export function checkFilled(self: Tensor, dim: number, places: Tensor): void {
  if (places.dtype !== 'int64') throw indexError('index_fill_(): Expected dtype int64 for index.');
  wrapDimension(dim, self.rank);
  if (places.rank > 1) throw runtimeError('Index has to be a vector/scalar');
}
