/** Numbers, durations and counts as the terminal shows them. */

import type { Real } from '../training/protocol/protocol.ts';

/**
 * A number for people: at most `digits` significant ones, with an exponent when very large or small; `inf`,
 * `nan`.
 */
export function formatReal(value: Real, digits = 6): string {
  if (typeof value === 'string') return value;
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  return size >= 1e7 || (size < 1e-4 && size > 0) ? rounded.toExponential() : String(rounded);
}

/** Milliseconds as people say them: `12 ms`, `3.4 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${formatReal(milliseconds, 3)} ms`;
  return `${formatReal(milliseconds / 1000, 3)} s`;
}

/** `1 point`, `2 points`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
