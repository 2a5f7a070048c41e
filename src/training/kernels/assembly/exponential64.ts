// exp, log and tanh of two doubles, within 1 to 2 units in the last place: the reductions and polynomials of fdlibm's
// exp and log, and Cephes' rational function for tanh near 0.
import { madd, nmadd } from './simd';

// @inline
function constant(table: usize, at: usize): v128 {
  return v128.load64_splat(table + (at << 3));
}

/** Bounds, 1 / ln 2, what rounds to a whole number, ln 2 in two parts, the polynomial, 1, 2. */
const EXP: usize = memory.data<f64>(
  [
    710.0, -746.0, 1.4426950408889634, 6755399441055744.0, 6.93147180369123816e-1, 1.9082149292705877e-10,
    1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
    -1.6533902205465251539e-6, 4.13813679705723846039e-8, 1.0, 2.0,
  ],
  16,
);

export function expPair(x: v128): v128 {
  x = f64x2.pmax(f64x2.pmin(x, constant(EXP, 0)), constant(EXP, 1));
  const t = f64x2.add(f64x2.mul(x, constant(EXP, 2)), constant(EXP, 3));
  const n = f64x2.sub(t, constant(EXP, 3));
  const upper = f64x2.sub(x, f64x2.mul(n, constant(EXP, 4)));
  const lower = f64x2.mul(n, constant(EXP, 5));
  const r = f64x2.sub(upper, lower);
  const z = f64x2.mul(r, r);
  let p = madd<f64>(constant(EXP, 10), z, constant(EXP, 9));
  p = madd<f64>(p, z, constant(EXP, 8));
  p = madd<f64>(p, z, constant(EXP, 7));
  p = madd<f64>(p, z, constant(EXP, 6));
  const c = nmadd<f64>(z, p, r);
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(EXP, 12), c));
  const y = f64x2.sub(constant(EXP, 11), f64x2.sub(f64x2.sub(lower, quotient), upper));
  // The last bits of t are n; the power comes in two factors, so that results reach down to denormals.
  const whole = i64x2.sub(t, constant(EXP, 3));
  const half = i64x2.shr_s(whole, 1);
  const bias = i64x2.splat(1023);
  const low = i64x2.shl(i64x2.add(half, bias), 52);
  const high = i64x2.shl(i64x2.add(i64x2.sub(whole, half), bias), 52);
  return f64x2.mul(f64x2.mul(y, low), high);
}

/** Least normal number, 2^54, sqrt(1/2), ln 2 in two parts, the polynomial, 1, 2, 1/2, 2^52 + 1022, 54. */
const LOG: usize = memory.data<f64>(
  [
    2.2250738585072014e-308, 18014398509481984.0, 0.7071067811865476, 6.9314718036912381649e-1,
    1.90821492927058770002e-10, 6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1,
    2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1, 1.0,
    2.0, 0.5, 4503599627371518.0, 54.0,
  ],
  16,
);

export function logPair(x: v128): v128 {
  const denormal = f64x2.lt(x, constant(LOG, 0));
  const y = v128.bitselect(f64x2.mul(x, constant(LOG, 1)), x, denormal);
  // The exponent's bits behind those of 2^52 are 2^52 plus the exponent.
  const bits = v128.or(i64x2.shr_u(y, 52), i64x2.splat(0x4330000000000000));
  let k = f64x2.sub(bits, constant(LOG, 15));
  k = f64x2.sub(k, v128.and(constant(LOG, 16), denormal));
  const one = constant(LOG, 12);
  let m = v128.or(v128.and(y, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3fe0000000000000));
  const low = f64x2.lt(m, constant(LOG, 2));
  k = f64x2.sub(k, v128.and(one, low));
  const f = f64x2.sub(f64x2.add(m, v128.and(m, low)), one);
  const s = f64x2.div(f, f64x2.add(constant(LOG, 13), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = madd<f64>(constant(LOG, 10), w, constant(LOG, 8));
  even = f64x2.mul(w, madd<f64>(even, w, constant(LOG, 6)));
  let odd = madd<f64>(constant(LOG, 11), w, constant(LOG, 9));
  odd = madd<f64>(odd, w, constant(LOG, 7));
  odd = f64x2.mul(z, madd<f64>(odd, w, constant(LOG, 5)));
  const half = f64x2.mul(constant(LOG, 14), f64x2.mul(f, f));
  const inner = madd<f64>(s, f64x2.add(half, f64x2.add(even, odd)), f64x2.mul(k, constant(LOG, 4)));
  const result = f64x2.sub(f64x2.mul(k, constant(LOG, 3)), f64x2.sub(f64x2.sub(half, inner), f));
  return ofEdges(x, result);
}

/** -inf at 0, NaN below it and for NaN, inf at inf. */
// @inline
function ofEdges(x: v128, result: v128): v128 {
  const zero = f64x2.splat(0);
  const infinity = f64x2.splat(Infinity);
  result = v128.bitselect(f64x2.neg(infinity), result, f64x2.eq(x, zero));
  result = v128.bitselect(infinity, result, f64x2.eq(x, infinity));
  return v128.bitselect(result, f64x2.splat(NaN), f64x2.ge(x, zero));
}

/** The natural logarithm of one number. */
export function log1(x: f64): f64 {
  return f64x2.extract_lane(logPair(f64x2.splat(x)), 0);
}

/** The bound of the rational function, its numerator and denominator. */
const TANH: usize = memory.data<f64>(
  [
    0.625, -9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3,
    1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3,
  ],
  16,
);

export function tanhPair(x: v128): v128 {
  const size = f64x2.abs(x);
  const z = f64x2.mul(x, x);
  const p = madd<f64>(madd<f64>(constant(TANH, 1), z, constant(TANH, 2)), z, constant(TANH, 3));
  let q = f64x2.add(z, constant(TANH, 4));
  q = madd<f64>(madd<f64>(q, z, constant(TANH, 5)), z, constant(TANH, 6));
  const near = madd<f64>(f64x2.mul(x, z), f64x2.div(p, q), x);
  const one = constant(EXP, 11);
  const e = expPair(f64x2.add(size, size));
  const far = f64x2.sub(one, f64x2.div(constant(EXP, 12), f64x2.add(e, one)));
  return v128.bitselect(near, v128.or(far, v128.xor(x, size)), f64x2.lt(size, constant(TANH, 0)));
}

/** 1 / (1 + exp(-x)), by exp(-|x|), which never overflows. */
export function sigmoidPair(x: v128): v128 {
  const one = constant(EXP, 11);
  const e = expPair(f64x2.neg(f64x2.abs(x)));
  const above = v128.bitselect(e, one, f64x2.lt(x, f64x2.splat(0)));
  return f64x2.div(above, f64x2.add(one, e));
}
