// erf, the exact gelu and its derivative, by the approximations of erf and erfc in Cephes' single precision, and one of Phi's tail.
import { constant, expSum4 } from './exponential';
import { madd } from './simd';

/** 1/2, 1, 2, sqrt(1/2), -1/2, 16, 1 / sqrt(2 pi), least |z| of the tail, bound of an exponent. */
const NUMBERS: usize = memory.data<f32>(
  [0.5, 1.0, 2.0, 0.70710678118654752, -0.5, 16.0, 0.3989422804014327, 0.9, -1.0],
  16,
);
/** erf(z) / z in z^2, for |z| < 1. */
const NEAR: usize = memory.data<f32>(
  [
    7.853861353153693e-5, -8.010193625184903e-4, 5.188327685732524e-3, -2.685381193529856e-2,
    1.128358514861418e-1, -3.7612625824231e-1, 1.12837916672671,
  ],
  16,
);
/** erfc(z) z exp(z^2) in 1 / z^2, for |z| < 2 and beyond. */
const MIDDLE: usize = memory.data<f32>(
  [
    2.326819970068386e-2, -1.387039388740657e-1, 3.687424674597105e-1, -5.824733027278666e-1,
    6.210004621745983e-1, -4.944515323274145e-1, 3.404879937665872e-1, -2.741127028184656e-1,
    5.638259427386472e-1,
  ],
  16,
);
const FAR: usize = memory.data<f32>(
  [
    -1.047766399936249e1, 1.297719955372516e1, -7.495518717768503, 2.921019019210786, -1.0152652792027,
    4.218463358204948e-1, -2.820767439740514e-1, 5.641895067754075e-1,
  ],
  16,
);
/** The upper bits of a float, whose square is exact. */
const UPPER: usize = memory.data<i32>([0xfffff000], 16);

// @inline
function near4(zz: v128): v128 {
  let p = madd<f32>(constant(NEAR, 0), zz, constant(NEAR, 1));
  p = madd<f32>(p, zz, constant(NEAR, 2));
  p = madd<f32>(p, zz, constant(NEAR, 3));
  p = madd<f32>(p, zz, constant(NEAR, 4));
  p = madd<f32>(p, zz, constant(NEAR, 5));
  return madd<f32>(p, zz, constant(NEAR, 6));
}

/** erfc(|z|) exp(z^2), for |z| of at least 0.9. */
// @inline
function tail4(size: v128): v128 {
  const q = f32x4.div(constant(NUMBERS, 1), f32x4.pmax(size, constant(NUMBERS, 7)));
  const y = f32x4.mul(q, q);
  let p = madd<f32>(constant(MIDDLE, 0), y, constant(MIDDLE, 1));
  p = madd<f32>(p, y, constant(MIDDLE, 2));
  p = madd<f32>(p, y, constant(MIDDLE, 3));
  p = madd<f32>(p, y, constant(MIDDLE, 4));
  p = madd<f32>(p, y, constant(MIDDLE, 5));
  p = madd<f32>(p, y, constant(MIDDLE, 6));
  p = madd<f32>(p, y, constant(MIDDLE, 7));
  p = madd<f32>(p, y, constant(MIDDLE, 8));
  let r = madd<f32>(constant(FAR, 0), y, constant(FAR, 1));
  r = madd<f32>(r, y, constant(FAR, 2));
  r = madd<f32>(r, y, constant(FAR, 3));
  r = madd<f32>(r, y, constant(FAR, 4));
  r = madd<f32>(r, y, constant(FAR, 5));
  r = madd<f32>(r, y, constant(FAR, 6));
  r = madd<f32>(r, y, constant(FAR, 7));
  return f32x4.mul(q, v128.bitselect(p, r, f32x4.lt(size, constant(NUMBERS, 2))));
}

/** exp(-x^2 / scale) for scale 1 (`half` false) or 2; the square in two parts, so that its rounding does not grow. */
// @inline
function bell4(x: v128, half: bool): v128 {
  x = f32x4.pmax(f32x4.pmin(x, constant(NUMBERS, 5)), f32x4.neg(constant(NUMBERS, 5)));
  const upper = v128.and(x, constant(UPPER, 0));
  const lower = f32x4.sub(x, upper);
  const factor = half ? constant(NUMBERS, 4) : constant(NUMBERS, 8);
  const main = f32x4.mul(f32x4.mul(upper, upper), factor);
  const rest = f32x4.mul(f32x4.mul(lower, f32x4.add(x, upper)), factor);
  return expSum4(main, rest);
}

/** The error function. */
// @inline
export function erf4(x: v128): v128 {
  const size = f32x4.abs(x);
  const one = constant(NUMBERS, 1);
  const near = f32x4.mul(x, near4(f32x4.mul(x, x)));
  const far = f32x4.sub(one, f32x4.mul(bell4(x, false), tail4(size)));
  return v128.bitselect(near, v128.or(far, v128.xor(x, size)), f32x4.lt(size, one));
}

/** Of Phi's tail: 0.35, and a polynomial that was fitted to exp(x^2 / 2) (1 - Phi(x)) / t in t = 1 / (1 + 0.35 x). */
const NORMAL: usize = memory.data<f32>(
  [
    0.35, -0.02916418681024159, 0.144062066031016, -0.25590445766030506, 0.15939585095837777,
    -0.02326583813510373, 0.10557563909345193, 0.11981528931035496, 0.13986436440963795, 0.13962125679536433,
  ],
  16,
);

/** Phi(x), the normal distribution's cumulative function, where `bell` is exp(-x^2 / 2): by its tail on either side. */
// @inline
function cumulative4(x: v128, bell: v128): v128 {
  const one = constant(NUMBERS, 1);
  const t = f32x4.div(one, madd<f32>(f32x4.abs(x), constant(NORMAL, 0), one));
  let p = madd<f32>(constant(NORMAL, 1), t, constant(NORMAL, 2));
  p = madd<f32>(p, t, constant(NORMAL, 3));
  p = madd<f32>(p, t, constant(NORMAL, 4));
  p = madd<f32>(p, t, constant(NORMAL, 5));
  p = madd<f32>(p, t, constant(NORMAL, 6));
  p = madd<f32>(p, t, constant(NORMAL, 7));
  p = madd<f32>(p, t, constant(NORMAL, 8));
  p = madd<f32>(p, t, constant(NORMAL, 9));
  const tail = f32x4.mul(f32x4.mul(p, t), bell);
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, f32x4.splat(0)));
}

/** x Phi(x). */
// @inline
export function gelu4(x: v128): v128 {
  return f32x4.mul(x, cumulative4(x, bell4(x, true)));
}

/** The derivative of {@link gelu4}: Phi(x) + x phi(x). */
// @inline
export function geluSlope4(x: v128): v128 {
  const bell = bell4(x, true);
  return madd<f32>(f32x4.mul(bell, x), constant(NUMBERS, 6), cumulative4(x, bell));
}
