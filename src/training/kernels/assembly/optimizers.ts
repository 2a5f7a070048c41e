// Steps of optimizers in place over n numbers, in the order of PyTorch's own.
import { storeLeft } from './simd';

/** y += s x. */
export function axpy(x: usize, s: f32, y: usize, n: i32): void {
  const v = f32x4.splat(s);
  for (; n > 0; n -= 4, x += 16, y += 16) {
    storeLeft(y, f32x4.add(v128.load(y), f32x4.mul(v128.load(x), v)), n);
  }
}

/** p -= lr (g + weight_decay p). */
export function sgd(p: usize, g: usize, n: i32, lr: f32, weight_decay: f32): void {
  const rate = f32x4.splat(-lr),
    decay = f32x4.splat(weight_decay);
  for (; n > 0; n -= 4, p += 16, g += 16) {
    const value = v128.load(p);
    let step = v128.load(g);
    if (weight_decay != 0) step = f32x4.add(step, f32x4.mul(value, decay));
    storeLeft(p, f32x4.add(value, f32x4.mul(step, rate)), n);
  }
}

/** With a buffer that goes on at `momentum`; it begins as the gradient when `first`. */
export function sgd_momentum(
  p: usize,
  g: usize,
  buffer: usize,
  n: i32,
  lr: f32,
  momentum: f32,
  dampening: f64,
  weight_decay: f32,
  nesterov: i32,
  first: i32,
): void {
  const rate = f32x4.splat(-lr),
    keep = f32x4.splat(momentum),
    share = f32x4.splat(<f32>(1 - dampening)),
    decay = f32x4.splat(weight_decay);
  for (; n > 0; n -= 4, p += 16, g += 16, buffer += 16) {
    const value = v128.load(p);
    let step = v128.load(g);
    if (weight_decay != 0) step = f32x4.add(step, f32x4.mul(value, decay));
    let b = step;
    if (!first) b = f32x4.add(f32x4.mul(v128.load(buffer), keep), f32x4.mul(step, share));
    storeLeft(buffer, b, n);
    step = nesterov ? f32x4.add(step, f32x4.mul(b, keep)) : b;
    storeLeft(p, f32x4.add(value, f32x4.mul(step, rate)), n);
  }
}

/**
 * Adam: `step_size` is the rate by the first bias correction, `sqrt_bias2` the root of the second. `weight_decay` goes
 * into the gradient, or when `decoupled` is what of p is taken away before the step (rate times decay).
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  n: i32,
  b1: f64,
  b2: f64,
  step_size: f64,
  sqrt_bias2: f64,
  eps: f64,
  weight_decay: f64,
  decoupled: i32,
): void {
  const toFirst = f32x4.splat(<f32>(1 - b1)),
    keepSecond = f32x4.splat(<f32>b2),
    toSecond = f32x4.splat(<f32>(1 - b2)),
    root = f32x4.splat(<f32>sqrt_bias2),
    least = f32x4.splat(<f32>eps),
    rate = f32x4.splat(<f32>-step_size),
    decay = f32x4.splat(<f32>weight_decay),
    rest = f32x4.splat(<f32>(1 - weight_decay));
  for (; n > 0; n -= 4, p += 16, g += 16, m += 16, v += 16) {
    let value = v128.load(p),
      grad = v128.load(g);
    if (decoupled) value = f32x4.mul(value, rest);
    else if (weight_decay != 0) grad = f32x4.add(grad, f32x4.mul(value, decay));
    const before = v128.load(m);
    const first = f32x4.add(before, f32x4.mul(f32x4.sub(grad, before), toFirst));
    const square = f32x4.mul(f32x4.mul(grad, toSecond), grad);
    const second = f32x4.add(f32x4.mul(v128.load(v), keepSecond), square);
    storeLeft(m, first, n);
    storeLeft(v, second, n);
    const denominator = f32x4.add(f32x4.div(f32x4.sqrt(second), root), least);
    storeLeft(p, f32x4.add(value, f32x4.div(f32x4.mul(first, rate), denominator)), n);
  }
}
