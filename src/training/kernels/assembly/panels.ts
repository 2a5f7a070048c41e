// Products of blocks whose left side lies packed in panels.
import { bytes, lanes } from './simd';
import { edge } from './statics';
import { tile, tileRows } from './tiles';

function edgeTile<T>(
  rows: i32,
  k: i32,
  a: usize,
  b: usize,
  c: usize,
  cStep: usize,
  add: bool,
  cols: i32,
): void {
  const own = edge();
  tile<T>(rows, k, a, b, 32, own, 32, false);
  for (let i = 0; i < rows; i++) {
    const p = c + cStep * i,
      q = own + 32 * i;
    for (let j = 0; j < cols; j++) {
      const v = load<T>(q + bytes<T>(j)),
        s = p + bytes<T>(j);
      store<T>(s, add ? load<T>(s) + v : v);
    }
  }
}

/** C (m, n) from packed A and B; `cStep` in bytes. */
export function packedProduct<T>(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  b: usize,
  c: usize,
  cStep: usize,
  add: bool,
): void {
  const width = 2 * lanes<T>();
  for (let j = 0; j < n; j += width) {
    let p = a,
      q = c + bytes<T>(j);
    for (let i = 0; i < m;) {
      const rows = tileRows(m - i);
      if (n - j >= width) tile<T>(rows, k, p, b, 32, q, cStep, add);
      else edgeTile<T>(rows, k, p, b, q, cStep, add, n - j);
      p += bytes<T>(rows * k);
      q += cStep * rows;
      i += rows;
    }
    b += (<usize>k) << 5;
  }
}

/** The same with B's rows read where they lie, `bStep` bytes apart; n is a multiple of two vectors. */
export function unpackedProduct<T>(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  add: bool,
): void {
  for (let j = 0; j < n; j += 2 * lanes<T>()) {
    let p = a,
      q = c + bytes<T>(j);
    for (let i = 0; i < m;) {
      const rows = tileRows(m - i);
      tile<T>(rows, k, p, b + bytes<T>(j), bStep, q, cStep, add);
      p += bytes<T>(rows * k);
      q += cStep * rows;
      i += rows;
    }
  }
}
