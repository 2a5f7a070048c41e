/** What a leaf's `grad` becomes when a gradient arrives. */
import { copied, moveInto } from '../../tensor/complex.ts';
import { isWhole } from '../../backend/operand.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { withRecording } from './mode.ts';
import { add } from '../operations/pointwise/arithmetic.ts';
import { copy as copyOf } from '../operations/creation/conversion.ts';

/**
 * Adds to a tensor's `grad`: in place as PyTorch does, unless the sum itself must be on the tape (`createGraph`).
 *
 * @param mayKeep whether `grad` itself may be kept where there is none yet and nobody else has it: the caller lets go of it
 */
export function accumulate(leaf: Tensor, grad: Tensor, createGraph: boolean, mayKeep = false): void {
  const present = leaf.grad;
  if (present === null) {
    leaf.grad = createGraph ? recordedCopy(grad).retain() : ownCopy(grad, mayKeep);
    return;
  }
  if (createGraph) {
    leaf.grad = add(present, grad).retain();
    present.release();
    return;
  }
  withRecording(false, () => moveInto(present, add(present, grad)));
  present.changed();
}

/** A leaf's first gradient that is itself on the tape; PyTorch copies it too, and shows the copy's node. */
const recordedCopy = (grad: Tensor): Tensor => copyOf(full(grad.shape, 0, grad.dtype), grad);

/** A gradient nobody else will see changing. */
function ownCopy(grad: Tensor, mayKeep: boolean): Tensor {
  const keeps = mayKeep && grad.references === 1 && isWhole(grad) && isAlone(grad);
  const own = keeps ? grad.alias() : copied(grad);
  return own.retain();
}

/** Whether nobody but the tensor, and what is there only because the tensor is a view of it, shares its memory. */
export function isAlone({ buffer, base }: Tensor): boolean {
  return buffer.references === (base?.references === 1 && base.buffer === buffer ? 2 : 1);
}
