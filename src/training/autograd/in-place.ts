/** Operations that write their result into their first argument. */
import { copyInto, moveInto } from '../tensor/complex.ts';
import { inferenceMode } from '../backend/buffer.ts';
import { canCast, isReduced, legacyName, rare, type DType } from '../backend/dtype.ts';
import { runtimeError } from '../backend/error.ts';
import { sameShape } from '../backend/layout.ts';
import { full, Tensor } from '../tensor/tensor.ts';
import { wantsGradient } from './argument-tensors.ts';
import { rebaseHistory, refreshView } from './tape/history.ts';
import { Node } from './tape/node.ts';
import { SavedTensor } from './tape/saved.ts';
import { isWide } from './wide-integers.ts';

/** Whether an operation is to be computed with its arguments in another form. */
const hasRare = (args: readonly unknown[]): boolean =>
  args.some((arg) => isWide(arg) || (arg instanceof Tensor && (arg.complex || isReduced(arg.dtype))));

/**
 * Makes the in-place form of an operation: it changes the first argument and returns it.
 *
 * @param into computes there at once
 * @param keepsResult whether the gradient reads the result
 */
export function inPlaceForm<A extends readonly unknown[], R>(
  into: ((...args: A) => boolean) | undefined,
  keepsResult: boolean,
  apply: (...args: unknown[]) => R,
  complete: ((args: unknown[]) => void) | null,
  checkOperands: ((args: readonly unknown[]) => void) | null,
): (...args: unknown[]) => Tensor {
  return (...given) => {
    if (complete !== null) complete(given);
    const args = given as unknown as A;
    if (checkOperands !== null) checkOperands(args);
    const self = args[0] as Tensor;
    checkInference(self);
    const recording = wantsGradient(args);
    if (recording) checkInPlace(self);
    else if (!(rare.inUse && hasRare(args)) && into?.(...args) === true) {
      self.changed();
      return self;
    }
    const before = recording ? keepOldSelf(self) : self;
    const result = apply(before, ...args.slice(1)) as Tensor;
    writeBack(self, result);
    if (recording) {
      rebaseHistory(self, result);
      // What the gradient reads is the result before it was moved; PyTorch's is `self`, which can be changed once more.
      if (keepsResult && result.node instanceof Node) result.node.keep([new SavedTensor(self, true)]);
    }
    return self;
  };
}

/** @throws TorchError for what inference mode made, once it is over; `.data` is let through, as in PyTorch */
function checkInference(self: Tensor): void {
  if (!self.buffer.isInference || inferenceMode.isOn || self.untracked) return;
  throw runtimeError(
    'Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.',
  );
}

/** @throws TorchError for a leaf that wants a gradient, and for a view of one */
function checkInPlace(self: Tensor): void {
  if (self.requiresGrad && self.isLeaf) {
    throw runtimeError('a leaf Variable that requires grad is being used in an in-place operation.');
  }
  if (self.base !== null && self.base.requiresGrad && self.base.isLeaf) {
    throw runtimeError(
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
}

/** The values before the change, on the tape where `self` is: gradients may need them after they are overwritten. */
function keepOldSelf(self: Tensor): Tensor {
  refreshView(self);
  const old = full(self.shape, 0, self.dtype);
  copyInto(old, self);
  old.requiresGrad = self.requiresGrad;
  old.node = self.node?.retain() ?? null;
  old.output = self.output;
  return old;
}

function writeBack(self: Tensor, result: Tensor): void {
  checkWritable(self, result);
  moveInto(self, result);
  self.changed();
}

/** @throws TorchError where numbers of that dtype cannot be written over a tensor: fractions over integers, say */
export function checkKind(self: Tensor, found: DType): void {
  if (canCast(found, self.dtype)) return;
  throw runtimeError(
    `result type ${legacyName(found)} can't be cast to the desired output type ${legacyName(self.dtype)}`,
  );
}

/** @throws TorchError where a result cannot be written over a tensor: numbers of another kind, or another shape */
export function checkWritable(self: Tensor, result: Tensor): void {
  checkKind(self, result.dtype);
  if (sameShape(result.shape, self.shape)) return;
  throw runtimeError(
    `output with shape [${self.shape.join(', ')}] doesn't match the broadcast shape [${result.shape.join(', ')}]`,
  );
}
