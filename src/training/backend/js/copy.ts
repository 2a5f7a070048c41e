/** Copies between layouts and dtypes. */
import { takeElements } from '../buffer.ts';
import { isFloating, isReduced, type DType, type Elements } from '../dtype.ts';
import { contiguousStrides, isContiguous, numel } from '../layout.ts';
import { isWhole, type Operand } from '../operand.ts';
import { forEachRow } from './iterate.ts';
import { rounderTo } from './rounding.ts';

/**
 * The operand's elements as a new row-major array of another dtype. A float becomes an integer by truncation, anything
 * but 0 becomes true.
 */
export function toContiguous(x: Operand, dtype: DType): Elements {
  const count = numel(x.shape);
  const out = takeElements(dtype, count);
  const source = x.buffer.read();
  const convert = converter(x.buffer.dtype, dtype);
  if (isContiguous(x.shape, x.strides)) {
    if (convert === null) out.set(source.subarray(x.offset, x.offset + count));
    else for (let i = 0; i < count; i++) out[i] = convert(source[x.offset + i] as number);
    return out;
  }
  let at = 0;
  forEachRow(x.shape, [x], (size, [start], [step]) => {
    for (let i = 0, s = start; i < size; i++, s += step) {
      const value = source[s] as number;
      out[at++] = convert === null ? value : convert(value);
    }
  });
  return out;
}

/** Writes `source` into the elements that `target` shows; both have the same shape. */
export function copyInto(target: Operand, source: Operand): void {
  const overlaps = target.buffer === source.buffer;
  const from = overlaps ? toContiguous(source, source.buffer.dtype) : source.buffer.read();
  const layout = overlaps ? { strides: contiguousStrides(source.shape), offset: 0 } : source;
  const convert = converter(source.buffer.dtype, target.buffer.dtype);
  const to = target.buffer.write();
  forEachRow(target.shape, [target, layout], (size, [startTo, startFrom = 0], [stepTo, stepFrom = 0]) => {
    for (let i = 0, t = startTo, f = startFrom; i < size; i++, t += stepTo, f += stepFrom) {
      const value = from[f] as number;
      to[t] = convert === null ? value : convert(value);
    }
  });
}

/** Sets every element that `target` shows. */
export function fillInto(target: Operand, value: number): void {
  const convert = converter('float64', target.buffer.dtype);
  const stored = convert === null ? value : convert(value);
  if (isWhole(target)) {
    target.buffer.overwrite().fill(stored);
    return;
  }
  const to = target.buffer.write();
  forEachRow(target.shape, [target], (size, [start], [step]) => {
    for (let i = 0, t = start; i < size; i++, t += step) to[t] = stored;
  });
}

/** How values of one dtype are stored as another; null when the array's own conversion is right. */
export function converter(from: DType, to: DType): ((value: number) => number) | null {
  if (from === to) return null;
  if (to === 'bool') return (value) => (value === 0 ? 0 : 1);
  if (isReduced(to)) return rounderTo(to);
  if (to === 'int64' && isFloating(from)) {
    return (value) => (Math.abs(value) < 2 ** 63 ? Math.trunc(value) + 0 : -(2 ** 63));
  }
  // As x86 converts them: what no int32 holds is the smallest one.
  if (to === 'int32' && isFloating(from)) {
    return (value) => (Math.abs(value) < 2 ** 31 ? value : -(2 ** 31));
  }
  return null;
}
