/** How a fit ended, in numbers. */

import type { EpochWeight, FitSummary, Real, Stability, Weight } from './protocol.ts';

type Point = readonly [x: Real, y: Real];

/** Where a curve of a fit ended. */
export interface FinalLoss {
  /** `train_loss`, `val_loss`, … */
  readonly label: string;
  readonly value: Real;
  /** The first point that was infinite or NaN; null: there is none. */
  readonly diverged: Point | null;
  /** A loss that stayed finite and ended far above its start. */
  readonly risen?: boolean;
}

/** A curve as the end of a fit is read from it; its points may be thinned. */
export interface EndedCurve {
  readonly label: string;
  readonly points: readonly Point[];
  readonly last: Point | null;
  readonly diverged: Point | null;
}

/** The curves of a fit with where they ended. */
export function endedCurves({ curves }: Pick<FitSummary, 'curves'>): readonly EndedCurve[] {
  return Object.entries(curves).map(([label, points]) => ({
    label,
    points,
    last: points.at(-1) ?? null,
    diverged: points.find(([, y]) => typeof y === 'string') ?? null,
  }));
}

/** Ends of the curves that have points. */
export function finalLosses(curves: readonly EndedCurve[]): readonly FinalLoss[] {
  return curves.flatMap((curve) => {
    const { label, last, diverged } = curve;
    if (last === null) return [];
    const end = { label, value: last[1], diverged };
    return [hasRisen(curve) ? { ...end, risen: true } : end];
  });
}

/** From this many times its start on, a loss that ends there has left the way down for good. */
const FAR = 10;

/** Part of a curve's points that is its start: a first minibatch alone may be a lucky one. */
const START = 0.1;

/** Accuracies and the like rise as they should: only a curve that calls itself a loss is asked. */
function hasRisen({ label, points, last }: EndedCurve): boolean {
  if (last === null || typeof last[1] !== 'number' || !/loss/i.test(label)) return false;
  const start = points.slice(0, Math.max(1, Math.floor(START * points.length)));
  const height = Math.max(0, ...start.flatMap(([, y]) => (typeof y === 'number' ? [Math.abs(y)] : [])));
  return height > 0 && last[1] > FAR * height;
}

/** What tells whether a fit diverged. */
export interface FitEnd {
  readonly losses: readonly FinalLoss[];
  readonly weightError: Real | null;
  readonly stability?: Stability | null | undefined;
}

/** Whether the loss or a weight became infinite or NaN, the loss ended far above its start, or it grew at a rate that is known to be too large. */
export function hasDiverged({ losses, weightError: error, stability }: FitEnd): boolean {
  const isTooFast = stability !== undefined && stability !== null && stability.learningRate > stability.limit;
  return (
    isTooFast ||
    typeof error === 'string' ||
    losses.some(({ diverged, risen }) => diverged !== null || risen === true)
  );
}

/** Largest distance of an element from its true value; null: nothing to compare with. */
export function weightError(weights: readonly Pick<Weight, 'difference'>[]): Real | null {
  const differences = weights.flatMap(({ difference }) => difference ?? []);
  if (differences.length === 0) return null;
  const bad = differences.find((difference) => typeof difference === 'string');
  if (bad !== undefined) return bad === 'nan' ? 'nan' : 'inf';
  return differences.reduce((most: number, difference) => Math.max(most, Math.abs(Number(difference))), 0);
}

/** Weights as they were reported after an epoch, for a fit that did not come to tell them at its end. */
export function weightsAfterEpoch(weights: readonly EpochWeight[]): readonly Weight[] {
  return weights.map(({ name, shape, learned, difference }) => ({
    name,
    shape,
    learned,
    true: difference?.map((distance, index) => trueValue(learned[index], distance)) ?? null,
    difference,
  }));
}

/** Weights that became infinite or NaN cannot be compared with the true ones. */
function trueValue(learned: Real | undefined, difference: Real): Real {
  return typeof learned === 'number' && typeof difference === 'number' ? learned - difference : 'nan';
}
