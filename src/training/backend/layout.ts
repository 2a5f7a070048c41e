/** Shapes, strides and broadcasting: how an index finds its element. Sizes and strides count elements. */
import { runtimeError, TorchError } from './error.ts';

/** Sizes, or strides, of the dimensions; empty for a scalar. */
export type Shape = readonly number[];

/** Number of elements. */
export function numel(shape: Shape): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

/** Row-major strides, as PyTorch gives a fresh tensor. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(shape[d] ?? 1, 1);
  }
  return strides;
}

/** Whether the elements fill a part of memory, each place once, in whatever order. */
export function isDense(shape: Shape, strides: Shape): boolean {
  const dims = shape.flatMap((size, d) => (size === 1 ? [] : [{ size, stride: strides[d] as number }]));
  let expected = 1;
  for (const { size, stride } of dims.toSorted((a, b) => a.stride - b.stride)) {
    if (stride !== expected) return false;
    expected *= size;
  }
  return true;
}

/** Whether elements follow each other in row-major order; dimensions of size 1 do not matter. */
export function isContiguous(shape: Shape, strides: Shape): boolean {
  let expected = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] as number;
    if (size !== 1) {
      if (strides[d] !== expected) return numel(shape) === 0;
      expected *= size;
    }
  }
  return true;
}

/** Whether all elements are the same one: a single element, or one that is repeated along every dimension. */
export function isRepeated(shape: Shape, strides: Shape): boolean {
  for (let d = 0; d < shape.length; d++) {
    if (shape[d] === 0 || (shape[d] !== 1 && strides[d] !== 0)) return false;
  }
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

/** @throws TorchError in PyTorch's words when two sizes differ and neither is 1. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let d = rank - 1; d >= 0; d--) {
    const sizeA = a[d - rank + a.length] ?? 1;
    const sizeB = b[d - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw runtimeError(
        `The size of tensor a (${sizeA}) must match the size of tensor b (${sizeB}) at non-singleton dimension ${d}`,
      );
    }
    shape[d] = sizeA === 1 ? sizeB : sizeA;
  }
  return shape;
}

/** Strides with which `shape` is read as `target`: 0 along repeated dimensions. `target` must be a broadcast of it. */
export function broadcastStrides(shape: Shape, strides: Shape, target: Shape): number[] {
  const lead = target.length - shape.length;
  return target.map((_, d) => (d < lead || shape[d - lead] === 1 ? 0 : (strides[d - lead] as number)));
}

/**
 * Strides that show the same elements under another shape without copying, or null when that needs a copy
 * (the rule of `Tensor.view`: split and merge only dimensions that follow each other in memory).
 */
export function viewStrides(shape: Shape, strides: Shape, target: Shape): number[] | null {
  if (numel(shape) === 0 || isContiguous(shape, strides)) return contiguousStrides(target);
  const result = new Array<number>(target.length).fill(0);
  let t = target.length - 1;
  let chunkEnd = shape.length - 1;
  while (chunkEnd >= 0) {
    let d = chunkEnd;
    let size = shape[d] as number;
    const base = strides[d] as number;
    while (d > 0 && (shape[d - 1] === 1 || strides[d - 1] === size * base)) {
      d--;
      size *= shape[d] as number;
    }
    let filled = 1;
    while (t >= 0 && (filled < size || target[t] === 1)) {
      result[t] = filled * base;
      filled *= target[t] as number;
      t--;
    }
    if (filled !== size) return null;
    chunkEnd = d - 1;
  }
  return t < 0 ? result : null;
}

/** Resolves one -1 in a requested shape. @throws TorchError in PyTorch's words when the sizes do not fit. */
export function inferShape(requested: Shape, count: number): number[] {
  const invalid = (): TorchError =>
    runtimeError(`shape '[${requested.join(', ')}]' is invalid for input of size ${count}`);
  const unknown = requested.indexOf(-1);
  for (const size of requested) if (size < -1) throw runtimeError(`invalid shape dimension ${size}`);
  if (unknown < 0) {
    if (numel(requested) !== count) throw invalid();
    return [...requested];
  }
  if (requested.includes(-1, unknown + 1)) throw runtimeError('only one dimension can be inferred');
  const known = requested.reduce((product, size, d) => (d === unknown ? product : product * size), 1);
  if (known === 0) {
    if (count !== 0) throw invalid();
    throw runtimeError(
      `cannot reshape tensor of 0 elements into shape [${requested.join(', ')}] because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (count % known !== 0) throw invalid();
  return requested.map((size, d) => (d === unknown ? count / known : size));
}

/** A dimension counted from the end made one from the start. @throws TorchError (IndexError) in PyTorch's words. */
export function wrapDimension(dim: number, rank: number): number {
  const limit = Math.max(rank, 1);
  if (dim < -limit || dim >= limit) {
    throw new TorchError(
      'IndexError',
      `Dimension out of range (expected to be in range of [${-limit}, ${limit - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + limit : dim;
}
