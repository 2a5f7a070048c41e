/** The values that a sweep tries: read from a list or a range, checked and bounded. */

import { english, type Translate } from '../advice/translate.ts';
import { readValue } from '../exercises/assignments.ts';
import type { Parameter } from '../exercises/model.ts';
import type { Scale } from '../training/protocol/protocol.ts';
import { MOST_RUNS, type SweepValue } from './model.ts';

/** Kind of the values: a vector's element is a float. */
export type SweptKind = Exclude<Parameter['kind'], 'vector'>;

/** Thrown for values that cannot be swept; the message says what is wrong and what would be right. */
export class SweepError extends Error {
  override readonly name = 'SweepError';

  /** `field`: what of a range is wrong. */
  constructor(
    message: string,
    readonly field: keyof RangeText | 'list' | 'seeds' = 'list',
  ) {
    super(message);
  }
}

/** A range as it is typed. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
  /** How many values, the ends included. */
  readonly count: string;
  readonly scale: Scale;
}

export function sweptKind(kind: Parameter['kind']): SweptKind {
  return kind === 'vector' ? 'float' : kind;
}

/**
 * A list `0.01, 0.1, 1`, or a range `0.001 … 10 log 9` (also `0.001..10`, `1 to 8`; without a word the range is
 * logarithmic from two decades on, without a number it has {@link USUAL_COUNT} values). Each value once.
 *
 * @throws SweepError
 */
export function readValues(text: string, kind: SweptKind, t: Translate = english): readonly SweepValue[] {
  const range = readRangeText(text, kind);
  if (range !== null) return rangeValues(range, kind, t);
  const items = text
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .replace(/,\s*$/, '')
    .split(',');
  if (items.join('').trim() === '') throw new SweepError(noValues(kind, t));
  const values = items.map((item, index) => readItem(item.trim(), kind, index + 1, t));
  return checkedNumber([...new Set(values)], kind, t);
}

function noValues(kind: SweptKind, t: Translate): string {
  switch (kind) {
    case 'float':
      return t(
        'No values: write some with commas between them, such as 0.01, 0.1, 1, or a range such as 0.001 … 10 log 9.',
      );
    case 'integer':
      return t(
        'No values: write some with commas between them, such as 8, 32, 128, or a range such as 1 … 10.',
      );
    case 'boolean':
      return t('No values: write False, True.');
    case 'string':
      return t('No values: write some with commas between them.');
  }
}

/** What a value of the kind is. */
function kindWords(kind: SweptKind, t: Translate): string {
  switch (kind) {
    case 'float':
      return t('a number');
    case 'integer':
      return t('an integer');
    case 'boolean':
      return t('True or False');
    case 'string':
      return t('a string');
  }
}

/** Values of a range without a number. */
const USUAL_COUNT = 9;
/** From this ratio of its ends on a range without a word is logarithmic. */
const LOG_RATIO = 100;

const RANGE = /^(.+?)\s*(?:…|\.{2,3}|\s+to\s+)\s*(\S+)((?:\s+(?:log|linear|\d+))*)$/i;

function readRangeText(text: string, kind: SweptKind): RangeText | null {
  const [, from = '', to = '', rest = ''] = RANGE.exec(text.trim()) ?? [];
  if (from === '' || from.includes(',') || kind === 'string') return null;
  const words = rest.toLowerCase().split(/\s+/);
  const ratio = Number(to) / Number(from);
  const isLog = words.includes('log') || (!words.includes('linear') && ratio >= LOG_RATIO);
  const count = words.find((word) => /^\d+$/.test(word)) ?? String(USUAL_COUNT);
  return { from, to, count, scale: isLog ? 'log' : 'linear' };
}

function readItem(item: string, kind: SweptKind, place: number, t: Translate): SweepValue {
  const value = item === '' ? undefined : readValue(kind, item);
  if (value === undefined || typeof value === 'object')
    throw new SweepError(t('"{0}", value {1} of the list, is not {2}.', item, place, kindWords(kind, t)));
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new SweepError(t('"{0}", value {1} of the list, is not finite.', item, place));
  return value;
}

