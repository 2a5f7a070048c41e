/** The table learned / true / difference. */

import type { Real, Weight } from '../training/protocol/protocol.ts';
import { summaryOf } from '../training/protocol/value-summary.ts';
import { ENGLISH, type Words } from '../advice/words.ts';
import { formatReal } from './numbers.ts';
import { aligned, type Row } from './table.ts';

/** Elements of one weight that are written out; of a larger one these and a summary. */
const SHOWN = 12;

/** The lines of the table, numbers right-aligned; none when there are no weights. */
export function weightTable(weights: readonly Weight[], words: Words = ENGLISH): string[] {
  if (weights.length === 0) return [];
  const hasTrue = weights.some((weight) => weight.true !== null);
  const { t } = words;
  const head = [t('weight'), t('learned'), ...(hasTrue ? [t('true'), t('difference')] : [])];
  const rows = [head, ...weights.flatMap((weight) => weightRows(weight, hasTrue))];
  return [...aligned(rows), ...weights.flatMap((weight) => summary(weight, words))];
}

function weightRows(weight: Weight, hasTrue: boolean): Row[] {
  return weight.learned.slice(0, SHOWN).map((learned, index) => {
    const name = elementName(weight, index);
    if (!hasTrue) return [name, formatReal(learned)];
    return [name, formatReal(learned), cell(weight.true, index, 6), cell(weight.difference, index, 3)];
  });
}

function cell(values: readonly Real[] | null, index: number, digits: number): string {
  const value = values?.[index];
  return value === undefined ? '-' : formatReal(value, digits);
}

/** `w[1,0]` for an element of a matrix; the name alone for the only element. */
function elementName({ name, shape, learned }: Weight, index: number): string {
  if (learned.length === 1) return name;
  let rest = index;
  const position = shape.toReversed().map((size) => {
    const at = rest % size;
    rest = Math.floor(rest / size);
    return at;
  });
  return `${name}[${position.reverse().join(',')}]`;
}

function summary(weight: Weight, words: Words): string[] {
  const hidden = weight.learned.length - SHOWN;
  if (hidden <= 0) return [];
  const more = words.plural(hidden, '{0} more element', '{0} more elements');
  return [`  ${weight.name}: ${told(weight, more, words)}`];
}

/** How many more elements there are, and what is told of all. */
function told(weight: Weight, more: string, words: Words): string {
  return weight.difference === null ? spread(weight, more, words) : largestDifference(weight, more, words);
}

/** `188 more elements; of all mean 0.01, std 0.2, from -0.5 to 0.6` of what has no true values. */
function spread({ learned }: Weight, more: string, { t }: Words): string {
  const summary = summaryOf(learned);
  if (summary === null) return more;
  const [mean = '', std = '', least = '', most = ''] = [
    summary.mean,
    summary.std,
    summary.least,
    summary.most,
  ].map((value) => formatReal(value, 3));
  return t('{0}; of all mean {1}, std {2}, from {3} to {4}', more, mean, std, least, most);
}

function largestDifference(weight: Weight, more: string, { t }: Words): string {
  const sizes = (weight.difference ?? []).map((value) =>
    typeof value === 'number' ? Math.abs(value) : Infinity,
  );
  if (sizes.length === 0) return more;
  const index = sizes.reduce((best, size, at) => (size > (sizes[best] ?? 0) ? at : best), 0);
  const [largest, name] = [cell(weight.difference, index, 3), elementName(weight, index)];
  return t('{0}, largest difference {1} at {2}', more, largest, name);
}
