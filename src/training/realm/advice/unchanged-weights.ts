/** Notices a training whose weights do not change. */
import type { Buffer } from '../../backend/buffer.ts';
import type { Tensor } from '../../tensor/tensor.ts';

interface Standing {
  readonly buffer: Buffer;
  readonly changes: number;
}

/** Tells whether the weights that a fit's backward passes reach are ever changed. */
export class UnchangedWeights {
  #weights = new Map<Tensor, Standing>();
  #passes = 0;

  begin(): void {
    this.#weights.clear();
    this.#passes = 0;
  }

  pass(reached: ReadonlySet<Tensor>): void {
    this.#passes++;
    for (const leaf of reached) {
      if (this.#weights.has(leaf)) continue;
      this.#weights.set(leaf, { buffer: leaf.buffer, changes: leaf.buffer.changes });
    }
  }

  /** Passes seen, when they reached weights of which none was changed; else 0. */
  get passes(): number {
    for (const [leaf, { buffer, changes }] of this.#weights) {
      if (leaf.buffer !== buffer || buffer.changes !== changes) return 0;
    }
    return this.#weights.size > 0 ? this.#passes : 0;
  }
}
