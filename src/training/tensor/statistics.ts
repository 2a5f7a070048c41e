/** The elements of a tensor in a few numbers. */
import type { Elements } from '../backend/dtype.ts';
import { toContiguous } from '../backend/js/copy.ts';
import { isContiguous, numel } from '../backend/layout.ts';
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

/** Statistics of all elements. */
export function statisticsOf(x: Operand): Statistics {
  const elements = elementsOf(x);
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

function binned(elements: Elements, least: number, most: number): number[] {
  const counts = new Array<number>(BINS).fill(0);
  const scale = most > least ? BINS / (most - least) : 0;
  for (const value of elements) {
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(BINS - 1, Math.floor((value - least) * scale));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

/** L2 norm of all elements. */
export function normOf(x: Operand): number {
  const elements = elementsOf(x);
  const { length } = elements;
  let [even, odd] = [0, 0];
  // Two sums, so that one addition need not wait for the other.
  for (let i = 0; i + 1 < length; i += 2) {
    even += (elements[i] as number) ** 2;
    odd += (elements[i + 1] as number) ** 2;
  }
  if (length % 2 === 1) even += (elements[length - 1] as number) ** 2;
  return Math.sqrt(even + odd);
}

/** In row-major order: as they stand where they do so, else a copy. To be read at once. */
function elementsOf(x: Operand): Elements {
  if (!isContiguous(x.shape, x.strides)) return toContiguous(x, x.buffer.dtype);
  return x.buffer.read().subarray(x.offset, x.offset + numel(x.shape));
}
