/** Values of parameters as text and as positions of a slider: pure functions. */

import type { ParameterValue } from '../../../exercises/model.ts';
import { isRate } from '../../../exercises/rates.ts';
import type { PanelParameter } from '../../../run-model/state.ts';
import { plainNumber } from '../numbers.ts';
import { t } from '../words.ts';

export type Parsed = { readonly value: ParameterValue } | { readonly problem: string };

/** What a text field shows. */
export function valueText(value: ParameterValue): string {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'object') return value.map(plainNumber).join(', ');
  return String(value);
}

/** The value that `text` means for a parameter of `kind`, or what is wrong with it. */
export function parseValue(kind: PanelParameter['kind'], text: string): Parsed {
  switch (kind) {
    case 'string':
      return { value: text };
    case 'boolean':
      return { value: text === 'true' };
    case 'integer':
      return parseInteger(text);
    case 'float':
      return parseFloatText(text);
    case 'vector':
      return parseVector(text);
  }
}

/** Python's spelling of numbers: digits, underscores, exponent. */
const FLOAT = /^[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d+)?$/i;

function readNumber(text: string): number | undefined {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!FLOAT.test(trimmed)) return undefined;
  const value = Number(trimmed.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

function parseInteger(text: string): Parsed {
  const value = readNumber(text);
  return value !== undefined && Number.isSafeInteger(value)
    ? { value }
    : { problem: t('An integer is needed, such as 32.') };
}

function parseFloatText(text: string): Parsed {
  const value = readNumber(text);
  return value === undefined ? { problem: t('A number is needed, such as 0.03 or 1e-3.') } : { value };
}

function parseVector(text: string): Parsed {
  const inner = text.trim().replace(/^\[(.*)\]$/, '$1');
  const values = inner.split(',').map(readNumber);
  return values.every((value) => value !== undefined)
    ? { value: values }
    : { problem: t('Numbers with commas between them are needed, such as 2, -3.4.') };
}

/** The values that a slider covers. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** Positions follow the logarithm. */
  readonly log: boolean;
}

/** Learning rates and noises are worth trying over orders of magnitude; larger values around themselves. */
const LOG_UP_TO = 1;
const LOG_FACTOR = 100;

/** Range about the code's value, which lies in its middle; of a rate that is zero from there on. */
export function rangeAround(code: number, name = ''): Range {
  const rate = isRate(name);
  if (rate && code === 0) return { least: 0, most: 1, log: false };
  if (code > 0 && (rate || code <= LOG_UP_TO))
    return { least: code / LOG_FACTOR, most: code * LOG_FACTOR, log: true };
  const reach = code === 0 ? 1 : 2 * Math.abs(code);
  return { least: code - reach, most: code + reach, log: false };
}

/** 0 to 1; values beyond the range lie at its end. */
export function positionOf(value: number, { least, most, log }: Range): number {
  if (log && value <= 0) return 0;
  const position = log ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
  return Math.min(1, Math.max(0, position));
}

/** The value at a position, rounded to two digits (logarithmic) or to a hundredth of the range (linear). */
export function valueAt(position: number, range: Range): number {
  const { least, most, log } = range;
  if (log) return Number((least * (most / least) ** position).toPrecision(2));
  const grain = 10 ** Math.floor(Math.log10((most - least) / 100));
  const rounded = Math.round((least + position * (most - least)) / grain) * grain;
  return Number(rounded.toPrecision(6));
}

/** The next integer up or down; from a value that is not negative it stays so. */
export function steppedInteger(value: number, direction: 1 | -1): number {
  const next = value + direction;
  return value >= 0 ? Math.max(0, next) : next;
}

/** The next value of a float by its last written digit: 0.03 -> 0.04, 4.2 -> 4.1, 10 -> 11. */
export function steppedFloat(value: number, direction: 1 | -1): number {
  const [mantissa = '', exponent = '0'] = String(value).toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const step = 10 ** (Number(exponent) - decimals);
  return Number((value + direction * step).toPrecision(12));
}
