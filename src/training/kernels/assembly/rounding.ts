// To whole numbers, and signs.
import { each } from './maps';

class Floor<T> {
  // @inline
  of(x: v128): v128 {
    return v128.floor<T>(x);
  }
}

class Ceil<T> {
  // @inline
  of(x: v128): v128 {
    return v128.ceil<T>(x);
  }
}

class Trunc<T> {
  // @inline
  of(x: v128): v128 {
    return v128.trunc<T>(x);
  }
}

/** Halves go to the even number. */
class Round<T> {
  // @inline
  of(x: v128): v128 {
    return v128.nearest<T>(x);
  }
}

class Sign<T> {
  // @inline
  of(x: v128): v128 {
    const one = v128.splat<T>(<T>1),
      zero = v128.splat<T>(<T>0);
    const above = v128.and(one, v128.gt<T>(x, zero));
    return v128.sub<T>(above, v128.and(one, v128.lt<T>(x, zero)));
  }
}

export function floor(x: usize, o: usize, n: i32): void {
  each<f32, Floor<f32>>(x, o, n);
}

export function ceil(x: usize, o: usize, n: i32): void {
  each<f32, Ceil<f32>>(x, o, n);
}

export function trunc(x: usize, o: usize, n: i32): void {
  each<f32, Trunc<f32>>(x, o, n);
}

export function round(x: usize, o: usize, n: i32): void {
  each<f32, Round<f32>>(x, o, n);
}

export function sign(x: usize, o: usize, n: i32): void {
  each<f32, Sign<f32>>(x, o, n);
}

export function floor64(x: usize, o: usize, n: i32): void {
  each<f64, Floor<f64>>(x, o, n);
}

export function ceil64(x: usize, o: usize, n: i32): void {
  each<f64, Ceil<f64>>(x, o, n);
}

export function trunc64(x: usize, o: usize, n: i32): void {
  each<f64, Trunc<f64>>(x, o, n);
}

export function round64(x: usize, o: usize, n: i32): void {
  each<f64, Round<f64>>(x, o, n);
}

export function sign64(x: usize, o: usize, n: i32): void {
  each<f64, Sign<f64>>(x, o, n);
}
