/** Sees the training loops that a learner writes without a Trainer. */
import type { FitUnit, Layers } from '../protocol/protocol.ts';
import { itemOf, type Tensor } from '../tensor/tensor.ts';
import type { RunEvents } from './events.ts';
import { Loop, type LoaderPosition } from './loop.ts';
import { LoopFit, type LoopNames, type WeightName } from './loop-fit.ts';

/** Sets of weights that are watched for a second pass. */
const MOST_CANDIDATES = 8;
/** Fits of one run; what trains after them goes unseen. */
const MOST_FITS = 100;
/** Points of a board that are held back until it is known which fit they belong to. */
const MOST_HELD = 1000;
/** Likewise before the first backward pass: a board may be all there is. */
const MOST_HELD_FIRST = 4;

/** Who wants to know of loops besides their fits. */
export interface LoopListener {
  /** A set of weights is reached for the first time. */
  began(): void;
  /** After so many passes nothing has changed the weights. */
  idle(passes: number): void;
}

type BoardPoint = readonly [label: string, x: number, y: number];

/**
 * A loop trains when two backward passes reach the same leaves and one of them was changed in between. Until then its points
 * are held back: a single `backward()` is no training.
 */
export class TrainingLoops {
  /** Backward passes of the run. */
  #passes = 0;
  /** Those seen but not known to train, oldest first. */
  #candidates: Loop[] = [];
  readonly #fitOf = new Map<Loop, LoopFit>();
  #fits: LoopFit[] = [];
  #latest: Loop | null = null;
  /** The fit whose weights Python is to name. */
  #unnamed: LoopFit | null = null;
  #boardPoints: BoardPoint[] = [];
  #boardFit: number | null = null;

  constructor(
    private readonly events: RunEvents,
    private readonly loader: () => LoaderPosition,
    private readonly listener: LoopListener | null = null,
  ) {}

  /** Starts over for a run. */
  begin(): void {
    this.#passes = 0;
    this.#candidates = [];
    this.#fitOf.clear();
    this.#fits = [];
    this.#latest = null;
    this.#unnamed = null;
    this.#boardPoints = [];
    this.#boardFit = null;
  }

  /** Whether backward passes are of interest: those of a Trainer's fit are not. */
  get watching(): boolean {
    return !this.events.fitting;
  }

