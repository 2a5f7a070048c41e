/** The error function, its complement and its inverse. */

const SERIES_UNTIL = 2.5;

/** Relative error below 1e-15: the series near 0 (Abramowitz & Stegun 7.1.5), the complement beyond. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (Math.abs(x) < SERIES_UNTIL) return series(x);
  return Math.sign(x) * (1 - tail(Math.abs(x)));
}

/** `1 - erf(x)` without loss of digits where it is small. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x >= 1) return x < SERIES_UNTIL ? tail(x, 200) : tail(x);
  return 1 - erf(x);
}

function series(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) {
    term *= (-x * x) / n;
    total += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

/** erfc for x >= 1 as a continued fraction (Abramowitz & Stegun 7.1.14). */
function tail(x: number, terms = 60): number {
  if (x > 28) return 0;
  let fraction = 0;
  for (let k = terms; k > 0; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/** The x whose erf is `y`: a rough start (Winitzki's approximation), then Halley's steps. Infinite at -1 and 1. */
export function erfinv(y: number): number {
  if (!(Math.abs(y) <= 1)) return NaN;
  if (Math.abs(y) === 1) return y * Infinity;
  if (y === 0) return y;
  const logarithm = Math.log1p(-y * y);
  const half = 2 / (Math.PI * 0.147) + logarithm / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(half * half - logarithm / 0.147) - half);
  for (let i = 0; i < 4; i++) {
    const gap = x > 0 ? 1 - y - erfc(x) : erfc(-x) - (1 + y);
    const newton = (gap * Math.sqrt(Math.PI)) / 2 / Math.exp(-x * x);
    x -= newton / (1 + x * newton);
  }
  return x;
}
