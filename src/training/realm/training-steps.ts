/** Which steps of a training are told, and what is told of them (decision 39). */
import { toContiguous } from '../backend/js/copy.ts';
import type { Examples, Real, Spread, StepWeight, TrainingStep } from '../protocol/protocol.ts';
import { fromReal, toReal } from '../protocol/real.ts';
import { normOf, statisticsOf } from '../tensor/statistics.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { RunEvents } from './events.ts';
import type { WeightName } from './loop-fit.ts';
import type { TrainingLoops } from './loops.ts';
import type { TrainingPause } from './training-pause.ts';

/** Steps kept of a fit: beyond it every second one is given up, and from then on only every second one is told. */
const MOST_STEPS = 200;
/** Of a step: weights, and elements of a small one. */
const MOST = { weights: 32, elements: 16, numel: 2 ** 21, drawn: 2000 };
/** Milliseconds that a fit's steps may take: some at first, and a part of its time. */
const ALLOWED = { atFirst: 100, part: 0.25 };

/** What Python knows of a step. */
export interface ToldStep {
  /** Epochs, of a Trainer's fit; null: it is a loop of the learner's own. */
  readonly x: number | null;
  /** By handle, the names of weights; of a loop's own none. */
  readonly names: readonly (readonly [handle: number, name: string])[];
  /** Of the tensor with what is drawn; 0: there is none. */
  readonly learned: number;
  /** With the first step of a fit. */
  readonly examples: Examples | null;
}

/** A fit whose steps are told. */
class ToldFit {
  /** Backward passes. */
  passes = 0;
  every = 1;
  kept = 0;
  milliseconds = 0;
  /** By handle, in the order in which they are told. */
  readonly names = new Map<number, WeightName>();

  constructor(
    readonly subject: object | number,
    readonly began: number,
  ) {}

  wants(now: number): boolean {
    const isDue = (this.passes - 1) % this.every === 0;
    return isDue && this.milliseconds <= ALLOWED.atFirst + ALLOWED.part * (now - this.began);
  }

  count(): void {
    if (++this.kept < MOST_STEPS) return;
    this.every *= 2;
    this.kept /= 2;
  }
}

export class TrainingSteps {
  #isRecorded = false;
  #fit: ToldFit | null = null;
  #leaves: readonly Tensor[] = [];
  #loss = NaN;
  /** When the pass that is looked at was over; null: none is. */
  #looking: number | null = null;

  constructor(
    private readonly events: RunEvents,
    private readonly loops: TrainingLoops,
    private readonly pause: TrainingPause,
    private readonly tensor: (handle: number) => Tensor,
    private readonly now: () => number,
  ) {}

  /** @param isRecorded whether the run's steps are to be told, besides those at which it stops */
  begin(isRecorded: boolean): void {
    this.#isRecorded = isRecorded;
    this.#fit = null;
    this.#leaves = [];
    this.#looking = null;
  }

  /** Whether backward passes are of interest: then {@link passed} wants to hear of each. */
  get isWatching(): boolean {
    return this.#isRecorded || this.pause.mayStop;
  }

