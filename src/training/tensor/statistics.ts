/** The elements of a tensor in a few numbers. */
import { toContiguous } from '../backend/js/copy.ts';
import type { Operand } from '../backend/operand.ts';

export interface Statistics {
  /** The first elements, in row-major order. */
  readonly head: readonly number[];
  /** Of all finite elements, as the mean; NaN where there are none. */
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly nans: number;
  readonly infinities: number;
  /** How many of the finite elements lie in each of equally wide parts from the least to the largest; empty: there are none. */
  readonly histogram: readonly number[];
}

const HEAD = 12;
const BINS = 16;

/** Statistics of all elements, which are copied for it. */
export function statisticsOf(x: Operand): Statistics {
  const elements = toContiguous(x, 'float64') as Float64Array;
  let [least, most, sum, nans, infinities] = [Infinity, -Infinity, 0, 0, 0];
  for (const value of elements) {
    if (Number.isFinite(value)) {
      if (value < least) least = value;
      if (value > most) most = value;
      sum += value;
    } else if (Number.isNaN(value)) nans++;
    else infinities++;
  }
  const finite = elements.length - nans - infinities;
  const head = Array.from(elements.subarray(0, HEAD));
  if (finite === 0) return { head, least: NaN, most: NaN, mean: NaN, nans, infinities, histogram: [] };
  return {
    head,
    least,
    most,
    mean: sum / finite,
    nans,
    infinities,
    histogram: binned(elements, least, most),
  };
}

function binned(elements: Float64Array, least: number, most: number): number[] {
  const counts = new Array<number>(BINS).fill(0);
  const scale = most > least ? BINS / (most - least) : 0;
  for (const value of elements) {
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(BINS - 1, Math.floor((value - least) * scale));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

/** L2 norm of all elements, which are copied for it. */
export function normOf(x: Operand): number {
  let sum = 0;
  for (const value of toContiguous(x, 'float64') as Float64Array) sum += value * value;
  return Math.sqrt(sum);
}
