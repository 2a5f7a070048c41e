/** How far numbers are apart. */

import { fromReal, type Real } from '../training/protocol/real.ts';
import { SAME } from './model.ts';

/** The difference relative to the larger of the two, absolute below 1; 0 of what is infinite or NaN alike. */
export function distance(one: number, other: number): number {
  if (Object.is(one, other) || one === other) return 0;
  if (!Number.isFinite(one) || !Number.isFinite(other)) return Infinity;
  return Math.abs(one - other) / Math.max(1, Math.abs(one), Math.abs(other));
}

export interface ListDistance {
  readonly largest: number;
  /** Index of the first pair that is farther apart than {@link SAME}; -1: none is. */
  readonly first: number;
}

/** Of two lists as far as both reach. */
export function listDistance(one: readonly Real[], other: readonly Real[]): ListDistance {
  let [largest, first] = [0, -1];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const between = distance(fromReal(one[index] ?? 'nan'), fromReal(other[index] ?? 'nan'));
    if (between > SAME && first < 0) first = index;
    largest = Math.max(largest, between);
  }
  return { largest, first };
}
