// Softmax over rows, its logarithm, both gradients, and that of the loss by the logarithm.
import { exp4 } from './exponential';
import { log1 } from './exponential64';
import { extreme } from './extremes';
import { products } from './moments';
import { sum } from './reductions';
import { floats, laneSum } from './simd';

/** o = exp(x - shift) of n numbers; returns their sum. `write` false: only the sum. */
// @inline
function exponentials(x: usize, o: usize, n: i32, shift: f32, write: bool): f64 {
  const s = f32x4.splat(shift);
  let total: f64 = 0;
  while (n >= 4) {
    // Chains of at most 16.
    let a = f32x4.splat(0);
    const part = min(n & ~3, 64);
    n -= part;
    for (const end = x + floats(part); x < end; x += 16, o += 16) {
      const e = exp4(f32x4.sub(v128.load(x), s));
      if (write) v128.store(o, e);
      a = f32x4.add(a, e);
    }
    total += <f64>laneSum(a);
  }
  if (n > 0) {
    const e = exp4(f32x4.sub(v128.load(x), s));
    for (let i: usize = 0; i < <usize>n; i++) {
      const value = lane(e, i);
      if (write) f32.store(o + (i << 2), value);
      total += <f64>value;
    }
  }
  return total;
}

// @inline
function lane(v: v128, at: usize): f32 {
  if (at == 0) return f32x4.extract_lane(v, 0);
  return at == 1 ? f32x4.extract_lane(v, 1) : f32x4.extract_lane(v, 2);
}

/** o = x * factor. */
function scaleRow(x: usize, o: usize, n: i32, factor: f32): void {
  const f = f32x4.splat(factor);
  for (; n >= 4; n -= 4, x += 16, o += 16) v128.store(o, f32x4.mul(v128.load(x), f));
  for (; n > 0; n--, x += 4, o += 4) f32.store(o, f32.load(x) * factor);
}

export function softmax(x: usize, o: usize, rows: i32, cols: i32): void {
  if (cols == 0) return;
  for (let r = 0; r < rows; r++) {
    const total = exponentials(x, o, cols, extreme<f32>(x, cols, false), true);
    scaleRow(o, o, cols, <f32>(1 / total));
    x += floats(cols);
    o += floats(cols);
  }
}

export function log_softmax(x: usize, o: usize, rows: i32, cols: i32): void {
  if (cols == 0) return;
  for (let r = 0; r < rows; r++) {
    const most = extreme<f32>(x, cols, false);
    const rest = <f32>log1(exponentials(x, o, cols, most, false));
    const m = f32x4.splat(most),
      l = f32x4.splat(rest);
    let n = cols;
    for (; n >= 4; n -= 4, x += 16, o += 16) v128.store(o, f32x4.sub(f32x4.sub(v128.load(x), m), l));
    for (; n > 0; n--, x += 4, o += 4) f32.store(o, f32.load(x) - most - rest);
  }
}

/** o = (g - sum of g y) y, of the result y. */
export function softmax_backward(g: usize, y: usize, o: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    const mean = <f32>products(g, y, cols, 0);
    const m = f32x4.splat(mean);
    let n = cols;
    for (; n >= 4; n -= 4, g += 16, y += 16, o += 16) {
      v128.store(o, f32x4.mul(f32x4.sub(v128.load(g), m), v128.load(y)));
    }
    for (; n > 0; n--, g += 4, y += 4, o += 4) f32.store(o, (f32.load(g) - mean) * f32.load(y));
  }
}

/** o = g - exp(y) sum of g, of the result y. */
export function log_softmax_backward(g: usize, y: usize, o: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    const total = <f32>sum(g, cols);
    const t = f32x4.splat(total);
    let n = cols;
    for (; n >= 4; n -= 4, g += 16, y += 16, o += 16) {
      v128.store(o, f32x4.sub(v128.load(g), f32x4.mul(exp4(v128.load(y)), t)));
    }
    if (n > 0) {
      const e = exp4(v128.load(y));
      for (let i: usize = 0; i < <usize>n; i++) {
        f32.store(o + (i << 2), f32.load(g + (i << 2)) - lane(e, i) * total);
      }
      g += floats(n);
      y += floats(n);
      o += floats(n);
    }
  }
}

/**
 * o = (exp(logp) - 1 at the target) * scale, by rows: the gradient of logp's input. Targets are float64; one of a row
 * whose scale is 0 may be anything.
 */
export function nll_backward(logp: usize, target: usize, scale: usize, o: usize, rows: i32, cols: i32): void {
  for (let r = 0; r < rows; r++) {
    const factor = f32.load(scale + floats(r));
    if (factor == 0) {
      memory.fill(o, 0, floats(cols));
    } else {
      const f = f32x4.splat(factor);
      let n = cols,
        p = logp,
        q = o;
      for (; n >= 4; n -= 4, p += 16, q += 16) v128.store(q, f32x4.mul(exp4(v128.load(p)), f));
      if (n > 0) {
        const e = exp4(v128.load(p));
        for (let i: usize = 0; i < <usize>n; i++) f32.store(q + (i << 2), lane(e, i) * factor);
      }
      const at = o + floats(<i32>f64.load(target + ((<usize>r) << 3)));
      f32.store(at, f32.load(at) - factor);
    }
    logp += floats(cols);
    o += floats(cols);
  }
}
