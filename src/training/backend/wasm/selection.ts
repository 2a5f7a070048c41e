/** Comparisons, choices and rows by number in the heap. */
import { Buffer } from '../buffer.ts';
import { elementSize, type DType } from '../dtype.ts';
import type { BinaryKernel } from '../kernels.ts';
import { isContiguous, numel, sameShape, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf } from './heap.ts';
import { addressOf, eachPart, inner, walk, writtenAddressOf } from './strided.ts';

const COMPARISONS: ReadonlySet<BinaryKernel> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

/** int64 is held as float64. */
const suffixOf = (dtype: DType): string | null =>
  dtype === 'float32' ? '' : dtype === 'float64' || dtype === 'int64' ? '64' : null;

/** Whether operands of that dtype, alike in shape and in row-major order, can be compared; or one with a number. */
export function hasComparison(kernel: BinaryKernel, dtype: DType): boolean {
  const suffix = suffixOf(dtype);
  return COMPARISONS.has(kernel) && suffix !== null && hasKernel(`${kernel}${suffix}`);
}

/** Whether {@link compare} can take them as they lie. */
export const lieAlike = (a: Operand, b: Operand): boolean =>
  a.buffer.dtype === b.buffer.dtype &&
  sameShape(a.shape, b.shape) &&
  isContiguous(a.shape, a.strides) &&
  isContiguous(b.shape, b.strides);

/** 1 where `kernel(a, b)` holds, as bools. */
export function compare(kernel: BinaryKernel, a: Operand, b: Operand): Buffer {
  const out = new Buffer('bool', numel(a.shape), null);
  const name = `${kernel}${suffixOf(a.buffer.dtype) ?? ''}`;
  kernelOf(name)(addressOf(a), addressOf(b), out.address(), out.length);
  return out;
}

export function compareScalar(kernel: BinaryKernel, x: Operand, scalar: number): Buffer {
  const out = new Buffer('bool', numel(x.shape), null);
  const name = `${kernel}${suffixOf(x.buffer.dtype) ?? ''}_s`;
  withRows(x, (address) => kernelOf(name)(address, scalar, out.address(), out.length));
  return out;
}

export const hasWhere = (dtype: DType): boolean =>
  hasKernel('where32') && (dtype === 'float32' || dtype === 'float64' || dtype === 'int64');

/** Elements of `x` where `condition` is not 0, else of `y`; all three have the same shape, x and y the result's dtype. */
export function where(condition: Operand, x: Operand, y: Operand): Buffer {
  const { dtype } = x.buffer;
  const size = elementSize(dtype);
  const out = new Buffer(dtype, numel(x.shape), null);
  const way = walk(x.shape, [condition, x, y]);
  const [sizes, c, a, b] = [way.sizes, ...way.strides].map(inner) as [Four, Four, Four, Four];
  const [atC, atA, atB] = [addressOf(condition), addressOf(x), addressOf(y)];
  const choose = kernelOf(size === 4 ? 'where32' : 'where64');
  eachPart(way, ([startC = 0, startA = 0, startB = 0], before) => {
    // prettier-ignore
    choose(
      atC + startC, ...c,
      atA + startA * size, ...a,
      atB + startB * size, ...b,
      out.address() + before * size, ...sizes,
    );
  });
  return out;
}

type Four = [number, number, number, number];

export const hasGather = (dtype: DType): boolean => dtype === 'float32' && hasKernel('scatter_add_rows');

/** The rows of (n, columns) with the given numbers (float64, at least 0 and below n), one after the other. */
export function gatherRows(x: Operand, columns: number, indices: Buffer): Buffer {
  const out = new Buffer('float32', indices.length * columns, null);
  withRows(x, (from) =>
    kernelOf('gather_rows')(from, indices.address(), out.address(), indices.length, columns),
  );
  return out;
}

/** Adds rows to those of `target` (n, columns), all of its buffer, that the indices name. */
export function addRows(target: Operand, columns: number, indices: Buffer, rows: Operand): void {
  withRows(rows, (from) =>
    // prettier-ignore
    kernelOf('scatter_add_rows')(
      from, indices.address(), writtenAddressOf(target), indices.length, columns,
    ),
  );
}

/** Of what shape rows of `columns` numbers are along the first dimension. */
export const rowLength = (shape: Shape): number => numel(shape.slice(1));
