/** Where the elements of an index expression lie. */
import { TorchError } from '../../../backend/error.ts';
import {
  broadcastShapes,
  broadcastStrides,
  contiguousStrides,
  numel,
  type Shape,
} from '../../../backend/layout.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { Tensor } from '../../../tensor/tensor.ts';

/** An index tensor for each dimension, null where all of it is taken; dimensions after the last one are taken whole. */
export type Indices = readonly (Tensor | null)[];

/** Where each element of an index expression lies in a row-major tensor of `shape`, and the expression's shape. */
interface Located {
  readonly positions: Float64Array;
  readonly shape: number[];
}

/**
 * Resolves `x[i, :, j]` with integer tensors at some dimensions (null: all of that dimension): the index tensors broadcast,
 * and their common shape stands where the first of them stood, or in front when they are not next to each other.
 */
export function locate(shape: Shape, indices: Indices): Located {
  const named = indices.flatMap((index, d) => (index === null ? [] : [d]));
  const first = named[0] ?? 0;
  const adjacent = named.every((d, i) => d === first + i);
  let common: Shape = [];
  for (const d of named) common = indexShapes(common, indices[d] as Tensor, indices);
  const strides = contiguousStrides(shape);
  let pointed: Float64Array = new Float64Array(numel(common));
  // PyTorch counts the dimensions that have an index tensor, not those of the tensor.
  named.forEach((d, i) => {
    pointed = addOffsets(pointed, indices[d] as Tensor, common, i, shape[d] as number, strides[d] as number);
  });
  const free = shape.map((_, d) => d).filter((d) => (indices[d] ?? null) === null);
  const split = adjacent ? free.filter((d) => d < first).length : 0;
  const before = free.slice(0, split);
  const after = free.slice(split);
  const sizesOf = (dims: readonly number[]): number[] => dims.map((d) => shape[d] as number);
  const outer = offsetsOf(
    sizesOf(before),
    before.map((d) => strides[d] as number),
  );
  const inner = offsetsOf(
    sizesOf(after),
    after.map((d) => strides[d] as number),
  );
  return {
    positions: sums(outer, pointed, inner),
    shape: [...sizesOf(before), ...common, ...sizesOf(after)],
  };
}

function indexShapes(common: Shape, index: Tensor, all: Indices): Shape {
  try {
    return broadcastShapes(common, index.shape);
  } catch {
    const shapes = all.flatMap((tensor) => (tensor === null ? [] : [`[${tensor.shape.join(', ')}]`]));
    throw new TorchError(
      'IndexError',
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes.join(', ')}`,
    );
  }
}

function addOffsets(
  to: Float64Array,
  index: Tensor,
  common: Shape,
  dim: number,
  size: number,
  stride: number,
): Float64Array {
  const repeated = index.alias(common, broadcastStrides(index.shape, index.strides, common), index.offset);
  const values = toContiguous(repeated, 'int64');
  if (size === 0 && to.length > 0)
    throw new TorchError('IndexError', 'index is out of bounds for dimension with size 0');
  for (let i = 0; i < to.length; i++) {
    const value = values[i] as number;
    if (value < -size || value >= size) {
      throw new TorchError(
        'IndexError',
        `index ${value} is out of bounds for dimension ${dim} with size ${size}`,
      );
    }
    to[i] = (to[i] as number) + (value < 0 ? value + size : value) * stride;
  }
  return to;
}

function offsetsOf(sizes: Shape, strides: Shape): Float64Array {
  let offsets: Float64Array = new Float64Array(1);
  sizes.forEach((size, d) => {
    const next = new Float64Array(offsets.length * size);
    let at = 0;
    for (const offset of offsets)
      for (let i = 0; i < size; i++) next[at++] = offset + i * (strides[d] as number);
    offsets = next;
  });
  return offsets;
}

function sums(outer: Float64Array, middle: Float64Array, inner: Float64Array): Float64Array {
  const all = new Float64Array(outer.length * middle.length * inner.length);
  let at = 0;
  for (const a of outer) for (const b of middle) for (const c of inner) all[at++] = a + b + c;
  return all;
}
