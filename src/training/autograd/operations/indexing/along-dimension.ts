/** What `gather` and `scatter` demand of an index, and where its entries lie. */
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { contiguousStrides, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';

/** The index of `gather` or `scatter`: as many dimensions as the tensor, of integers. */
function checkIndex(name: string, self: Tensor, chosen: Tensor, role: string): void {
  if (chosen.dtype !== 'int64' && chosen.dtype !== 'int32')
    throw runtimeError(`${name}(): Expected dtype int32/int64 for index`);
  if (Math.max(chosen.rank, 1) === Math.max(self.rank, 1)) return;
  throw runtimeError(`Index tensor must have the same number of dimensions as ${role} tensor`);
}

/** Whether an index of that shape names only places that `other` has, but along `at`. */
const fitsInto = (chosen: Shape, other: Shape, at: number): boolean =>
  chosen.every((size, d) => d === at || size <= (other[d] ?? 1));

/** Whether `src` is as large as an index of that shape everywhere. @throws TorchError where it misses a dimension */
const fitsWithin = (chosen: Shape, src: Tensor): boolean =>
  chosen.every((size, d) => size <= (src.rank === 0 ? 1 : (src.shape[wrapDimension(d, src.rank)] as number)));

export function checkGather(self: Tensor, dim: number, chosen: Tensor): void {
  const at = wrapDimension(dim, self.rank);
  if (chosen.numel === 0) return;
  checkIndex('gather', self, chosen, 'input');
  const wrong = chosen.shape.findIndex((size, d) => d !== at && size > (self.shape[d] ?? 1));
  if (wrong < 0) return;
  throw runtimeError(
    `Size does not match at dimension ${wrong} expected index [${chosen.shape.join(', ')}] to be no larger than self [${self.shape.join(', ')}] apart from dimension ${at}`,
  );
}

/**
 * What `scatter` and `scatter_add` demand.
 *
 * @param src the tensor that is written, null for one value
 */
export function checkScatter(self: Tensor, dim: number, chosen: Tensor, src: Tensor | null): void {
  const at = wrapDimension(dim, self.rank);
  if (src !== null && src.dtype !== self.dtype)
    throw runtimeError('scatter(): Expected self.dtype to be equal to src.dtype');
  if (chosen.numel === 0) return;
  checkIndex('scatter', self, chosen, 'self');
  if (fitsInto(chosen.shape, self.shape, at) && (src === null || fitsWithin(chosen.shape, src))) return;
  const beside = src === null ? '' : ` and to be no larger size than src [${src.shape.join(', ')}]`;
  throw runtimeError(
    `Expected index [${chosen.shape.join(', ')}] to be no larger than self [${self.shape.join(', ')}] apart from dimension ${at}${beside}`,
  );
}

/** Row-major positions in a tensor of `shape` of the elements that `chosen` names along `dim`. */
export function alongDimension(shape: Shape, dim: number, chosen: Tensor): Float64Array {
  const at = wrapDimension(dim, shape.length);
  const strides = contiguousStrides(shape);
  const indices = toContiguous(chosen, 'int64');
  const size = shape[at] ?? 1;
  const along = strides[at] ?? 1;
  const places = new Float64Array(indices.length);
  const index = chosen.shape.map(() => 0);
  let before = 0;
  for (let i = 0; i < indices.length; i++) {
    const value = indices[i] as number;
    if (value < 0 || value >= size) {
      throw runtimeError(`index ${value} is out of bounds for dimension ${at} with size ${size}`);
    }
    places[i] = before + value * along;
    for (let d = index.length - 1; d >= 0; d--) {
      const next = (index[d] as number) + 1;
      const wraps = next === chosen.shape[d];
      index[d] = wraps ? 0 : next;
      if (d !== at) before += (wraps ? 1 - next : 1) * (strides[d] as number);
      if (!wraps) break;
    }
  }
  return places;
}
