/** How a run's events change the panel's state: pure functions, run on both sides of the webview's wall. */

import type {
  CurvePoints,
  EndedMessage,
  EpochTimesMessage,
  ExamplesMessage,
  FitEndedMessage,
  FitStartedMessage,
  FigureMessage,
  PointsMessage,
  RunEvent,
  StepMessage,
  WeightsMessage,
} from '../training/protocol/protocol.ts';
import { shown } from '../text/shown.ts';
import { isForEditor, type EditorEvent } from '../training/protocol/editor-events.ts';
import { weightsAfterEpoch } from '../training/protocol/fit-end.ts';
import {
  MAX_EPOCH_TIMES,
  MAX_PATH,
  MAX_POINTS,
  NO_STEPS,
  extremes,
  withStep,
  type Curve,
  type Fit,
  type Point,
} from './fit.ts';
import { addText, withTail } from './output.ts';
import { MAX_FIGURES, MAX_TRANSLATIONS, NO_RESULTS, type PanelState, type Results } from './state.ts';

/** The state after `event`. An event of another run than `state.run` changes nothing. */
export function reduce(state: PanelState, event: RunEvent): PanelState {
  if (event.type === 'started') {
    const { run, seed, pytorch } = shown(event);
    const results = pytorch === undefined ? NO_RESULTS : { ...NO_RESULTS, pytorch };
    return { ...state, status: 'running', run, seed, isPaused: false, standsAt: null, results };
  }
  if (event.run !== state.run || isForEditor(event)) return state;
  if (event.type === 'ended') return end(state, shown(event));
  if (event.type === 'paused' || event.type === 'resumed')
    return { ...state, isPaused: event.type === 'paused' };
  if (event.type === 'examples' || event.type === 'step')
    return { ...state, results: addStep(state.results, shown(event)) };
  // Of output the whole is looked at where it is shown: a line may come in parts.
  const collected = event.type === 'output' ? event : shown(event);
  return { ...state, results: collect(state.results, collected) };
}

type Collected = Exclude<
  RunEvent,
  EditorEvent | { readonly type: 'started' | 'ended' | 'paused' | 'resumed' | 'examples' | 'step' }
>;

function collect(results: Results, event: Collected): Results {
  if ('fit' in event) return withFit(results, event.fit, (fit) => changeFit(fit, event));
  switch (event.type) {
    case 'output':
      return { ...results, ...addText(results, event) };
    case 'outputTail':
      return { ...results, ...withTail(results, event) };
    case 'translations':
      return {
        ...results,
        translations: [...results.translations, ...event.translations].slice(-MAX_TRANSLATIONS),
      };
    case 'figure':
      return addFigure(results, event);
    case 'figureFile':
      return {
        ...results,
        figureFiles: [...results.figureFiles, { name: event.name, drawing: event.drawing }],
      };
    case 'graph':
      return { ...results, graph: event.graph };
    case 'advice':
      return { ...results, advice: [...results.advice, event] };
  }
}

function end(state: PanelState, event: EndedMessage): PanelState {
  const results: Results = {
    ...state.results,
    fits: state.results.fits.map(withLastWeights),
    error: event.error,
    milliseconds: event.milliseconds,
    backend: event.backend,
    operations: event.operations,
    outputDropped: event.outputDropped,
  };
  const over = { isPaused: false, standsAt: null, clock: null };
  const ended: PanelState = { ...state, status: event.status, ...over, results };
  return isWorthKeeping(ended) ? { ...ended, lastGood: results, lastGoodFrom: null } : ended;
}

/** Whether the results stay when a later run brings none. */
export function isWorthKeeping({ status, results }: Pick<PanelState, 'status' | 'results'>): boolean {
  const { fits, figures, outputs } = results;
  if (status === 'ok' || fits.length > 0) return true;
  return status !== 'error' && figures.length + outputs.length > 0;
}

/** The steps of earlier fits go. */
function addStep(results: Results, event: ExamplesMessage | StepMessage): Results {
  const fits = results.fits.map((fit, place): Fit => {
    if (fit.steps === undefined || place === event.fit) return fit;
    const { steps: _, ...rest } = fit;
    return rest;
  });
  return withFit({ ...results, fits }, event.fit, (fit) => ({
    ...fit,
    steps:
      event.type === 'step'
        ? withStep(fit.steps ?? NO_STEPS, event.every, event.step)
        : { ...NO_STEPS, examples: event.examples },
  }));
}

