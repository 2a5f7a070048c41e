/** What the panel shows, as one declarative value: JSON-safe, the same on the host's side and in the browser. */

import type { Verdict } from '../checks/verdict.ts';
import type { Parameter, Overrides, ParameterValue } from '../exercises/model.ts';
import type { EngineComparison } from './engine-comparison.ts';
import type { Fit } from './fit.ts';
import type { EngineKind } from '../training/protocol/choices.ts';
import type { ComparedRuns, PastRun } from './history.ts';
import type { Output } from './output.ts';
import type { Sweep } from './sweep.ts';

import type {
  Advice,
  Computing,
  Figure,
  FigureDrawing,
  OperationCounts,
  Place,
  PyTorchVersion,
  RunError,
  RunId,
  RunStatus,
  TapeGraph,
  Translation,
} from '../training/protocol/protocol.ts';

export type { Curve, Fit, Point } from './fit.ts';

/**
 * Where a run stands. `queued`: it waits for another exercise's run. `starting`: asked for, Python not there yet. `restricted`: the workspace is not trusted,
 * so nothing is executed.
 */
export type PanelStatus = 'idle' | 'queued' | 'starting' | 'running' | RunStatus | 'restricted';

/** Figures kept; the oldest go first. */
export const MAX_FIGURES = 48;

/** Translated sentences kept; the oldest go first. */
export const MAX_TRANSLATIONS = 100;

/** A figure that the exercise saved under a name. */
export interface FigureFile {
  readonly name: string;
  readonly drawing: FigureDrawing;
}

/** What one run has brought so far. */
export interface Results extends Output {
  readonly fits: readonly Fit[];
  /** Characters that the engine has left out of the output and of the displayed value. */
  readonly outputDropped: number;
  readonly figures: readonly Figure[];
  /** What the exercise has saved with `savefig`, in order. */
  readonly figureFiles: readonly FigureFile[];
  readonly translations: readonly Translation[];
  readonly error: RunError | null;
  readonly advice: readonly Advice[];
  /** The tape behind the run's tensors; missing: it was not asked for. */
  readonly graph?: TapeGraph;
  /** Wall time of the run; null until it ended. */
  readonly milliseconds: number | null;
  /** The window was closed or reloaded while the run went on. */
  readonly interrupted?: boolean;
  readonly backend: Computing | null;
  /** Which PyTorch computes; missing: the built-in engine does. */
  readonly pytorch?: PyTorchVersion;
  readonly operations: OperationCounts | null;
}

/** The chosen exercise or block. */
export interface Exercise {
  /** `3.4.6`; empty for a block that belongs to none. */
  readonly id: string;
  readonly title: string;
  /** 1-based line of its heading. */
  readonly line: number;
}

/** A parameter with the value that the code has and, when the panel changed it, the one that runs use. */
export interface PanelParameter {
  readonly key: string;
  readonly name: string;
  readonly group: string;
  readonly kind: Parameter['kind'];
  /** The value written in the code. */
  readonly value: ParameterValue;
  /** The panel's value; null: as in the code. */
  readonly override: ParameterValue | null;
  /** 1-based line of `document`. */
  readonly line: number;
  /** Path or URI, as tracebacks call it. */
  readonly document: string;
}

