// Gradients of functions: of the result's gradient g, and of x (relu, silu, gelu) or the result y.
import { geluSlope4 } from './error-function';
import { sigmoid4 } from './exponential';
import { eachPair, pairs } from './maps';

class ReluBackward<T> {
  // @inline
  of(g: v128, x: v128): v128 {
    return v128.andnot(g, v128.le<T>(x, v128.splat<T>(<T>0)));
  }
}

class SigmoidBackward<T> {
  // @inline
  of(g: v128, y: v128): v128 {
    return v128.mul<T>(v128.mul<T>(g, v128.sub<T>(v128.splat<T>(<T>1), y)), y);
  }
}

class TanhBackward<T> {
  // @inline
  of(g: v128, y: v128): v128 {
    return v128.mul<T>(g, v128.sub<T>(v128.splat<T>(<T>1), v128.mul<T>(y, y)));
  }
}

/** g s (1 + x (1 - s)), where s is the sigmoid of x. */
class SiluBackward {
  // @inline
  of(g: v128, x: v128): v128 {
    const s = sigmoid4(x),
      one = f32x4.splat(1);
    return f32x4.mul(f32x4.mul(g, s), f32x4.add(one, f32x4.mul(x, f32x4.sub(one, s))));
  }
}

class GeluBackward {
  // @inline
  of(g: v128, x: v128): v128 {
    return f32x4.mul(g, geluSlope4(x));
  }
}

export function relu_backward(g: usize, x: usize, o: usize, n: i32): void {
  pairs<f32, ReluBackward<f32>>(g, x, o, n);
}

export function relu_backward64(g: usize, x: usize, o: usize, n: i32): void {
  pairs<f64, ReluBackward<f64>>(g, x, o, n);
}

export function sigmoid_backward(g: usize, y: usize, o: usize, n: i32): void {
  eachPair<f32, SigmoidBackward<f32>>(g, y, o, n);
}

export function sigmoid_backward64(g: usize, y: usize, o: usize, n: i32): void {
  eachPair<f64, SigmoidBackward<f64>>(g, y, o, n);
}

export function tanh_backward(g: usize, y: usize, o: usize, n: i32): void {
  eachPair<f32, TanhBackward<f32>>(g, y, o, n);
}

export function tanh_backward64(g: usize, y: usize, o: usize, n: i32): void {
  eachPair<f64, TanhBackward<f64>>(g, y, o, n);
}

export function silu_backward(g: usize, x: usize, o: usize, n: i32): void {
  eachPair<f32, SiluBackward>(g, x, o, n);
}

export function gelu_backward(g: usize, x: usize, o: usize, n: i32): void {
  eachPair<f32, GeluBackward>(g, x, o, n);
}
