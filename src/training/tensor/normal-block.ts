/**
 * Box and Muller's transform of 16 uniforms into 16 normal numbers.
 *
 * For float32, logarithm, sine and cosine are the polynomials of the Cephes library in the order in which PyTorch's
 * vectorised kernel evaluates them, so that every bit agrees with it; Math's functions would differ in the last bits.
 */
import { fmaDouble, fmaSingle } from './fma.ts';

/** Uniforms, and normal numbers, that are transformed together. */
export const BLOCK = 16;
const HALF = BLOCK / 2;

const { fround } = Math;
const single = (values: readonly number[]): readonly number[] => values.map(fround);

const TWO_PI = 2 * Math.PI;
const TWO_PI_SINGLE = fround(TWO_PI);

/** Replaces 16 uniforms in [0, 1) by normal numbers. */
export function transformBlock64(block: Float64Array, mean: number, std: number): void {
  for (let j = 0; j < HALF; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (block[j] as number)));
    const angle = TWO_PI * (block[j + HALF] as number);
    block[j] = fmaDouble(radius * Math.cos(angle), std, mean);
    block[j + HALF] = fmaDouble(radius * Math.sin(angle), std, mean);
  }
}

/** The same in float32. */
export function transformBlock32(block: Float32Array, mean: number, std: number): void {
  const scale = fround(std);
  const shift = fround(mean);
  for (let j = 0; j < HALF; j++) {
    const radius = fround(Math.sqrt(fround(-2 * logarithm(1 - (block[j] as number)))));
    const { sine, cosine } = sineAndCosine(fround(TWO_PI_SINGLE * (block[j + HALF] as number)));
    block[j] = fmaSingle(fround(radius * cosine), scale, shift);
    block[j + HALF] = fmaSingle(fround(radius * sine), scale, shift);
  }
}

const LOG_TERMS = single([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
]);
/** log 2 in two parts, so that its multiples lose nothing. */
const LOG_2_LOW = fround(-2.1219444e-4);
const LOG_2_HIGH = 0.693359375;
const SQRT_HALF = fround(Math.SQRT1_2);

/** log x of a normal float32 x > 0, as the exponent's share and a polynomial in the fraction. */
function logarithm(x: number): number {
  let { fraction, exponent } = split(x);
  if (fraction < SQRT_HALF) {
    fraction = fround(fraction - 1 + fraction);
    exponent -= 1;
  } else fraction -= 1;
  const square = fround(fraction * fraction);
  let y = fround(polynomial(LOG_TERMS, fraction) * fraction);
  y = fmaSingle(y, square, fround(exponent * LOG_2_LOW));
  y = fmaSingle(-square, 0.5, y);
  return fmaSingle(exponent, LOG_2_HIGH, fround(fraction + y));
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** `x = fraction * 2^exponent` with the fraction in [0.5, 1). */
function split(x: number): { fraction: number; exponent: number } {
  float[0] = x;
  const pattern = bits[0] as number;
  bits[0] = (pattern & 0x007fffff) | 0x3f000000;
  return { fraction: float[0], exponent: (pattern >>> 23) - 126 };
}

const FOUR_OVER_PI = fround(4 / Math.PI);
/** -pi/4 in three parts, each short enough for exact multiples. */
const QUARTER_PARTS = single([-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8]);
const COSINE_TERMS = single([2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]);
const SINE_TERMS = single([-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]);

/** Of a float32 angle >= 0: reduced to [-pi/4, pi/4], then a polynomial each, swapped and signed by the quadrant. */
function sineAndCosine(angle: number): { sine: number; cosine: number } {
  const octant = (Math.trunc(fround(angle * FOUR_OVER_PI)) + 1) & ~1;
  let x = angle;
  for (const part of QUARTER_PARTS) x = fmaSingle(octant, part, x);
  const square = fround(x * x);
  const inner = fround(polynomial(COSINE_TERMS, square) * square);
  const even = fround(fmaSingle(inner, square, -fround(square * 0.5)) + 1);
  const odd = fmaSingle(fround(polynomial(SINE_TERMS, square) * square), x, x);
  switch ((octant >> 1) & 3) {
    case 0:
      return { sine: odd, cosine: even };
    case 1:
      return { sine: even, cosine: -odd };
    case 2:
      return { sine: -odd, cosine: -even };
    default:
      return { sine: -even, cosine: odd };
  }
}

/** Horner's scheme, the highest coefficient first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let y = coefficients[0] as number;
  for (let i = 1; i < coefficients.length; i++) y = fmaSingle(y, x, coefficients[i] as number);
  return y;
}
