/** Kernels that move elements by index. Operands given as arrays are row-major. */
import { takeElements } from '../buffer.ts';
import { newElements, type DType, type Elements } from '../dtype.ts';
import { isContiguous, numel, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { toContiguous } from './copy.ts';

/** The slices `indices` along `dim`: row-major of the operand's shape with that size replaced. */
export function indexSelect(x: Operand, dim: number, indices: Elements): Elements {
  const { dtype } = x.buffer;
  const inner = numel(x.shape.slice(dim + 1));
  const outer = numel(x.shape.slice(0, dim));
  const size = x.shape[dim] ?? 1;
  const count = indices.length;
  const out = takeElements(dtype, outer * count * inner);
  const rowMajor = x.offset === 0 && isContiguous(x.shape, x.strides);
  const source = rowMajor ? x.buffer.read() : toContiguous(x, dtype);
  let at = 0;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < count; i++) {
      let from = (o * size + (indices[i] as number)) * inner;
      for (let k = 0; k < inner; k++) out[at++] = source[from++] as number;
    }
  }
  return out;
}

/** Adds the slices of `source` (row-major) to zeros of `shape` at `indices` along `dim`. */
export function indexAdd(
  shape: Shape,
  dim: number,
  indices: Elements,
  source: Elements,
  dtype: DType,
): Elements {
  const inner = numel(shape.slice(dim + 1));
  const outer = numel(shape.slice(0, dim));
  const size = shape[dim] ?? 1;
  const out = newElements(dtype, numel(shape));
  let at = 0;
  for (let o = 0; o < outer; o++) {
    for (const index of indices) {
      let to = (o * size + index) * inner;
      for (let k = 0; k < inner; k++) {
        out[to] = (out[to] as number) + (source[at++] as number);
        to++;
      }
    }
  }
  return out;
}

/** Elements at flat positions. */
export function take(source: Elements, positions: Float64Array, dtype: DType): Elements {
  const out = takeElements(dtype, positions.length);
  for (let i = 0; i < positions.length; i++) out[i] = source[positions[i] as number] as number;
  return out;
}

/** Writes, or adds, `values` (repeated from the start when shorter) at flat positions. */
export function put(target: Elements, positions: Float64Array, values: Elements, accumulate: boolean): void {
  const count = values.length;
  for (let i = 0; i < positions.length; i++) {
    const to = positions[i] as number;
    const value = values[count === 1 ? 0 : i] as number;
    target[to] = accumulate ? (target[to] as number) + value : value;
  }
}