  /**
   * A backward pass from a loss of one element is over.
   * @param leaves null: only now it is known to be one of a training, whose next passes are told
   * @returns whether Python is to look
   */
  passed(loss: number, leaves: ReadonlySet<Tensor> | null): boolean {
    const subject = this.events.fitting ? this.events.innermost : this.loops.fit;
    if (subject === null || leaves === null) return this.pause.mayStop;
    if (this.#fit?.subject !== subject) this.#fit = new ToldFit(subject, this.now());
    this.#fit.passes++;
    if (!this.pause.mayStop && !(this.#isRecorded && this.#fit.wants(this.now()))) return false;
    this.#looking = this.now();
    this.#leaves = [...leaves];
    this.#loss = loss;
    return true;
  }

  /** Whether Python is to tell this step, `stops` saying that the training stops at it; and the first of its fit, all that does not change. */
  wanted(stops: boolean): { readonly step: boolean; readonly first: boolean } {
    const isTold = this.#looking !== null && (stops || this.#isRecorded);
    return { step: isTold, first: isTold && this.#fit?.kept === 0 };
  }

  /** Tells the step that is looked at. */
  tell(told: ToldStep): void {
    if (this.#fit === null || this.#looking === null) return;
    this.#post(this.#fit, told, { loss: toReal(this.#loss), hasGradients: true });
    // The first step reads the source, for all of them.
    if (this.#fit.kept > 0) this.#fit.milliseconds += this.now() - this.#looking;
    this.#fit.count();
    this.#looking = null;
  }

  /** Whether there is a fit whose end is to be told, after its last step. */
  get isOpen(): boolean {
    return this.#isRecorded && this.#fit !== null && this.#leaves.length > 0;
  }

  /** Tells what the fit has come to. */
  tellEnd(told: ToldStep): void {
    if (this.#fit !== null && this.isOpen) this.#post(this.#fit, told, { loss: null, hasGradients: false });
    this.#leaves = [];
  }

  #post(
    fit: ToldFit,
    { x, names, learned, examples }: ToldStep,
    { loss, hasGradients }: { readonly loss: Real | null; readonly hasGradients: boolean },
  ): void {
    for (const [place, [handle, name]] of names.entries()) fit.names.set(handle, { name, place, true: null });
    const index = this.events.fitting ? this.events.innermost : this.loops.fitIndex;
    if (index === null) return;
    if (examples !== null) this.events.examples(index, examples);
    const weights = this.#leaves
      .filter(({ numel, dtype }) => numel <= MOST.numel && !dtype.startsWith('complex'))
      .map((leaf, place) => ({ leaf, ...this.#nameOf(fit, leaf, place) }))
      .sort((a, b) => a.place - b.place)
      .map(({ leaf, name }) => weightOf(leaf, name, hasGradients));
    const step: TrainingStep = {
      step: fit.passes - (hasGradients ? 1 : 0),
      x: toReal(x ?? (hasGradients ? this.loops.x : this.loops.xAfter)),
      loss,
      gradientNorm: hasGradients ? wholeNorm(weights) : null,
      weights: weights.slice(0, MOST.weights),
      more: this.#leaves.length - Math.min(weights.length, MOST.weights),
      learned: learned === 0 ? [] : drawn(this.tensor(learned)),
    };
    this.events.step(index, fit.every, step);
  }

  #nameOf(fit: ToldFit, leaf: Tensor, index: number): Pick<WeightName, 'name' | 'place'> {
    const unnamed = { name: `unnamed ${index + 1}`, place: Number.MAX_SAFE_INTEGER };
    return fit.names.get(leaf.handle) ?? this.loops.nameOf(leaf) ?? unnamed;
  }
}

/** Elements, with as many digits as a picture shows. */
function drawn(tensor: Tensor): readonly Real[] {
  const elements = toContiguous(tensor, 'float64').subarray(0, MOST.drawn);
  return Array.from(elements, (value) => toReal(rounded(value)));
}

/** To four digits: `toPrecision` takes five times as long, for hundreds of elements at each step. */
function rounded(value: number): number {
  const places = 3 - Math.floor(Math.log10(Math.abs(value)));
  if (!(Math.abs(places) <= 22)) return value;
  const scale = 10 ** Math.abs(places);
  return places > 0 ? Math.round(value * scale) / scale : Math.round(value / scale) * scale;
}

function weightOf(leaf: Tensor, name: string, hasGradient: boolean): StepWeight {
  const { shape, grad, numel } = leaf;
  const gradient = hasGradient ? grad : null;
  return {
    name: name.slice(0, 1000),
    shape,
    values: spreadOf(leaf),
    gradient: gradient === null ? null : spreadOf(gradient),
    gradientNorm: gradient === null ? null : toReal(normOf(gradient)),
    elements: numel > MOST.elements ? [] : Array.from(toContiguous(leaf, 'float64'), toReal),
  };
}

function spreadOf(tensor: Tensor): Spread {
  const { least, most, mean, nans, infinities, histogram } = statisticsOf(tensor);
  const isEmpty = histogram.length === 0;
  return {
    least: isEmpty ? null : least,
    most: isEmpty ? null : most,
    mean: isEmpty ? null : toReal(mean),
    notFinite: nans + infinities,
    histogram,
  };
}

/** Of all gradients together. */
function wholeNorm(weights: readonly StepWeight[]): Real {
  const squares = weights.map(({ gradientNorm }) =>
    gradientNorm === null ? 0 : fromReal(gradientNorm) ** 2,
  );
  return toReal(Math.sqrt(squares.reduce((sum, square) => sum + square, 0)));
}
