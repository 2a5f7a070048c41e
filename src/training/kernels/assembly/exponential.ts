// Vectors of exp, log and what is made of them, within 2 units in the last place. The constants of a loop come from
// a table in memory: V8 rebuilds a constant vector at every use.
import { madd, nmadd } from './simd';

/** Of exp: bounds, 1 / ln 2, what rounds to a whole number, ln 2 in two parts, the polynomial, 1, the exponent's bias. */
const EXP: usize = memory.data<f32>(
  [
    89.0, -104.0, 1.44269504088896341, 12582912.0, 0.693359375, -2.1219444e-4, 1.98756915e-4, 1.3981999507e-3,
    8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1.0,
  ],
  16,
);
const BIAS: usize = memory.data<i32>([127], 16);

// @inline
export function constant(table: usize, at: usize): v128 {
  return v128.load32_splat(table + (at << 2));
}

/** exp(x + low), low being a small correction: by 2^n exp(r) with |r| <= ln 2 / 2. */
// @inline
export function expSum4(x: v128, low: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, constant(EXP, 0)), constant(EXP, 1));
  const t = f32x4.add(f32x4.mul(x, constant(EXP, 2)), constant(EXP, 3));
  return scaled4(t, f32x4.add(remainder4(x, t), low));
}

/** exp(x). */
// @inline
export function exp4(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, constant(EXP, 0)), constant(EXP, 1));
  const t = f32x4.add(f32x4.mul(x, constant(EXP, 2)), constant(EXP, 3));
  return scaled4(t, remainder4(x, t));
}

/** x - n ln 2, where the last bits of t are n. */
// @inline
function remainder4(x: v128, t: v128): v128 {
  const n = f32x4.sub(t, constant(EXP, 3));
  return nmadd<f32>(n, constant(EXP, 5), nmadd<f32>(n, constant(EXP, 4), x));
}

/** 2^n exp(r); the power in two factors, so that results reach from infinity down to denormals. */
// @inline
function scaled4(t: v128, r: v128): v128 {
  let p = madd<f32>(constant(EXP, 6), r, constant(EXP, 7));
  p = madd<f32>(p, r, constant(EXP, 8));
  p = madd<f32>(p, r, constant(EXP, 9));
  p = madd<f32>(p, r, constant(EXP, 10));
  p = madd<f32>(p, r, constant(EXP, 11));
  const y = f32x4.add(madd<f32>(p, f32x4.mul(r, r), r), constant(EXP, 12));
  const n = i32x4.sub(t, constant(EXP, 3));
  const half = i32x4.shr_s(n, 1);
  const bias = constant(BIAS, 0);
  const low = i32x4.shl(i32x4.add(half, bias), 23);
  const high = i32x4.shl(i32x4.add(i32x4.sub(n, half), bias), 23);
  return f32x4.mul(f32x4.mul(y, low), high);
}

/** Of tanh: the bound of its polynomial, the polynomial, 1, 2. */
const TANH: usize = memory.data<f32>(
  [
    0.625, -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 1.0,
    2.0,
  ],
  16,
);

/** tanh(x): near 0 a polynomial, else 1 - 2 / (exp(2 |x|) + 1) with the sign of x. */
// @inline
export function tanh4(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = madd<f32>(constant(TANH, 1), z, constant(TANH, 2));
  p = madd<f32>(p, z, constant(TANH, 3));
  p = madd<f32>(p, z, constant(TANH, 4));
  p = madd<f32>(p, z, constant(TANH, 5));
  p = madd<f32>(f32x4.mul(p, z), x, x);
  const e = exp4(f32x4.add(size, size));
  const one = constant(TANH, 6);
  const far = f32x4.sub(one, f32x4.div(constant(TANH, 7), f32x4.add(e, one)));
  const signed = v128.or(far, v128.xor(x, size));
  return v128.bitselect(p, signed, f32x4.lt(size, constant(TANH, 0)));
}

/** 1 / (1 + exp(-x)), by exp(-|x|), which never overflows. */
// @inline
export function sigmoid4(x: v128): v128 {
  const one = constant(TANH, 6);
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  const above = v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0)));
  return f32x4.div(above, f32x4.add(one, e));
}

/** Of log: least normal number, 2^23, sqrt(1/2), ln 2 in two parts, the polynomial, 1, 1/2. */
const LOG: usize = memory.data<f32>(
  [
    1.17549435e-38, 8388608.0, 0.707106781186547524, 0.693359375, -2.1219444e-4, 7.0376836292e-2,
    -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1,
    -2.4999993993e-1, 3.3333331174e-1, 1.0, 0.5,
  ],
  16,
);
/** What is subtracted of the exponent's bits: the bias for a mantissa in [1/2, 1), and 23 more for a denormal. */
const LOG_BITS: usize = memory.data<i32>([126, 23, 0x007fffff, 0x3f000000], 16);

/** The natural logarithm. */
// @inline
export function log4(x: v128): v128 {
  const denormal = f32x4.lt(x, constant(LOG, 0));
  const y = v128.bitselect(f32x4.mul(x, constant(LOG, 1)), x, denormal);
  let e = i32x4.sub(i32x4.shr_u(y, 23), constant(LOG_BITS, 0));
  e = i32x4.sub(e, v128.and(constant(LOG_BITS, 1), denormal));
  let m = v128.or(v128.and(y, constant(LOG_BITS, 2)), constant(LOG_BITS, 3));
  const one = constant(LOG, 14);
  const low = f32x4.lt(m, constant(LOG, 2));
  const n = f32x4.sub(f32x4.convert_i32x4_s(e), v128.and(one, low));
  m = f32x4.sub(f32x4.add(m, v128.and(m, low)), one);
  const z = f32x4.mul(m, m);
  let p = madd<f32>(constant(LOG, 5), m, constant(LOG, 6));
  p = madd<f32>(p, m, constant(LOG, 7));
  p = madd<f32>(p, m, constant(LOG, 8));
  p = madd<f32>(p, m, constant(LOG, 9));
  p = madd<f32>(p, m, constant(LOG, 10));
  p = madd<f32>(p, m, constant(LOG, 11));
  p = madd<f32>(p, m, constant(LOG, 12));
  p = madd<f32>(p, m, constant(LOG, 13));
  p = f32x4.mul(f32x4.mul(p, m), z);
  p = madd<f32>(n, constant(LOG, 4), p);
  p = nmadd<f32>(constant(LOG, 15), z, p);
  const result = madd<f32>(n, constant(LOG, 3), f32x4.add(m, p));
  return ofEdges(x, result);
}

/** -inf at 0, NaN below it and for NaN, inf at inf. */
// @inline
function ofEdges(x: v128, result: v128): v128 {
  const zero = f32x4.splat(0);
  const infinity = f32x4.splat(Infinity);
  result = v128.bitselect(f32x4.neg(infinity), result, f32x4.eq(x, zero));
  result = v128.bitselect(infinity, result, f32x4.eq(x, infinity));
  return v128.bitselect(result, f32x4.splat(NaN), f32x4.ge(x, zero));
}
