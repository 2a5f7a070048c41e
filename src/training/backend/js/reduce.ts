/** Reductions and scans; sums run in float64 whatever the dtype, so that float32 results are correctly rounded. */
import { takeElements } from '../buffer.ts';
import type { DType, Elements } from '../dtype.ts';
import type { ReduceKernel, ScanKernel } from '../kernels.ts';
import { isContiguous, numel, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { forEachRow } from './iterate.ts';

type Fold = (x: Elements, start: number, step: number, size: number) => number;

const FOLDS: Readonly<Record<ReduceKernel, Fold>> = {
  sum: (x, start, step, size) => {
    let total = 0;
    for (let i = 0, at = start; i < size; i++, at += step) total += x[at] as number;
    return total;
  },
  prod: (x, start, step, size) => {
    let total = 1;
    for (let i = 0, at = start; i < size; i++, at += step) total *= x[at] as number;
    return total;
  },
  max: (x, start, step, size) => x[start + step * best(x, start, step, size, 1)] as number,
  min: (x, start, step, size) => x[start + step * best(x, start, step, size, -1)] as number,
  argmax: (x, start, step, size) => best(x, start, step, size, 1),
  argmin: (x, start, step, size) => best(x, start, step, size, -1),
  any: (x, start, step, size) => {
    for (let i = 0, at = start; i < size; i++, at += step) if (x[at] !== 0) return 1;
    return 0;
  },
  all: (x, start, step, size) => {
    for (let i = 0, at = start; i < size; i++, at += step) if (x[at] === 0) return 0;
    return 1;
  },
};

/** Index of the first extreme element; NaN counts as more extreme than anything, as in PyTorch. */
function best(x: Elements, start: number, step: number, size: number, sign: 1 | -1): number {
  let index = 0;
  let value = x[start] as number;
  for (let i = 1, at = start + step; i < size && value === value; i++, at += step) {
    const candidate = x[at] as number;
    if (candidate !== candidate || sign * candidate > sign * value) {
      value = candidate;
      index = i;
    }
  }
  return index;
}

/** Reduces the dimensions `dims` (sorted, none twice); the result is row-major over the dimensions that stay. */
export function reduce(kernel: ReduceKernel, x: Operand, dims: Shape, dtype: DType): Elements {
  const source = x.buffer.read();
  const fold = FOLDS[kernel];
  if (dims.length === x.shape.length && isContiguous(x.shape, x.strides)) {
    const out = takeElements(dtype, 1);
    out[0] = fold(source, x.offset, 1, numel(x.shape));
    return out;
  }
  const inner = gatherDimensions(x, dims);
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const outer = gatherDimensions(x, kept);
  const out = takeElements(dtype, numel(outer.shape));
  if (inner.shape.length === 1) {
    const [size = 1] = inner.shape;
    const [step = 0] = inner.strides;
    let at = 0;
    forEachRow(outer.shape, [{ strides: outer.strides, offset: x.offset }], (rows, [start], [rowStep]) => {
      for (let i = 0, s = start; i < rows; i++, s += rowStep) out[at++] = fold(source, s, step, size);
    });
    return out;
  }
  const scratch = new Float64Array(numel(inner.shape));
  let at = 0;
  forEachRow(outer.shape, [{ strides: outer.strides, offset: x.offset }], (rows, [start], [rowStep]) => {
    for (let i = 0, s = start; i < rows; i++, s += rowStep) {
      let filled = 0;
      forEachRow(inner.shape, [{ strides: inner.strides, offset: s }], (size, [from], [step]) => {
        for (let k = 0, p = from; k < size; k++, p += step) scratch[filled++] = source[p] as number;
      });
      out[at++] = fold(scratch, 0, 1, filled);
    }
  });
  return out;
}

function gatherDimensions(x: Operand, dims: Shape): { shape: number[]; strides: number[] } {
  return { shape: dims.map((d) => x.shape[d] as number), strides: dims.map((d) => x.strides[d] as number) };
}

const SCANS: Readonly<Record<ScanKernel, (total: number, value: number) => number>> = {
  cumsum: (total, value) => total + value,
  cumprod: (total, value) => total * value,
};

/** Running totals along `dim`, row-major, of the operand's shape. */
export function scan(kernel: ScanKernel, x: Operand, dim: number, dtype: DType): Elements {
  const source = x.buffer.read();
  const step = SCANS[kernel];
  const out = takeElements(dtype, numel(x.shape));
  const size = x.shape[dim] ?? 1;
  const along = x.strides[dim] ?? 0;
  const inner = numel(x.shape.slice(dim + 1));
  const rest = { shape: x.shape.filter((_, d) => d !== dim), strides: x.strides.filter((_, d) => d !== dim) };
  let row = 0;
  forEachRow(rest.shape, [{ strides: rest.strides, offset: x.offset }], (rows, [start], [rowStep]) => {
    for (let i = 0, s = start; i < rows; i++, s += rowStep, row++) {
      let to = Math.floor(row / inner) * inner * size + (row % inner);
      let total = source[s] as number;
      out[to] = total;
      for (let k = 1, p = s + along; k < size; k++, p += along) {
        to += inner;
        total = step(total, source[p] as number);
        out[to] = total;
      }
    }
  });
  return out;
}
