// Copies of parts of matrices in the order in which tiles read them. Strides are in bytes.
import { bytes, lanes } from './simd';
import { tileRows } from './tiles';

/** Four rows of four floats, `step` bytes apart, as columns `out` bytes apart. */
// @inline
export function transpose4(p: usize, step: usize, o: usize, out: usize): void {
  const r0 = v128.load(p),
    r1 = v128.load(p + step),
    r2 = v128.load(p + step * 2),
    r3 = v128.load(p + step * 3);
  const t0 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5),
    t1 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const t2 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5),
    t3 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(o, v128.shuffle<i64>(t0, t2, 0, 2));
  v128.store(o + out, v128.shuffle<i64>(t0, t2, 1, 3));
  v128.store(o + out * 2, v128.shuffle<i64>(t1, t3, 0, 2));
  v128.store(o + out * 3, v128.shuffle<i64>(t1, t3, 1, 3));
}

/** Rows that lie contiguous, into a panel of `w` rows: for each k their elements. Returns the k that was reached. */
function packRows32(w: i32, k: i32, a: usize, rowStep: usize, o: usize): i32 {
  const step = bytes<f32>(w);
  let l = 0;
  for (; l + 4 <= k; l += 4) {
    const p = a + bytes<f32>(l);
    transpose4(p, rowStep, o, step);
    for (let j = 4; j < w; j++) {
      const v = v128.load(p + rowStep * j),
        q = o + bytes<f32>(j);
      v128.store32_lane(q, v, 0);
      v128.store32_lane(q + step, v, 1);
      v128.store32_lane(q + step * 2, v, 2);
      v128.store32_lane(q + step * 3, v, 3);
    }
    o += step << 2;
  }
  return l;
}

/** A (m, k) as panels of {@link tileRows} rows; a panel has, for each k, the elements of its rows. */
export function packA<T>(m: i32, k: i32, a: usize, rowStep: usize, colStep: usize, o: usize): void {
  for (let i = 0; i < m;) {
    const w = tileRows(m - i);
    let l = 0;
    if (sizeof<T>() == 4 && colStep == 4 && w >= 4) l = packRows32(w, k, a, rowStep, o);
    let q = o + bytes<T>(l * w),
      p = a + colStep * l;
    for (; l < k; l++) {
      let s = p;
      for (let j = 0; j < w; j++) {
        store<T>(q, load<T>(s));
        s += rowStep;
        q += sizeof<T>();
      }
      p += colStep;
    }
    o += bytes<T>(w * k);
    a += rowStep * w;
    i += w;
  }
}

/** B (k, n) as panels of two vectors' columns, the last one filled up with zeros; a panel has k rows. */
export function packB<T>(n: i32, k: i32, b: usize, rowStep: usize, colStep: usize, o: usize): void {
  const width = 2 * lanes<T>();
  for (let j = 0; j < n; j += width) {
    const w = min(width, n - j);
    let p = b + colStep * j,
      l = 0;
    if (w == width && colStep == sizeof<T>()) {
      for (; l < k; l++) {
        v128.store(o, v128.load(p));
        v128.store(o, v128.load(p, 16), 16);
        o += 32;
        p += rowStep;
      }
      continue;
    }
    if (sizeof<T>() == 4 && w == width && rowStep == 4) {
      for (; l + 4 <= k; l += 4) {
        transpose4(p, colStep, o, 32);
        transpose4(p + colStep * 4, colStep, o + 16, 32);
        o += 128;
        p += 16;
      }
    }
    for (; l < k; l++) {
      let s = p;
      for (let i = 0; i < w; i++) {
        store<T>(o + bytes<T>(i), load<T>(s));
        s += colStep;
      }
      for (let i = w; i < width; i++) store<T>(o + bytes<T>(i), <T>0);
      o += 32;
      p += rowStep;
    }
  }
}
