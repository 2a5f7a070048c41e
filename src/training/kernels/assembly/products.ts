// Products of matrices by strides, one or many; helpers take some of many small ones, or of one large one (product.ts).
import { product, scratchOf } from './product';
import { isWorthSharing, stepOf } from './shared-products';
import { JOB, share, thread, threads } from './sharing';
import { bytes } from './simd';

/** Products that lie one behind the other, as helpers find them. */
class Batch {
  m: i32;
  n: i32;
  k: i32;
  a: usize;
  aB: usize;
  aR: usize;
  aC: usize;
  b: usize;
  bB: usize;
  bR: usize;
  bC: usize;
  c: usize;
  cB: usize;
  cR: usize;
  accumulate: bool;
  scratch: usize;
  /** All of them, and how many are a part. */
  count: i32;
  step: i32;
}

/** Beside what a single product puts there. */
const batchJob = changetype<Batch>(JOB + 0x100);

function someProducts<T>(part: i32): void {
  const j = batchJob;
  const end = min(j.count, (part + 1) * j.step);
  const scratch = j.scratch + scratchOf<T>(j.n, j.k) * thread;
  for (let p = part * j.step; p < end; p++) {
    const a = j.a + j.aB * p,
      b = j.b + j.bB * p,
      c = j.c + j.cB * p;
    product<T>(j.m, j.n, j.k, a, j.aR, j.aC, b, j.bR, j.bC, c, j.cR, j.accumulate, scratch);
  }
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
  const job = batchJob;
  job.m = m;
  job.n = n;
  job.k = k;
  job.a = a;
  job.aB = bytes<T>(aB);
  job.aR = bytes<T>(aR);
  job.aC = bytes<T>(aC);
  job.b = b;
  job.bB = bytes<T>(bB);
  job.bR = bytes<T>(bR);
  job.bC = bytes<T>(bC);
  job.c = c;
  job.cB = bytes<T>(cB);
  job.cR = bytes<T>(cR);
  job.accumulate = accumulate != 0;
  job.scratch = scratch;
  job.count = batch;
  job.step = batch;
  const size = <i64>m * n;
  if (!isWorthSharing(size, k) && isWorthSharing(size * batch, k)) job.step = stepOf(batch);
  share((part: i32): void => someProducts<T>(part), (batch + job.step - 1) / job.step);
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
  return <i32>scratchOf<f32>(n, k) * threads();
}

/** Bytes of scratch that {@link gemm64} needs. */
export function gemm64_scratch(_m: i32, n: i32, k: i32): i32 {
  return <i32>scratchOf<f64>(n, k) * threads();
}
