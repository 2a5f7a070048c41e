// Powers of floats, by exp(y log |x|) in float64, which leaves one rounding.
import { expPair, logPair } from './exponential64';
import { eachPair, each } from './maps';
import { NUMBER } from './statics';

/** |x|^y. */
// @inline
function magnitude(x: v128, y: v128): v128 {
  x = f32x4.abs(x);
  const low = expPair(f64x2.mul(logPair(f64x2.promote_low_f32x4(x)), f64x2.promote_low_f32x4(y)));
  x = v128.shuffle<i64>(x, x, 1, 0);
  y = v128.shuffle<i64>(y, y, 1, 0);
  const high = expPair(f64x2.mul(logPair(f64x2.promote_low_f32x4(x)), f64x2.promote_low_f32x4(y)));
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** x^y as C99 has it: 1^y and x^0 are 1, NaN too; of a negative x only whole powers are numbers. */
// @inline
function power4(x: v128, y: v128): v128 {
  const one = f32x4.splat(1),
    zero = f32x4.splat(0),
    infinity = f32x4.splat(Infinity);
  const half = f32x4.mul(y, f32x4.splat(0.5));
  const whole = f32x4.eq(f32x4.trunc(y), y);
  const odd = v128.and(whole, f32x4.ne(f32x4.trunc(half), half));
  const sign = v128.and(v128.and(x, f32x4.splat(-0.0)), odd);
  let result = v128.or(magnitude(x, y), sign);
  const finite = v128.and(f32x4.gt(x, f32x4.neg(infinity)), f32x4.lt(x, zero));
  const lost = v128.andnot(v128.and(finite, f32x4.lt(f32x4.abs(y), infinity)), whole);
  result = v128.bitselect(f32x4.splat(NaN), result, lost);
  const minusOne = v128.and(f32x4.eq(x, f32x4.neg(one)), f32x4.eq(f32x4.abs(y), infinity));
  const certain = v128.or(v128.or(f32x4.eq(x, one), f32x4.eq(y, zero)), minusOne);
  return v128.bitselect(one, result, certain);
}

class Pow {
  // @inline
  of(x: v128, y: v128): v128 {
    return power4(x, y);
  }
}

class PowOfNumber {
  // @inline
  of(x: v128): v128 {
    return power4(x, v128.load32_splat(NUMBER));
  }
}

/** o = x^y. */
export function pow(x: usize, y: usize, o: usize, n: i32): void {
  eachPair<f32, Pow>(x, y, o, n);
}

/** o = x^s. */
export function pow_s(x: usize, s: f32, o: usize, n: i32): void {
  f32.store(NUMBER, s);
  each<f32, PowOfNumber>(x, o, n);
}
