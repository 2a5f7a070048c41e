/** A fit as the panel keeps it: curves that are bounded however long the training, and weights. */

import { finalLosses, hasDiverged, weightError } from '../training/protocol/fit-end.ts';
import type {
  EpochTime,
  EpochWeight,
  Examples,
  FitUnit,
  Layers,
  Matrices,
  Predictions,
  Real,
  Stability,
  Surface,
  TrainingStep,
  Weight,
} from '../training/protocol/protocol.ts';

/** (epoch, value). */
export type Point = readonly [x: Real, y: Real];

export interface Curve {
  /** `train_loss`, `val_loss`, … */
  readonly label: string;
  /** Of every `stride` points the lowest and the highest, in their order; at most {@link MAX_POINTS}. */
  readonly points: readonly Point[];
  /** Likewise of the points since the last full `stride`. */
  readonly open: readonly Point[];
  /** 1 until the curve outgrows its bound, then 4, 8, 16, … */
  readonly stride: number;
  /** How many points have arrived, kept or not. */
  readonly count: number;
  readonly first: Point | null;
  /** The newest point, whether or not `points` holds it. */
  readonly last: Point | null;
  /** The first point whose value is infinite or NaN: where the training diverged. */
  readonly diverged: Point | null;
}

/** Points kept per curve, a multiple of four; beyond this half of them go, never the extremes. */
export const MAX_POINTS = 4096;

export interface Fit {
  /** Class name of the model. */
  readonly model: string;
  /** What `x` of its curves counts. */
  readonly unit: FitUnit;
  /** Epochs, or steps, asked for; 0: not known. */
  readonly epochs: number;
  /** Epochs completed; null while it trains. */
  readonly completed: number | null;
  readonly curves: readonly Curve[];
  readonly weights: readonly Weight[];
  /** The weights through the epochs, oldest first; at most {@link MAX_PATH}. */
  readonly path: readonly PathPoint[];
  /** Why it diverged; null: it did not, or it cannot be computed. */
  readonly stability: Stability | null;
  /** The loss around the way that the weights took; null: it is not known. */
  readonly surface: Surface | null;
  /** Of a model of several layers, once data went through them. */
  readonly layers?: Layers;
  /** What it was at single steps, of the fit of a run that told of one last. */
  readonly steps?: FitSteps;
  /** Of a classifier of pictures, once it has trained. */
  readonly predictions?: Predictions;
  /** Filters and attention weights of a network that has trained. */
  readonly matrices?: readonly Matrices[];
  /** How long its latest epochs took, oldest first; at most {@link MAX_EPOCH_TIMES}. */
  readonly epochTimes?: readonly EpochTime[];
}

/** Epochs whose times are kept: as many as have a line. */
export const MAX_EPOCH_TIMES = 100;

/** Single steps of a fit, kept sparsely. */
export interface FitSteps {
  /** What of the model can be drawn; null: it cannot be evaluated. */
  readonly examples: Examples | null;
  /** Oldest first; at most {@link MAX_STEPS}. */
  readonly steps: readonly TrainingStep[];
}

/** Steps of a fit that are kept; the engine thins them itself. */
const MAX_STEPS = 256;

export const NO_STEPS: FitSteps = { examples: null, steps: [] };

/** The steps with a further one; of those before it stay the first and every multiple of `every`. */
export function withStep({ examples, steps }: FitSteps, every: number, step: TrainingStep): FitSteps {
  const kept = steps.filter(({ step: number }, index) => index === 0 || number % every === 0);
  return { examples, steps: [...kept, step].slice(-MAX_STEPS) };
}

export interface PathPoint {
  /** Epochs completed. */
  readonly epoch: number;
  readonly weights: readonly EpochWeight[];
}

/** Whether it became infinite or NaN, or ended far above its start. */
export function hasFitDiverged({ curves, weights, stability }: Fit): boolean {
  return hasDiverged({ losses: finalLosses(curves), weightError: weightError(weights), stability });
}

/** Epochs of which the weights are kept; the engine reports fewer. */
export const MAX_PATH = 256;

/** At most `most` points: of each of `most / 2` stretches the lowest and the highest, in their order. */
export function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const stretches = Math.floor(most / 2);
  return [...Array(stretches).keys()].flatMap((index) => {
    const start = Math.floor((index * points.length) / stretches);
    const end = Math.floor(((index + 1) * points.length) / stretches);
    return extremes(points.slice(start, end));
  });
}

/** The lowest and the highest of some points in their order; both when there are two, none lost when fewer. */
export function extremes(points: readonly Point[]): readonly Point[] {
  if (points.length <= 2) return points;
  let [low, high] = [0, 0];
  points.forEach(([, y], index) => {
    if (height(y) < height(points[low]?.[1])) low = index;
    if (height(y) >= height(points[high]?.[1])) high = index;
  });
  return points.filter((_, index) => index === low || index === high);
}

/** NaN counts as larger than everything: the training diverged. */
function height(y: Real | undefined): number {
  if (typeof y === 'number') return y;
  return y === '-inf' ? -Infinity : Infinity;
}
