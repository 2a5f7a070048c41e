/** A training loop of the learner's own, detected by its backward passes (decision 6). */
import type { Buffer } from '../backend/buffer.ts';
import type { FitUnit } from '../protocol/protocol.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { LossCurve } from './loss-curve.ts';

/** Where the iteration over a DataLoader is at. */
export interface LoaderPosition {
  /** Different for every iteration of a run; 0 outside of any. */
  readonly pass: number;
  /** Index of the batch within the iteration. */
  readonly batch: number;
  /** Batches of the iteration; 0 when unknown. */
  readonly batches: number;
}

/** Passes that give the very same loss of the same weights, after which nothing seems to change them. */
const IDLE_PASSES = 20;
/** Epochs begun without a change of the weights, after which nothing seems to change them. */
const IDLE_EPOCHS = 3;

/** Points kept of a loop that is not known to train. */
const MOST_HELD = 256;

/** Who follows the epochs of a loop over a DataLoader. */
export interface EpochListener {
  /** The last batch of the epoch is under way. */
  lastBatch(): void;
  /** The next epoch has begun. */
  epochEnded(epoch: number): void;
}

/** The backward passes that reach one set of weights. */
export class Loop {
  /** By the count of the run's backward passes. */
  lastPass = 0;
  readonly unit: FitUnit;
  /** Epochs begun. */
  epochs = 1;
  /** Whether the last pass was itself recorded: the next one may differentiate its gradients. */
  #recorded = false;
  #steps = 0;
  #hasTrained = false;
  /** Passes in a row with the same loss. */
  #alike = 0;
  #loss = NaN;
  #position: LoaderPosition;
  readonly #buffers: (Buffer | null)[];
  readonly #changes: number[];
  readonly #curve: LossCurve;
  readonly #held: [number, number][] = [];
  #show: ((x: number, y: number) => void) | null = null;
  #listener: EpochListener | null = null;

  /** @param firstPass count of the run's backward passes when it began */
  constructor(
    readonly leaves: readonly Tensor[],
    readonly firstPass: number,
    private readonly loader: () => LoaderPosition,
  ) {
    this.#position = loader();
    this.unit = this.#position.pass > 0 && this.#position.batches > 0 ? 'epoch' : 'step';
    this.#buffers = leaves.map(({ buffer }) => buffer);
    this.#changes = leaves.map(({ buffer }) => buffer.changes);
    this.#curve = new LossCurve((x, y) => this.#draw(x, y));
  }

  /** Whether a pass that reached `leaves` belongs to it. */
  isOf(leaves: ReadonlySet<Tensor>): boolean {
    return leaves.size === this.leaves.length && this.leaves.every((leaf) => leaves.has(leaf));
  }

  overlaps(other: Loop): boolean {
    return this.leaves.some((leaf) => other.leaves.includes(leaf));
  }

  /**
   * Takes in a backward pass.
   *
   * @param recorded whether the pass was recorded (`create_graph`)
   * @returns whether a weight changed since the last pass
   */
  pass(loss: number, recorded: boolean): boolean {
    const trained = this.#weightsChanged();
    // Not another loss, but the derivative of a gradient.
    const isSecond = this.#recorded && !trained;
    this.#recorded = recorded;
    this.#hasTrained ||= trained;
    this.#alike = loss === this.#loss ? this.#alike + 1 : 1;
    this.#loss = loss;
    if (isSecond) return false;
    if (this.unit === 'epoch') this.#followLoader();
    else if (trained) {
      this.#steps++;
      this.#curve.endStep(0);
    }
    this.#curve.add(this.x, loss);
    return trained;
  }

  /** Passes after which it seems that nothing changes the weights, told at the last one of them; else 0. */
  get idlePasses(): number {
    if (this.#hasTrained) return 0;
    if (this.unit === 'step') return this.#alike === IDLE_PASSES ? IDLE_PASSES : 0;
    const { batch, batches } = this.#position;
    return this.epochs === IDLE_EPOCHS && batch === 0 ? (IDLE_EPOCHS - 1) * batches : 0;
  }

  /** Its points go to `draw` from now on, those held back first. */
  show(draw: (x: number, y: number) => void): void {
    this.#show = draw;
    for (const [x, y] of this.#held.splice(0)) draw(x, y);
  }

  /** Tells of its epochs from now on. */
  follow(listener: EpochListener): void {
    this.#listener = listener;
  }

  /** Draws the last point, of the losses since the one before. */
  flush(): void {
    this.#curve.flush();
  }

  /** Epochs completed; 0 when it counts steps. */
  get completed(): number {
    if (this.unit === 'step') return 0;
    const { batch, batches } = this.#position;
    return batch + 1 >= batches ? this.epochs : this.epochs - 1;
  }

  /** Epochs or steps before the one that it is at. */
  get begun(): number {
    return this.unit === 'step' ? this.#steps : this.epochs - 1;
  }

  /** Where it is, in its unit. */
  get x(): number {
    if (this.unit === 'step') return this.#steps;
    const { batch, batches } = this.#position;
    return this.epochs - 1 + (batches > 0 ? batch / batches : 0);
  }

  /** Where it is once its last pass has changed the weights. */
  get xAfter(): number {
    return this.unit === 'step' ? this.#steps + 1 : this.completed;
  }

  #followLoader(): void {
    const position = this.loader();
    const { pass, batch, batches } = this.#position;
    // A pass after the loader's end counts for its last batch.
    if (position.pass === 0 || (position.pass === pass && position.batch === batch)) return;
    this.#curve.endStep(batches);
    if (position.pass !== pass) {
      this.epochs++;
      this.#listener?.epochEnded(this.epochs - 1);
    }
    if (position.batch + 1 >= position.batches) this.#listener?.lastBatch();
    this.#position = position;
  }

  #weightsChanged(): boolean {
    let changed = false;
    for (let i = 0; i < this.leaves.length; i++) {
      const { buffer } = this.leaves[i] as Tensor;
      if (buffer === this.#buffers[i] && buffer.changes === this.#changes[i]) continue;
      this.#buffers[i] = buffer;
      this.#changes[i] = buffer.changes;
      changed = true;
    }
    return changed;
  }

  #draw(x: number, y: number): void {
    if (this.#show !== null) this.#show(x, y);
    else if (this.#held.push([x, y]) > MOST_HELD) this.#held.shift();
  }
}
