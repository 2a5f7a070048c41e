/**
 * Every message between the host (extension or command line) and the engine's worker, typed once.
 *
 * All messages are plain JSON: they cross the realm's wall as strings, and `d2l-exercises run --json` prints them
 * unchanged, one to a line. Numbers that JSON lacks are spelled out (see {@link Real}).
 *
 * The host believes none of a worker's messages. What checks them is generated of these types at build
 * (`scripts/generate-checks.mjs`); `@maximum`, `@maxLength` and `@maxItems` are bounds that it holds a message to.
 */

import type { Advice } from './advice.ts';
import type { PausedMessage, ResumedMessage } from './commands.ts';
import type { DebugEvent, DebugSetup } from './debug.ts';
import type { Figure } from './figure.ts';
import type { FigureDrawing } from './figure-drawing.ts';
import type { Frame } from './frame.ts';
import type {
  EpochTimesMessage,
  FitEndedMessage,
  FitStartedMessage,
  FitSummary,
  PointsMessage,
  SurfaceMessage,
  WeightsMessage,
} from './fit.ts';
import type { GraphMessage } from './graph.ts';
import type { LineValuesMessage } from './line-values.ts';
import type {
  LayersMessage,
  MatricesMessage,
  PredictionsMessage,
  Translation,
  TranslationsMessage,
} from './network.ts';
import type { LeftOut, OutputMessage, OutputTailMessage, PrintedMessage } from './output.ts';
import type { PyTorchVersion } from './pytorch-version.ts';
import type { AnswerMessage, Question } from './questions.ts';
import type { ExamplesMessage, StepMessage } from './training-steps.ts';
import type { VariablesMessage } from './variables.ts';
import type {
  BackendChoice,
  BackendName,
  Cell,
  Computing,
  Limits,
  OperationCounts,
  RunId,
  RunStatus,
} from './run.ts';

export type { Advice, AdviceFacts, AdviceKind } from './advice.ts';
export type { PausedMessage, ResumedMessage, RunCommand, TrainingCommand } from './commands.ts';
export type { DebugCommand, DebugEvent, DebugSetup } from './debug.ts';
export type {
  Colorbar,
  Figure,
  Grid,
  Legend,
  LegendEntry,
  Ramp,
  Scale,
  Series,
  SeriesKind,
  Side,
  Subplot,
  Ticks,
  Twin,
} from './figure.ts';
export type { FigureDrawing, FigureFormat } from './figure-drawing.ts';
export type { Frame } from './frame.ts';
export type {
  GraphEdge,
  GraphLeaf,
  GraphMessage,
  GraphNode,
  GraphPass,
  GraphTensor,
  ModuleCall,
  TapeGraph,
} from './graph.ts';
export type { Real } from './real.ts';
export type {
  CurvePoints,
  EpochTime,
  EpochTimesMessage,
  EpochWeight,
  FitEndedMessage,
  FitStartedMessage,
  FitSummary,
  FitUnit,
  PointsMessage,
  Stability,
  Surface,
  SurfaceMessage,
  Weight,
  WeightsMessage,
} from './fit.ts';
export type { Broadcast, LineValue, LineValuesMessage, TensorShape, TensorSummary } from './line-values.ts';
export type {
  JudgedPicture,
  Layer,
  Layers,
  LayersMessage,
  Matrices,
  MatricesMessage,
  Predictions,
  PredictionsMessage,
  Translation,
  TranslationsMessage,
} from './network.ts';
export type {
  LeftOut,
  OutputMessage,
  OutputTailMessage,
  Place,
  PrintedLine,
  PrintedMessage,
} from './output.ts';
export type { PyTorchVersion } from './pytorch-version.ts';
export type {
  Examples,
  ExamplesMessage,
  LearnedKind,
  Spread,
  StepMessage,
  StepWeight,
  TrainingStep,
} from './training-steps.ts';
export type { AnswerMessage, Question } from './questions.ts';
export type { Variable, VariablesMessage, VariableTensor } from './variables.ts';
export type {
  BackendChoice,
  BackendName,
  Cell,
  Computing,
  Limits,
  OperationCounts,
  RunId,
  RunStatus,
} from './run.ts';

/** Executes cells. Its end is an {@link EndedMessage}, whatever happens. */
export interface RunMessage {
  readonly type: 'run';
  readonly run: RunId;
  /** Executed in order in one fresh namespace; the value of the last one's last expression is displayed. */
  readonly cells: readonly Cell[];
  readonly seed: number;
  readonly backend: BackendChoice;
  readonly limits: Limits;
  /**
   * `n` of `In [n]`: the run is a cell of a notebook. It goes on with what the thread's latest such run left (names,
   * tensors, random streams) and leaves it to the next one; a first one begins afresh, as all other runs do.
   */
  readonly execution?: number;
  /** Whether `printed` messages tell what each line prints; costs a little with every `print`. */
  readonly locate?: boolean;
  /** Whether `lineValues` messages tell what tensors the lines give names to. */
  readonly lineValues?: boolean;
  /** Whether `step` messages tell what trainings are at single steps; takes a part of their time. */
  readonly steps?: boolean;
  /** Whether a `variables` message tells the names of the run and their values, when it is over. */
  readonly variables?: boolean;
  /** Whether its names stay for {@link Question}s until another run begins, or nobody has asked for long. */
  readonly keeps?: boolean;
  /** In place of cells: it asks of the names that an earlier run has left, and leaves them as they are. */
  readonly question?: Question;
  /** Whether a `graph` message tells the tape behind its tensors, when it is over. The run takes longer with it. */
  readonly graph?: boolean;
  /** The run is debugged: it may stand, and takes {@link DebugCommand}s. */
  readonly debug?: DebugSetup;
}

