/** Weights as rows of a table and as a sentence: pure functions. */

import type { Weight } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { plural, t } from '../words.ts';

export interface WeightRow {
  /** `w[0, 1]`; a scalar or a single element keeps the bare name. */
  readonly name: string;
  /** Name of the whole weight, and the element's place in it. */
  readonly weight: string;
  readonly index: number;
  readonly learned: number;
  readonly true: number | null;
  /** learned - true */
  readonly difference: number | null;
}

/** Rows shown; a weight may have many thousand elements. */
export const MAX_WEIGHT_ROWS = 48;

export interface WeightRows {
  readonly rows: readonly WeightRow[];
  /** Elements left out. */
  readonly more: number;
  /** The rows are the largest differences, largest first. */
  readonly ranked: boolean;
  /** Weights of many elements and no truth: told by a few numbers instead of rows. */
  readonly summarized: readonly Weight[];
}

/** A weight without true values has rows up to so many elements. */
const MAX_PLAIN_ELEMENTS = 16;

/** Rows shown of more elements than that: those furthest from the truth. */
const MAX_WORST_ROWS = 12;

/**
 * One row per element in row-major order; of more than {@link MAX_WEIGHT_ROWS} those with the largest differences, where there are
 * true values, else the first. Large weights without true values have none.
 */
export function weightRows(all: readonly Weight[]): WeightRows {
  const isLarge = (weight: Weight): boolean =>
    weight.true === null && weight.learned.length > MAX_PLAIN_ELEMENTS;
  return { ...rowsOf(all.filter((weight) => !isLarge(weight))), summarized: all.filter(isLarge) };
}

function rowsOf(weights: readonly Weight[]): Omit<WeightRows, 'summarized'> {
  const elements = weights.reduce((sum, { learned }) => sum + learned.length, 0);
  const compared = weights.some(({ difference }) => difference !== null);
  if (elements <= MAX_WEIGHT_ROWS || !compared) return { ...firstRows(weights), ranked: false };
  const all = weights.flatMap((weight) => weight.learned.map((_, index) => weightRow(weight, index)));
  const size = ({ difference }: WeightRow): number => {
    if (difference === null) return -1;
    return Number.isNaN(difference) ? Infinity : Math.abs(difference);
  };
  const rows = all.toSorted((a, b) => size(b) - size(a)).slice(0, MAX_WORST_ROWS);
  return { rows, more: elements - rows.length, ranked: true };
}

function firstRows(weights: readonly Weight[]): Pick<WeightRows, 'rows' | 'more'> {
  const rows: WeightRow[] = [];
  let elements = 0;
  for (const weight of weights) {
    elements += weight.learned.length;
    const room = Math.max(0, MAX_WEIGHT_ROWS - rows.length);
    for (let index = 0; index < Math.min(room, weight.learned.length); index += 1)
      rows.push(weightRow(weight, index));
  }
  return { rows, more: elements - rows.length };
}

function weightRow(weight: Weight, index: number): WeightRow {
  const [learned, truth, difference] = [weight.learned, weight.true, weight.difference].map((values) => {
    const value = values?.[index];
    return value === undefined ? null : toNumber(value);
  });
  return {
    name: elementName(weight, index),
    weight: weight.name,
    index,
    learned: learned ?? NaN,
    true: truth ?? null,
    difference: difference ?? null,
  };
}

/** What another fit learned for the same element; null when it has none such. */
export function learnedOf(weights: readonly Weight[], { weight, index }: WeightRow): number | null {
  const value = weights.find(({ name }) => name === weight)?.learned[index];
  return value === undefined ? null : toNumber(value);
}

/** `w[0]` for shape (2, 1): axes of one element are not worth an index. */
export function elementName(weight: Pick<Weight, 'name' | 'shape' | 'learned'>, index: number): string {
  if (weight.learned.length === 1) return weight.name;
  const indices: number[] = [];
  let rest = index;
  for (const size of [...weight.shape].reverse()) {
    if (size === 1) continue;
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `${weight.name}[${indices.join(', ')}]`;
}

/** The element that is furthest from the truth, over all elements and not only the rows shown. */
export function largestError(weights: readonly Weight[]): WeightRow | undefined {
  let worst: WeightRow | undefined;
  for (const weight of weights) {
    weight.difference?.forEach((value, index) => {
      if (isWorse(toNumber(value), worst?.difference ?? null)) worst = weightRow(weight, index);
    });
  }
  return worst;
}

function isWorse(candidate: number, worst: number | null): boolean {
  if (worst === null) return true;
  if (!Number.isFinite(worst)) return false;
  return !Number.isFinite(candidate) || Math.abs(candidate) > Math.abs(worst);
}

/** `Largest error 0.0007 (0.03 %), in w[0].` */
export function weightsSentence(weights: readonly Weight[]): string {
  if (weights.length === 0) return '';
  const worst = largestError(weights);
  const difference = worst?.difference ?? null;
  if (worst === undefined || difference === null) {
    const elements = weights.reduce((sum, weight) => sum + weight.learned.length, 0);
    return plural(
      elements,
      '{0} learned value; the data has no true values to compare with.',
      '{0} learned values; the data has no true values to compare with.',
    );
  }
  if (!Number.isFinite(difference)) return t('{0} is no finite number any more.', worst.name);
  const share = worst.true === null || worst.true === 0 ? '' : ` (${percent(difference / worst.true)})`;
  return t('Largest error {0}, in {1}.', `${shortNumber(Math.abs(difference), 2)}${share}`, worst.name);
}

function percent(fraction: number): string {
  return `${shortNumber(Math.abs(fraction) * 100, 2)} %`;
}
