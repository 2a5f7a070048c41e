/** Printed text compared: words as they are, numbers as numbers. */

import { distance } from './distance.ts';
import { CLOSE, SAME, type Parting } from './model.ts';

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Where something is in memory is never the same twice. */
const ADDRESS = /0x[0-9a-fA-F]{4,}/g;

export interface TextDistance {
  /** Null: other words, or more lines. */
  readonly largest: number | null;
  readonly first: Parting | null;
}

const ALIKE: TextDistance = { largest: 0, first: null };

export function textDistance(one: string, other: string): TextDistance {
  if (one === other) return ALIKE;
  const [left, right] = [linesOf(one), linesOf(other)];
  let largest: number | null = 0;
  let first: Parting | null = null;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    const between = a === undefined || b === undefined ? null : lineDistance(a, b);
    if (between === null || between > SAME)
      first ??= { place: { kind: 'line', line: index + 1 }, one: a ?? '', other: b ?? '' };
    largest = largest === null || between === null ? null : Math.max(largest, between);
  }
  return { largest, first };
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** Null: their words differ. */
function lineDistance(one: string, other: string): number | null {
  if (one === other) return 0;
  const [left, right] = [one, other].map((line) => line.replace(ADDRESS, '0x…'));
  if (left === undefined || right === undefined || wordsOf(left) !== wordsOf(right)) return null;
  const [numbers, others] = [left.match(NUMBER) ?? [], right.match(NUMBER) ?? []];
  return numbers.reduce(
    (most, number, index) => Math.max(most, numberDistance(number, others[index] ?? '')),
    0,
  );
}

/** Columns are as wide as their numbers, so spaces do not count. */
function wordsOf(line: string): string {
  return line.replace(NUMBER, '#').replace(/\s+/g, '');
}

/** A number that is rounded to few digits may be one more or less in the last of them. */
function numberDistance(one: string, other: string): number {
  const between = distance(Number(one), Number(other));
  const unit = Math.max(lastPlace(one), lastPlace(other));
  const isRounded = unit < 1 && Math.abs(Number(one) - Number(other)) <= 1.5 * unit;
  return isRounded ? Math.min(between, CLOSE) : between;
}

/** What 1 in the last digit stands for: 0.01 of `3.14`, 1e-7 of `1.2e-06`. */
function lastPlace(number: string): number {
  const [digits = '', exponent = '0'] = number.toLowerCase().split('e');
  const decimals = digits.split('.')[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}
