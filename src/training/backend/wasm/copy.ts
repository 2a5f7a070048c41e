/** Copies in the heap, from any layout to any. */
import { Buffer } from '../buffer.ts';
import { elementSize, type DType } from '../dtype.ts';
import { contiguousStrides, isContiguous, numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { hasKernel, kernelOf } from './heap.ts';
import { addressOf, eachPart, inner, walk, writtenAddressOf } from './strided.ts';

/** Copying kernels by bytes of an element. */
const COPY: Readonly<Record<number, string>> = { 1: 'copy8', 4: 'copy32', 8: 'copy64' };

const CASTS: Readonly<Record<string, string>> = {
  'float32 float64': 'f32_f64',
  'float64 float32': 'f64_f32',
  'int64 float32': 'f64_f32',
  'bool float32': 'u8_f32',
  'uint8 float32': 'u8_f32',
  'bool float64': 'u8_f64',
  'uint8 float64': 'u8_f64',
  'bool int64': 'u8_f64',
  'uint8 int64': 'u8_f64',
  'float32 bool': 'f32_bool',
  'float64 bool': 'f64_bool',
  'int64 bool': 'f64_bool',
};

/** Dtypes whose elements are the same bytes. */
const areAlike = (a: DType, b: DType): boolean => a === b || (isDouble(a) && isDouble(b));
const isDouble = (dtype: DType): boolean => dtype === 'float64' || dtype === 'int64';

/** Whether elements can be copied as another dtype. */
export function hasCopy(from: DType, to: DType): boolean {
  if (from === to) return hasKernel(COPY[elementSize(from)] ?? '');
  if (from === 'int64' && to === 'float64') return hasKernel('copy64');
  return hasKernel(CASTS[`${from} ${to}`] ?? '');
}

/** The operand's elements in row-major order as another dtype, for which {@link hasCopy} holds. */
export function copied(x: Operand, dtype: DType): Buffer {
  const out = new Buffer(dtype, numel(x.shape), null);
  const { dtype: from } = x.buffer;
  if (areAlike(from, dtype)) {
    copyTo({ buffer: out, shape: x.shape, strides: contiguousStrides(x.shape), offset: 0 }, x);
  } else {
    const cast = kernelOf(CASTS[`${from} ${dtype}`] ?? '');
    withRows(x, (address) => cast(address, out.address(), out.length));
  }
  return out;
}

/** Room for a result of the operand's shape and dtype, with its elements in it where they are not in row-major order. */
export const into = (x: Operand): Buffer =>
  isContiguous(x.shape, x.strides)
    ? new Buffer(x.buffer.dtype, numel(x.shape), null)
    : copied(x, x.buffer.dtype);

/** Calls with the address of the operand's elements in row-major order. */
export function withRows<R>(x: Operand, call: (address: number) => R): R {
  if (isContiguous(x.shape, x.strides)) return call(addressOf(x));
  const copy = copied(x, x.buffer.dtype);
  try {
    return call(copy.address());
  } finally {
    copy.release();
  }
}

/** Writes `source` over the elements that `target` shows; shapes and element sizes are the same, the buffers are not. */
export function copyTo(target: Operand, source: Operand): void {
  const size = elementSize(target.buffer.dtype);
  const way = walk(target.shape, [source, target]);
  const [sizes, from, to] = [way.sizes, ...way.strides].map((values) => inner(values)) as [Four, Four, Four];
  const [addressFrom, addressTo] = [addressOf(source), writtenAddressOf(target)];
  const copy = kernelOf(COPY[size] ?? '');
  eachPart(way, ([startFrom = 0, startTo = 0]) => {
    copy(addressFrom + startFrom * size, ...from, addressTo + startTo * size, ...to, ...sizes);
  });
}

type Four = [number, number, number, number];
