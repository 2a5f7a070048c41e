/** A fit epoch by epoch: where each of its curves was at the end of an epoch. */

import { quantityOf } from './curve-names.ts';
import type { EpochTime } from './fit.ts';
import type { Real } from './real.ts';

interface Course {
  readonly label: string;
  /** In epochs, ascending. */
  readonly points: readonly (readonly [x: Real, y: Real])[];
}

export interface EpochRow {
  /** From 1. */
  readonly epoch: number;
  /** In the order of the curves; null: none was drawn within the epoch. */
  readonly values: readonly (Real | null)[];
}

/** Whether epochs are worth a line each: something is measured beside the loss, as of a classifier or a language model. */
export function areEpochsTold(curves: readonly Pick<Course, 'label'>[]): boolean {
  return curves.some(({ label }) => quantityOf(label) !== 'loss');
}

/**
 * The last value of each curve within each epoch that any of them has reached, oldest first. A training curve's point at
 * 1.5 belongs to the second epoch, the one at 2 ends it.
 */
export function epochRows(curves: readonly Course[]): readonly EpochRow[] {
  const ends = curves.map(({ points }) => lastByEpoch(points));
  const epochs = [...new Set(ends.flatMap((values) => [...values.keys()]))].sort((a, b) => a - b);
  return epochs.map((epoch) => ({ epoch, values: ends.map((values) => values.get(epoch) ?? null) }));
}

/** Epochs whose times tell how long the next one will take: the first ones start slowly. */
const MOST_ALIKE = 5;

/** What one epoch takes, in milliseconds, judged by the last ones; null: none is over. */
export function usualEpochTime(times: readonly EpochTime[]): number | null {
  const last = times.slice(-MOST_ALIKE).map(([, milliseconds]) => milliseconds);
  return last.length === 0 ? null : last.reduce((sum, time) => sum + time, 0) / last.length;
}

/** Of places that are sums of parts of epochs. */
const ROUNDING = 1e-6;

function lastByEpoch(points: Course['points']): ReadonlyMap<number, Real> {
  const last = new Map<number, Real>();
  for (const [x, y] of points) if (typeof x === 'number') last.set(Math.max(1, Math.ceil(x - ROUNDING)), y);
  return last;
}