function addFigure(results: Results, event: FigureMessage): Results {
  return { ...results, figures: [...results.figures, event.figure].slice(-MAX_FIGURES) };
}

// ---------------------------------------------------------------- fits

const NEW_FIT: Fit = {
  model: '',
  unit: 'epoch',
  epochs: 0,
  completed: null,
  curves: [],
  weights: [],
  path: [],
  stability: null,
  surface: null,
};

function withFit(results: Results, index: number, change: (fit: Fit) => Fit): Results {
  const fits = [...results.fits];
  while (fits.length <= index) fits.push(NEW_FIT);
  fits[index] = change(fits[index] ?? NEW_FIT);
  return { ...results, fits };
}

function changeFit(fit: Fit, event: Extract<Collected, { readonly fit: number }>): Fit {
  switch (event.type) {
    case 'fitStarted':
      return startFit(fit, event);
    case 'points':
      return addPoints(fit, event);
    case 'weights':
      return addPathPoint(fit, event);
    case 'fitEnded':
      return endFit(fit, event);
    case 'epochTimes':
      return addEpochTimes(fit, event);
    case 'surface':
      return { ...fit, surface: event.surface };
    case 'layers':
      return { ...fit, layers: event.layers };
    case 'predictions':
      return { ...fit, predictions: event.predictions };
    case 'matrices':
      return { ...fit, matrices: event.matrices };
  }
}

function startFit(fit: Fit, event: FitStartedMessage): Fit {
  return { ...fit, model: event.model, epochs: event.epochs, unit: event.unit ?? 'epoch' };
}

function endFit(fit: Fit, event: FitEndedMessage): Fit {
  return {
    ...fit,
    completed: event.epochs,
    weights: event.weights,
    stability: event.stability ?? null,
  };
}

/** A fit that ended with its run and not by itself has the weights of the last epoch that told them. */
function withLastWeights(fit: Fit): Fit {
  const last = fit.path.at(-1);
  if (fit.completed !== null || last === undefined) return fit;
  return { ...fit, weights: weightsAfterEpoch(last.weights) };
}

function addPathPoint(fit: Fit, { epoch, weights }: WeightsMessage): Fit {
  return { ...fit, path: [...fit.path, { epoch, weights }].slice(-MAX_PATH) };
}

function addEpochTimes(fit: Fit, { times }: EpochTimesMessage): Fit {
  return { ...fit, epochTimes: [...(fit.epochTimes ?? []), ...times].slice(-MAX_EPOCH_TIMES) };
}

function addPoints(fit: Fit, event: PointsMessage): Fit {
  return { ...fit, curves: event.curves.reduce(addCurvePoints, fit.curves) };
}

function addCurvePoints(curves: readonly Curve[], added: CurvePoints): readonly Curve[] {
  const known = curves.findIndex((curve) => curve.label === added.label);
  if (known >= 0) return curves.map((curve, index) => (index === known ? grow(curve, added.points) : curve));
  return [...curves, grow(newCurve(added.label), added.points)];
}

function newCurve(label: string): Curve {
  return { label, points: [], open: [], stride: 1, count: 0, first: null, last: null, diverged: null };
}

function grow(curve: Curve, added: readonly Point[]): Curve {
  let points = [...curve.points];
  let { open, stride, count } = curve;
  for (const point of added) {
    open = extremes([...open, point]);
    count += 1;
    if (count % stride !== 0) continue;
    points.push(...open);
    open = [];
    if (points.length < MAX_POINTS) continue;
    points = halved(points);
    stride = Math.max(4, 2 * stride);
  }
  const diverged = curve.diverged ?? added.find(([, y]) => typeof y === 'string') ?? null;
  const [first, last] = [curve.first ?? added[0] ?? null, added.at(-1) ?? curve.last];
  return { label: curve.label, points, open, stride, count, first, last, diverged };
}

/** Of every four points the two extremes: two neighbouring stretches of the former stride become one. */
function halved(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (let start = 0; start < points.length; start += 4)
    kept.push(...extremes(points.slice(start, start + 4)));
  return kept;
}
