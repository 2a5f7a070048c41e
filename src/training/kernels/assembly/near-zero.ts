// exp(x) - 1 and log(1 + x), exact near 0 too: by Kahan's corrections of what rounding took from exp(x) and from 1 + x.
import { exp4, log4 } from './exponential';
import { each } from './maps';

/** Above it the subtraction loses nothing, and the correction would add errors of its own. */
const LARGE: f32 = 0.7;
/** Below it x is exp(x) - 1 and log(1 + x). */
const SMALL: f32 = 1e-5;

class Expm1 {
  // @inline
  of(x: v128): v128 {
    const one = f32x4.splat(1);
    const u = exp4(x);
    const less = f32x4.sub(u, one);
    const corrected = f32x4.div(f32x4.mul(less, x), log4(u));
    const half = f32x4.mul(f32x4.mul(x, x), f32x4.splat(0.5));
    // Not where exp(x) is as good as 0.
    const between = v128.and(f32x4.gt(x, f32x4.splat(-16)), f32x4.lt(x, f32x4.splat(LARGE)));
    const result = v128.bitselect(corrected, less, between);
    return v128.bitselect(f32x4.add(x, half), result, f32x4.lt(f32x4.abs(x), f32x4.splat(SMALL)));
  }
}

class Log1p {
  // @inline
  of(x: v128): v128 {
    const one = f32x4.splat(1);
    const u = f32x4.add(one, x);
    const plain = log4(u);
    const corrected = f32x4.div(f32x4.mul(plain, x), f32x4.sub(u, one));
    const half = f32x4.mul(f32x4.mul(x, x), f32x4.splat(0.5));
    const between = v128.and(f32x4.gt(x, f32x4.splat(-1)), f32x4.lt(x, f32x4.splat(1e6)));
    const result = v128.bitselect(corrected, plain, between);
    return v128.bitselect(f32x4.sub(x, half), result, f32x4.lt(f32x4.abs(x), f32x4.splat(SMALL)));
  }
}

/** exp(x) - 1. */
export function expm1(x: usize, o: usize, n: i32): void {
  each<f32, Expm1>(x, o, n);
}

/** log(1 + x). */
export function log1p(x: usize, o: usize, n: i32): void {
  each<f32, Log1p>(x, o, n);
}
