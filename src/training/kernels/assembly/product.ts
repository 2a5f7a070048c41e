// The product of two matrices by strides, over blocks that stay in the caches.
import { dotTiles } from './dots';
import { packA, packB } from './packing';
import { packedProduct, unpackedProduct } from './panels';
import { isWorthSharing, sharedBlock } from './shared-products';
import { aligned, bytes, lanes } from './simd';
import { wideTile } from './tiles';

/** Of a block: k, which also bounds the chains of float32 sums, rows of A, and columns of B. */
const KC: i32 = 256;
const MC: i32 = 120;
const NC: i32 = 1024;

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

export function product<T>(
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
  const isShared = isWorthSharing(<i64>m * n, k);
  // B in rows that is small, or of which each element is needed once.
  const inPlace =
    bC == one && n % (2 * lanes<T>()) == 0 && m <= MC && (m <= 6 || (k <= KC && bR * <usize>k <= 16384));
  for (let j = 0; j < n; j += NC) {
    const cols = min(NC, n - j);
    for (let l = 0; l < k; l += KC) {
      const part = min(KC, k - l);
      const from = b + bR * l + bC * j;
      if (isShared) {
        const to = c + bytes<T>(j),
          add = accumulate || l > 0;
        const own = scratchOf<T>(n, k);
        sharedBlock<T>(
          m,
          cols,
          part,
          a + aC * l,
          aR,
          aC,
          from,
          bR,
          bC,
          to,
          cR,
          add,
          inPlace,
          packedA,
          packedB,
          own,
        );
        continue;
      }
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

/** Bytes of scratch of one thread. */
// @inline
export function scratchOf<T>(n: i32, k: i32): usize {
  return panelsOfA<T>(k) + aligned(bytes<T>((min(n, NC) + 8) * min(k, KC)));
}
