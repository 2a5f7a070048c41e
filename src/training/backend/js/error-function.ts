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

/** erfc for x >= 1. */
const tail = (x: number, terms = 60): number => (x > 28 ? 0 : Math.exp(-x * x) * scaledTail(x, terms));

/** exp(x^2) erfc(x) for x >= 1 as a continued fraction (Abramowitz & Stegun 7.1.14). */
function scaledTail(x: number, terms: number): number {
  let fraction = 0;
  for (let k = terms; k > 0; k--) fraction = k / 2 / (x + fraction);
  return 1 / Math.sqrt(Math.PI) / (x + fraction);
}

/** exp(x^2) erfc(x), which is neither large nor 0 for large x. */
export function erfcx(x: number): number {
  if (x < 0) return 2 * Math.exp(x * x) - erfcx(-x);
  return x < 1 ? Math.exp(x * x) * erfc(x) : scaledTail(x, x < SERIES_UNTIL ? 200 : 60);
}

/** The logarithm of the normal distribution's share below `x`. */
export function logNdtr(x: number): number {
  const scaled = x * Math.SQRT1_2;
  return x < -1 ? Math.log(erfcx(-scaled) / 2) - scaled * scaled : Math.log1p(-erfc(scaled) / 2);
}

/** The x below which the normal distribution has the share `p`: Newton's steps on {@link logNdtr}, which come from below. */
export function ndtri(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -ndtri(1 - p);
  const wanted = Math.log(p);
  let x = -Math.sqrt(-2 * wanted);
  for (let i = 0; i < 50; i++) {
    const step = (wanted - logNdtr(x)) * erfcx(-x * Math.SQRT1_2) * Math.sqrt(Math.PI / 2);
    x += step;
    if (Math.abs(step) <= 1e-15 * Math.abs(x)) break;
  }
  return x;
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
