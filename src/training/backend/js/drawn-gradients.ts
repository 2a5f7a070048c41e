/**
 * How drawn gamma and Dirichlet variables change with their concentrations: minus the derivative of the distribution
 * function by the concentration, over the density (implicit reparameterisation). The approximations, with their
 * coefficients, are those that PyTorch has chosen (ATen/native/Distributions.h), whose digits differ from the exact ones.
 */
import { digamma } from './special.ts';

const orZero = (x: number): number => (Number.isNaN(x) ? 0 : x);

/** Horner's rule: the value of a polynomial whose constant term comes first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/** The derivative of a gamma variable `x` of rate 1 by its concentration. */
export function gammaGradient(concentration: number, x: number): number {
  if (x < 0.8) return orZero(smallGamma(concentration, x));
  if (concentration > 8) return largeGamma(concentration, x);
  const u = Math.log(x / concentration);
  const terms = GAMMA.map((byPower) => polynomial(byPower, u));
  const v = Math.log(concentration);
  return Math.exp(polynomial(terms.slice(0, 4), v) / polynomial(terms.slice(4), v));
}

/** By the power series of the distribution function. */
function smallGamma(a: number, x: number): number {
  let term = 1;
  let sum = 1 / a;
  let slopes = 1 / (a * a);
  for (let i = 1; i <= 5; i++) {
    term *= -x / i;
    sum += term / (a + i);
    slopes += term / ((a + i) * (a + i));
  }
  const share = (Math.log(x) - digamma(a)) * sum - slopes;
  return (-share * x) / Math.exp(-x);
}

/** By Rice's saddle point, with a series where x is near the concentration. */
function largeGamma(a: number, x: number): number {
  if (0.9 * a <= x && x <= 1.1 * a) {
    const first = 1 + 24 * a * (1 + 12 * a);
    const second = 1440 * a * a + 6 * x * (53 - 120 * x) - (65 * x * x) / a + a * (107 + 3600 * x);
    return (first * second) / (1244160 * a ** 4);
  }
  const width = Math.sqrt(8 * a);
  const ratio = Math.log(x / a);
  const apart = (x - a - a * ratio) ** -1.5;
  const both = width / (a - x) + (x < a ? -apart : apart);
  const inner = ratio * both - (Math.sqrt(2 / a) * (a + x)) / ((a - x) * (a - x));
  const stirling = 1 + (1 / (12 * a)) * (1 + 1 / (24 * a));
  return (-stirling * x * inner) / width;
}

/** The derivative of a Dirichlet variable by its concentration, without its share of what is left of 1. */
export function dirichletGradient(x: number, concentration: number, total: number): number {
  const rest = total - concentration;
  const boundary = total * x * (1 - x);
  if (x <= 0.5 && boundary < 2.5) return orZero(nearZero(x, concentration, rest));
  if (x >= 0.5 && boundary < 0.75) return -orZero(otherNearZero(1 - x, rest, concentration));
  if (concentration > 6 && rest > 6) return largeBeta(x, concentration, rest);
  const u = Math.log(x);
  const a = Math.log(concentration) - u;
  const b = Math.log(total) - a;
  const [p, q] = BETA.map((table) =>
    polynomial(
      table.map((row) =>
        polynomial(
          row.map((byB) => polynomial(byB, b)),
          a,
        ),
      ),
      u,
    ),
  ) as [number, number];
  return ((p / q) * x * (digamma(total) - digamma(concentration))) / rest;
}

/** By the power series at 0, by the first concentration. */
function nearZero(x: number, alpha: number, beta: number): number {
  const factor = digamma(alpha) - digamma(alpha + beta) - Math.log(x);
  let term = 1;
  let series = (factor + 1 / alpha) / alpha;
  for (let i = 1; i <= 10; i++) {
    term *= ((i - beta) * x) / i;
    series += (term / (alpha + i)) * (factor + 1 / (alpha + i));
  }
  return x * (1 - x) ** -beta * series;
}

/** By the power series at 0, by the second concentration. */
function otherNearZero(x: number, alpha: number, beta: number): number {
  const factor = digamma(alpha + beta) - digamma(beta);
  let [term, product, slope] = [1, 1, 0];
  let series = factor / alpha;
  for (let i = 1; i <= 8; i++) {
    term *= -x / i;
    slope = slope * (beta - i) + product;
    product *= beta - i;
    series += (term / (alpha + i)) * (slope + factor * product);
  }
  return -((1 - x) ** (1 - beta)) * series;
}

