/** The incomplete gamma functions, divided by the complete one. */
import { lgamma } from './special.ts';

const MOST_TERMS = 100_000;

/** `x^a e^-x / gamma(a)`: what series and fraction have in common. */
const factor = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - lgamma(a));

/** The lower function as a series (Abramowitz & Stegun 6.5.29). */
function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let k = 1; k < MOST_TERMS && term > 1e-17 * total; k++) {
    term *= x / (a + k);
    total += term;
  }
  return factor(a, x) * total;
}

/** The upper function as a continued fraction (6.5.31), evaluated from the front by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let result = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return factor(a, x) * result;
}

/** What PyTorch gives at the edges: lower function, or null inside. */
function atEdge(a: number, x: number): number | null {
  if (!(a >= 0) || !(x >= 0)) return NaN;
  if (a === 0) return x > 0 ? 1 : NaN;
  if (x === 0) return 0;
  if (a === Infinity) return x === Infinity ? NaN : 0;
  return x === Infinity ? 1 : null;
}

/** The lower incomplete gamma function of `a` up to `x`. */
export function gammainc(a: number, x: number): number {
  const edge = atEdge(a, x);
  if (edge !== null) return edge;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** The upper one: 1 minus {@link gammainc}, without loss of digits where it is small. */
export function gammaincc(a: number, x: number): number {
  const edge = atEdge(a, x);
  if (edge !== null) return 1 - edge;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}
