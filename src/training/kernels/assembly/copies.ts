// Copies of views, fills and casts.
import { transpose4 } from './packing';
import { FIRST, SECOND } from './statics';
import { merge, sizeOf, stepOf } from './strides';

/** One row. */
// @inline
function copyRow<T>(x: usize, xStep: usize, o: usize, oStep: usize, n: i32): void {
  if (xStep == sizeof<T>() && oStep == sizeof<T>()) {
    memory.copy(o, x, <usize>n * sizeof<T>());
    return;
  }
  for (; n > 0; n--) {
    store<T>(o, load<T>(x));
    x += xStep;
    o += oStep;
  }
}

/** A matrix of which one side has contiguous columns and the other contiguous rows, by tiles. Steps in bytes. */
function transpose<T>(
  x: usize,
  xRow: usize,
  xCol: usize,
  o: usize,
  oRow: usize,
  oCol: usize,
  m: i32,
  n: i32,
): void {
  const quick = sizeof<T>() == 4 && xRow == 4 && oCol == 4;
  const flipped = sizeof<T>() == 4 && xCol == 4 && oRow == 4;
  const tile = 8;
  for (let i = 0; i < m; i += tile) {
    const rows = min(tile, m - i);
    for (let j = 0; j < n; j += tile) {
      const cols = min(tile, n - j);
      const p = x + xRow * i + xCol * j,
        q = o + oRow * i + oCol * j;
      if ((quick || flipped) && rows == tile && cols == tile) {
        const inStep = quick ? xCol : xRow,
          outStep = quick ? oRow : oCol;
        transpose4(p, inStep, q, outStep);
        transpose4(p + 16, inStep, q + outStep * 4, outStep);
        transpose4(p + inStep * 4, inStep, q + 16, outStep);
        transpose4(p + inStep * 4 + 16, inStep, q + outStep * 4 + 16, outStep);
      } else {
        for (let r = 0; r < rows; r++) copyRow<T>(p + xRow * r, xCol, q + oRow * r, oCol, cols);
      }
    }
  }
}

/** From one view to another, after {@link merge}. */
function copyView<T>(x: usize, o: usize): void {
  const rows = sizeOf(2),
    cols = sizeOf(3);
  const xRow = <usize>stepOf(FIRST, 2) * sizeof<T>(),
    xCol = <usize>stepOf(FIRST, 3) * sizeof<T>();
  const oRow = <usize>stepOf(SECOND, 2) * sizeof<T>(),
    oCol = <usize>stepOf(SECOND, 3) * sizeof<T>();
  const tiles = xRow == sizeof<T>() || oRow == sizeof<T>();
  for (let i = 0; i < sizeOf(0); i++) {
    for (let j = 0; j < sizeOf(1); j++) {
      const p = x + <usize>(i * stepOf(FIRST, 0) + j * stepOf(FIRST, 1)) * sizeof<T>();
      const q = o + <usize>(i * stepOf(SECOND, 0) + j * stepOf(SECOND, 1)) * sizeof<T>();
      if (tiles) transpose<T>(p, xRow, xCol, q, oRow, oCol, rows, cols);
      else for (let r = 0; r < rows; r++) copyRow<T>(p + xRow * r, xCol, q + oRow * r, oCol, cols);
    }
  }
}

/** o of any strides from x of any strides, 32 bits an element. */
export function copy32(
  x: usize,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  o: usize,
  o0: i32,
  o1: i32,
  o2: i32,
  o3: i32,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  merge(n0, n1, n2, n3, x0, x1, x2, x3, o0, o1, o2, o3, 0, 0, 0, 0);
  copyView<f32>(x, o);
}

/** o of any strides from x of any strides, 64 bits an element. */
export function copy64(
  x: usize,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  o: usize,
  o0: i32,
  o1: i32,
  o2: i32,
  o3: i32,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  merge(n0, n1, n2, n3, x0, x1, x2, x3, o0, o1, o2, o3, 0, 0, 0, 0);
  copyView<f64>(x, o);
}

/** o of any strides from x of any strides, 8 bits an element. */
export function copy8(
  x: usize,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  o: usize,
  o0: i32,
  o1: i32,
  o2: i32,
  o3: i32,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  merge(n0, n1, n2, n3, x0, x1, x2, x3, o0, o1, o2, o3, 0, 0, 0, 0);
  copyView<u8>(x, o);
}

function fill<T>(o: usize, n: i32, v: T): void {
  const wide = v128.splat<T>(v);
  const end = o + <usize>n * sizeof<T>();
  for (; o + 16 <= end; o += 16) v128.store(o, wide);
  for (; o < end; o += sizeof<T>()) store<T>(o, v);
}

export function fill32(o: usize, n: i32, v: f32): void {
  fill<f32>(o, n, v);
}

export function fill64(o: usize, n: i32, v: f64): void {
  fill<f64>(o, n, v);
}

export function f32_f64(x: usize, o: usize, n: i32): void {
  for (; n > 1; n -= 2) {
    v128.store(o, f64x2.promote_low_f32x4(v128.load64_zero(x)));
    x += 8;
    o += 16;
  }
  if (n > 0) f64.store(o, <f64>f32.load(x));
}

export function f64_f32(x: usize, o: usize, n: i32): void {
  for (; n > 1; n -= 2) {
    v128.store64_lane(o, f32x4.demote_f64x2_zero(v128.load(x)), 0);
    x += 16;
    o += 8;
  }
  if (n > 0) f32.store(o, <f32>f64.load(x));
}

function cast<From, To>(x: usize, o: usize, n: i32): void {
  for (; n > 0; n--) {
    store<To>(o, <To>load<From>(x));
    x += sizeof<From>();
    o += sizeof<To>();
  }
}

export function u8_f32(x: usize, o: usize, n: i32): void {
  cast<u8, f32>(x, o, n);
}

export function u8_f64(x: usize, o: usize, n: i32): void {
  cast<u8, f64>(x, o, n);
}

function toBool<T>(x: usize, o: usize, n: i32): void {
  for (; n > 0; n--) {
    store<u8>(o++, load<T>(x) != <T>0 ? 1 : 0);
    x += sizeof<T>();
  }
}

export function f32_bool(x: usize, o: usize, n: i32): void {
  toBool<f32>(x, o, n);
}

export function f64_bool(x: usize, o: usize, n: i32): void {
  toBool<f64>(x, o, n);
}
