/** Sums and extremes in the heap, over any dimensions. */
import { Buffer } from '../buffer.ts';
import type { DType } from '../dtype.ts';
import type { ReduceKernel } from '../kernels.ts';
import { numel, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf, theHeap } from './heap.ts';

/** Kernels over the middle one of three dimensions. */
const MIDDLE: Partial<Record<ReduceKernel, string>> = {
  sum: 'sum_mid',
  max: 'max_mid',
  min: 'min_mid',
  argmax: 'max_mid',
  argmin: 'min_mid',
};

const suffix = (dtype: DType): string => (dtype === 'float64' ? '64' : '');
const isFloat = (dtype: DType): boolean => dtype === 'float32' || dtype === 'float64';

export const hasReduce = (kernel: ReduceKernel, dtype: DType): boolean =>
  isFloat(dtype) && hasKernel(`${MIDDLE[kernel] ?? ''}${suffix(dtype)}`);

/** Reduces `dims` (sorted, none twice), at least one; they are absent from the result. */
export function reduce(kernel: ReduceKernel, x: Operand, dims: Shape, dtype: DType): Buffer {
  const groups = grouped(x.shape, dims);
  if (kernel === 'sum' && isEnds(groups)) return sumOfEnds(x, groups);
  if (groups.length <= 3 && groups.filter((group) => group.isReduced).length === 1) {
    const at = groups.findIndex((group) => group.isReduced);
    const before = groups.slice(0, at).reduce((count, group) => count * group.size, 1);
    const after = groups.slice(at + 1).reduce((count, group) => count * group.size, 1);
    return overMiddle(kernel, x, [before, (groups[at] as Group).size, after], dtype);
  }
  const moved = movedLast(x, dims);
  const count = numel(dims.map((d) => x.shape[d] as number));
  return overMiddle(kernel, moved, [numel(x.shape) / count, count, 1], dtype);
}

interface Group {
  readonly isReduced: boolean;
  readonly size: number;
}

/** Dimensions that are reduced alike taken together; those of size 1 do not matter. */
function grouped(shape: Shape, dims: Shape): Group[] {
  const groups: Group[] = [];
  shape.forEach((size, d) => {
    if (size === 1) return;
    const isReduced = dims.includes(d);
    const last = groups.at(-1);
    if (last?.isReduced === isReduced) groups[groups.length - 1] = { isReduced, size: last.size * size };
    else groups.push({ isReduced, size });
  });
  if (!groups.some((group) => group.isReduced)) groups.push({ isReduced: true, size: 1 });
  return groups;
}

/** All but the middle one of three: batch and pixels of (N, C, H, W). */
const isEnds = (groups: readonly Group[]): boolean =>
  groups.length === 3 && (groups[0] as Group).isReduced && !(groups[1] as Group).isReduced;

function sumOfEnds(x: Operand, groups: readonly Group[]): Buffer {
  const [a, c, b] = groups.map((group) => group.size) as [number, number, number];
  const { dtype } = x.buffer;
  const name = `sum_ends${suffix(dtype)}`;
  const out = new Buffer(dtype, c, null);
  withRows(x, (address) => {
    const scratch = theHeap().scratch(kernelOf('sum_ends_scratch')(c));
    kernelOf(name)(address, out.address(), a, c, b, scratch);
  });
  return out;
}

function overMiddle(
  kernel: ReduceKernel,
  x: Operand,
  [outer, n, inner]: readonly [number, number, number],
  dtype: DType,
): Buffer {
  const name = `${MIDDLE[kernel] ?? ''}${suffix(x.buffer.dtype)}`;
  const out = new Buffer(dtype, outer * inner, null);
  withRows(x, (address) => {
    const compute = kernelOf(name);
    if (kernel === 'sum') compute(address, out.address(), outer, n, inner);
    else if (kernel === 'max' || kernel === 'min') compute(address, out.address(), 0, outer, n, inner);
    else
      withRoom(x.buffer.dtype, out.length, (values) =>
        compute(address, values, out.address(), outer, n, inner),
      );
  });
  return out;
}

/** Calls with the address of a result that nobody wants: the kernels write it in any case. */
function withRoom(dtype: DType, length: number, call: (address: number) => unknown): void {
  const room = new Buffer(dtype, length, null);
  call(room.address());
  room.release();
}

/** The reduced dimensions moved behind the others. */
function movedLast(x: Operand, dims: Shape): Operand {
  const order = [...x.shape.map((_, d) => d).filter((d) => !dims.includes(d)), ...dims];
  return {
    buffer: x.buffer,
    offset: x.offset,
    shape: order.map((d) => x.shape[d] as number),
    strides: order.map((d) => x.strides[d] as number),
  };
}
