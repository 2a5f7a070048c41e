/**
 * float16 and bfloat16 are stored rounded and computed with as float32: an operation sees float32 tensors in their place,
 * and its results are rounded (decision 33). Views show the rounded elements themselves.
 */
import { copy } from '../backend/compute.ts';
import { isFloating, isReduced, legacyName, type DType, type ReducedFloat } from '../backend/dtype.ts';
import { runtimeError, type TorchError } from '../backend/error.ts';
import { roundElements } from '../backend/js/rounding.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Schema } from './schema.ts';

type Forward = (args: readonly unknown[]) => unknown;

/** What computes an operation for any arguments, once there are tensors of reduced floats. */
export function inFloat32({ name, arguments: declared, returns }: Schema, forward: Forward): Forward {
  if (returns === 'view') return forward;
  const dtypeAt = declared.findIndex(({ type }) => type === 'ScalarType');
  return (args) => {
    const own = sharedType(args);
    const wanted = (args[dtypeAt] ?? own) as DType | null;
    const reduced = wanted !== null && isReduced(wanted) ? wanted : null;
    if (own === null && reduced === null) return lower(forward(args), null);
    if (own !== null && UNREDUCED.test(name)) throw tooShort(name, own);
    const lifted = args.map((arg, i) => (i === dtypeAt && reduced !== null ? 'float32' : lift(arg)));
    return lower(forward(lifted), reduced);
  };
}

/** Factorizations, for which LAPACK has no routines in such dtypes. */
const UNREDUCED =
  /^_?linalg_(inv|solve|det|slogdet|svd|svdvals|eigh|eigvalsh|eig|eigvals|qr|cholesky|lu|lu_factor|lstsq|pinv)(_ex)?$/;

const tooShort = (name: string, dtype: DType): TorchError =>
  runtimeError(
    `linalg.${name.replace(/^_?linalg_/, '')}: Low precision dtypes not supported. Got ${legacyName(dtype)}`,
  );

/** The reduced dtype that all floating-point tensors have; null where there is none, or several promote to a common one. */
function sharedType(args: readonly unknown[]): ReducedFloat | null {
  let shared: ReducedFloat | null = null;
  for (const tensor of args.flat()) {
    if (!(tensor instanceof Tensor) || !isFloating(tensor.dtype)) continue;
    if (!isReduced(tensor.dtype) || (shared !== null && shared !== tensor.dtype)) return null;
    shared = tensor.dtype;
  }
  return shared;
}

/** Lists hold tensors too. */
function lift(arg: unknown): unknown {
  if (Array.isArray(arg)) return arg.map(lift);
  return arg instanceof Tensor && isReduced(arg.dtype) ? convert(arg, 'float32') : arg;
}

const convert = (tensor: Tensor, dtype: DType): Tensor => new Tensor(copy(tensor, dtype), tensor.shape);

/** Results in float32 become `reduced`; those that an operation made in a reduced dtype itself are rounded where they are. */
function lower(result: unknown, reduced: ReducedFloat | null): unknown {
  if (Array.isArray(result)) return result.map((each) => lower(each, reduced));
  if (!(result instanceof Tensor)) return result;
  if (isReduced(result.dtype)) roundElements(result.buffer.write(), result.dtype);
  else if (reduced !== null && result.dtype === 'float32') return convert(result, reduced);
  return result;
}
