/**
 * The dtypes that an operation takes, where PyTorch's kernels for the CPU do not take all: what the engine could
 * compute with others would hide a mistake that PyTorch tells. A declaration says it by `dtypes`; kernels are called as
 * PyTorch's own messages call them.
 */
import { isFloating, legacyName, promoteTypes, type DType } from '../backend/dtype.ts';
import { runtimeError, TorchError } from '../backend/error.ts';
import { Tensor } from '../tensor/tensor.ts';
import { isScalar } from './scalar.ts';

type Kind = 'bool' | 'integer' | 'floating';

/** What a restricted operation does not take, and the error that says so. */
export interface Restriction {
  readonly refused: readonly Kind[];
  readonly error: (dtype: string) => TorchError;
  /** Kinds of a number beside the tensor that PyTorch computes in, so that the tensor's own dtype does not matter. */
  readonly lifting?: readonly Kind[];
}

const kindOf = (dtype: DType): Kind =>
  dtype === 'bool' ? 'bool' : isFloating(dtype) ? 'floating' : 'integer';

const notImplemented = (kernel: string) => (dtype: string) =>
  new TorchError('NotImplementedError', `"${kernel}" not implemented for '${dtype}'`);
const says = (message: string) => () => runtimeError(message);

/** Takes floating-point dtypes only. */
export const floating = (kernel: string): Restriction => ({
  refused: ['bool', 'integer'],
  error: notImplemented(kernel),
});
/** Takes all but bools; with `lifting` bools too beside a number of these kinds. */
export const numbers = (kernel: string, lifting: readonly Kind[] = []): Restriction => ({
  refused: ['bool'],
  error: notImplemented(kernel),
  lifting,
});
/** Takes integers and bools. */
export const bits = (kernel: string): Restriction => ({
  refused: ['floating'],
  error: notImplemented(kernel),
});
/** Takes integers only. */
export const integers = (kernel: string): Restriction => ({
  refused: ['bool', 'floating'],
  error: notImplemented(kernel),
});
/** Takes all but bools, which get `message`. */
export const noBool = (message: string): Restriction => ({ refused: ['bool'], error: says(message) });

/** @throws TorchError where a kernel that computes with floating-point numbers is given others */
export function checkFloating(self: Tensor, kernel: string): void {
  if (!isFloating(self.dtype)) throw notImplemented(kernel)(legacyName(self.dtype));
}

/** @throws TorchError where a kernel finds a tensor of another dtype than the first */
export function checkSameType(first: Tensor, ...others: readonly (Tensor | null)[]): void {
  const other = others.find((each) => each !== null && each.dtype !== first.dtype);
  if (other === undefined || other === null) return;
  throw runtimeError(`expected scalar type ${legacyName(first.dtype)} but found ${legacyName(other.dtype)}`);
}

const lifts = (restriction: Restriction, arg: unknown): boolean =>
  isScalar(arg) && restriction.lifting?.includes(kindOf(arg.dtype)) === true;

/** The check that an operation's tensors are of dtypes that it takes; null when it takes all. */
export function operandCheck(
  restriction: Restriction | undefined,
): ((args: readonly unknown[]) => void) | null {
  if (restriction === undefined) return null;
  return (args) => {
    let common: DType | null = null;
    for (const arg of args) {
      if (arg instanceof Tensor) common = common === null ? arg.dtype : promoteTypes(common, arg.dtype);
      else if (lifts(restriction, arg)) return;
    }
    if (common !== null && restriction.refused.includes(kindOf(common)))
      throw restriction.error(legacyName(common));
  };
}
