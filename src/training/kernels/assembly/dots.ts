// Products of matrices whose rows (of A) and columns (of B) are contiguous in k: tiles of dot products, nothing packed.
import { bytes, lanes, madd } from './simd';

/** The sum of a vector's lanes. */
// @inline
function total<T>(v: v128): T {
  if (sizeof<T>() == 8) return <T>(f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1));
  const w = f32x4.add(v, v128.shuffle<i32>(v, v, 2, 3, 0, 1));
  return <T>(f32x4.extract_lane(w, 0) + f32x4.extract_lane(w, 1));
}

// @inline
function put<T>(c: usize, v: v128, rest: T, add: bool): void {
  const sum = total<T>(v) + rest;
  store<T>(c, add ? load<T>(c) + sum : sum);
}

/** Products of what is left behind the whole vectors. */
// @inline
function tail<T>(a: usize, b: usize, from: usize, end: usize): T {
  let sum = <T>0;
  for (; from < end; from += sizeof<T>()) sum += load<T>(a + from) * load<T>(b + from);
  return sum;
}

/** One row of A by four of B's columns. */
function dots4<T>(k: i32, a: usize, b: usize, bC: usize, c: usize, cC: usize, add: bool): void {
  const b1 = b + bC,
    b2 = b1 + bC,
    b3 = b2 + bC;
  const whole = bytes<T>(k & ~(lanes<T>() - 1)),
    end = bytes<T>(k);
  let s0 = v128.splat<T>(<T>0),
    s1 = s0,
    s2 = s0,
    s3 = s0;
  for (let l: usize = 0; l < whole; l += 16) {
    const x = v128.load(a + l);
    s0 = madd<T>(x, v128.load(b + l), s0);
    s1 = madd<T>(x, v128.load(b1 + l), s1);
    s2 = madd<T>(x, v128.load(b2 + l), s2);
    s3 = madd<T>(x, v128.load(b3 + l), s3);
  }
  putRow<T>(c, cC, s0, s1, s2, s3, a, b, bC, whole, end, add);
}

/** One dot product, in two chains. */
function dot1<T>(k: i32, a: usize, b: usize, c: usize, add: bool): void {
  const whole = bytes<T>(k & ~(lanes<T>() - 1)),
    end = bytes<T>(k);
  let s0 = v128.splat<T>(<T>0),
    s1 = s0;
  let l: usize = 0;
  for (; l + 32 <= whole; l += 32) {
    s0 = madd<T>(v128.load(a + l), v128.load(b + l), s0);
    s1 = madd<T>(v128.load(a + l, 16), v128.load(b + l, 16), s1);
  }
  if (l < whole) s0 = madd<T>(v128.load(a + l), v128.load(b + l), s0);
  put<T>(c, v128.add<T>(s0, s1), tail<T>(a, b, whole, end), add);
}

/** Three rows of A by four of B's columns. */
function dots12<T>(
  k: i32,
  a: usize,
  aR: usize,
  b: usize,
  bC: usize,
  c: usize,
  cR: usize,
  cC: usize,
  add: bool,
): void {
  const a1 = a + aR,
    a2 = a1 + aR,
    b1 = b + bC,
    b2 = b1 + bC,
    b3 = b2 + bC;
  const whole = bytes<T>(k & ~(lanes<T>() - 1)),
    end = bytes<T>(k);
  let s00 = v128.splat<T>(<T>0),
    s01 = s00,
    s02 = s00,
    s03 = s00,
    s10 = s00,
    s11 = s00;
  let s12 = s00,
    s13 = s00,
    s20 = s00,
    s21 = s00,
    s22 = s00,
    s23 = s00;
  for (let l: usize = 0; l < whole; l += 16) {
    const x0 = v128.load(a + l),
      x1 = v128.load(a1 + l),
      x2 = v128.load(a2 + l);
    let y = v128.load(b + l);
    s00 = madd<T>(x0, y, s00);
    s10 = madd<T>(x1, y, s10);
    s20 = madd<T>(x2, y, s20);
    y = v128.load(b1 + l);
    s01 = madd<T>(x0, y, s01);
    s11 = madd<T>(x1, y, s11);
    s21 = madd<T>(x2, y, s21);
    y = v128.load(b2 + l);
    s02 = madd<T>(x0, y, s02);
    s12 = madd<T>(x1, y, s12);
    s22 = madd<T>(x2, y, s22);
    y = v128.load(b3 + l);
    s03 = madd<T>(x0, y, s03);
    s13 = madd<T>(x1, y, s13);
    s23 = madd<T>(x2, y, s23);
  }
  putRow<T>(c, cC, s00, s01, s02, s03, a, b, bC, whole, end, add);
  putRow<T>(c + cR, cC, s10, s11, s12, s13, a1, b, bC, whole, end, add);
  putRow<T>(c + cR * 2, cC, s20, s21, s22, s23, a2, b, bC, whole, end, add);
}

