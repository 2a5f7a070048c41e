/** Airy's function. Numbers in parentheses are formulas of the Digital Library of Mathematical Functions. */
import { scaledDecaying } from './bessel.ts';

/** Ai(0) and -Ai'(0) (9.2.3, 9.2.4). */
const AT_ZERO = 0.3550280538878172;
const SLOPE_AT_ZERO = 0.2588194037928068;

/** The Maclaurin series (9.4.1). */
function nearZero(x: number): number {
  const cube = x ** 3;
  let [even, odd] = [1, x];
  let [total, totalOdd] = [even, odd];
  for (let k = 1; k < 200; k++) {
    even *= cube / ((3 * k - 1) * (3 * k));
    odd *= cube / (3 * k * (3 * k + 1));
    total += even;
    totalOdd += odd;
    if (Math.abs(even) + Math.abs(odd) < 1e-18) break;
  }
  return AT_ZERO * total - SLOPE_AT_ZERO * totalOdd;
}

/** The asymptotic series for large negative arguments (9.7.9). */
function farBelow(x: number): number {
  const zeta = (2 / 3) * x ** 1.5;
  let term = 1;
  let [real, imaginary] = [1, 0];
  for (let k = 1; k < 30; k++) {
    const next = (term * ((6 * k - 5) * (6 * k - 3) * (6 * k - 1))) / (216 * k * (2 * k - 1) * zeta);
    if (next > term) break;
    term = next;
    const sign = k % 4 < 2 ? 1 : -1;
    if (k % 2 === 0) real += sign * term;
    else imaginary += sign * term;
  }
  const phase = zeta - Math.PI / 4;
  return (real * Math.cos(phase) + imaginary * Math.sin(phase)) / (Math.sqrt(Math.PI) * x ** 0.25);
}

/** Ai(x): by the modified Bessel function of order 1/3 above 0 (9.6.2). */
export function airyAi(x: number): number {
  if (Number.isNaN(x) || x === -Infinity) return NaN;
  if (x < -8) return farBelow(-x);
  if (x < 1) return nearZero(x);
  const zeta = (2 / 3) * x ** 1.5;
  if (zeta > 750) return 0;
  return (Math.sqrt(x / 3) / Math.PI) * Math.exp(-zeta) * scaledDecaying(1 / 3, zeta);
}
