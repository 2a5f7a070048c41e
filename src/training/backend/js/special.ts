/** Special functions that JavaScript's Math lacks. */

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/** log |gamma(x)|: Stirling's series after shifting to x >= 10, reflection below 0.5 (Abramowitz & Stegun 6.1.41, 6.1.17). */
export function lgamma(x: number): number {
  if (Math.abs(x) === Infinity) return Infinity;
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
  let shift = 0;
  let z = x;
  while (z < 10) shift += Math.log(z++);
  let series = 0;
  let power = z;
  for (const coefficient of STIRLING) {
    series += coefficient / power;
    power *= z * z;
  }
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760];

/** The derivative of {@link lgamma} (Abramowitz & Stegun 6.3.18, 6.3.7). */
export function digamma(x: number): number {
  if (x === 0) return -1 / x;
  if (x < 0 && Number.isInteger(x)) return NaN;
  if (x < 0.5) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  let z = x;
  while (z < 10) shift += 1 / z++;
  let series = 0;
  let power = z * z;
  for (const coefficient of DIGAMMA) {
    series += coefficient / power;
    power *= z * z;
  }
  return Math.log(z) - 1 / (2 * z) - series - shift;
}

/** Bernoulli numbers B2, B4, … over (2k)!. */
const EULER_MACLAURIN = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000];

/**
 * The sum of 1 / (x + k)^power over all k >= 0, its tail from x + k >= 10 + power on by the Euler-Maclaurin formula
 * (Abramowitz & Stegun 3.6.28).
 */
function hurwitzSum(power: number, x: number): number {
  if (x < FAR_BELOW) return sumFromFarBelow(power, x);
  let total = 0;
  let z = x;
  while (z < 10 + power) {
    const term = (z++) ** -power;
    total += term;
    if (z > 1 && term <= 1e-17 * total) return total;
  }
  total += z ** (1 - power) / (power - 1) + z ** -power / 2;
  let factor = power * z ** (-power - 1);
  for (let k = 0; k < EULER_MACLAURIN.length; k++) {
    total += (EULER_MACLAURIN[k] as number) * factor;
    factor *= ((power + 2 * k + 1) * (power + 2 * k + 2)) / (z * z);
  }
  return total;
}

/** Below it {@link hurwitzSum} has too many terms to add them one by one. */
const FAR_BELOW = -100;

/** The same for whole powers: the sum over all whole k depends on the fraction of x alone. */
function sumFromFarBelow(power: number, x: number): number {
  if (x === -Infinity) return Infinity;
  const fraction = x - Math.floor(x);
  const sign = power % 2 === 0 ? 1 : -1;
  return hurwitzSum(power, fraction) + sign * (hurwitzSum(power, 1 - fraction) - hurwitzSum(power, 1 - x));
}

/** Hurwitz's zeta function of `s > 1`; that of Riemann where `q` is 1. */
export function zeta(s: number, q: number): number {
  if (s === 1) return Infinity;
  if (!(s > 1)) return NaN;
  if (q <= 0 && Number.isInteger(q)) return Infinity;
  if (q <= 0 && !Number.isInteger(s)) return NaN;
  return hurwitzSum(s, q);
}

/** The `order`-th derivative of {@link digamma} (Abramowitz & Stegun 6.4.10). */
export function polygamma(order: number, x: number): number {
  if (order === 0) return digamma(x);
  const sign = order % 2 === 1 ? 1 : -1;
  if (x <= 0 && Number.isInteger(x)) return sign * Infinity;
  let factorial = 1;
  for (let i = 2; i <= order; i++) factorial *= i;
  return sign * factorial * hurwitzSum(order + 1, x);
}

/** Rounds half to even, as PyTorch does. */
export function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  const tie = Math.abs(x - Math.trunc(x)) === 0.5;
  if (tie && nearest % 2 !== 0) return nearest - 1;
  return nearest === 0 && x < 0 ? -0 : nearest;
}
