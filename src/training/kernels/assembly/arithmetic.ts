// Binary arithmetic: of two arrays, and of an array and a number.
import { pairs, withNumber } from './maps';

export class Add<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.add<T>(a, b);
  }
}

export class Sub<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.sub<T>(a, b);
  }
}

export class Mul<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.mul<T>(a, b);
  }
}

export class Div<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.div<T>(a, b);
  }
}

export class Maximum<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    // pmax is one instruction where max is several, but takes a when b is NaN.
    return v128.bitselect(v128.pmax<T>(a, b), b, v128.eq<T>(b, b));
  }
}

export class Minimum<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.bitselect(v128.pmin<T>(a, b), b, v128.eq<T>(b, b));
  }
}

/** o = op(s, a). */
export class Swapped<Op> {
  // @inline
  of(a: v128, b: v128): v128 {
    return changetype<Op>(0).of(b, a);
  }
}

export function add(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Add<f32>>(a, b, o, n);
}

export function add_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Add<f32>>(a, v128.splat<f32>(s), o, n);
}

export function sub(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Sub<f32>>(a, b, o, n);
}

export function sub_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Sub<f32>>(a, v128.splat<f32>(s), o, n);
}

export function mul(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Mul<f32>>(a, b, o, n);
}

export function mul_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Mul<f32>>(a, v128.splat<f32>(s), o, n);
}

export function div(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Div<f32>>(a, b, o, n);
}

export function div_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Div<f32>>(a, v128.splat<f32>(s), o, n);
}

export function maximum(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Maximum<f32>>(a, b, o, n);
}

export function maximum_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Maximum<f32>>(a, v128.splat<f32>(s), o, n);
}

export function minimum(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f32, Minimum<f32>>(a, b, o, n);
}

export function minimum_s(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Minimum<f32>>(a, v128.splat<f32>(s), o, n);
}

/** s - a. */
export function sub_rs(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Swapped<Sub<f32>>>(a, v128.splat<f32>(s), o, n);
}

/** s / a. */
export function div_rs(a: usize, s: f32, o: usize, n: i32): void {
  withNumber<f32, Swapped<Div<f32>>>(a, v128.splat<f32>(s), o, n);
}

export function add64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Add<f64>>(a, b, o, n);
}

export function add64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Add<f64>>(a, v128.splat<f64>(s), o, n);
}

export function sub64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Sub<f64>>(a, b, o, n);
}

export function sub64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Sub<f64>>(a, v128.splat<f64>(s), o, n);
}

export function mul64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Mul<f64>>(a, b, o, n);
}

export function mul64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Mul<f64>>(a, v128.splat<f64>(s), o, n);
}

export function div64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Div<f64>>(a, b, o, n);
}

export function div64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Div<f64>>(a, v128.splat<f64>(s), o, n);
}

export function maximum64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Maximum<f64>>(a, b, o, n);
}

export function maximum64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Maximum<f64>>(a, v128.splat<f64>(s), o, n);
}

export function minimum64(a: usize, b: usize, o: usize, n: i32): void {
  pairs<f64, Minimum<f64>>(a, b, o, n);
}

export function minimum64_s(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Minimum<f64>>(a, v128.splat<f64>(s), o, n);
}

/** s - a. */
export function sub64_rs(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Swapped<Sub<f64>>>(a, v128.splat<f64>(s), o, n);
}

/** s / a. */
export function div64_rs(a: usize, s: f64, o: usize, n: i32): void {
  withNumber<f64, Swapped<Div<f64>>>(a, v128.splat<f64>(s), o, n);
}
