/** Element-wise kernels in the heap, of float32 and float64 numbers. */
import { Buffer } from '../buffer.ts';
import { elementSize, type DType } from '../dtype.ts';
import type { BinaryKernel, UnaryKernel } from '../kernels.ts';
import { broadcastStrides, isContiguous, isRepeated, numel, sameShape, type Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { into, withRows } from './copy.ts';
import { hasKernel, kernelOf } from './heap.ts';
import { addressOf, eachPart, inner, walk, writtenAddressOf } from './strided.ts';

/** Kernels whose order of operands does not matter. */
const COMMUTATIVE: ReadonlySet<BinaryKernel> = new Set(['add', 'mul', 'maximum', 'minimum']);
/** In the order by which `broadcast` knows them: those of float32, then those of float64. */
const ARITHMETIC = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'] as const;

/** A binary kernel's forms: two rows, a row and a scalar, a scalar and a row, and its number where strides are any. */
interface Forms {
  readonly rows: string;
  readonly scalar: string;
  readonly reversed: string;
  readonly broadcast: number;
}

const tableOf = (suffix: string, first: number): ReadonlyMap<BinaryKernel, Forms> =>
  new Map(
    ARITHMETIC.map((name, i) => [
      name,
      {
        rows: `${name}${suffix}`,
        scalar: `${name}${suffix}_s`,
        reversed: `${name}${suffix}${COMMUTATIVE.has(name) ? '_s' : '_rs'}`,
        broadcast: first + i,
      },
    ]),
  );
const BINARY = { float32: tableOf('', 0), float64: tableOf('64', ARITHMETIC.length) } as const;

const isFloat = (dtype: DType): dtype is 'float32' | 'float64' => dtype === 'float32' || dtype === 'float64';

const formsOf = (kernel: BinaryKernel, dtype: DType): Forms | undefined =>
  isFloat(dtype) ? BINARY[dtype].get(kernel) : undefined;

const unaryName = (kernel: UnaryKernel, dtype: DType): string =>
  dtype === 'float64' ? `${kernel}64` : kernel;

export const hasUnary = (kernel: UnaryKernel, dtype: DType): boolean =>
  isFloat(dtype) && hasKernel(unaryName(kernel, dtype));

export function hasBinary(kernel: BinaryKernel, dtype: DType): boolean {
  const names = formsOf(kernel, dtype);
  return names !== undefined && hasKernel(names.rows);
}

/** `kernel(x)`, of x's dtype. */
export function unary(kernel: UnaryKernel, x: Operand, dtype: DType): Buffer {
  const out = into(x);
  const from = isContiguous(x.shape, x.strides) ? addressOf(x) : out.address();
  kernelOf(unaryName(kernel, dtype))(from, out.address(), out.length);
  return out;
}

export const hasGelu = (): boolean => hasKernel('gelu') && hasKernel('gelu_backward');

/** The exact gelu of a float32 operand. */
export function gelu(x: Operand): Buffer {
  const out = new Buffer('float32', numel(x.shape), null);
  withRows(x, (from) => kernelOf('gelu')(from, out.address(), out.length));
  return out;
}

/**
 * A kernel of two rows of the same length that has no other form: `sigmoid_backward`.
 * @param name of its float32 form; both operands have the same shape and dtype
 */
export function ofPair(name: string, a: Operand, b: Operand): Buffer {
  const { dtype } = a.buffer;
  const out = new Buffer(dtype, numel(a.shape), null);
  withRows(a, (x) => withRows(b, (y) => kernelOf(name)(x, y, out.address(), out.length)));
  return out;
}

/** `kernel(a, b)` over the broadcast `shape`, of operands of the same dtype. */
export function binary(kernel: BinaryKernel, a: Operand, b: Operand, shape: Shape): Buffer {
  const { dtype } = a.buffer;
  const names = formsOf(kernel, dtype) as Forms;
  const out = new Buffer(dtype, numel(shape), null);
  const fills = (x: Operand): boolean => sameShape(x.shape, shape) && isContiguous(x.shape, x.strides);
  if (fills(a) && fills(b)) kernelOf(names.rows)(addressOf(a), addressOf(b), out.address(), out.length);
  else if (fills(a) && isRepeated(b.shape, b.strides))
    kernelOf(names.scalar)(addressOf(a), first(b), out.address(), out.length);
  else if (fills(b) && isRepeated(a.shape, a.strides))
    kernelOf(names.reversed)(addressOf(b), first(a), out.address(), out.length);
  else byStrides(names.broadcast, a, b, shape, out.address());
  return out;
}

const first = (x: Operand): number => x.buffer.read()[x.offset] as number;

function byStrides(operation: number, a: Operand, b: Operand, shape: Shape, out: number): void {
  const way = walk(
    shape,
    [a, b].map((x) => ({ strides: broadcastStrides(x.shape, x.strides, shape) })),
  );
  const size = elementSize(a.buffer.dtype);
  const [sizes, stridesA, stridesB] = [
    inner(way.sizes),
    inner(way.strides[0] as number[]),
    inner(way.strides[1] as number[]),
  ];
  const [addressA, addressB] = [addressOf(a), addressOf(b)];
  const compute = kernelOf('broadcast');
  eachPart(way, ([startA = 0, startB = 0], before) =>
    compute(
      operation,
      addressA + startA * size,
      ...stridesA,
      addressB + startB * size,
      ...stridesB,
      out + before * size,
      ...sizes,
    ),
  );
}

/** `kernel(x, scalar)`, or `kernel(scalar, x)` when `reversed`. */
export function binaryScalar(kernel: BinaryKernel, x: Operand, scalar: number, reversed: boolean): Buffer {
  const { dtype } = x.buffer;
  const names = formsOf(kernel, dtype) as Forms;
  const compute = kernelOf(reversed ? names.reversed : names.scalar);
  const out = into(x);
  const from = isContiguous(x.shape, x.strides) ? addressOf(x) : out.address();
  compute(from, scalar, out.address(), out.length);
  return out;
}

/** Writes `kernel(target, other)` over `target`; both have the same shape and are in row-major order. */
export function binaryInto(kernel: BinaryKernel, target: Operand, other: Operand): void {
  const names = formsOf(kernel, target.buffer.dtype) as Forms;
  const at = writtenAddressOf(target);
  kernelOf(names.rows)(at, addressOf(other), at, numel(target.shape));
}

/** Writes `kernel(target, scalar)` over `target`, which is in row-major order. */
export function scalarInto(kernel: BinaryKernel, target: Operand, scalar: number): void {
  const names = formsOf(kernel, target.buffer.dtype) as Forms;
  const at = writtenAddressOf(target);
  kernelOf(names.scalar)(at, scalar, at, numel(target.shape));
}

/** `target += factor * other`; both have the same shape and are in row-major order. */
export function addTimes(target: Operand, other: Operand, factor: number): void {
  kernelOf('axpy')(addressOf(other), factor, writtenAddressOf(target), numel(target.shape));
}

/** `target += other`, repeated to its shape; `target` is all of its buffer in row-major order. */
export function addRepeated(target: Operand, other: Operand): void {
  const { broadcast } = formsOf('add', target.buffer.dtype) as Forms;
  byStrides(broadcast, target, other, target.shape, writtenAddressOf(target));
}
