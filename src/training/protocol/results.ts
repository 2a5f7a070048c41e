/** Collects the messages of a run into its result. */
import type {
  Advice,
  CurvePoints,
  EndedMessage,
  EpochTime,
  EpochWeight,
  Figure,
  FitEndedMessage,
  FitStartedMessage,
  FitSummary,
  FitUnit,
  Layers,
  Matrices,
  OutputTailMessage,
  Predictions,
  Real,
  RunEvent,
  RunResult,
  Stability,
  Surface,
  Translation,
  Weight,
} from './protocol.ts';
import { isForEditor } from './editor-events.ts';
import { weightsAfterEpoch } from './fit-end.ts';
import { leftOutText } from './left-out.ts';

interface Fit {
  readonly model: string;
  readonly unit: FitUnit | undefined;
  /** Null until the fit has ended. */
  epochs: number | null;
  readonly curves: Map<string, [Real, Real][]>;
  /** Null until the fit has ended. */
  weights: readonly Weight[] | null;
  /** Of the last epoch that told them. */
  epochWeights: readonly EpochWeight[];
  stability?: Stability;
  surface?: Surface;
  layers?: Layers;
  predictions?: Predictions;
  matrices?: readonly Matrices[];
  epochTimes?: readonly EpochTime[];
}

/** What is told of a fit that was started. */
type FitEvent = Exclude<Extract<RunEvent, { readonly fit: number }>, FitStartedMessage>;

/** Folds the events of one run into its result. */
export class RunCollector {
  readonly #fits: Fit[] = [];
  readonly #figures: Figure[] = [];
  readonly #translations: Translation[] = [];
  readonly #advice: Advice[] = [];
  readonly #stdout: string[] = [];
  /** The end of an output that went over its limit. */
  #tail: OutputTailMessage | null = null;
  #ended: EndedMessage | null = null;

  /** Events in the order in which they arrive. @throws RangeError when a fit was never started */
  accept(event: RunEvent): void {
    if (isForEditor(event) || isForPanel(event)) return;
    if ('fit' in event && event.type !== 'fitStarted') {
      this.#addToFit(this.#fit(event.fit), event);
      return;
    }
    switch (event.type) {
      case 'started':
        this.#begin();
        return;
      case 'output':
        if (event.stream === 'stdout') this.#stdout.push(event.text);
        return;
      case 'outputTail':
        this.#tail = event;
        return;
      case 'fitStarted':
        this.#fits[event.fit] = newFit(event);
        return;
      case 'translations':
        this.#translations.push(...event.translations);
        return;
      case 'figure':
        this.#figures.push(event.figure);
        return;
      case 'advice':
        this.#advice.push(adviceOf(event));
        return;
      case 'ended':
        this.#ended = event;
    }
  }

  /** @throws Error before the run has ended */
  result(): RunResult {
    if (this.#ended === null) throw new Error('the run has not ended');
    return {
      ...this.#ended,
      ...this.#printed(),
      fits: this.#fits.map(summary),
      figures: this.#figures,
      ...(this.#translations.length === 0 ? {} : { translations: this.#translations }),
      advice: this.#advice,
    };
  }

  #printed(): Pick<RunResult, 'stdout' | 'outputLeftOut'> {
    const stdout = this.#stdout.join('');
    if (this.#tail === null) return { stdout };
    const { leftOut, parts } = this.#tail;
    const end = parts.map(({ stream, text }) => (stream === 'stdout' ? text : '')).join('');
    const { characters } = leftOut;
    if (characters === 0) return { stdout: stdout + end };
    return { stdout: `${onNewLine(stdout)}${leftOutText(leftOut)}\n${end}`, outputLeftOut: leftOut };
  }

  /** Again of a run that lost its engine for no fault of its own: what it told until then it tells again. */
  #begin(): void {
    const all = [this.#fits, this.#figures, this.#translations, this.#advice, this.#stdout];
    for (const collected of all) collected.length = 0;
    this.#tail = null;
  }

  #fit(index: number): Fit {
    const fit = this.#fits[index];
    if (fit === undefined) throw new RangeError(`fit ${index} was never started`);
    return fit;
  }

  #addToFit(fit: Fit, event: FitEvent): void {
    switch (event.type) {
      case 'weights':
        fit.epochWeights = event.weights;
        return;
      case 'points':
        this.#addPoints(fit, event.curves);
        return;
      case 'fitEnded':
        endFit(fit, event);
        return;
      case 'surface':
        fit.surface = event.surface;
        return;
      case 'layers':
        fit.layers = event.layers;
        return;
      case 'predictions':
        fit.predictions = event.predictions;
        return;
      case 'matrices':
        fit.matrices = event.matrices;
        return;
      case 'epochTimes':
        fit.epochTimes = [...(fit.epochTimes ?? []), ...event.times];
        return;
      // What the panel shows while it learns is no part of a result.
      case 'examples':
      case 'step':
    }
  }

  #addPoints(fit: Fit, curves: readonly CurvePoints[]): void {
    for (const { label, points } of curves) {
      const known = fit.curves.get(label) ?? [];
      fit.curves.set(label, known);
      for (const [x, y] of points) known.push([x, y]);
    }
  }
}

/** What the panel shows and a result is without. */
function isForPanel(
  event: RunEvent,
): event is RunEvent & { readonly type: 'figureFile' | 'graph' | 'paused' | 'resumed' } {
  return ['figureFile', 'graph', 'paused', 'resumed'].includes(event.type);
}

function onNewLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The advice without what makes it a message. */
function adviceOf({ kind, frame, facts }: Advice): Advice {
  return { kind, frame, facts } as Advice;
}

function newFit({ model, unit }: FitStartedMessage): Fit {
  return { model, unit, epochs: null, curves: new Map(), weights: null, epochWeights: [] };
}

function endFit(fit: Fit, { epochs, weights, stability }: FitEndedMessage): void {
  Object.assign(fit, { epochs, weights });
  if (stability !== undefined) fit.stability = stability;
}

function summary(fit: Fit): FitSummary {
  return {
    model: fit.model,
    epochs: fit.epochs ?? wholeEpochs(fit),
    ...(fit.unit === undefined ? {} : { unit: fit.unit }),
    curves: Object.fromEntries(fit.curves),
    weights: fit.weights ?? weightsAfterEpoch(fit.epochWeights),
    ...(fit.stability === undefined ? {} : { stability: fit.stability }),
    ...(fit.surface === undefined ? {} : { surface: fit.surface }),
    ...(fit.layers === undefined ? {} : { layers: fit.layers }),
    ...(fit.predictions === undefined ? {} : { predictions: fit.predictions }),
    ...(fit.matrices === undefined ? {} : { matrices: fit.matrices }),
    ...(fit.epochTimes === undefined ? {} : { epochTimes: fit.epochTimes }),
  };
}

/** Of a fit that did not come to its end: the whole epochs that its curves reach. */
function wholeEpochs(fit: Fit): number {
  if (fit.unit === 'step') return 0;
  let last = 0;
  for (const points of fit.curves.values()) {
    for (const [x] of points) if (typeof x === 'number' && x > last) last = x;
  }
  return Math.floor(last);
}
