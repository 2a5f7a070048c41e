/**
 * int64 beyond what a double can tell apart: exact, and wrapping round as C's arithmetic does (decision 33). Integers are
 * doubles while all of a buffer's are exact; a result that is not is computed anew here, and lies in a BigInt64Array too.
 */
import { Buffer } from './buffer.ts';
import { counters } from './counters.ts';
import { isFloating, newElements, type DType, type Elements } from './dtype.ts';
import { powerOfWide, toBig } from './js/big-integers.ts';
import { forEachRow } from './js/iterate.ts';
import type { BinaryKernel, ReduceKernel, ScanKernel, UnaryKernel } from './kernels.ts';
import { broadcastStrides, contiguousStrides, numel, type Shape } from './layout.ts';
import type { Operand } from './operand.ts';

/** From here on neighbouring integers may be the same double. */
const FIRST_INEXACT = 2 ** 53;

type Binary = (x: bigint, y: bigint) => bigint;

const truth = (flag: boolean): bigint => (flag ? 1n : 0n);
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
const BITS = 64n;

const BINARY: Partial<Record<BinaryKernel, Binary>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  pow: powerOfWide,
  maximum: (x, y) => (x > y ? x : y),
  minimum: (x, y) => (x < y ? x : y),
  fmod: (x, y) => (y === 0n ? 0n : x % y),
  remainder: (x, y) => (y === 0n ? 0n : x - y * floorOf(x, y)),
  floorDivide: floorOf,
  truncDivide: (x, y) => (y === 0n ? 0n : x / y),
  eq: (x, y) => truth(x === y),
  ne: (x, y) => truth(x !== y),
  lt: (x, y) => truth(x < y),
  le: (x, y) => truth(x <= y),
  gt: (x, y) => truth(x > y),
  ge: (x, y) => truth(x >= y),
  bitwiseAnd: (x, y) => x & y,
  bitwiseOr: (x, y) => x | y,
  bitwiseXor: (x, y) => x ^ y,
  leftShift: (x, y) => (y < 0n || y >= BITS ? 0n : x << y),
  rightShift: (x, y) => x >> (y < 0n || y >= BITS ? BITS - 1n : y),
};

const UNARY: Partial<Record<UnaryKernel, (x: bigint) => bigint>> = {
  neg: (x) => -x,
  abs: (x) => (x < 0n ? -x : x),
  sign: (x) => truth(x > 0n) - truth(x < 0n),
  square: (x) => x * x,
  bitwiseNot: (x) => ~x,
};

/** Of these the operands' size matters, of the others that of the result. */
const DIVISIONS: ReadonlySet<BinaryKernel> = new Set(['floorDivide', 'truncDivide']);

function floorOf(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const quotient = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

const exceeds = (elements: Elements): boolean => elements.some((value) => !(Math.abs(value) < FIRST_INEXACT));

const isInteger = (x: Operand): boolean => !isFloating(x.buffer.dtype);

/** The operand's elements in row-major order over `shape`, to which it is repeated. */
export function bigElements(x: Operand, shape: Shape = x.shape): BigInt64Array {
  const out = new BigInt64Array(numel(shape));
  const { wide } = x.buffer;
  const source = wide === null ? x.buffer.read() : null;
  const layout = { strides: broadcastStrides(x.shape, x.strides, shape), offset: x.offset };
  let at = 0;
  forEachRow(shape, [layout], (size, [start], [step]) => {
    for (let i = 0, s = start; i < size; i++, s += step) {
      out[at++] = source === null ? (wide?.[s] ?? 0n) : toBig(source[s] as number);
    }
  });
  return out;
}

/** A buffer of any integer dtype with these values, which keeps them in full only where doubles are too short. */
export function fromBig(values: BigInt64Array, dtype: DType): Buffer {
  const elements = newElements(dtype, values.length);
  const wraps = dtype !== 'int64' && !isFloating(dtype) && dtype !== 'bool';
  let isExact = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as bigint;
    const nearest =
      dtype === 'bool' ? Number(value !== 0n) : Number(wraps ? BigInt.asIntN(32, value) : value);
    elements[i] = nearest;
    if (dtype === 'int64' && BigInt(nearest) !== value) isExact = false;
  }
  counters.operations.js++;
  const buffer = new Buffer(dtype, values.length, elements);
  if (!isExact) buffer.keepWide(values);
  return buffer;
}

/** `kernel(x)` where a double is too short for it; null where it is not. */
export function unary(
  kernel: UnaryKernel,
  x: Operand,
  dtype: DType,
  computed: Elements | null,
): Buffer | null {
  const f = UNARY[kernel];
  if (f === undefined || dtype !== 'int64' || (computed !== null && !exceeds(computed))) return null;
  return fromBig(bigElements(x).map(f), dtype);
}

/** `kernel(a, b)` over the broadcast `shape`, likewise. @param computed the result in doubles; null: an operand is wide */
export function binary(
  kernel: BinaryKernel,
  a: Operand,
  b: Operand,
  shape: Shape,
  dtype: DType,
  computed: Elements | null,
): Buffer | null {
  const f = BINARY[kernel];
  if (f === undefined || isFloating(dtype) || !isInteger(a) || !isInteger(b)) return null;
  if (computed !== null && !exceeds(computed)) {
    const isSafe = !DIVISIONS.has(kernel) || !(exceeds(a.buffer.read()) || exceeds(b.buffer.read()));
    if (isSafe) return null;
  }
  const [x, y] = [bigElements(a, shape), bigElements(b, shape)];
  return fromBig(
    x.map((value, i) => f(value, y[i] as bigint)),
    dtype,
  );
}

