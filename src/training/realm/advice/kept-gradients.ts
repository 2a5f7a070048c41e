/** Notices gradients that are never cleared. */
import type { Buffer } from '../../backend/buffer.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** How a weight and its gradient stood after a pass. */
interface Standing {
  readonly gradient: Buffer;
  readonly gradientChanges: number;
  readonly weight: Buffer;
  readonly weightChanges: number;
  /** Passes in a row that only added to a gradient with which the weight had been changed already. */
  readonly repeated: number;
}

/** Adding a further pass to a gradient changes it once. */
const CHANGES_OF_A_PASS = 1;
/** So often in a row it is no accumulation over several minibatches. */
const ENOUGH = 2;

/** Tells gradients that nobody clears between the updates of the weights. */
export class KeptGradients {
  #standing = new WeakMap<Tensor, Standing>();

  /** After a backward pass that reached `leaf`: whether its gradient has added up over updates. */
  pass(leaf: Tensor): boolean {
    const { grad, buffer: weight } = leaf;
    if (grad === null) return false;
    const before = this.#standing.get(leaf);
    const isSum =
      before?.gradient === grad.buffer &&
      grad.buffer.changes === before.gradientChanges + CHANGES_OF_A_PASS &&
      (weight !== before.weight || weight.changes !== before.weightChanges);
    const repeated = isSum ? before.repeated + 1 : 0;
    this.#standing.set(leaf, {
      gradient: grad.buffer,
      gradientChanges: grad.buffer.changes,
      weight,
      weightChanges: weight.changes,
      repeated,
    });
    return repeated >= ENOUGH;
  }
}
