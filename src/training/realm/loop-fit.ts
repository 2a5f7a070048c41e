/** What a training loop of the learner's own reports: model, weights, points (decision 6). */
import { toContiguous } from '../backend/js/copy.ts';
import type { FitUnit, Layers, Place, Real, Weight } from '../protocol/protocol.ts';
import { fromReal, toReal } from '../protocol/real.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { RunEvents } from './events.ts';
import type { Loop } from './loop.ts';

/** Elements of a weight that are reported; larger weights are left out. */
const MOST_ELEMENTS = 1000;

/** What Python knows of a weight. */
export interface WeightName {
  readonly name: string;
  /** By which the weights are put into order: that of the variables. */
  readonly place: number;
  /** Flat, with as many elements as the weight; null when there is no counterpart. */
  readonly true: readonly Real[] | null;
}

/** What Python knows of a fit's weights, in their order; null for one that nothing in the learner's code holds. */
export interface LoopNames {
  readonly model: string;
  /** Of the learner's `backward()`. */
  readonly place: Place | null;
  readonly weights: readonly (WeightName | null)[];
  /** Of the loops around the learner's `backward()`; null when nothing is certain of them. */
  readonly rounds: LoopRounds | null;
}

/** How often a loop goes round in all, and how many rounds it has ended. */
export interface LoopRounds {
  readonly of: number;
  readonly done: number;
}

/**
 * A training loop of the learner's own as a fit. Several loops may share one: the players of a GAN reach sets of weights that
 * overlap, in turns.
 */
export class LoopFit {
  readonly loops: Loop[] = [];
  /** Kept from dying until the fit's end. */
  readonly leaves: Tensor[] = [];
  isOpen = false;
  #index: number | null = null;
  /** When the last batch of an epoch was met last. */
  #lastBatch = 0;
  /** How many of the loops have their curve. */
  #shown = 0;
  /** Epochs or steps that the learner's code asks for; 0 when unknown. */
  #total = 0;
  #names: LoopNames = { model: 'loop', place: null, weights: [], rounds: null };

  constructor(
    private readonly events: RunEvents,
    readonly unit: FitUnit,
  ) {}

  get lastPass(): number {
    return Math.max(...this.loops.map(({ lastPass }) => lastPass));
  }

  /** Shows a loop: `loss`, a further one `loss 2`. */
  add(loop: Loop): void {
    this.loops.push(loop);
    this.open();
  }

  /** Begins, or goes on after its end, when the learner's code comes back to its weights. */
  open(): void {
    this.isOpen = true;
    for (const leaf of this.loops.flatMap(({ leaves }) => leaves)) {
      if (!this.leaves.includes(leaf)) this.leaves.push(leaf.retain());
    }
  }

  /** The weights are named: its curves can be shown. Returns its index. */
  name(names: LoopNames): number {
    this.#names = names;
    this.#total = this.#totalOf(names.rounds);
    return this.#begin();
  }

  draw(label: string, x: number, y: number): void {
    this.events.pointOf(this.#begin(), label, x, y);
  }

  /** What Python knows of one of its weights. */
  nameOf(leaf: Tensor): WeightName | null {
    return this.#names.weights[this.leaves.indexOf(leaf)] ?? null;
  }

  /** By which events name it, once its weights are named. */
  get index(): number | null {
    return this.#index;
  }

  tellLayers(layers: Layers): void {
    this.events.layers(layers, this.#begin());
  }

  end(): void {
    const index = this.#begin();
    for (const loop of this.loops) loop.flush();
    const completed = Math.max(...this.loops.map((loop) => loop.completed));
    // What comes after the last batch may have nothing to do with the training any more.
    if (completed > 0 && completed === this.loops[0]?.epochs)
      this.events.epochEnded(completed, index, this.#lastBatch);
    this.events.endFit(index, completed, this.#weights());
    this.isOpen = false;
    for (const leaf of this.leaves.splice(0)) leaf.release();
  }

  /** Only where a round is an epoch or a step: as many of them have ended as rounds. */
  #totalOf(rounds: LoopRounds | null): number {
    const begun = this.loops[0]?.begun ?? 0;
    return rounds !== null && rounds.done === begun ? rounds.of : 0;
  }

  #begin(): number {
    const { model, place } = this.#names;
    const index = (this.#index ??= this.events.startFit(model, this.#total, this.unit, place));
    if (this.#shown === 0) this.#follow(index);
    for (; this.#shown < this.loops.length; this.#shown++) {
      const label = this.#shown === 0 ? 'loss' : `loss ${this.#shown + 1}`;
      this.loops[this.#shown]?.show((x, y) => this.events.pointOf(index, label, x, y));
    }
    return index;
  }

  /** Of several loops that take turns the first one counts. */
  #follow(index: number): void {
    this.loops[0]?.follow({
      lastBatch: () => {
        this.#lastBatch = this.events.now();
      },
      epochEnded: (epoch) => this.events.epochEnded(epoch, index),
    });
  }

  #weights(): readonly Weight[] {
    return this.leaves
      .map((leaf, i) => {
        const unnamed: WeightName = { name: `unnamed ${i + 1}`, place: Infinity, true: null };
        return { leaf, named: this.#names.weights[i] ?? unnamed };
      })
      .filter(({ leaf }) => leaf.numel <= MOST_ELEMENTS)
      .sort((a, b) => (a.named.place === b.named.place ? 0 : a.named.place - b.named.place))
      .map(({ leaf, named }) => weightOf(leaf, named));
  }
}

function weightOf(leaf: Tensor, named: WeightName): Weight {
  const { name } = named;
  const learned = Array.from(toContiguous(leaf, 'float64'));
  const truth = named.true?.length === learned.length ? named.true : null;
  const difference =
    truth === null ? null : learned.map((value, i) => toReal(value - fromReal(truth[i] as Real)));
  return { name, shape: [...leaf.shape], learned: learned.map(toReal), true: truth, difference };
}
