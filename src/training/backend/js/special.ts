/** Special functions that JavaScript's Math lacks. */

/** Error function: series near 0, continued fraction beyond; relative error below 1e-15 (Abramowitz & Stegun 7.1.5, 7.1.14). */
export function erf(x: number): number {
  const magnitude = Math.abs(x);
  if (Number.isNaN(x)) return NaN;
  if (magnitude > 6) return Math.sign(x);
  if (magnitude < 2.5) {
    let term = x;
    let total = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) {
      term *= (-x * x) / n;
      total += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * total;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (magnitude + fraction);
  const complement = Math.exp(-x * x) / Math.sqrt(Math.PI) / (magnitude + fraction);
  return Math.sign(x) * (1 - complement);
}

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/** log |gamma(x)|: Stirling's series after shifting to x >= 10, reflection below 0.5 (Abramowitz & Stegun 6.1.41, 6.1.17). */
export function lgamma(x: number): number {
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
  if (x <= 0 && Number.isInteger(x)) return NaN;
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

/** Rounds half to even, as PyTorch does. */
export function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  const tie = Math.abs(x - Math.trunc(x)) === 0.5;
  if (tie && nearest % 2 !== 0) return nearest - 1;
  return nearest === 0 && x < 0 ? -0 : nearest;
}