  /**
   * A backward pass from a loss of one element that reached `leaves`.
   *
   * @param recorded whether the pass was recorded (`create_graph`)
   * @returns whether a loop was found whose weights want names ({@link wanted}, {@link name})
   */
  passed(loss: Tensor, leaves: ReadonlySet<Tensor>, recorded: boolean): boolean {
    if (leaves.size === 0) return false;
    this.#passes++;
    const known = this.#find(leaves);
    const loop = known ?? this.#watch(new Loop([...leaves], this.#passes, this.loader));
    this.#latest = loop;
    loop.lastPass = this.#passes;
    const trained = loop.pass(Number(itemOf(loss)), recorded);
    if (loop.idlePasses > 0) this.listener?.idle(loop.idlePasses);
    if (!trained) return false;
    const fit = this.#fitOf.get(loop);
    if (fit?.isOpen || (fit === undefined && this.#fits.length === MOST_FITS)) return false;
    fit?.open();
    this.#unnamed = fit ?? this.#show(loop);
    return true;
  }

  /** Of the loop that was heard of last; null: it is not known to train. */
  get fit(): LoopFit | null {
    return this.#latest === null ? null : (this.#fitOf.get(this.#latest) ?? null);
  }

  get fitIndex(): number | null {
    return this.fit?.index ?? null;
  }

  /** Where that loop is, in its unit. */
  get x(): number {
    return this.#latest?.x ?? 0;
  }

  /** Where it is once its last pass has changed the weights. */
  get xAfter(): number {
    return this.#latest?.xAfter ?? 0;
  }

  nameOf(leaf: Tensor): WeightName | null {
    return this.fit?.nameOf(leaf) ?? null;
  }

  /** By number, the epoch that the loop heard of last is in, or its step where it counts those. */
  get epoch(): number {
    return this.#latest?.begun ?? 0;
  }

  /** The handles of the weights that want names, 0 for one that Python does not know, and what their fit counts. */
  wanted(): { readonly handles: readonly number[]; readonly unit: FitUnit } {
    const { leaves = [], unit = 'step' } = this.#unnamed ?? {};
    return { handles: leaves.map(({ handle }) => handle), unit };
  }

  /** @returns the index of the fit; -1: none wanted names */
  name(names: LoopNames): number {
    const fit = this.#unnamed;
    this.#unnamed = null;
    if (fit === null) return -1;
    const weights = Array.isArray(names.weights) ? names.weights : [];
    const { model, place, rounds = null } = names;
    const index = fit.name({ model: String(model), place, weights, rounds });
    this.#placeBoardPoints();
    return index;
  }

  /** What data went through in the loop that was heard of last. */
  layers(layers: Layers): void {
    if (this.#latest !== null) this.#fitOf.get(this.#latest)?.tellLayers(layers);
  }

  /** A point that the learner's code draws itself, into the fit it belongs to by its epochs, or into one of its own. */
  board(label: string, x: number, y: number): void {
    const held = this.#boardPoints.push([label, x, y]);
    const isUndecided = this.#boardFit === null && (this.#latest === null || !this.#fitOf.has(this.#latest));
    if (!isUndecided || held > (this.#latest === null ? MOST_HELD_FIRST : MOST_HELD)) {
      this.#placeBoardPoints();
    }
  }

  /** Ends the fits that are open: the run is over, or a Trainer takes over. */
  end(): void {
    for (const fit of this.#fits) if (fit.isOpen) fit.end();
    this.#placeBoardPoints();
    if (this.#boardFit !== null) this.events.endFit(this.#boardFit, 0, []);
    this.#boardFit = null;
    this.#candidates = [];
    this.#latest = null;
  }

  #find(leaves: ReadonlySet<Tensor>): Loop | undefined {
    if (this.#latest?.isOf(leaves)) return this.#latest;
    const isSame = (loop: Loop): boolean => loop.isOf(leaves);
    return [...this.#fitOf.keys()].findLast(isSame) ?? this.#candidates.find(isSame);
  }

  #watch(loop: Loop): Loop {
    this.listener?.began();
    this.#candidates.push(loop);
    if (this.#candidates.length > MOST_CANDIDATES) this.#candidates.shift();
    return loop;
  }

  /** Gives a loop that trains its fit, and ends those that were not heard of since it began. */
  #show(loop: Loop): LoopFit {
    for (const fit of this.#fits) if (fit.isOpen && fit.lastPass < loop.firstPass) fit.end();
    const takesTurns = (other: Loop): boolean =>
      other !== loop && other.lastPass >= loop.firstPass && other.unit === loop.unit && other.overlaps(loop);
    const shared = this.#fits.find((fit) => fit.isOpen && fit.loops.some(takesTurns));
    const fit = shared ?? new LoopFit(this.events, loop.unit);
    if (shared === undefined) this.#fits.push(fit);
    for (const member of [loop, ...this.#candidates.filter(takesTurns)]) {
      fit.add(member);
      this.#fitOf.set(member, fit);
    }
    this.#candidates = this.#candidates.filter((other) => !this.#fitOf.has(other));
    return fit;
  }

  #placeBoardPoints(): void {
    if (this.#boardPoints.length === 0) return;
    const fit = this.#latest === null ? undefined : this.#fitOf.get(this.#latest);
    const belongs = fit?.isOpen === true && fit.unit === 'epoch' && this.#boardFit === null;
    const own = belongs ? 0 : (this.#boardFit ??= this.events.startFit('board', 0));
    for (const [label, x, y] of this.#boardPoints.splice(0)) {
      if (belongs) fit.draw(label, x, y);
      else this.events.pointOf(own, label, x, y);
    }
  }
}
