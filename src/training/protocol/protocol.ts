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
import type { Figure } from './figure.ts';
import type { FigureDrawing } from './figure-drawing.ts';
import type { Frame } from './frame.ts';
import type { Real } from './real.ts';

export type { Advice, AdviceFacts, AdviceKind } from './advice.ts';
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
export type { Real } from './real.ts';

/**
 * Identifies one run; never reused in a session. What arrives under another run's id is dropped.
 * @asType integer
 */
export type RunId = number;

/** Who computes: `tensorflow` is tfjs-node, `wasm` our own kernels in WebAssembly, `js` our loops over typed arrays. */
export type BackendName = 'tensorflow' | 'wasm' | 'js';
/** `auto`: for each operation the cheapest one that is there. */
export type BackendChoice = 'auto' | BackendName;

/** How a run ended; `error` is an exception, the learner's or the engine's. */
export type RunStatus = 'ok' | 'error' | 'stopped' | 'timeout';

/** One piece of source that is executed as a unit, as a notebook executes a cell. */
export interface Cell {
  /** Python source, overrides already applied. */
  readonly source: string;
  /** What tracebacks call the file: a path or a URI. */
  readonly document: string;
  /** 1-based line of the document on which `source` begins. */
  readonly firstLine: number;
  /** What the `%%` line in its head asks for, that line being a comment: `time`, `capture out`, `writefile model.py`. */
  readonly magic?: string;
  /**
   * `n` of `In [n]`, where the run is one of a notebook's cells in order: the value of its last expression is displayed,
   * and `_`, `In` and `Out` know it by that number.
   */
  readonly execution?: number;
}

/** What a run may take. */
export interface Limits {
  /** Wall time of the whole run in seconds; 0 means none. The session enforces it. */
  readonly seconds: number;
  /** Characters of output kept, half of its beginning and half of its end; what is between them is counted. */
  readonly outputCharacters: number;
}

// ---------------------------------------------------------------- host -> worker

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
}

/** What the run has printed since the last such message. */
export interface OutputMessage {
  readonly type: 'output';
  readonly run: RunId;
  /** `displayed`: the repr of the last expression. */
  readonly stream: 'stdout' | 'stderr' | 'displayed';
  readonly text: string;
}

/** What is left out of an output. */
export interface LeftOut {
  readonly characters: number;
  readonly lines: number;
}

/** The end of an output that went over its limit, as it is now: takes the place of what such a message said before. */
export interface OutputTailMessage {
  readonly type: 'outputTail';
  readonly run: RunId;
  /** Between what `output` messages have brought and `parts`. */
  readonly leftOut: LeftOut;
  readonly parts: readonly { readonly stream: 'stdout' | 'stderr'; readonly text: string }[];
}

/** A line of the learner's code. */
export interface Place {
  /** @maxLength 10000 */
  readonly document: string;
  /**
   * 1-based.
   * @asType integer
   */
  readonly line: number;
}

/** What one line of code printed last. */
export interface PrintedLine extends Place {
  /** Up to a line feed at the end of what `print` wrote; shortened if long. */
  readonly text: string;
  /** How many such texts it has printed in this run. */
  readonly count: number;
}

/** The lines that have printed since the last such message. */
export interface PrintedMessage {
  readonly type: 'printed';
  readonly run: RunId;
  readonly lines: readonly PrintedLine[];
}

/**
 * Index of a fit within its run, from 0.
 * @asType integer
 * @minimum 0
 * @maximum 499
 */
type FitIndex = number;

/** A `Trainer.fit` begins, or a loop of the learner's own has turned out to train. */
export interface FitStartedMessage {
  readonly type: 'fitStarted';
  readonly run: RunId;
  readonly fit: FitIndex;
  /**
   * Class name of the model.
   * @maxLength 10000
   */
  readonly model: string;
  /** Epochs, or steps, asked for; 0 when unknown, as in a learner's own loop that may end at any time. */
  readonly epochs: number;
  /** What `x` of its curves counts; epochs unless given. */
  readonly unit?: FitUnit;
  /** Where it was called; of a learner's own loop, its `backward()`. Missing where no line of theirs did. */
  readonly place?: Place;
}

/** `step`: updates of the weights, where nothing tells epochs. */
export type FitUnit = 'epoch' | 'step';

/** New points of one curve, `x` in the fit's unit; several curves' points arrive in several entries of one message. */
export interface CurvePoints {
  /**
   * `train_loss`, `val_loss`, …
   * @maxLength 10000
   */
  readonly label: string;
  readonly points: readonly (readonly [x: Real, y: Real])[];
}

