// The largest and the smallest along a dimension, and where they are first; NaN is more extreme than anything.
import { bytes, lanes } from './simd';

// @inline
function beats<T>(value: T, best: T, smallest: bool): bool {
  if (best != best) return false;
  return value != value || (smallest ? value < best : value > best);
}

/** The most extreme of n contiguous numbers. */
export function extreme<T>(x: usize, n: i32, smallest: bool): T {
  let best = load<T>(x);
  const step = lanes<T>();
  if (n >= 2 * step) {
    let a = v128.load(x),
      b = v128.load(x, 16);
    let nan = v128.or(v128.ne<T>(a, a), v128.ne<T>(b, b));
    for (x += 32, n -= 2 * step; n >= 2 * step; x += 32, n -= 2 * step) {
      const c = v128.load(x),
        d = v128.load(x, 16);
      nan = v128.or(nan, v128.or(v128.ne<T>(c, c), v128.ne<T>(d, d)));
      a = smallest ? v128.pmin<T>(a, c) : v128.pmax<T>(a, c);
      b = smallest ? v128.pmin<T>(b, d) : v128.pmax<T>(b, d);
    }
    if (v128.any_true(nan)) return <T>NaN;
    a = smallest ? v128.pmin<T>(a, b) : v128.pmax<T>(a, b);
    best = v128.extract_lane<T>(a, 0);
    if (beats<T>(v128.extract_lane<T>(a, 1), best, smallest)) best = v128.extract_lane<T>(a, 1);
    if (sizeof<T>() == 4) {
      const c = v128.shuffle<i64>(a, a, 1, 0);
      if (beats<T>(v128.extract_lane<T>(c, 0), best, smallest)) best = v128.extract_lane<T>(c, 0);
      if (beats<T>(v128.extract_lane<T>(c, 1), best, smallest)) best = v128.extract_lane<T>(c, 1);
    }
  }
  for (; n > 0; n--, x += sizeof<T>()) {
    const value = load<T>(x);
    if (beats<T>(value, best, smallest)) best = value;
  }
  return best;
}

/** The first place of `value`, NaN too, which is one of the n numbers. */
function placeOf<T>(x: usize, n: i32, value: T): i32 {
  for (let i = 0; i < n; i++, x += sizeof<T>()) {
    const other = load<T>(x);
    if (other == value || (value != value && other != other)) return i;
  }
  return 0;
}

function columns<T>(x: usize, o: usize, idx: usize, n: i32, inner: i32, smallest: bool): void {
  memory.copy(o, x, bytes<T>(inner));
  if (idx != 0) memory.fill(idx, 0, bytes<f64>(inner));
  for (let i = 1; i < n; i++) {
    x += bytes<T>(inner);
    for (let j = 0; j < inner; j++) {
      const value = load<T>(x + bytes<T>(j));
      if (!beats<T>(value, load<T>(o + bytes<T>(j)), smallest)) continue;
      store<T>(o + bytes<T>(j), value);
      if (idx != 0) f64.store(idx + bytes<f64>(j), <f64>i);
    }
  }
}

function extremes<T>(x: usize, o: usize, idx: usize, outer: i32, n: i32, inner: i32, smallest: bool): void {
  for (let i = 0; i < outer; i++) {
    if (inner == 1) {
      const best = extreme<T>(x, n, smallest);
      store<T>(o, best);
      if (idx != 0) f64.store(idx, <f64>placeOf<T>(x, n, best));
    } else {
      columns<T>(x, o, idx, n, inner, smallest);
    }
    x += bytes<T>(n * inner);
    o += bytes<T>(inner);
    if (idx != 0) idx += bytes<f64>(inner);
  }
}

/** o[outer][inner] and, unless 0, places (float64) of the maximum of x[outer][n][inner] over n, at least 1. */
export function max_mid(x: usize, o: usize, idx: usize, outer: i32, n: i32, inner: i32): void {
  extremes<f32>(x, o, idx, outer, n, inner, false);
}

/** o[outer][inner] and, unless 0, places (float64) of the maximum of x[outer][n][inner] over n, at least 1. */
export function max_mid64(x: usize, o: usize, idx: usize, outer: i32, n: i32, inner: i32): void {
  extremes<f64>(x, o, idx, outer, n, inner, false);
}

/** o[outer][inner] and, unless 0, places (float64) of the minimum of x[outer][n][inner] over n, at least 1. */
export function min_mid(x: usize, o: usize, idx: usize, outer: i32, n: i32, inner: i32): void {
  extremes<f32>(x, o, idx, outer, n, inner, true);
}

/** o[outer][inner] and, unless 0, places (float64) of the minimum of x[outer][n][inner] over n, at least 1. */
export function min_mid64(x: usize, o: usize, idx: usize, outer: i32, n: i32, inner: i32): void {
  extremes<f64>(x, o, idx, outer, n, inner, true);
}
