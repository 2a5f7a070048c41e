/**
 * Bessel functions of order 0 and 1: power series near 0, and integrals that the trapezoidal rule finds to all digits
 * elsewhere. Numbers in parentheses are formulas of the Digital Library of Mathematical Functions, https://dlmf.nist.gov.
 */

type Order = 0 | 1;

const EULER = 0.5772156649015329;
/** Below it the series of J, Y and K lose no digits, above it the integrals do not. */
const SERIES_UNTIL = 2;

/** J and Y of an order at `x > 0`. */
interface Oscillating {
  readonly j: number;
  readonly y: number;
}

/** The sum of `sign^k (x/2)^(2k+n) / (k! (k+n)!) * weight(k)` over k (10.2.2, 10.25.2). */
function powerSeries(order: Order, x: number, sign: 1 | -1, weight: (k: number) => number = () => 1): number {
  const square = (sign * x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let total = term * weight(0);
  for (let k = 1; k < 1000; k++) {
    term *= square / (k * (k + order));
    const part = term * weight(k);
    total += part;
    if (Math.abs(part) <= 1e-17 * Math.abs(total)) break;
  }
  return total;
}

/** `1 + 1/2 + ... + 1/k` twice over, the second time to `k + order`: what the logarithmic solutions add up with (10.8.1). */
function harmonicSums(order: Order): (k: number) => number {
  const sums = [0];
  return (k) => {
    while (sums.length <= k + order) sums.push((sums.at(-1) as number) + 1 / sums.length);
    return (sums[k] as number) + (sums[k + order] as number);
  };
}

function oscillatingNearZero(order: Order, x: number): Oscillating {
  const j = powerSeries(order, x, -1);
  const logarithm = 2 * (Math.log(x / 2) + EULER) * j;
  const rest = powerSeries(order, x, -1, harmonicSums(order));
  return { j, y: (logarithm - rest - (order === 0 ? 0 : 2 / x)) / Math.PI };
}

/** Nodes of the trapezoidal rule for integrals with exp(-s^2). */
const STEP = 0.16;
const NODES = 40;

/** Hankel's integral (10.9.21 after t = s^2): the complex amplitude whose real part is J and whose imaginary part is Y. */
function oscillatingFarOut(order: Order, x: number): Oscillating {
  let real = order === 0 ? STEP / 2 : 0;
  let imaginary = 0;
  for (let i = 1; i <= NODES; i++) {
    const square = (i * STEP) ** 2;
    const weight = STEP * Math.exp(-square) * (order === 0 ? 1 : square);
    const ratio = square / (2 * x);
    const power = (order === 0 ? -1 : 1) / 2;
    const size = (1 + ratio * ratio) ** (power / 2);
    const angle = power * Math.atan(ratio);
    real += weight * size * Math.cos(angle);
    imaginary += weight * size * Math.sin(angle);
  }
  const factor = Math.sqrt(2 / (Math.PI * x)) * ((order === 0 ? 2 : 4) / Math.sqrt(Math.PI));
  const phase = x - (order * Math.PI) / 2 - Math.PI / 4;
  const [c, s] = [Math.cos(phase), Math.sin(phase)];
  return { j: factor * (real * c - imaginary * s), y: factor * (real * s + imaginary * c) };
}

const oscillating = (order: Order, x: number): Oscillating =>
  x < SERIES_UNTIL ? oscillatingNearZero(order, x) : oscillatingFarOut(order, x);

function firstKind(order: Order, x: number): number {
  if (x === 0) return order === 0 ? 1 : 0;
  const size = Math.abs(x);
  if (size === Infinity) return 0;
  const value = oscillating(order, size).j;
  return order === 1 && x < 0 ? -value : value;
}

function secondKind(order: Order, x: number): number {
  if (x === 0) return -Infinity;
  if (x === Infinity) return 0;
  return x > 0 ? oscillating(order, x).y : NaN;
}

export const besselJ0 = (x: number): number => firstKind(0, x);
export const besselJ1 = (x: number): number => firstKind(1, x);
export const besselY0 = (x: number): number => secondKind(0, x);
export const besselY1 = (x: number): number => secondKind(1, x);

/** From here on the asymptotic series of I is exact to the last digits. */
const ASYMPTOTIC_FROM = 40;

/** exp(-x) I(x) for x >= 0 (10.40.1). */
function scaledGrowing(order: Order, x: number): number {
  if (x < ASYMPTOTIC_FROM) return Math.exp(-x) * powerSeries(order, x, 1);
  let term = 1;
  let total = 1;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    term *= -(4 * order - (2 * k - 1) ** 2) / (8 * k * x);
    total += term;
  }
  return total / Math.sqrt(2 * Math.PI * x);
}

function growing(order: Order, x: number, scaled: boolean): number {
  const size = Math.abs(x);
  if (size === Infinity) return scaled ? 0 : order === 1 ? x : Infinity;
  const near = !scaled && size < ASYMPTOTIC_FROM;
  const value = near
    ? powerSeries(order, size, 1)
    : scaledGrowing(order, size) * (scaled ? 1 : Math.exp(size));
  return order === 1 && x < 0 ? -value : value;
}

/** Modified Bessel functions of the first kind; `e` at the end: times exp(-|x|). */
export const besselI0 = (x: number): number => growing(0, x, false);
export const besselI1 = (x: number): number => growing(1, x, false);
export const besselI0e = (x: number): number => growing(0, x, true);
export const besselI1e = (x: number): number => growing(1, x, true);

/** exp(x) times the integral of exp(-x cosh t) cosh(order t) over t > 0, for x > 0 (10.32.9). */
export function scaledDecaying(order: number, x: number): number {
  const step = Math.min(0.125, 0.6 / Math.sqrt(x));
  let total = step / 2;
  for (let t = step; ; t += step) {
    const part = step * Math.exp(-2 * x * Math.sinh(t / 2) ** 2) * Math.cosh(order * t);
    total += part;
    if (part <= 1e-18 * total) return total;
  }
}

function decaying(order: Order, x: number, scaled: boolean): number {
  if (x === 0) return Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return 0;
  return scaledDecaying(order, x) * (scaled ? 1 : Math.exp(-x));
}

/** Modified Bessel functions of the second kind; `e` at the end: times exp(x). */
export const besselK0 = (x: number): number => decaying(0, x, false);
export const besselK1 = (x: number): number => decaying(1, x, false);
export const besselK0e = (x: number): number => decaying(0, x, true);
export const besselK1e = (x: number): number => decaying(1, x, true);

/** sin(x) / x, 1 at 0. */
export function sphericalBesselJ0(x: number): number {
  if (Math.abs(x) === Infinity) return 0;
  return Math.abs(x) < 1e-4 ? 1 - (x * x) / 6 : Math.sin(x) / x;
}
