// The innermost loops of matrix products: a tile of C, R rows by two vectors, stays in registers while k runs.
// `a` holds R elements for each k; `b` two vectors, `bStep` bytes apart; rows of C are `cStep` bytes apart.
import { madd } from './simd';

// @inline
function put<T>(c: usize, v0: v128, v1: v128, accumulate: bool): void {
  v128.store(c, accumulate ? v128.add<T>(v0, v128.load(c)) : v0);
  v128.store(c, accumulate ? v128.add<T>(v1, v128.load(c, 16)) : v1, 16);
}

export function tile6<T>(k: i32, a: usize, b: usize, bStep: usize, c: usize, cStep: usize, add: bool): void {
  let c00 = v128.splat<T>(<T>0),
    c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00;
  let c30 = c00,
    c31 = c00,
    c40 = c00,
    c41 = c00,
    c50 = c00,
    c51 = c00;
  for (; k > 0; k--) {
    const b0 = v128.load(b),
      b1 = v128.load(b, 16);
    let s = v128.load_splat<T>(a);
    c00 = madd<T>(s, b0, c00);
    c01 = madd<T>(s, b1, c01);
    s = v128.load_splat<T>(a, sizeof<T>());
    c10 = madd<T>(s, b0, c10);
    c11 = madd<T>(s, b1, c11);
    s = v128.load_splat<T>(a, 2 * sizeof<T>());
    c20 = madd<T>(s, b0, c20);
    c21 = madd<T>(s, b1, c21);
    s = v128.load_splat<T>(a, 3 * sizeof<T>());
    c30 = madd<T>(s, b0, c30);
    c31 = madd<T>(s, b1, c31);
    s = v128.load_splat<T>(a, 4 * sizeof<T>());
    c40 = madd<T>(s, b0, c40);
    c41 = madd<T>(s, b1, c41);
    s = v128.load_splat<T>(a, 5 * sizeof<T>());
    c50 = madd<T>(s, b0, c50);
    c51 = madd<T>(s, b1, c51);
    a += 6 * sizeof<T>();
    b += bStep;
  }
  put<T>(c, c00, c01, add);
  put<T>(c + cStep, c10, c11, add);
  put<T>(c + 2 * cStep, c20, c21, add);
  put<T>(c + 3 * cStep, c30, c31, add);
  put<T>(c + 4 * cStep, c40, c41, add);
  put<T>(c + 5 * cStep, c50, c51, add);
}

export function tile5<T>(k: i32, a: usize, b: usize, bStep: usize, c: usize, cStep: usize, add: bool): void {
  let c00 = v128.splat<T>(<T>0),
    c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00;
  let c30 = c00,
    c31 = c00,
    c40 = c00,
    c41 = c00;
  for (; k > 0; k--) {
    const b0 = v128.load(b),
      b1 = v128.load(b, 16);
    let s = v128.load_splat<T>(a);
    c00 = madd<T>(s, b0, c00);
    c01 = madd<T>(s, b1, c01);
    s = v128.load_splat<T>(a, sizeof<T>());
    c10 = madd<T>(s, b0, c10);
    c11 = madd<T>(s, b1, c11);
    s = v128.load_splat<T>(a, 2 * sizeof<T>());
    c20 = madd<T>(s, b0, c20);
    c21 = madd<T>(s, b1, c21);
    s = v128.load_splat<T>(a, 3 * sizeof<T>());
    c30 = madd<T>(s, b0, c30);
    c31 = madd<T>(s, b1, c31);
    s = v128.load_splat<T>(a, 4 * sizeof<T>());
    c40 = madd<T>(s, b0, c40);
    c41 = madd<T>(s, b1, c41);
    a += 5 * sizeof<T>();
    b += bStep;
  }
  put<T>(c, c00, c01, add);
  put<T>(c + cStep, c10, c11, add);
  put<T>(c + 2 * cStep, c20, c21, add);
  put<T>(c + 3 * cStep, c30, c31, add);
  put<T>(c + 4 * cStep, c40, c41, add);
}

