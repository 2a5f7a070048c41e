// A block of a large product, shared with helpers: first the panels of B, then rows of C; of few rows some columns of C,
// with their panels. Each element's chain of sums is what it is without helpers.
import { packA, packB } from './packing';
import { packedProduct, unpackedProduct } from './panels';
import { hasHelpers, JOB, share, thread, threads } from './sharing';
import { bytes } from './simd';

/** Multiply-adds that take longer than to wake somebody up. */
const LEAST: i64 = 1 << 20;
/** Columns of a part: whole panels. */
const COLUMNS: i32 = 64;
/** Rows of a part: few enough to share evenly, enough for the panels of B to be read seldom. */
const FEWEST_ROWS: i32 = 24;
const MOST_ROWS: i32 = 96;

/** Whether `size` sums of k products are to be shared. */
// @inline
export function isWorthSharing(size: i64, k: i32): bool {
  return size * k >= LEAST && hasHelpers();
}

/** How many of `count` things are a part: two or more parts for everybody. */
export function stepOf(count: i32): i32 {
  return max(1, count / (4 * threads()));
}

/** Of m rows. */
function rowStep(m: i32): i32 {
  const everybody = threads();
  const rounds = max(2, (m + everybody * MOST_ROWS - 1) / (everybody * MOST_ROWS));
  const parts = everybody * rounds;
  return max(FEWEST_ROWS, (m + parts - 1) / parts);
}

class Block {
  m: i32;
  n: i32;
  k: i32;
  a: usize;
  aR: usize;
  aC: usize;
  b: usize;
  bR: usize;
  bC: usize;
  c: usize;
  cR: usize;
  add: bool;
  inPlace: bool;
  /** Panels of A: of rows, each thread's own, so many bytes apart; of few rows the owner's. */
  packedA: usize;
  apart: usize;
  packedB: usize;
  rows: i32;
}

const block = changetype<Block>(JOB);

/** C (m, n) from A (m, k) and B (k, n), where k and n are a block's; strides in bytes. `apart`: a thread's scratch. */
export function sharedBlock<T>(
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
  add: bool,
  inPlace: bool,
  packedA: usize,
  packedB: usize,
  apart: usize,
): void {
  block.m = m;
  block.n = n;
  block.k = k;
  block.a = a;
  block.aR = aR;
  block.aC = aC;
  block.b = b;
  block.bR = bR;
  block.bC = bC;
  block.c = c;
  block.cR = cR;
  block.add = add;
  block.inPlace = inPlace;
  block.packedA = packedA;
  block.packedB = packedB;
  block.apart = apart;
  const stripes = (n + COLUMNS - 1) / COLUMNS;
  if (m < 2 * FEWEST_ROWS) {
    packA<T>(m, k, a, aR, aC, packedA);
    share((part: i32): void => someColumns<T>(part), stripes);
    return;
  }
  if (!inPlace) share((part: i32): void => packColumns<T>(part), stripes);
  block.rows = rowStep(m);
  share((part: i32): void => someRows<T>(part), (m + block.rows - 1) / block.rows);
}

/** The columns of a part, and where their panels are. */
// @inline
function widthOf(part: i32): i32 {
  return min(COLUMNS, block.n - part * COLUMNS);
}

// @inline
function panelsAt<T>(part: i32): usize {
  return block.packedB + bytes<T>(part * COLUMNS * block.k);
}

function packColumns<T>(part: i32): void {
  const from = block.b + block.bC * (part * COLUMNS);
  packB<T>(widthOf(part), block.k, from, block.bR, block.bC, panelsAt<T>(part));
}

function someColumns<T>(part: i32): void {
  const to = block.c + bytes<T>(part * COLUMNS);
  const width = widthOf(part);
  if (block.inPlace) {
    const from = block.b + block.bC * (part * COLUMNS);
    unpackedProduct<T>(block.m, width, block.k, block.packedA, from, block.bR, to, block.cR, block.add);
    return;
  }
  packColumns<T>(part);
  packedProduct<T>(block.m, width, block.k, block.packedA, panelsAt<T>(part), to, block.cR, block.add);
}

function someRows<T>(part: i32): void {
  const first = part * block.rows;
  const rows = min(block.rows, block.m - first);
  const a = block.packedA + block.apart * thread;
  const to = block.c + block.cR * first;
  packA<T>(rows, block.k, block.a + block.aR * first, block.aR, block.aC, a);
  if (block.inPlace)
    unpackedProduct<T>(rows, block.n, block.k, a, block.b, block.bR, to, block.cR, block.add);
  else packedProduct<T>(rows, block.n, block.k, a, block.packedB, to, block.cR, block.add);
}
