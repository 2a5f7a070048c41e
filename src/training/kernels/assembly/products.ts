// Products of matrices by strides, over blocks that stay in the caches.
import { dotTiles } from './dots';
import { packA, packB } from './packing';
import { aligned, bytes, lanes } from './simd';
import { EDGE } from './statics';
import { tile, tileRows, wideTile } from './tiles';

/** Of a block: k, which also bounds the chains of float32 sums, rows of A, and columns of B. */
const KC: i32 = 256;
const MC: i32 = 120;
const NC: i32 = 1024;

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
  tile<T>(rows, k, a, b, 32, EDGE, 32, false);
  for (let i = 0; i < rows; i++) {
    const p = c + cStep * i,
      q = EDGE + 32 * i;
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
function unpackedProduct<T>(
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

/** One row of C, of n columns, a multiple of eight vectors; B in rows. */
function rowProduct<T>(
  n: i32,
  k: i32,
  a: usize,
  aC: usize,
  b: usize,
  bR: usize,
  c: usize,
  accumulate: bool,
): void {
  for (let l = 0; l < k; l += KC) {
    const part = min(KC, k - l);
    for (let j: usize = 0; j < bytes<T>(n); j += 128) {
      wideTile<T>(part, a + aC * l, aC, b + bR * l + j, bR, c + j, accumulate || l > 0);
    }
  }
}

function product<T>(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aR: usize,
  aC: usize,
  b: usize,
  bR: usize,
  bC: usize,
  c: usize,
  cR: usize,
  accumulate: bool,
  scratch: usize,
): void {
  if (k <= 0) {
    if (!accumulate) for (let i = 0; i < m; i++) memory.fill(c + cR * i, 0, bytes<T>(n));
    return;
  }
  const one = sizeof<T>();
  if (aC == one && bR == one && (m < 4 || n < 4)) {
    for (let l = 0; l < k; l += NC) {
      const part = min(NC, k - l),
        at = bytes<T>(l);
      dotTiles<T>(m, n, part, a + at, aR, b + at, bC, c, cR, one, accumulate || l > 0);
    }
    return;
  }
  if (m == 1 && bC == one && n >= 8 * lanes<T>()) {
    const wide = n - (n % (8 * lanes<T>()));
    rowProduct<T>(wide, k, a, aC, b, bR, c, accumulate);
    if (wide == n) return;
    n -= wide;
    b += bytes<T>(wide);
    c += bytes<T>(wide);
  }
  const packedA = scratch;
  const packedB = scratch + panelsOfA<T>(k);
  // B in rows that is small, or of which each element is needed once.
  const inPlace =
    bC == one && n % (2 * lanes<T>()) == 0 && m <= MC && (m <= 6 || (k <= KC && bR * <usize>k <= 16384));
  for (let j = 0; j < n; j += NC) {
    const cols = min(NC, n - j);
    for (let l = 0; l < k; l += KC) {
      const part = min(KC, k - l);
      const from = b + bR * l + bC * j;
      if (!inPlace) packB<T>(cols, part, from, bR, bC, packedB);
      for (let i = 0; i < m; i += MC) {
        const rows = min(MC, m - i);
        const to = c + cR * i + bytes<T>(j);
        const add = accumulate || l > 0;
        packA<T>(rows, part, a + aR * i + aC * l, aR, aC, packedA);
        if (inPlace) unpackedProduct<T>(rows, cols, part, packedA, from, bR, to, cR, add);
        else packedProduct<T>(rows, cols, part, packedA, packedB, to, cR, add);
      }
    }
  }
}

/** Not by m: the rows of a batch may become those of one product. */
// @inline
function panelsOfA<T>(k: i32): usize {
  return aligned(bytes<T>((MC + 8) * min(k, KC)));
}

function scratchOf<T>(n: i32, k: i32): i32 {
  return <i32>(panelsOfA<T>(k) + aligned(bytes<T>((min(n, NC) + 8) * min(k, KC))));
}

function products<T>(
  batch: i32,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aB: i32,
  aR: i32,
  aC: i32,
  b: usize,
  bB: i32,
  bR: i32,
  bC: i32,
  c: usize,
  cB: i32,
  cR: i32,
  accumulate: i32,
  scratch: usize,
): void {
  // One right side for all: their rows are the rows of one product.
  if (bB == 0 && aB == m * aR && cB == m * cR) {
    m *= batch;
    batch = 1;
  }
  for (let p = 0; p < batch; p++) {
    product<T>(
      m,
      n,
      k,
      a + bytes<T>(aB * p),
      bytes<T>(aR),
      bytes<T>(aC),
      b + bytes<T>(bB * p),
      bytes<T>(bR),
      bytes<T>(bC),
      c + bytes<T>(cB * p),
      bytes<T>(cR),
      accumulate != 0,
      scratch,
    );
  }
}

/** c[p, i, j] (+)= sum over l of a[p, i, l] b[p, l, j]; columns of c lie side by side. */
export function gemm(
  batch: i32,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aB: i32,
  aR: i32,
  aC: i32,
  b: usize,
  bB: i32,
  bR: i32,
  bC: i32,
  c: usize,
  cB: i32,
  cR: i32,
  accumulate: i32,
  scratch: usize,
): void {
  products<f32>(batch, m, n, k, a, aB, aR, aC, b, bB, bR, bC, c, cB, cR, accumulate, scratch);
}

/** {@link gemm} of float64. */
export function gemm64(
  batch: i32,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aB: i32,
  aR: i32,
  aC: i32,
  b: usize,
  bB: i32,
  bR: i32,
  bC: i32,
  c: usize,
  cB: i32,
  cR: i32,
  accumulate: i32,
  scratch: usize,
): void {
  products<f64>(batch, m, n, k, a, aB, aR, aC, b, bB, bR, bC, c, cB, cR, accumulate, scratch);
}

/** Bytes of scratch that {@link gemm} needs. */
export function gemm_scratch(_m: i32, n: i32, k: i32): i32 {
  return scratchOf<f32>(n, k);
}

/** Bytes of scratch that {@link gemm64} needs. */
export function gemm64_scratch(_m: i32, n: i32, k: i32): i32 {
  return scratchOf<f64>(n, k);
}
