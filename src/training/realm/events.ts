/** Gathers what a run reports, and posts it a few times a second. */
import type {
  Advice,
  AnswerMessage,
  CurvePoints,
  EpochTime,
  EpochWeight,
  Examples,
  Figure,
  FigureDrawing,
  FitUnit,
  Layers,
  Matrices,
  Place,
  Predictions,
  Real,
  RunEvent,
  RunId,
  Stability,
  Surface,
  Variable,
  TrainingStep,
  Translation,
  Weight,
} from '../protocol/protocol.ts';
import { toReal } from '../protocol/real.ts';

/** At most 60 messages of a kind a second. */
export const BATCH_MILLISECONDS = 1000 / 60;

/** Epochs told at a time: no more can be read. */
const MOST_EPOCHS = 100;

/** What another PyTorch than ours may tell of the trainings of a run. */
const FOREIGN: ReadonlySet<string> = new Set(['fitStarted', 'points', 'layers', 'epochTimes', 'fitEnded']);

/** What a question is answered with. */
export type Answer = Omit<AnswerMessage, 'type' | 'run'>;

export interface EventPort {
  post(event: RunEvent): void;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/** Collects what a run's fits report and posts it, points in batches. */
export class RunEvents {
  readonly #port: EventPort;
  #run: RunId = 0;
  /** Fits started in this run. */
  #fits = 0;
  /** Indices of the fits under way, innermost last. */
  #open: number[] = [];
  /** Index of the Trainer's fit that ended last. */
  #ended = 0;
  #waiting = new Map<number, Map<string, [Real, Real][]>>();
  /** When each fit's latest epoch began, and the times that are not posted yet. */
  readonly #epochs = new Map<number, { began: number; times: EpochTime[] }>();
  #posted = -Infinity;
  /** Whether every point so far is a finite number. */
  #areFinite = true;

  constructor(port: EventPort) {
    this.#port = port;
  }

  /** Starts over for a run. */
  begin(run: RunId): void {
    this.#run = run;
    this.#fits = 0;
    this.#open = [];
    this.#waiting.clear();
    this.#epochs.clear();
    this.#posted = -Infinity;
    this.#areFinite = true;
  }

  /**
   * @param epochs epochs asked for
   * @param place where the learner's code called it
   */
  fitStarted(model: string, epochs: number, place: Place | null = null): void {
    this.#open.push(this.startFit(model, epochs, 'epoch', place));
  }

  /**
   * Starts a fit beside those of Trainers: its points and its end name it.
   * @param epochs epochs asked for; 0 when unknown
   * @param unit of its curves' x
   * @returns its index
   */
  startFit(model: string, epochs: number, unit: FitUnit = 'epoch', place: Place | null = null): number {
    this.flush();
    const fit = this.#fits++;
    this.#epochs.set(fit, { began: this.#port.now(), times: [] });
    const steps = unit === 'step' ? { unit } : {};
    const called = place === null ? {} : { place };
    this.#port.post({ type: 'fitStarted', run: this.#run, fit, model, epochs, ...steps, ...called });
    return fit;
  }

  /** Whether a fit of a Trainer is under way. */
  get fitting(): boolean {
    return this.#open.length > 0;
  }

  /**
   * One point of the innermost fit's curve.
   * @param x epochs
   * @throws Error when no fit is under way
   */
  point(label: string, x: number, y: number): void {
    this.pointOf(this.innermost, label, x, y);
  }

  /** One point of a curve of the given fit. */
  pointOf(fit: number, label: string, x: number, y: number): void {
    if (!Number.isFinite(y)) this.#areFinite = false;
    let curves = this.#waiting.get(fit);
    if (curves === undefined) this.#waiting.set(fit, (curves = new Map<string, [Real, Real][]>()));
    const points = curves.get(label);
    if (points === undefined) curves.set(label, [[toReal(x), toReal(y)]]);
    else points.push([toReal(x), toReal(y)]);
    this.flushIfDue();
  }

  /**
   * An epoch is over; of the innermost fit unless given.
   * @param epoch counted from 1
   * @param at when
   */
  epochEnded(epoch: number, fit = this.innermost, at = this.now()): void {
    const known = this.#epochs.get(fit);
    if (known === undefined) return;
    if (known.times.length === MOST_EPOCHS) known.times.shift();
    known.times.push([epoch, Math.max(0, Math.round(10 * (at - known.began)) / 10)]);
    known.began = at;
  }

  /** Milliseconds of the clock that times of epochs are told by. */
  now(): number {
    return this.#port.now();
  }