/** The sums of the lanes of four vectors. */
// @inline
function sums4(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const low01 = v128.shuffle<i32>(s0, s1, 0, 4, 1, 5),
    high01 = v128.shuffle<i32>(s0, s1, 2, 6, 3, 7);
  const low23 = v128.shuffle<i32>(s2, s3, 0, 4, 1, 5),
    high23 = v128.shuffle<i32>(s2, s3, 2, 6, 3, 7);
  const first = f32x4.add(low01, high01),
    second = f32x4.add(low23, high23);
  return f32x4.add(v128.shuffle<i64>(first, second, 0, 2), v128.shuffle<i64>(first, second, 1, 3));
}

/** Four elements of a row of C: sums of lanes, and the products of what is left. */
function putRow<T>(
  c: usize,
  cC: usize,
  s0: v128,
  s1: v128,
  s2: v128,
  s3: v128,
  a: usize,
  b: usize,
  bC: usize,
  whole: usize,
  end: usize,
  add: bool,
): void {
  if (sizeof<T>() == 4 && cC == 4) {
    let v = sums4(s0, s1, s2, s3);
    for (; whole < end; whole += 4) {
      const p = b + whole;
      const y = f32x4(f32.load(p), f32.load(p + bC), f32.load(p + bC * 2), f32.load(p + bC * 3));
      v = madd<f32>(v128.load32_splat(a + whole), y, v);
    }
    v128.store(c, add ? f32x4.add(v, v128.load(c)) : v);
    return;
  }
  put<T>(c, s0, tail<T>(a, b, whole, end), add);
  put<T>(c + cC, s1, tail<T>(a, b + bC, whole, end), add);
  put<T>(c + cC * 2, s2, tail<T>(a, b + bC * 2, whole, end), add);
  put<T>(c + cC * 3, s3, tail<T>(a, b + bC * 3, whole, end), add);
}

/**
 * C (m, n) (+)= A B. Steps in bytes: between rows of A, columns of B, rows and columns of C.
 * Float32 chains are k / 4 long.
 */
export function dotTiles<T>(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aR: usize,
  b: usize,
  bC: usize,
  c: usize,
  cR: usize,
  cC: usize,
  add: bool,
): void {
  // A column of C is a row of its transpose.
  if (n < 4 && m >= 4) {
    dotTiles<T>(n, m, k, b, bC, a, aR, c, cC, cR, add);
    return;
  }
  const n4 = n & ~3;
  for (let i = 0; i < m;) {
    const rows = m - i >= 3 ? 3 : 1;
    for (let j = 0; j < n4; j += 4) {
      const p = b + bC * j,
        q = c + cC * j;
      if (rows == 3) dots12<T>(k, a, aR, p, bC, q, cR, cC, add);
      else dots4<T>(k, a, p, bC, q, cC, add);
    }
    for (let j = n4; j < n; j++) {
      for (let r = 0; r < rows; r++) dot1<T>(k, a + aR * r, b + bC * j, c + cR * r + cC * j, add);
    }
    i += rows;
    a += aR * rows;
    c += cR * rows;
  }
}
