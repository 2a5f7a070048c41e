// Functions of one array.
import { erf4, gelu4 } from './error-function';
import { exp4, log4, sigmoid4, tanh4 } from './exponential';
import { expPair, logPair, sigmoidPair, tanhPair } from './exponential64';
import { each, eachWide } from './maps';

class Neg<T> {
  // @inline
  of(x: v128): v128 {
    return v128.neg<T>(x);
  }
}

class Abs<T> {
  // @inline
  of(x: v128): v128 {
    return v128.abs<T>(x);
  }
}

class Square<T> {
  // @inline
  of(x: v128): v128 {
    return v128.mul<T>(x, x);
  }
}

class Sqrt<T> {
  // @inline
  of(x: v128): v128 {
    return v128.sqrt<T>(x);
  }
}

class Rsqrt<T> {
  // @inline
  of(x: v128): v128 {
    return v128.div<T>(v128.splat<T>(<T>1), v128.sqrt<T>(x));
  }
}

class Reciprocal<T> {
  // @inline
  of(x: v128): v128 {
    return v128.div<T>(v128.splat<T>(<T>1), x);
  }
}

class Relu<T> {
  // @inline
  of(x: v128): v128 {
    // x < 0 ? 0 : x, so NaN stays.
    return v128.pmax<T>(x, v128.splat<T>(<T>0));
  }
}

class Exp {
  // @inline
  of(x: v128): v128 {
    return exp4(x);
  }
}

class Log {
  // @inline
  of(x: v128): v128 {
    return log4(x);
  }
}

class Tanh {
  // @inline
  of(x: v128): v128 {
    return tanh4(x);
  }
}

class Sigmoid {
  // @inline
  of(x: v128): v128 {
    return sigmoid4(x);
  }
}

class ExpPair {
  // @inline
  of(x: v128): v128 {
    return expPair(x);
  }
}

class LogPair {
  // @inline
  of(x: v128): v128 {
    return logPair(x);
  }
}

class TanhPair {
  // @inline
  of(x: v128): v128 {
    return tanhPair(x);
  }
}

class SigmoidPair {
  // @inline
  of(x: v128): v128 {
    return sigmoidPair(x);
  }
}

class Erf {
  // @inline
  of(x: v128): v128 {
    return erf4(x);
  }
}

class Silu {
  // @inline
  of(x: v128): v128 {
    return f32x4.mul(x, sigmoid4(x));
  }
}

class Gelu {
  // @inline
  of(x: v128): v128 {
    return gelu4(x);
  }
}

export function neg(x: usize, o: usize, n: i32): void {
  eachWide<f32, Neg<f32>>(x, o, n);
}

export function neg64(x: usize, o: usize, n: i32): void {
  eachWide<f64, Neg<f64>>(x, o, n);
}

export function abs(x: usize, o: usize, n: i32): void {
  eachWide<f32, Abs<f32>>(x, o, n);
}

export function abs64(x: usize, o: usize, n: i32): void {
  eachWide<f64, Abs<f64>>(x, o, n);
}

export function square(x: usize, o: usize, n: i32): void {
  eachWide<f32, Square<f32>>(x, o, n);
}

export function square64(x: usize, o: usize, n: i32): void {
  eachWide<f64, Square<f64>>(x, o, n);
}

export function sqrt(x: usize, o: usize, n: i32): void {
  each<f32, Sqrt<f32>>(x, o, n);
}

export function sqrt64(x: usize, o: usize, n: i32): void {
  each<f64, Sqrt<f64>>(x, o, n);
}

export function rsqrt(x: usize, o: usize, n: i32): void {
  each<f32, Rsqrt<f32>>(x, o, n);
}

export function rsqrt64(x: usize, o: usize, n: i32): void {
  each<f64, Rsqrt<f64>>(x, o, n);
}

export function reciprocal(x: usize, o: usize, n: i32): void {
  each<f32, Reciprocal<f32>>(x, o, n);
}

export function reciprocal64(x: usize, o: usize, n: i32): void {
  each<f64, Reciprocal<f64>>(x, o, n);
}

export function relu(x: usize, o: usize, n: i32): void {
  eachWide<f32, Relu<f32>>(x, o, n);
}

export function relu64(x: usize, o: usize, n: i32): void {
  eachWide<f64, Relu<f64>>(x, o, n);
}

export function exp(x: usize, o: usize, n: i32): void {
  each<f32, Exp>(x, o, n);
}

export function log(x: usize, o: usize, n: i32): void {
  each<f32, Log>(x, o, n);
}

export function tanh(x: usize, o: usize, n: i32): void {
  each<f32, Tanh>(x, o, n);
}

export function sigmoid(x: usize, o: usize, n: i32): void {
  each<f32, Sigmoid>(x, o, n);
}

export function erf(x: usize, o: usize, n: i32): void {
  each<f32, Erf>(x, o, n);
}

export function gelu(x: usize, o: usize, n: i32): void {
  each<f32, Gelu>(x, o, n);
}

export function exp64(x: usize, o: usize, n: i32): void {
  each<f64, ExpPair>(x, o, n);
}

export function log64(x: usize, o: usize, n: i32): void {
  each<f64, LogPair>(x, o, n);
}

export function tanh64(x: usize, o: usize, n: i32): void {
  each<f64, TanhPair>(x, o, n);
}

export function sigmoid64(x: usize, o: usize, n: i32): void {
  each<f64, SigmoidPair>(x, o, n);
}

export function silu(x: usize, o: usize, n: i32): void {
  each<f32, Silu>(x, o, n);
}
