// Sums that normalizations are made of: in float64 after chains of at most 16 numbers.
import { laneSum } from './simd';

/** The sum of (x - mean)^2 of n numbers. */
export function squares(x: usize, n: i32, mean: f32): f64 {
  const m = f32x4.splat(mean);
  let total: f64 = 0;
  while (n >= 4) {
    let s = f32x4.splat(0);
    for (let chain = 16; chain > 0 && n >= 4; chain--, n -= 4, x += 16) {
      const d = f32x4.sub(v128.load(x), m);
      s = f32x4.add(s, f32x4.mul(d, d));
    }
    total += <f64>laneSum(s);
  }
  for (; n > 0; n--, x += 4) {
    const d = f32.load(x) - mean;
    total += <f64>(d * d);
  }
  return total;
}

/** The sum of a (b - mean) of n numbers. */
export function products(a: usize, b: usize, n: i32, mean: f32): f64 {
  const m = f32x4.splat(mean);
  let total: f64 = 0;
  while (n >= 4) {
    let s = f32x4.splat(0);
    for (let chain = 16; chain > 0 && n >= 4; chain--, n -= 4) {
      s = f32x4.add(s, f32x4.mul(v128.load(a), f32x4.sub(v128.load(b), m)));
      a += 16;
      b += 16;
    }
    total += <f64>laneSum(s);
  }
  for (; n > 0; n--, a += 4, b += 4) total += <f64>(f32.load(a) * (f32.load(b) - mean));
  return total;
}

/** Where the number at `at` of an array of float64 is. */
// @inline
export function double(base: usize, at: i32): usize {
  return base + ((<usize>at) << 3);
}
