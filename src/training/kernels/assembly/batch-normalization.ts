// Batch norm over x[n][c][area], both ways. The variance is summed by the differences to the mean.
import { double, products, squares } from './moments';
import { sum } from './reductions';
import { floats, storeLeft } from './simd';
import { left, right } from './statics';

/** o = x * factor + shift. */
function affine(x: usize, o: usize, n: i32, factor: f32, shift: f32): void {
  const f = f32x4.splat(factor),
    s = f32x4.splat(shift);
  for (; n > 0; n -= 4, x += 16, o += 16) {
    storeLeft(o, f32x4.add(f32x4.mul(v128.load(x), f), s), n);
  }
}

/** Bytes of scratch of the batch norm's kernels. */
export function batchnorm_scratch(c: i32): i32 {
  return c << 4;
}

/** Mean and biased variance of each channel. */
export function batchnorm_stats(
  x: usize,
  mean: usize,
  variance: usize,
  n: i32,
  c: i32,
  area: i32,
  scratch: usize,
): void {
  const count = <f64>n * <f64>area;
  if (area == 1) {
    columnStats(x, mean, variance, n, c, scratch);
    return;
  }
  for (let j = 0; j < c; j++) {
    let total: f64 = 0;
    for (let i = 0; i < n; i++) total += sum(x + floats((i * c + j) * area), area);
    const m = <f32>(total / count);
    total = 0;
    for (let i = 0; i < n; i++) total += squares(x + floats((i * c + j) * area), area, m);
    f32.store(mean + floats(j), m);
    f32.store(variance + floats(j), <f32>(total / count));
  }
}

function columnStats(x: usize, mean: usize, variance: usize, n: i32, c: i32, totals: usize): void {
  memory.fill(totals, 0, (<usize>c) << 3);
  let p = x;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < c; j++, p += 4)
      f64.store(double(totals, j), f64.load(double(totals, j)) + <f64>f32.load(p));
  }
  for (let j = 0; j < c; j++) f32.store(mean + floats(j), <f32>(f64.load(double(totals, j)) / <f64>n));
  memory.fill(totals, 0, (<usize>c) << 3);
  p = x;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < c; j++, p += 4) {
      const d = <f64>(f32.load(p) - f32.load(mean + floats(j)));
      f64.store(double(totals, j), f64.load(double(totals, j)) + d * d);
    }
  }
  for (let j = 0; j < c; j++) f32.store(variance + floats(j), <f32>(f64.load(double(totals, j)) / <f64>n));
}

// @inline
function or(array: usize, at: i32, otherwise: f32): f32 {
  return array == 0 ? otherwise : f32.load(array + floats(at));
}

// @inline
function inverseDeviation(variance: f32, eps: f64): f64 {
  return 1 / sqrt<f64>(<f64>variance + eps);
}

/** Channels whose factors and shifts are made at a time. */
const CHANNELS: i32 = 256;

/** o = (x - mean) / sqrt(var + eps) * w + b. */
export function batchnorm_apply(
  x: usize,
  mean: usize,
  variance: usize,
  w: usize,
  b: usize,
  o: usize,
  n: i32,
  c: i32,
  area: i32,
  eps: f64,
): void {
  const factors = left(),
    shifts = right();
  for (let from = 0; from < c; from += CHANNELS) {
    const part = min(CHANNELS, c - from);
    for (let j = 0; j < part; j++) {
      const at = from + j;
      const factor = <f32>(inverseDeviation(f32.load(variance + floats(at)), eps) * <f64>or(w, at, 1));
      f32.store(factors + floats(j), factor);
      f32.store(shifts + floats(j), or(b, at, 0) - f32.load(mean + floats(at)) * factor);
    }
    for (let i = 0; i < n; i++) {
      const at = floats((i * c + from) * area);
      if (area == 1) {
        for (let j: usize = 0; j < floats(part); j += 16) {
          const y = f32x4.add(
            f32x4.mul(v128.load(x + at + j), v128.load(factors + j)),
            v128.load(shifts + j),
          );
          storeLeft(o + at + j, y, part - <i32>(j >> 2));
        }
      } else {
        for (let j = 0; j < part; j++) {
          const p = at + floats(j * area);
          affine(x + p, o + p, area, f32.load(factors + floats(j)), f32.load(shifts + floats(j)));
        }
      }
    }
  }
}

/** Gradients; mean and variance are constants unless `training`. Any result may be 0, and is then left out. */
export function batchnorm_backward(
  dy: usize,
  x: usize,
  mean: usize,
  variance: usize,
  w: usize,
  dx: usize,
  dw: usize,
  db: usize,
  n: i32,
  c: i32,
  area: i32,
  eps: f64,
  training: i32,
  scratch: usize,
): void {
  const sums = scratch,
    dots = double(scratch, c);
  memory.fill(scratch, 0, (<usize>c) << 4);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < c; j++) {
      const at = floats((i * c + j) * area),
        m = f32.load(mean + floats(j));
      const p = double(sums, j),
        q = double(dots, j);
      if (area == 1) {
        const g = f32.load(dy + at);
        f64.store(p, f64.load(p) + <f64>g);
        f64.store(q, f64.load(q) + <f64>(g * (f32.load(x + at) - m)));
      } else {
        f64.store(p, f64.load(p) + sum(dy + at, area));
        f64.store(q, f64.load(q) + products(dy + at, x + at, area, m));
      }
    }
  }
  const count = <f64>n * <f64>area;
  for (let j = 0; j < c; j++) {
    const inverse = inverseDeviation(f32.load(variance + floats(j)), eps);
    if (dw != 0) f32.store(dw + floats(j), <f32>(f64.load(double(dots, j)) * inverse));
    if (db != 0) f32.store(db + floats(j), <f32>f64.load(double(sums, j)));
    // From here on: what is subtracted of each gradient, and what it is by the difference to the mean.
    const share = training ? 1 / count : 0;
    f64.store(double(sums, j), f64.load(double(sums, j)) * share);
    f64.store(double(dots, j), f64.load(double(dots, j)) * share * inverse * inverse);
  }
  if (dx != 0) gradientOfX(dy, x, mean, variance, w, dx, n, c, area, eps, sums, dots);
}

function gradientOfX(
  dy: usize,
  x: usize,
  mean: usize,
  variance: usize,
  w: usize,
  dx: usize,
  n: i32,
  c: i32,
  area: i32,
  eps: f64,
  sums: usize,
  dots: usize,
): void {
  for (let j = 0; j < c; j++) {
    const factor = inverseDeviation(f32.load(variance + floats(j)), eps) * <f64>or(w, j, 1);
    const slope = -f64.load(double(dots, j)) * factor;
    const shift = -f64.load(double(sums, j)) * factor;
    const m = f32x4.splat(f32.load(mean + floats(j)));
    const a = f32x4.splat(<f32>factor),
      b = f32x4.splat(<f32>slope),
      s = f32x4.splat(<f32>shift);
    for (let i = 0; i < n; i++) {
      let at = floats((i * c + j) * area);
      for (let left = area; left > 0; left -= 4, at += 16) {
        const d = f32x4.mul(f32x4.sub(v128.load(x + at), m), b);
        storeLeft(dx + at, f32x4.add(f32x4.add(f32x4.mul(v128.load(dy + at), a), d), s), left);
      }
    }
  }
}
