/** Numbers as text for people. */

import type { Real } from '../../training/protocol/protocol.ts';

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
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${milliseconds.toFixed(0)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const rest = seconds % 60 === 0 ? '' : ` ${String(seconds % 60)} s`;
  return `${String(Math.floor(seconds / 60))} min${rest}`;
}

/** `12,480` */
export function groupedInteger(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 epoch`, `5 epochs`. */
export function counted(count: number, noun: string): string {
  return `${groupedInteger(count)} ${noun}${count === 1 ? '' : 's'}`;
}
