/** Drawing categories by weight and counts by rate: `multinomial` and `poisson`, draw for draw as on PyTorch's CPU. */
import { newElements } from '../backend/dtype.ts';
import { lgamma } from '../backend/js/special.ts';
import type { Generator } from './generator.ts';

type Weights = Float32Array | Float64Array;

/**
 * Indices of one row of categories per row of weights, row by row.
 *
 * @param weights rows of `categories` weights each, not negative, none all zero; float32 or float64
 * @param count draws per row; without replacement at most `categories`
 */
export function multinomial(
  generator: Generator,
  weights: Weights,
  categories: number,
  count: number,
  replacement: boolean,
): Float64Array {
  const rows = weights.length / categories;
  const found = new Float64Array(rows * count);
  const race = replacement && count > 1 ? null : runRace(generator, weights);
  for (let row = 0; row < rows; row++) {
    const part = (race ?? weights).subarray(row * categories, (row + 1) * categories);
    const indices = race === null ? drawByInversion(generator, part, count) : greatest(part, count);
    found.set(indices, row * count);
  }
  return found;
}

/** Every weight over an exponential number of its own: the order of the results is a draw without replacement. */
function runRace(generator: Generator, weights: Weights): Weights {
  const results = newElements(
    weights instanceof Float32Array ? 'float32' : 'float64',
    weights.length,
  ) as Weights;
  generator.fillExponential(results, 1);
  for (let i = 0; i < results.length; i++) results[i] = (weights[i] as number) / (results[i] as number);
  return results;
}

function greatest(values: Weights, count: number): number[] {
  const order = Array.from(values, (_, i) => i);
  order.sort((a, b) => (values[b] as number) - (values[a] as number));
  return order.slice(0, count);
}

/** The category whose stretch of the normalised running total holds a uniform number. */
function drawByInversion(generator: Generator, weights: Weights, count: number): number[] {
  const totals = weights.slice();
  for (let i = 1; i < totals.length; i++) totals[i] = (totals[i - 1] as number) + (weights[i] as number);
  const sum = totals.at(-1) as number;
  for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] as number) / sum;
  totals[totals.length - 1] = 1;
  return Array.from({ length: count }, () => firstNotBelow(totals, generator.uniform64()));
}

function firstNotBelow(sorted: Weights, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One number of a Poisson distribution. Rates below 10 multiply uniforms (Knuth), larger ones are drawn by rejection. */
export function poissonNumber(generator: Generator, rate: number): number {
  if (rate === 0) return 0;
  return rate >= 10 ? poissonByRejection(generator, rate) : poissonByProducts(generator, rate);
}

function poissonByProducts(generator: Generator, rate: number): number {
  const limit = Math.exp(-rate);
  let product = generator.uniform64();
  let count = 0;
  while (product > limit) {
    count++;
    product *= generator.uniform64();
  }
  return count;
}

/** W. Hörmann, The transformed rejection method for generating Poisson random variables (1993): algorithm PTRS. */
function poissonByRejection(generator: Generator, rate: number): number {
  const logRate = Math.log(rate);
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = generator.uniform64() - 0.5;
    const v = generator.uniform64();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + rate + 0.43);
    if (distance >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const accepted = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (distance * distance) + b);
    if (accepted <= -rate + count * logRate - lgamma(count + 1)) return count;
  }
}

/**
 * A gamma variable of rate 1, as PyTorch draws it (Marsaglia and Tsang, 2000): a normal one is bent and taken or
 * thrown away; below 1 the concentration is raised by 1 and the result shrunk.
 */
export function gammaNumber(generator: Generator, concentration: number): number {
  if (concentration === 0) return 0;
  const shrink = concentration < 1 ? Math.pow(1 - generator.uniform64(), 1 / concentration) : 1;
  const d = (concentration < 1 ? concentration + 1 : concentration) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let x: number;
    let y: number;
    do {
      x = generator.normal();
      y = 1 + c * x;
    } while (y <= 0);
    const v = y * y * y;
    const u = 1 - generator.uniform64();
    const xx = x * x;
    if (u < 1 - 0.0331 * xx * xx) return shrink * d * v;
    if (Math.log(u) < 0.5 * xx + d * (1 - v + Math.log(v))) return shrink * d * v;
  }
}
