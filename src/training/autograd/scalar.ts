/** Python numbers as arguments, and the dtypes that they lead to. */
import { rare, resultType, type DType } from '../backend/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A Python number among an operation's arguments; its kind takes part in type promotion. */
export interface Scalar {
  readonly value: number;
  readonly dtype: 'bool' | 'int64' | 'float64' | 'complex128';
  /** Of a complex number, whose real part is the value. */
  readonly imaginary?: number;
  /** Of an integer that a double is too short for. */
  readonly exact?: bigint;
}

/** Whether an operation's argument is a Python number; tensors have a dtype too, but no value. */
export const isScalar = (arg: unknown): arg is Scalar =>
  typeof arg === 'object' && arg !== null && 'value' in arg;

export const floatScalar = (value: number): Scalar => ({ value, dtype: 'float64' });
export const intScalar = (value: number): Scalar => ({ value, dtype: 'int64' });

/** `scalar * factor`. */
export function timesScalar(scalar: Scalar, factor: Scalar): Scalar {
  if (factor.value === 1) return scalar;
  const value = scalar.value * factor.value;
  if (scalar.dtype === 'float64' || factor.dtype === 'float64' || Number.isSafeInteger(value)) {
    return { value, dtype: scalar.dtype };
  }
  return exactScalar(BigInt.asIntN(64, asBigInt(scalar) * asBigInt(factor)));
}

const asBigInt = ({ value, exact }: Scalar): bigint => exact ?? BigInt(value);

/** An integer as an argument, whatever its size. */
export function exactScalar(exact: bigint): Scalar {
  rare.inUse = true;
  return { value: Number(exact), dtype: 'int64', exact };
}

/** A complex number as Python sends it: its parts with a space between. */
export function complexScalar(text: string): Scalar {
  rare.inUse = true;
  const [value = 0, imaginary = 0] = text.split(' ').map((part) => Number(part.replace('inf', 'Infinity')));
  return { value, imaginary, dtype: 'complex128' };
}

/** The dtype of an operation between a tensor and a Python number. */
export const typeWithScalar = (tensor: Tensor, scalar: Scalar): DType =>
  resultType(tensor.dtype, tensor.rank === 0 ? 1 : 0, scalar.dtype, 2);

/** The dtype of an operation between two tensors. */
export const typeOfBoth = (a: Tensor, b: Tensor): DType =>
  a.dtype === b.dtype ? a.dtype : resultType(a.dtype, a.rank === 0 ? 1 : 0, b.dtype, b.rank === 0 ? 1 : 0);

/** The scalar as an operand of that dtype sees it: float32 arithmetic rounds it first. */
export const roundedTo = (dtype: DType, value: number): number =>
  dtype === 'float32' ? Math.fround(value) : value;

/** What rounds the steps of a computation as PyTorch's kernels of that floating-point dtype do: to float32, but in float64 not at all. */
export const roundingOf = (dtype: DType): ((value: number) => number) =>
  dtype === 'float64' ? (value) => value : Math.fround;
