/** Many values in a few numbers. */

import type { Real } from './protocol.ts';

export interface ValueSummary {
  /** Of the finite values, as all that follows. */
  readonly count: number;
  readonly mean: number;
  /** Unbiased, as `torch.std` is; NaN of a single value. */
  readonly std: number;
  readonly least: number;
  readonly most: number;
  /** Infinities and NaN. */
  readonly notFinite: number;
}

/** Null where none of the values is finite. */
export function summaryOf(values: readonly Real[]): ValueSummary | null {
  const finite = values.filter((value) => typeof value === 'number');
  const count = finite.length;
  if (count === 0) return null;
  const mean = finite.reduce((sum, value) => sum + value, 0) / count;
  const squares = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count,
    mean,
    std: Math.sqrt(squares / (count - 1)),
    least: finite.reduce((least, value) => Math.min(least, value), Infinity),
    most: finite.reduce((most, value) => Math.max(most, value), -Infinity),
    notFinite: values.length - count,
  };
}

/** How many of the finite values lie in each of `bins` equally wide parts from the least to the largest. */
export function histogramOf(values: readonly Real[], bins: number): readonly number[] {
  const counts = Array<number>(bins).fill(0);
  const summary = summaryOf(values);
  if (summary === null) return counts;
  const width = (summary.most - summary.least) / bins;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const bin = width === 0 ? 0 : Math.min(bins - 1, Math.floor((value - summary.least) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