/** Of which run results are. */
export interface RunOrigin {
  /** In the exercise's history; null: it is not in it. */
  readonly number: number | null;
  readonly status: RunStatus;
  /** Values of all parameters, by name. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** The time of a run that is under way. */
export interface RunTime {
  /** Milliseconds since the epoch. */
  readonly began: number;
  /** Seconds that it may take; 0: any number. */
  readonly limit: number;
  /** Seconds that are added when the learner lets it go on. */
  readonly more: number;
  /** When it stood still, in milliseconds since the epoch; absent: it runs. */
  readonly paused?: number;
}

/** Milliseconds before the end of its time from which on a run can be let go on; never: it has no limit. */
export function nearLimit({ limit }: RunTime): number {
  return limit === 0 ? -Infinity : Math.max(10_000, 250 * limit);
}

/** Milliseconds that have passed of it, pauses left out. */
export function elapsedOf({ began, paused }: RunTime, now = Date.now()): number {
  return Math.max(0, (paused ?? now) - began);
}

/** The same time, which stands still from now on, or goes on. */
export function pausedTime(time: RunTime, isPaused: boolean, now = Date.now()): RunTime {
  const { paused, ...rest } = time;
  if (isPaused) return { ...rest, paused: paused ?? now };
  return { ...rest, began: rest.began + (paused === undefined ? 0 : now - paused) };
}

/** Who runs exercises, as the panel names it. */
export interface ChosenEngine {
  readonly kind: EngineKind;
  /** `Built in`, `PyTorch 2.9.0, Python 3.11` */
  readonly name: string;
}

/** A data set that can be downloaded, in words. */
export interface DataOffer {
  readonly title: string;
  /** `31 MB` */
  readonly size: string;
}

export interface PanelState {
  /** Path or URI of the followed document; null: none that has blocks is open. */
  readonly document: string | null;
  /** What people call it: `linear-regression.py`. */
  readonly documentName: string;
  readonly exercise: Exercise | null;
  /** It is a cell of a notebook: that has no live runs, seed, history, sweep or files of its own. */
  readonly isCell: boolean;
  /** All of the document, in its order; each once. */
  readonly exercises: readonly Exercise[];
  readonly status: PanelStatus;
  /** Its training waits for the learner's word. */
  readonly isPaused: boolean;
  /** Where it stands in the debugger; null: it does not. */
  readonly standsAt: Place | null;
  /** The run whose events are accepted; all others are dropped. */
  readonly run: RunId | null;
  readonly seed: number;
  /** Who runs it next. */
  readonly engine: ChosenEngine;
  /** Whether an edit runs the exercise again. */
  readonly live: boolean;
  readonly parameters: readonly PanelParameter[];
  /** Of the current run. */
  readonly results: Results;
  /** Code, parameters or seed are not those of the results any more. */
  readonly outdated: boolean;
  /** Of the last run that brought something to see; shown again when a later one fails before it does. */
  readonly lastGood: Results | null;
  /** Which run that was; null: nothing is known of it. */
  readonly lastGoodFrom: RunOrigin | null;
  /** What a queued run waits for, as people call it; null: it does not wait. */
  readonly waitingFor: string | null;
  /** Of the run that is under way; null: it did not begin yet, or is over. */
  readonly clock: RunTime | null;
  /** Runs that ended, oldest first. */
  readonly history: readonly PastRun[];
  /** The runs of it that are shown side by side; null: none. */
  readonly compared: ComparedRuns | null;
  /** What the workbook's check says of the last run that ended; null: the exercise has none, or did not run. */
  readonly verdict: Verdict | null;
  /** The latest sweep of this exercise. */
  readonly sweep: Sweep | null;
  /** Key of the parameter of which a sweep is being set up. */
  readonly sweepForm: string | null;
  /** The data set that the run missed and that can be downloaded; null: none. */
  readonly download: DataOffer | null;
  /** The PyTorch that may do what the built-in engine could not do in the last run, as people call it; null: none is known. */
  readonly pytorchOffer: string | null;
  /** Both of them beside each other; null: they were not compared. */
  readonly engineComparison: EngineComparison | null;
  /** What the learner wants to see the graph behind, as `tensorKey` names it; empty: the last `backward()`; null: no graph. */
  readonly graph: string | null;
  /** One sentence from the host, such as why nothing can be run here; null: none. */
  readonly note: string | null;
}

export const NO_RESULTS: Results = {
  fits: [],
  outputs: [],
  outputTail: null,
  outputDropped: 0,
  figures: [],
  figureFiles: [],
  translations: [],
  error: null,
  advice: [],
  milliseconds: null,
  backend: null,
  operations: null,
};

export const EMPTY_STATE: PanelState = {
  document: null,
  documentName: '',
  exercise: null,
  isCell: false,
  exercises: [],
  status: 'idle',
  isPaused: false,
  standsAt: null,
  run: null,
  seed: 0,
  engine: { kind: 'built-in', name: 'Built in' },
  live: true,
  parameters: [],
  results: NO_RESULTS,
  outdated: false,
  lastGood: null,
  lastGoodFrom: null,
  waitingFor: null,
  clock: null,
  history: [],
  compared: null,
  verdict: null,
  sweep: null,
  sweepForm: null,
  download: null,
  pytorchOffer: null,
  engineComparison: null,
  graph: null,
  note: null,
};

/** The panel's view of a plan's parameters. `documentOf` names the document of a parameter's block. */
export function panelParameters(
  parameters: readonly Parameter[],
  overrides: Overrides,
  documentOf: (parameter: Parameter) => string,
): readonly PanelParameter[] {
  return parameters.map((parameter) => ({
    key: parameter.key,
    name: parameter.name,
    group: parameter.group,
    kind: parameter.kind,
    value: parameter.value,
    override: overrides[parameter.key] ?? null,
    line: parameter.line,
    document: documentOf(parameter),
  }));
}

/** Whether `value` can stand for a parameter of `kind`; a vector needs at least one element. */
export function isValueOf(kind: PanelParameter['kind'], value: ParameterValue): boolean {
  switch (kind) {
    case 'integer':
      return Number.isInteger(value);
    case 'float':
      return typeof value === 'number';
    case 'boolean':
    case 'string':
      return typeof value === kind;
    case 'vector':
      return typeof value === 'object' && value.length > 0;
  }
}

/** Whether a run has ended. */
export function hasEnded(status: PanelStatus): status is RunStatus {
  return status === 'ok' || status === 'error' || status === 'stopped' || status === 'timeout';
}

/** Whether a run is under way, so that Stop makes sense. */
export function isActive(status: PanelStatus): status is 'starting' | 'running' {
  return status === 'starting' || status === 'running';
}