/** New points of a fit's curves; at most 60 messages a second. */
export interface PointsMessage {
  readonly type: 'points';
  readonly run: RunId;
  readonly fit: FitIndex;
  /** @maxItems 100 */
  readonly curves: readonly CurvePoints[];
}

/** A learned tensor beside its counterpart in the data; values flat in row-major order. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly learned: readonly Real[];
  /** Same number of elements as `learned`; null when the data has no counterpart. */
  readonly true: readonly Real[] | null;
  /** `learned - true`. */
  readonly difference: readonly Real[] | null;
}

/** A weight as it is after an epoch; values flat in row-major order. */
export interface EpochWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly learned: readonly Real[];
  /** `learned - true`; null when the data has no counterpart. */
  readonly difference: readonly Real[] | null;
  /** Euclidean norm of the gradient of the epoch's last minibatch; null before there is one. */
  readonly gradient: Real | null;
}

/** Where a fit's weights are; of evenly spaced epochs, and of weights of few elements only. */
export interface WeightsMessage {
  readonly type: 'weights';
  readonly run: RunId;
  readonly fit: FitIndex;
  /** Epochs completed; 0: before the first. */
  readonly epoch: number;
  readonly weights: readonly EpochWeight[];
}

/** Why plain gradient descent diverged: its loss is quadratic, and the learning rate is known. */
export interface Stability {
  /** Largest eigenvalue of the Hessian of the mean minibatch loss over the training data. */
  readonly lambdaMax: number;
  /** 2 / `lambdaMax`: with a larger learning rate full-batch descent diverges. */
  readonly limit: number;
  readonly learningRate: number;
  /** Rows of a minibatch, where the loss is their sum and not their mean. */
  readonly summedRows?: number;
}

/** The fit is over: what it learned. */
export interface FitEndedMessage {
  readonly type: 'fitEnded';
  readonly run: RunId;
  readonly fit: FitIndex;
  /** Epochs completed. */
  readonly epochs: number;
  readonly weights: readonly Weight[];
  /** Only of a fit that diverged, where it can be computed. */
  readonly stability?: Stability;
}

/** The loss over the plane of the only two numbers that a model learns. */
export interface Surface {
  /** `w[0]`, `b`: the horizontal and the vertical axis. */
  readonly names: readonly [string, string];
  /** Places of the grid along either axis, evenly spaced. */
  readonly x: readonly Real[];
  readonly y: readonly Real[];
  /** Mean over the training data, in evaluation mode: row by row, a row for each of `y`. */
  readonly loss: readonly Real[];
  /** Where the descent was: before the first epoch and after each that was reported. */
  readonly path: readonly (readonly [Real, Real])[];
  /** Where the data's true values are; null: it has none. */
  readonly true: readonly [Real, Real] | null;
  /** Training leaves out units at random (dropout), which this loss does not. */
  readonly random: boolean;
}

/** Comes after its fit's end, if it can be computed in a blink. */
export interface SurfaceMessage {
  readonly type: 'surface';
  readonly run: RunId;
  readonly fit: FitIndex;
  readonly surface: Surface;
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

/** A fit as a whole, as a {@link RunResult} holds it. */
export interface FitSummary {
  readonly model: string;
  /** Epochs completed; 0 when unknown. */
  readonly epochs: number;
  readonly unit?: FitUnit;
  readonly curves: Readonly<Record<string, readonly (readonly [Real, Real])[]>>;
  readonly weights: readonly Weight[];
  /** Only of a fit that diverged, where it can be computed. */
  readonly stability?: Stability;
  /** Only of a model that learns two numbers. */
  readonly surface?: Surface;
}

/** How many operations each backend ran. */
export type OperationCounts = Readonly<Record<BackendName, number>>;

/** What the worker sends last of a run. */
export interface EndedMessage {
  readonly type: 'ended';
  readonly run: RunId;
  readonly status: RunStatus;
  /** The most capable backend that ran an operation of this run. */
  readonly backend: BackendName;
  readonly operations: OperationCounts;
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
  readonly advice: readonly Advice[];
}

/** What a run tells, in its order: `started` first, `ended` last. */
export type RunEvent =
  | StartedMessage
  | OutputMessage
  | OutputTailMessage
  | PrintedMessage
  | FitStartedMessage
  | PointsMessage
  | WeightsMessage
  | FitEndedMessage
  | SurfaceMessage
  | FigureMessage
  | FigureFileMessage
  | AdviceMessage
  | EndedMessage;

/** What the worker sends. */
export type WorkerToHost = ReadyMessage | LogMessage | RunEvent;