/**
 * The values of a range in ascending or descending order, its ends exact. Those between are rounded to what tells them
 * apart; integers to whole numbers, each once.
 *
 * @throws SweepError that names the field
 */
export function rangeValues(text: RangeText, kind: SweptKind, t: Translate = english): readonly number[] {
  if (kind === 'boolean' || kind === 'string')
    throw new SweepError(t('A range needs numbers: list the values instead.'));
  const from = readEnd(text, 'from', kind, t);
  const to = readEnd(text, 'to', kind, t);
  const count = readCount(text.count, t);
  if (text.scale === 'log' && Math.min(from, to) <= 0) {
    const field = from <= 0 ? 'from' : 'to';
    throw new SweepError(
      t('A logarithmic range needs ends above zero: choose linear, or another end.'),
      field,
    );
  }
  if (from === to) throw new SweepError(t('The ends are the same: there is one value only.'), 'to');
  const values = spaced(from, to, count, text.scale);
  return checkedNumber([...new Set(kind === 'integer' ? values.map(Math.round) : values)], kind, t);
}

function readEnd(text: RangeText, field: 'from' | 'to', kind: SweptKind, t: Translate): number {
  const typed = text[field].trim().replace('\u2212', '-');
  const value = typed === '' ? undefined : readValue(kind, typed);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new SweepError(
    typed === '' ? missingEnd(field, t) : t('"{0}" is not {1}.', typed, kindWords(kind, t)),
    field,
  );
}

function missingEnd(field: 'from' | 'to', t: Translate): string {
  return field === 'from' ? t('The range needs an end "from".') : t('The range needs an end "to".');
}

function readCount(text: string, t: Translate): number {
  const count = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  if (count >= 2 && count <= MOST_RUNS) return count;
  throw new SweepError(t('A range has 2 to {0} values, not "{1}".', MOST_RUNS, text.trim()), 'count');
}

function spaced(from: number, to: number, count: number, scale: Scale): readonly number[] {
  const inner = Array.from({ length: count }, (_, nth) => nth / (count - 1)).map((part) =>
    scale === 'log' ? from * (to / from) ** part : from + (to - from) * part,
  );
  const rounded = scale === 'log' ? roundedTogether(inner) : inner.map(toGrain((to - from) / (count - 1)));
  return rounded.map((value, nth) => (nth === 0 ? from : nth === count - 1 ? to : value));
}

/** To as few significant digits, three or more, as keep the values apart. */
function roundedTogether(values: readonly number[]): readonly number[] {
  for (const digits of [3, 6, 9]) {
    const rounded = values.map((value) => Number(value.toPrecision(digits)));
    if (new Set(rounded).size === values.length) return rounded;
  }
  return values;
}

/** To a thousandth of the distance of neighbours or finer. */
function toGrain(step: number): (value: number) => number {
  const decimals = Math.min(100, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(step)))));
  return (value) => Number(value.toFixed(decimals));
}

function checkedNumber<Value extends SweepValue>(
  values: readonly Value[],
  kind: SweptKind,
  t: Translate,
): readonly Value[] {
  if (values.length > MOST_RUNS)
    throw new SweepError(t('{0} values are too many: {1} runs at most.', values.length, MOST_RUNS));
  if (values.length < 2)
    throw new SweepError(
      t('One value is no sweep: give two or more.'),
      kind === 'integer' ? 'count' : 'list',
    );
  return values;
}

/** How many seeds. @throws SweepError */
export function readSeeds(text: string, values: number, t: Translate = english): number {
  const seeds = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  if (!(seeds >= 1))
    throw new SweepError(t('A number of seeds is needed, from 1, not "{0}".', text.trim()), 'seeds');
  if (seeds * values > MOST_RUNS) {
    throw new SweepError(
      t(
        '{0} values with {1} seeds each are {2} runs: {3} at most.',
        values,
        seeds,
        seeds * values,
        MOST_RUNS,
      ),
      'seeds',
    );
  }
  return seeds;
}
