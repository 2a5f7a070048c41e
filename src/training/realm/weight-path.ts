/** The way of small weights through a training, beside the true ones. */
import { toContiguous } from '../backend/js/copy.ts';
import type { EpochWeight, Real } from '../protocol/protocol.ts';
import { fromReal, toReal } from '../protocol/real.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Elements of a weight that is followed; larger weights are left out. */
const MOST_ELEMENTS = 64;

/** Where a fit's weights are after each epoch, beside the true ones where there are any. */
export class WeightPath {
  #truths = new Map<string, readonly number[] | null>();

  /** A fit begins: nothing is known of its weights. */
  begin(): void {
    this.#truths.clear();
  }

  /** @param truth the true values in row-major order, null where there are none */
  setTruth(name: string, truth: readonly Real[] | null): void {
    this.#truths.set(name, truth?.map(fromReal) ?? null);
  }

  /** The weight as it is now; null for one that is too large to be followed. */
  read(name: string, tensor: Tensor): EpochWeight | null {
    if (tensor.numel > MOST_ELEMENTS) return null;
    const learned = Array.from(toContiguous(tensor, 'float64'));
    const truth = this.#truths.get(name) ?? null;
    const difference =
      truth?.length === learned.length
        ? learned.map((value, i) => toReal(value - (truth[i] as number)))
        : null;
    return {
      name,
      shape: tensor.shape,
      learned: learned.map(toReal),
      difference,
      gradient: tensor.grad === null ? null : toReal(Math.hypot(...toContiguous(tensor.grad, 'float64'))),
    };
  }
}
