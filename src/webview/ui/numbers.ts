/** Numbers as text for people. */

import type { Real } from '../../training/protocol/protocol.ts';
import { t, words } from './words.ts';

/** The float64 that a {@link Real} spells. */
export function toNumber(real: Real): number {
  switch (real) {
    case 'inf':
      return Infinity;
    case '-inf':
      return -Infinity;
    case 'nan':
      return NaN;
    default:
      return real;
  }
}

/**
 * At most `digits` significant digits, with an exponent outside of 0.0001 … 999999: `1.9993`, `5.1e-5`.
 * A true minus sign keeps columns aligned; infinities and NaN are written as Python writes them.
 */
export function shortNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '\u2212inf';
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 1e-4 && size < 1e6);
  const text = plain ? String(Number(value.toPrecision(digits))) : exponential(value, digits);
  return text.replace(/^-/, '\u2212');
}

/** Like {@link shortNumber}, with the zeros that keep a column's decimals under one another: `−3.4000`. */
export function alignedNumber(value: number, digits = 5): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 1e-4 || size >= 10 ** digits) return shortNumber(value, digits);
  return value.toPrecision(digits).replace(/^-/, '\u2212');
}

function exponential(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  return `${String(Number(mantissa))}e${exponent.replace('+', '')}`;
}

/** With an explicit sign: `+0.0002`, `−0.0007`, `0`. */
export function signedNumber(value: number, digits = 2): string {
  const text = shortNumber(value, digits);
  return value > 0 ? `+${text}` : text;
}

/** A place on a base axis: steps are whole, a point may stand for several of them. */
export function positionText(x: number, unit: string, digits = 3): string {
  return unit === 'step' && Number.isFinite(x) ? String(Math.round(x)) : shortNumber(x, digits);
}

/** A number as the code would write it, for text fields. */
export function plainNumber(value: number): string {
  return String(value).replace('e+', 'e');
}

/** `7.9 ms`, `123 ms`, `4.2 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 9.95) return t('{0} ms', words.tenths(milliseconds));
  if (milliseconds < 999.5) return t('{0} ms', milliseconds.toFixed(0));
  if (milliseconds < 59_950) return t('{0} s', words.tenths(milliseconds / 1000));
  const seconds = Math.round(milliseconds / 1000);
  const [minutes, rest] = [words.number(Math.floor(seconds / 60)), seconds % 60];
  return rest === 0 ? t('{0} min', minutes) : t('{0} min {1} s', minutes, rest);
}

/** What a base axis counts, as the learner reads it. */
export function unitWord(unit: string): string {
  if (unit === 'epoch') return t('epoch');
  return unit === 'step' ? t('step') : t('epoch or step');
}

/** `epoch 1.5`, `step 120`: a place on a base axis, its number written by {@link positionText}. */
export function positionName(unit: string, position: string): string {
  if (unit === 'epoch') return t('epoch {0}', position);
  return unit === 'step' ? t('step {0}', position) : t('epoch or step {0}', position);
}