/** {@link binary} with a number, which is first when `reversed`. */
export function withScalar(
  kernel: BinaryKernel,
  x: Operand,
  scalar: number,
  reversed: boolean,
  dtype: DType,
  computed: Elements | null,
): Buffer | null {
  if (computed !== null && !DIVISIONS.has(kernel) && !exceeds(computed)) return null;
  const other = {
    buffer: new Buffer('int64', 1, Float64Array.of(scalar)),
    shape: [],
    strides: [],
    offset: 0,
  };
  const [a, b] = reversed ? [other, x] : [x, other];
  return binary(kernel, a, b, x.shape, dtype, computed);
}

const FOLDS: Partial<Record<ReduceKernel, Binary>> = { sum: BINARY.add, prod: BINARY.mul } as Record<
  string,
  Binary
>;
const EXTREMES: ReadonlySet<ReduceKernel> = new Set(['max', 'min', 'argmax', 'argmin']);

/** Reduces `dims`, which are absent from the result, likewise. */
export function reduce(
  kernel: ReduceKernel,
  x: Operand,
  dims: Shape,
  dtype: DType,
  computed: Elements | null,
): Buffer | null {
  const fold = FOLDS[kernel];
  if (!isInteger(x) || isFloating(dtype)) return null;
  if (fold === undefined && !(EXTREMES.has(kernel) && x.buffer.wide !== null)) return null;
  if (computed !== null && !(exceeds(computed) || sumMayExceed(kernel, x))) return null;
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const order = [...kept, ...dims];
  const moved = {
    buffer: x.buffer,
    offset: x.offset,
    shape: order.map((d) => x.shape[d] as number),
    strides: order.map((d) => x.strides[d] as number),
  };
  const values = bigElements(moved);
  const size = numel(dims.map((d) => x.shape[d] as number));
  const out = new BigInt64Array(numel(kept.map((d) => x.shape[d] as number)));
  for (let i = 0; i < out.length; i++) {
    const row = values.subarray(i * size, (i + 1) * size);
    out[i] =
      fold === undefined
        ? extreme(kernel, row)
        : row.reduce((total, each) => wrap(fold(total, each)), kernel === 'sum' ? 0n : 1n);
  }
  return fromBig(out, dtype);
}

/** Whether a sum may have been too large on the way. */
function sumMayExceed(kernel: ReduceKernel, x: Operand): boolean {
  if (kernel !== 'sum' || x.buffer.dtype !== 'int64') return false;
  let largest = 0;
  for (const value of x.buffer.read()) largest = Math.max(largest, Math.abs(value));
  return largest * numel(x.shape) >= FIRST_INEXACT;
}

function extreme(kernel: ReduceKernel, row: BigInt64Array): bigint {
  const isMore: (a: bigint, b: bigint) => boolean = kernel.endsWith('max')
    ? (a, b) => a > b
    : (a, b) => a < b;
  let at = 0;
  for (let i = 1; i < row.length; i++) if (isMore(row[i] as bigint, row[at] as bigint)) at = i;
  return kernel.startsWith('arg') ? BigInt(at) : (row[at] as bigint);
}

/** Running totals along `dim`, likewise. */
export function scan(
  kernel: ScanKernel,
  x: Operand,
  dim: number,
  dtype: DType,
  computed: Elements | null,
): Buffer | null {
  if (dtype !== 'int64' || !isInteger(x) || (computed !== null && !exceeds(computed))) return null;
  const step = (kernel === 'cumsum' ? BINARY.add : BINARY.mul) as Binary;
  const out = bigElements(x);
  const inner = numel(x.shape.slice(dim + 1));
  const size = x.shape[dim] ?? 1;
  for (let i = 0; i < out.length; i++) {
    if (Math.floor(i / inner) % size > 0) out[i] = step(out[i - inner] as bigint, out[i] as bigint);
  }
  return fromBig(out, dtype);
}

/** The operand's elements in row-major order as another integer dtype. */
export const copy = (x: Operand, dtype: DType): Buffer => fromBig(bigElements(x), dtype);

/** Elements of `x` where `condition` is not 0, else of `y`; all three have the same shape. */
export function where(condition: Operand, x: Operand, y: Operand, dtype: DType): Buffer | null {
  if (dtype !== 'int64') return null;
  const [chosen, yes, no] = [bigElements(condition), bigElements(x), bigElements(y)];
  return fromBig(
    yes.map((value, i) => (chosen[i] === 0n ? (no[i] as bigint) : value)),
    dtype,
  );
}

/** Writes `source` into the elements that `target` shows, one of them being wide; both have the same shape. */
export function copyInto(target: Operand, source: Operand): void {
  const values = bigElements(source);
  const { wide: kept } = target.buffer;
  const elements = target.buffer.write();
  const wide = kept ?? BigInt64Array.from(elements as Float64Array, toBig);
  const from = { strides: contiguousStrides(target.shape), offset: 0 };
  forEachRow(target.shape, [target, from], (size, [to, at = 0], [step, next = 0]) => {
    for (let i = 0, t = to, f = at; i < size; i++, t += step, f += next) {
      wide[t] = values[f] as bigint;
      elements[t] = Number(wide[t]);
    }
  });
  target.buffer.keepWide(wide);
}