export type HostToWorker = RunMessage;

// ---------------------------------------------------------------- worker -> host

/** The thread's first message: from now on it takes runs. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** Python's version, e.g. `3.14.0`. */
  readonly python: string;
  /** Backends that loaded, best first; `js` is always among them. */
  readonly backends: readonly BackendName[];
  /** Whether the interpreter came from the memory snapshot or was loaded plainly (the slower fallback). */
  readonly start: 'snapshot' | 'plain';
  /** Missing of the built-in engine. */
  readonly pytorch?: PyTorchVersion;
}

/** Something of interest for the log (a fallback, a crash), never a file's contents. */
export interface LogMessage {
  readonly type: 'log';
  readonly level: 'info' | 'warn' | 'error';
  readonly text: string;
}

/** The first line is about to be executed. */
export interface StartedMessage {
  readonly type: 'started';
  readonly run: RunId;
  readonly seed: number;
  /** Of a notebook's cell: whether it goes on with what an earlier one left. */
  readonly continues?: boolean;
  /** Who computes; missing of the built-in engine. */
  readonly pytorch?: PyTorchVersion;
}

/** What the engine noticed that a learner would want to know; sent before the end of the run. */
export type AdviceMessage = Advice & { readonly type: 'advice'; readonly run: RunId };

/** A figure of `plt` was shown, or was open at the end of the run. */
export interface FigureMessage {
  readonly type: 'figure';
  readonly run: RunId;
  readonly figure: Figure;
}

/** The exercise has saved a figure in a file, which is there for the run alone: whoever wants to keep it draws it. */
export interface FigureFileMessage {
  readonly type: 'figureFile';
  readonly run: RunId;
  /** As the exercise gave it, from its own folder. */
  readonly name: string;
  readonly drawing: FigureDrawing;
}

/** An exception that ended the run, in Python's words. */
export interface RunError {
  /** Class name: `RuntimeError`. */
  readonly type: string;
  readonly message: string;
  /** The innermost frame in the learner's code, 1-based; null when there is none. */
  readonly line: number | null;
  readonly column: number | null;
  /** As Python prints it, the engine's own frames left out. */
  readonly traceback: string;
  /** The learner's frames, outermost first. */
  readonly frames: readonly Frame[];
}

/** What the worker sends last of a run. */
export interface EndedMessage {
  readonly type: 'ended';
  readonly run: RunId;
  readonly status: RunStatus;
  /** The most capable backend that ran an operation of this run. */
  readonly backend: Computing;
  /** Not counted of real PyTorch. */
  readonly operations: OperationCounts;
  /** Who computed; missing of the built-in engine. */
  readonly pytorch?: PyTorchVersion;
  readonly milliseconds: number;
  /** repr of the last expression, or null. */
  readonly displayed: string | null;
  /** Characters of output and of the displayed value left out because of the limit. */
  readonly outputDropped: number;
  /** Also of a notebook's cell that was stopped: where. */
  readonly error: RunError | null;
}

/** The last line of `run --json`: the end together with all that was collected on the way. */
export interface RunResult extends EndedMessage {
  /** Where the middle of it is left out, a line in its place says how much ({@link leftOutText}). */
  readonly stdout: string;
  /** Between the beginning and the end of what was printed; missing where nothing is. */
  readonly outputLeftOut?: LeftOut;
  readonly fits: readonly FitSummary[];
  readonly figures: readonly Figure[];
  /** Missing where nothing was translated. */
  readonly translations?: readonly Translation[];
  readonly advice: readonly Advice[];
}

/** What a run tells, in its order: `started` first, `ended` last. */
export type RunEvent =
  | StartedMessage
  | OutputMessage
  | OutputTailMessage
  | PrintedMessage
  | LineValuesMessage
  | VariablesMessage
  | AnswerMessage
  | GraphMessage
  | FitStartedMessage
  | PointsMessage
  | WeightsMessage
  | FitEndedMessage
  | ExamplesMessage
  | StepMessage
  | SurfaceMessage
  | LayersMessage
  | MatricesMessage
  | EpochTimesMessage
  | PredictionsMessage
  | TranslationsMessage
  | FigureMessage
  | FigureFileMessage
  | AdviceMessage
  | PausedMessage
  | ResumedMessage
  | EndedMessage;

/** What the worker sends. */
export type WorkerToHost = ReadyMessage | LogMessage | RunEvent | DebugEvent;