/** By Rice's saddle point, with a series where x is near the mean. */
function largeBeta(x: number, alpha: number, beta: number): number {
  const total = alpha + beta;
  const mean = alpha / total;
  const deviation = Math.sqrt((alpha * beta) / (total + 1)) / total;
  if (Math.abs(x - mean) <= 0.1 * deviation) return nearMean(x, alpha, beta);
  const stirling = (stirlingTerm(alpha) * stirlingTerm(beta)) / stirlingTerm(total);
  const distance = alpha * (x - 1) + beta * x;
  const above = 2 * alpha * alpha * (x - 1) + alpha * beta * (x - 1) - x * beta * beta;
  const first = above / (Math.sqrt((2 * alpha) / beta) * total ** 1.5 * distance * distance);
  const apart = beta * Math.log(beta / (total * (1 - x))) + alpha * Math.log(alpha / (total * x));
  const saddle = (x < mean ? 1 : -1) * apart ** -1.5;
  const second =
    0.5 * Math.log(alpha / (total * x)) * (Math.sqrt((8 * alpha * beta) / total) / distance + saddle);
  return stirling * (-x / Math.sqrt((2 * alpha * beta) / total)) * (first + second);
}

const stirlingTerm = (x: number): number => 1 + 1 / (12 * x) + 1 / (288 * x * x);

function nearMean(x: number, alpha: number, beta: number): number {
  const total = alpha + beta;
  const series = polynomial(
    [
      47 * x * beta ** 4,
      (43 + 20 * (16 + 27 * beta) * x) * beta ** 3,
      3 * (59 + 180 * beta - 90 * x) * beta ** 2,
      (453 + 1620 * beta * (1 - x) - 455 * x) * beta,
      8 * (1 - x) * (135 * beta - 11),
    ],
    alpha,
  );
  const above = ((1 + 12 * alpha) * (1 + 12 * beta)) / (total * total);
  return ((above / (1 - x)) * series) / (12960 * alpha ** 3 * beta ** 2 * (1 + 12 * total));
}

/** Four coefficients above the bar and four below, each a polynomial in log(x / concentration). */
const GAMMA = [
  [0.16009398, 0.53487893, 0.040121004],
  [-0.094634809, 0.1298071, -0.0065914022],
  [0.025146376, 0.065735949, -0.0026286047],
  [-0.0030648343, -0.0015649758, -0.0013441777],
  [1, 0.16639465, 0.017050642],
  [0.32668115, 0.020070113, -0.0021309326],
  [0.10406089, -0.0035938915, 0.00085092367],
  [0.0014179084, -0.00058392623, -1.5247877e-7],
] as const;

/** Above and below the bar: polynomials in log(x), in log(concentration / x) and in log(total) less that. */
const BETA = [
  [
    [
      [1.003668233, -0.01061107488, -0.0657888334, 0.01201642863],
      [0.6336835991, -0.3557432599, 0.05486251648, -0.001465281033],
      [-0.03276231906, 0.004474107445, 0.002429354597, -0.0001557569013],
    ],
    [
      [0.221950385, -0.3187676331, 0.01799915743, 0.01074823814],
      [-0.2951249643, 0.06219954479, 0.01535556598, 0.001550077057],
      [0.02155310298, 0.004170831599, 0.001292462449, 6.976601077e-5],
    ],
    [
      [-0.05980841433, 0.008441916499, 0.01085618172, 0.002319392565],
      [0.02911413504, 0.01400243777, -0.002721828457, 0.000751041181],
      [0.005900514878, -0.001936558688, -9.495446725e-6, 5.385558597e-5],
    ],
  ],
  [
    [
      [1, -0.02924021934, -0.04438342661, 0.007285809825],
      [0.6357567472, -0.3473456711, 0.05454656494, -0.002407477521],
      [-0.03301322327, 0.004845219414, 0.00231480583, -0.0002307248149],
    ],
    [
      [0.5925320577, -0.1757678135, 0.01505928619, 0.000564515273],
      [0.1014815858, -0.06589186703, 0.01272886114, -0.0007316646956],
      [-0.007258481865, 0.001096195486, 0.0003934994223, -4.12701925e-5],
    ],
    [
      [0.06469649321, -0.0236701437, 0.002902096474, -5.896963079e-5],
      [0.001925008108, -0.002869809258, 0.0008000589141, -6.063713228e-5],
      [-0.0003477407336, 6.959756487e-5, 1.097287507e-5, -1.650964693e-6],
    ],
  ],
] as const;
