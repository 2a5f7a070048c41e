/** Element-wise kernels over typed arrays, for every dtype. */
import { takeElements } from '../buffer.ts';
import type { DType, Elements } from '../dtype.ts';
import type { BinaryKernel, UnaryKernel } from '../kernels.ts';
import { broadcastStrides, isContiguous, isRepeated, numel, sameShape, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { forEachRow } from './iterate.ts';
import { BINARY, UNARY } from './pointwise.ts';

/** A new row-major array of `kernel(x)`. */
export function unary(kernel: UnaryKernel, x: Operand, dtype: DType): Elements {
  const count = numel(x.shape);
  const out = takeElements(dtype, count);
  const source = x.buffer.read();
  const f = UNARY[kernel];
  if (isContiguous(x.shape, x.strides)) {
    const start = x.offset;
    if (kernel === 'square') squares(source, start, out, count);
    else if (kernel === 'neg') for (let i = 0; i < count; i++) out[i] = -(source[start + i] as number);
    else for (let i = 0; i < count; i++) out[i] = f(source[start + i] as number);
    return out;
  }
  let at = 0;
  forEachRow(x.shape, [x], (size, [start], [step]) => {
    for (let i = 0, s = start; i < size; i++, s += step) out[at++] = f(source[s] as number);
  });
  return out;
}

/** A new row-major array of `kernel(a, b)` over the broadcast `shape`; `out` reuses the given array (it may be an operand's). */
export function binary(
  kernel: BinaryKernel,
  a: Operand,
  b: Operand,
  shape: Shape,
  dtype: DType,
  out: Elements = takeElements(dtype, numel(shape)),
): Elements {
  const x = a.buffer.read();
  const y = b.buffer.read();
  const f = BINARY[kernel];
  const count = out.length;
  if (isContiguous(a.shape, a.strides) && sameShape(a.shape, shape)) {
    if (isContiguous(b.shape, b.strides) && sameShape(b.shape, shape)) {
      rowsOf(kernel, f, x, a.offset, y, b.offset, out, count);
      return out;
    }
    if (isRepeated(b.shape, b.strides)) {
      withScalar(kernel, x, a.offset, y[b.offset] as number, out, count);
      return out;
    }
  } else if (
    isContiguous(b.shape, b.strides) &&
    sameShape(b.shape, shape) &&
    isRepeated(a.shape, a.strides)
  ) {
    const value = x[a.offset] as number;
    if (kernel === 'mul' || kernel === 'add') withScalar(kernel, y, b.offset, value, out, count);
    else for (let i = 0; i < count; i++) out[i] = f(value, y[b.offset + i] as number);
    return out;
  }
  const left = { ...pick(a), shape, strides: broadcastStrides(a.shape, a.strides, shape) };
  const right = { ...pick(b), shape, strides: broadcastStrides(b.shape, b.strides, shape) };
  let at = 0;
  forEachRow(shape, [left, right], (size, [startX, startY = 0], [stepX, stepY = 0]) => {
    for (let i = 0, p = startX, q = startY; i < size; i++, p += stepX, q += stepY) {
      out[at++] = f(x[p] as number, y[q] as number);
    }
  });
  return out;
}

/** `target += factor * other`, rounded once; both have the same shape and `target` is all of its buffer in row-major order. */
export function addTimes(target: Operand, other: Operand, factor: number): void {
  const out = target.buffer.write();
  const source = other.buffer.read();
  if (isContiguous(other.shape, other.strides)) {
    const start = other.offset;
    for (let i = 0; i < out.length; i++) {
      out[i] = (out[i] as number) + factor * (source[start + i] as number);
    }
    return;
  }
  let at = 0;
  forEachRow(other.shape, [other], (size, [start], [step]) => {
    for (let i = 0, s = start; i < size; i++, s += step, at++) {
      out[at] = (out[at] as number) + factor * (source[s] as number);
    }
  });
}

/**
 * `kernel(x, scalar)`, or `kernel(scalar, x)` when `reversed`; the scalar is taken as it is.
 *
 * @param into where the result is written, may be the operand's own elements; a new array when absent
 */
export function binaryScalar(
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
  dtype: DType,
  into?: Elements,
): Elements {
  const count = numel(x.shape);
  const out = into ?? takeElements(dtype, count);
  const source = x.buffer.read();
  const f = BINARY[kernel];
  if (isContiguous(x.shape, x.strides)) {
    const start = x.offset;
    if (!reversed) withScalar(kernel, source, start, scalar, out, count);
    else for (let i = 0; i < count; i++) out[i] = f(scalar, source[start + i] as number);
    return out;
  }
  if (isRepeated(x.shape, x.strides)) {
    const value = source[x.offset] as number;
    return out.fill(reversed ? f(scalar, value) : f(value, scalar));
  }
  let at = 0;
  forEachRow(x.shape, [x], (size, [start], [step]) => {
    for (let i = 0, s = start; i < size; i++, s += step) {
      const value = source[s] as number;
      out[at++] = reversed ? f(scalar, value) : f(value, scalar);
    }
  });
  return out;
}

const pick = (x: Operand): Pick<Operand, 'buffer' | 'offset'> => ({ buffer: x.buffer, offset: x.offset });

/** The four operations of arithmetic have loops of their own: a call per element would cost more than they do. */
function rowsOf(
  kernel: BinaryKernel,
  f: (x: number, y: number) => number,
  x: Elements,
  atX: number,
  y: Elements,
  atY: number,
  out: Elements,
  count: number,
): void {
  switch (kernel) {
    case 'add':
      for (let i = 0; i < count; i++) out[i] = (x[atX + i] as number) + (y[atY + i] as number);
      break;
    case 'sub':
      for (let i = 0; i < count; i++) out[i] = (x[atX + i] as number) - (y[atY + i] as number);
      break;
    case 'mul':
      for (let i = 0; i < count; i++) out[i] = (x[atX + i] as number) * (y[atY + i] as number);
      break;
    case 'div':
      for (let i = 0; i < count; i++) out[i] = (x[atX + i] as number) / (y[atY + i] as number);
      break;
    default:
      for (let i = 0; i < count; i++) out[i] = f(x[atX + i] as number, y[atY + i] as number);
  }
}

function withScalar(
  kernel: BinaryKernel,
  x: Elements,
  at: number,
  scalar: number,
  out: Elements,
  count: number,
): void {
  const f = BINARY[kernel];
  switch (kernel) {
    case 'add':
      for (let i = 0; i < count; i++) out[i] = (x[at + i] as number) + scalar;
      break;
    case 'sub':
      for (let i = 0; i < count; i++) out[i] = (x[at + i] as number) - scalar;
      break;
    case 'mul':
      for (let i = 0; i < count; i++) out[i] = (x[at + i] as number) * scalar;
      break;
    case 'div':
      for (let i = 0; i < count; i++) out[i] = (x[at + i] as number) / scalar;
      break;
    case 'pow':
      if (scalar === 2) squares(x, at, out, count);
      else for (let i = 0; i < count; i++) out[i] = f(x[at + i] as number, scalar);
      break;
    default:
      for (let i = 0; i < count; i++) out[i] = f(x[at + i] as number, scalar);
  }
}

/** `x * x` is many times cheaper than a general power. */
function squares(x: Elements, at: number, out: Elements, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = x[at + i] as number;
    out[i] = value * value;
  }
}
