/** What is told of a fit: its beginning, curves, weights and end. */
import type { Layers, Matrices, Predictions } from './network.ts';
import type { Place } from './output.ts';
import type { Real } from './real.ts';
import type { FitIndex, RunId } from './run.ts';

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

/** An epoch that is over, counted from 1, and the milliseconds that it took. */
export type EpochTime = readonly [epoch: number, milliseconds: number];

/** How long epochs took: of networks, classifiers, and loops of the learner's own over a DataLoader. */
export interface EpochTimesMessage {
  readonly type: 'epochTimes';
  readonly run: RunId;
  readonly fit: FitIndex;
  /**
   * Oldest first; of more, the last ones.
   * @maxItems 100
   */
  readonly times: readonly EpochTime[];
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
  /** Only of a model of several layers. */
  readonly layers?: Layers;
  /** Only of a classifier of pictures. */
  readonly predictions?: Predictions;
  /** Only of networks that have convolution layers, or attend. */
  readonly matrices?: readonly Matrices[];
  /** Only where epochs are told; the last ones. */
  readonly epochTimes?: readonly EpochTime[];
}