export function tile4<T>(k: i32, a: usize, b: usize, bStep: usize, c: usize, cStep: usize, add: bool): void {
  let c00 = v128.splat<T>(<T>0),
    c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00,
    c30 = c00,
    c31 = c00;
  for (; k > 0; k--) {
    const b0 = v128.load(b),
      b1 = v128.load(b, 16);
    let s = v128.load_splat<T>(a);
    c00 = madd<T>(s, b0, c00);
    c01 = madd<T>(s, b1, c01);
    s = v128.load_splat<T>(a, sizeof<T>());
    c10 = madd<T>(s, b0, c10);
    c11 = madd<T>(s, b1, c11);
    s = v128.load_splat<T>(a, 2 * sizeof<T>());
    c20 = madd<T>(s, b0, c20);
    c21 = madd<T>(s, b1, c21);
    s = v128.load_splat<T>(a, 3 * sizeof<T>());
    c30 = madd<T>(s, b0, c30);
    c31 = madd<T>(s, b1, c31);
    a += 4 * sizeof<T>();
    b += bStep;
  }
  put<T>(c, c00, c01, add);
  put<T>(c + cStep, c10, c11, add);
  put<T>(c + 2 * cStep, c20, c21, add);
  put<T>(c + 3 * cStep, c30, c31, add);
}

export function tile2<T>(k: i32, a: usize, b: usize, bStep: usize, c: usize, cStep: usize, add: bool): void {
  let c00 = v128.splat<T>(<T>0),
    c01 = c00,
    c10 = c00,
    c11 = c00;
  for (; k > 0; k--) {
    const b0 = v128.load(b),
      b1 = v128.load(b, 16);
    let s = v128.load_splat<T>(a);
    c00 = madd<T>(s, b0, c00);
    c01 = madd<T>(s, b1, c01);
    s = v128.load_splat<T>(a, sizeof<T>());
    c10 = madd<T>(s, b0, c10);
    c11 = madd<T>(s, b1, c11);
    a += 2 * sizeof<T>();
    b += bStep;
  }
  put<T>(c, c00, c01, add);
  put<T>(c + cStep, c10, c11, add);
}

export function tile1<T>(k: i32, a: usize, b: usize, bStep: usize, c: usize, add: bool): void {
  let c00 = v128.splat<T>(<T>0),
    c01 = c00;
  for (; k > 0; k--) {
    const s = v128.load_splat<T>(a);
    c00 = madd<T>(s, v128.load(b), c00);
    c01 = madd<T>(s, v128.load(b, 16), c01);
    a += sizeof<T>();
    b += bStep;
  }
  put<T>(c, c00, c01, add);
}

/** One row by eight vectors of columns; elements of the row are `aStep` bytes apart. */
export function wideTile<T>(
  k: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  add: bool,
): void {
  let c0 = v128.splat<T>(<T>0),
    c1 = c0,
    c2 = c0,
    c3 = c0,
    c4 = c0,
    c5 = c0,
    c6 = c0,
    c7 = c0;
  for (; k > 0; k--) {
    const s = v128.load_splat<T>(a);
    c0 = madd<T>(s, v128.load(b), c0);
    c1 = madd<T>(s, v128.load(b, 16), c1);
    c2 = madd<T>(s, v128.load(b, 32), c2);
    c3 = madd<T>(s, v128.load(b, 48), c3);
    c4 = madd<T>(s, v128.load(b, 64), c4);
    c5 = madd<T>(s, v128.load(b, 80), c5);
    c6 = madd<T>(s, v128.load(b, 96), c6);
    c7 = madd<T>(s, v128.load(b, 112), c7);
    a += aStep;
    b += bStep;
  }
  put<T>(c, c0, c1, add);
  put<T>(c + 32, c2, c3, add);
  put<T>(c + 64, c4, c5, add);
  put<T>(c + 96, c6, c7, add);
}

/** Rows of the tile that is best while enough rows are left: without fused products one register more is needed. */
const MOST_ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5;

/** Rows of the next tile when `rows` are left: 8 and 7 as 4 + 4 and 4 + 2 + 1, which are quicker than 6 + 1 + 1. */
// @inline
export function tileRows(rows: i32): i32 {
  if (rows == 8 || rows == 7) return 4;
  if (rows >= MOST_ROWS) return MOST_ROWS;
  return rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
}

/** One tile of `rows` rows, which {@link tileRows} gave. */
export function tile<T>(
  rows: i32,
  k: i32,
  a: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  add: bool,
): void {
  if (rows == 6) tile6<T>(k, a, b, bStep, c, cStep, add);
  else if (rows == 5) tile5<T>(k, a, b, bStep, c, cStep, add);
  else if (rows == 4) tile4<T>(k, a, b, bStep, c, cStep, add);
  else if (rows == 2) tile2<T>(k, a, b, bStep, c, cStep, add);
  else tile1<T>(k, a, b, bStep, c, add);
}
