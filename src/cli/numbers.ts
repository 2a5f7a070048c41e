import type { Real } from '../training/protocol.ts';

/** A number for people: at most `digits` significant ones, `inf` and `nan` as Python spells them. */
export function formatReal(value: Real, digits = 6): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(digits)));
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
