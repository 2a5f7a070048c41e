// Sums: chains of at most 16 float32 numbers, which then go on in float64 and are rounded once.
import { bytes } from './simd';
import { left } from './statics';

/** The two lower and the two upper floats, widened. */
// @inline
function low(v: v128): v128 {
  return f64x2.promote_low_f32x4(v);
}

// @inline
function high(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(v, v, 2, 3, 2, 3));
}

// @inline
function widened(v: v128): v128 {
  return f64x2.add(low(v), high(v));
}

/** The sum of n floats. */
export function sum(x: usize, n: i32): f64 {
  let total = f64x2.splat(0);
  for (; n >= 256; n -= 256) {
    let a = v128.load(x),
      b = v128.load(x, 16),
      c = v128.load(x, 32),
      d = v128.load(x, 48);
    const end = x + 1024;
    for (x += 64; x < end; x += 64) {
      a = f32x4.add(a, v128.load(x));
      b = f32x4.add(b, v128.load(x, 16));
      c = f32x4.add(c, v128.load(x, 32));
      d = f32x4.add(d, v128.load(x, 48));
    }
    total = f64x2.add(total, f64x2.add(f64x2.add(widened(a), widened(b)), f64x2.add(widened(c), widened(d))));
  }
  for (; n >= 4; n -= 4, x += 16) total = f64x2.add(total, widened(v128.load(x)));
  let rest = f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1);
  for (; n > 0; n--, x += 4) rest += <f64>f32.load(x);
  return rest;
}

/** The sum of n doubles. */
export function sum64(x: usize, n: i32): f64 {
  let a = f64x2.splat(0),
    b = a;
  for (; n >= 4; n -= 4, x += 32) {
    a = f64x2.add(a, v128.load(x));
    b = f64x2.add(b, v128.load(x, 16));
  }
  a = f64x2.add(a, b);
  let rest = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
  for (; n > 0; n--, x += 8) rest += f64.load(x);
  return rest;
}

/** Rows of a chain. */
const CHAIN: i32 = 16;

/** Adds to `inner` doubles at `totals` the sums of the columns of n rows, `step` bytes apart. */
function addColumns<T>(x: usize, step: usize, n: i32, inner: i32, totals: usize): void {
  for (let i = 0; i < n; i += CHAIN) {
    const rows = min(CHAIN, n - i);
    let j = 0;
    if (sizeof<T>() == 4) {
      for (; j + 8 <= inner; j += 8) {
        let p = x + bytes<T>(j);
        let a = v128.load(p),
          b = v128.load(p, 16);
        for (let r = 1; r < rows; r++) {
          p += step;
          a = f32x4.add(a, v128.load(p));
          b = f32x4.add(b, v128.load(p, 16));
        }
        const q = totals + bytes<f64>(j);
        v128.store(q, f64x2.add(v128.load(q), low(a)));
        v128.store(q, f64x2.add(v128.load(q, 16), high(a)), 16);
        v128.store(q, f64x2.add(v128.load(q, 32), low(b)), 32);
        v128.store(q, f64x2.add(v128.load(q, 48), high(b)), 48);
      }
    }
    for (; j < inner; j++) {
      let p = x + bytes<T>(j);
      let chain = load<T>(p);
      for (let r = 1; r < rows; r++) {
        p += step;
        chain += load<T>(p);
      }
      const q = totals + bytes<f64>(j);
      f64.store(q, f64.load(q) + <f64>chain);
    }
    x += step * rows;
  }
}

/** Columns that {@link sumMid} sums at a time. */
const TILE: i32 = 256;

function sumMid<T>(x: usize, o: usize, outer: i32, n: i32, inner: i32, totals: usize): void {
  for (let i = 0; i < outer; i++) {
    for (let j = 0; j < inner; j += TILE) {
      const cols = min(TILE, inner - j);
      memory.fill(totals, 0, bytes<f64>(cols));
      addColumns<T>(x + bytes<T>(j), bytes<T>(inner), n, cols, totals);
      for (let l = 0; l < cols; l++) {
        store<T>(o, <T>f64.load(totals + bytes<f64>(l)));
        o += sizeof<T>();
      }
    }
    x += bytes<T>(n * inner);
  }
}

/** o[outer][inner]: sums of x[outer][n][inner] over n. */
export function sum_mid(x: usize, o: usize, outer: i32, n: i32, inner: i32): void {
  if (inner != 1) {
    sumMid<f32>(x, o, outer, n, inner, left());
    return;
  }
  for (let i = 0; i < outer; i++) {
    f32.store(o, <f32>sum(x, n));
    x += bytes<f32>(n);
    o += 4;
  }
}

/** o[outer][inner]: sums of x[outer][n][inner] over n. */
export function sum_mid64(x: usize, o: usize, outer: i32, n: i32, inner: i32): void {
  if (inner != 1) {
    sumMid<f64>(x, o, outer, n, inner, left());
    return;
  }
  for (let i = 0; i < outer; i++) {
    f64.store(o, sum64(x, n));
    x += bytes<f64>(n);
    o += 8;
  }
}

/** o[c]: sums of x[a][c][b] over a and b. */
function sumEnds<T>(x: usize, o: usize, a: i32, c: i32, b: i32, totals: usize): void {
  memory.fill(totals, 0, bytes<f64>(c));
  if (b == 1) {
    addColumns<T>(x, bytes<T>(c), a, c, totals);
  } else {
    for (let i = 0; i < a; i++) {
      for (let j = 0; j < c; j++) {
        const q = totals + bytes<f64>(j);
        f64.store(q, f64.load(q) + (sizeof<T>() == 4 ? sum(x, b) : sum64(x, b)));
        x += bytes<T>(b);
      }
    }
  }
  for (let j = 0; j < c; j++) store<T>(o + bytes<T>(j), <T>f64.load(totals + bytes<f64>(j)));
}

/** Sums of x[a][c][b] over a and b. */
export function sum_ends(x: usize, o: usize, a: i32, c: i32, b: i32, scratch: usize): void {
  sumEnds<f32>(x, o, a, c, b, scratch);
}

/** Sums of x[a][c][b] over a and b. */
export function sum_ends64(x: usize, o: usize, a: i32, c: i32, b: i32, scratch: usize): void {
  sumEnds<f64>(x, o, a, c, b, scratch);
}

/** Bytes of scratch of {@link sum_ends} and {@link sum_ends64}. */
export function sum_ends_scratch(c: i32): i32 {
  return <i32>bytes<f64>(c);
}