  /** Posts the points that have waited long enough. */
  flushIfDue(): void {
    if (this.#waiting.size > 0 && this.#port.now() - this.#posted >= BATCH_MILLISECONDS) this.flush();
  }

  /**
   * Ends the innermost fit.
   * @param epochs epochs completed
   * @throws Error when no fit is under way
   */
  fitEnded(epochs: number, weights: readonly Weight[], stability: Stability | null = null): void {
    this.#ended = this.innermost;
    this.endFit(this.#ended, epochs, weights, stability);
    this.#open.pop();
  }

  /** @param epochs epochs completed */
  endFit(fit: number, epochs: number, weights: readonly Weight[], stability: Stability | null = null): void {
    this.flush();
    const reason = stability === null ? {} : { stability };
    this.#port.post({ type: 'fitEnded', run: this.#run, fit, epochs, weights, ...reason });
  }

  /**
   * The innermost fit's weights.
   * @param epoch epochs completed
   * @throws Error when no fit is under way
   */
  weights(epoch: number, weights: readonly EpochWeight[]): void {
    this.#port.post({ type: 'weights', run: this.#run, fit: this.innermost, epoch, weights });
  }

  /** Of the Trainer's fit that ended last. */
  surface(surface: Surface): void {
    this.#port.post({ type: 'surface', run: this.#run, fit: this.#ended, surface });
  }

  /** Of the fit with this index; unless it is given, of the innermost. */
  layers(layers: Layers, fit = this.innermost): void {
    this.#port.post({ type: 'layers', run: this.#run, fit, layers });
  }

  /** Of the Trainer's fit that ended last, unless another one is given. */
  predictions(predictions: Predictions, fit = this.#ended): void {
    this.#port.post({ type: 'predictions', run: this.#run, fit, predictions });
  }

  /** Likewise. */
  matrices(matrices: readonly Matrices[], fit = this.#ended): void {
    this.#port.post({ type: 'matrices', run: this.#run, fit, matrices });
  }

  translations(translations: readonly Translation[]): void {
    this.#port.post({ type: 'translations', run: this.#run, translations });
  }

  /** Whether every point of the run so far is a finite number. */
  get areFinite(): boolean {
    return this.#areFinite;
  }

  examples(fit: number, examples: Examples): void {
    this.#port.post({ type: 'examples', run: this.#run, fit, examples });
  }

  /** @param every steps that are no multiple of it are not wanted any more */
  step(fit: number, every: number, step: TrainingStep): void {
    this.#port.post({ type: 'step', run: this.#run, fit, every, step });
  }

  /** Posts a message of the run that another PyTorch than ours tells, as JSON; the host looks at it as at all others. */
  foreign(text: string): void {
    const event = JSON.parse(text) as RunEvent;
    if (FOREIGN.has(event.type)) this.#port.post({ ...event, run: this.#run });
  }

  advice(advice: Advice): void {
    this.#port.post({ type: 'advice', run: this.#run, ...advice });
  }

  figure(figure: Figure): void {
    this.flush();
    this.#port.post({ type: 'figure', run: this.#run, figure });
  }

  answer(answer: Answer): void {
    this.#port.post({ type: 'answer', run: this.#run, ...answer });
  }

  variables(variables: readonly Variable[]): void {
    this.#port.post({ type: 'variables', run: this.#run, variables });
  }

  /** @param name of the file, as the exercise gave it */
  figureFile(name: string, drawing: FigureDrawing): void {
    this.#port.post({ type: 'figureFile', run: this.#run, name, drawing });
  }

  /** The run waits for a command. */
  paused(): void {
    this.flush();
    this.#port.post({ type: 'paused', run: this.#run });
  }

  resumed(): void {
    this.#port.post({ type: 'resumed', run: this.#run });
  }

  /** Posts the points that wait, and the times of epochs behind them. */
  flush(): void {
    this.#flushPoints();
    for (const [fit, { times }] of this.#epochs) {
      if (times.length > 0)
        this.#port.post({ type: 'epochTimes', run: this.#run, fit, times: times.splice(0) });
    }
  }

  #flushPoints(): void {
    if (this.#waiting.size === 0) return;
    this.#posted = this.#port.now();
    for (const [fit, curves] of this.#waiting) {
      const entries: CurvePoints[] = [...curves].map(([label, points]) => ({ label, points }));
      this.#port.post({ type: 'points', run: this.#run, fit, curves: entries });
    }
    this.#waiting.clear();
  }

  /** Index of the innermost fit of a Trainer. @throws Error when none is under way */
  get innermost(): number {
    const fit = this.#open.at(-1);
    if (fit === undefined) throw new Error('no fit is under way');
    return fit;
  }
}
