/** What a sweep of a parameter tries unless told otherwise: a range about the code's value, as it would be typed. */

import type { Parameter } from '../exercises/model.ts';
import { isRate } from '../exercises/rates.ts';
import type { RangeText } from './values.ts';

/** Orders of magnitude to each side of a rate. */
const RATE_FACTOR = 100;
/** Up to this a positive number counts as a rate, worth trying over orders of magnitude. */
const LARGEST_RATE = 1;
/** From this an integer is a size, worth halving and doubling. */
const LEAST_SIZE = 8;

/** `name`: of the parameter. Null for what has no ranges: its values are listed. */
export function suggestedRange(kind: Parameter['kind'], value: number, name = ''): RangeText | null {
  if (kind === 'integer') return integerRange(value);
  if (kind !== 'float' && kind !== 'vector') return null;
  if (value > 0 && (isRate(name) || value <= LARGEST_RATE))
    return range(value / RATE_FACTOR, value * RATE_FACTOR, 9, 'log');
  if (value === 0) return range(0, 1, 5, 'linear');
  return range(value - Math.abs(value), value + Math.abs(value), 9, 'linear');
}

function integerRange(value: number): RangeText {
  if (value >= LEAST_SIZE) return range(Math.ceil(value / 4), value * 4, 5, 'log');
  if (value > 0) return range(1, 2 * value, 2 * value, 'linear');
  return range(value, value + 4, 5, 'linear');
}

function range(from: number, to: number, count: number, scale: RangeText['scale']): RangeText {
  return { from: written(from), to: written(to), count: String(count), scale };
}

function written(value: number): string {
  return String(Number(value.toPrecision(6))).replace('e+', 'e');
}
