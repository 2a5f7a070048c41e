/** How many of n trials succeed, draw for draw as on PyTorch's CPU. */
import type { Generator } from './generator.ts';

/** Means from which on candidates are drawn and rejected; below, the failures between successes are. */
const REJECTION_FROM = 10;

/** A number of the binomial distribution of `count` trials that succeed with `probability` each. */
export function binomialNumber(generator: Generator, count: number, probability: number): number {
  if (Number.isNaN(count + probability)) return NaN;
  if (count <= 0 || probability <= 0) return 0;
  if (probability >= 1) return count;
  if (probability > 0.5) return count - ofRareSuccess(generator, count, 1 - probability);
  return ofRareSuccess(generator, count, probability);
}

function ofRareSuccess(generator: Generator, count: number, probability: number): number {
  const draw = count * probability >= REJECTION_FROM ? byRejection : byGaps;
  return draw(generator, count, probability);
}

/** Adds up geometric numbers, the trials from one success to the next, until there are more than `count`. */
function byGaps(generator: Generator, count: number, probability: number): number {
  const logFailure = Math.log1p(-probability);
  let trials = 0;
  for (let successes = 0; ; successes++) {
    trials += Math.ceil(Math.log(generator.uniform64()) / logFailure);
    if (trials > count) return successes;
  }
}

/** W. Hörmann, The generation of binomial random variates (1993): algorithm BTRS. */
function byRejection(generator: Generator, count: number, probability: number): number {
  const deviation = Math.sqrt(count * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const density = logDensityOver(count, probability);
  for (;;) {
    const u = generator.uniform64() - 0.5;
    const v = generator.uniform64();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + count * probability + 0.5);
    if (k < 0 || k > count) continue;
    if (distance >= 0.07 && v <= squeeze) return k;
    if (Math.log((v * alpha) / (a / (distance * distance) + b)) <= density(k)) return k;
  }
}

/** The logarithm of the probability of k over that of the likeliest number, by Stirling's formula. */
function logDensityOver(count: number, probability: number): (k: number) => number {
  const odds = probability / (1 - probability);
  const mode = Math.floor((count + 1) * probability);
  const ofMode =
    (mode + 0.5) * Math.log((mode + 1) / (odds * (count - mode + 1))) +
    stirlingTail(mode) +
    stirlingTail(count - mode);
  return (k) =>
    ofMode +
    (count + 1) * Math.log((count - mode + 1) / (count - k + 1)) +
    (k + 0.5) * Math.log((odds * (count - k + 1)) / (k + 1)) -
    stirlingTail(k) -
    stirlingTail(count - k);
}

const TAILS = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.0092554621827127, 0.0083305634333631,
];

/** log(k!) less Stirling's approximation of it. */
function stirlingTail(k: number): number {
  const known = TAILS[k];
  if (known !== undefined) return known;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
