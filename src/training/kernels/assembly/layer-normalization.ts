// Layer norm over rows, both ways.
import { double, squares } from './moments';
import { sum } from './reductions';
import { floats, laneSum, storeLeft } from './simd';

/** o = (x - mean) * rstd * w + b of each row; mean and rstd have one number a row. */
export function layernorm(
  x: usize,
  w: usize,
  b: usize,
  o: usize,
  mean: usize,
  rstd: usize,
  rows: i32,
  cols: i32,
  eps: f64,
): void {
  for (let r = 0; r < rows; r++) {
    const m = <f32>(sum(x, cols) / <f64>cols);
    const inverse = <f32>(1 / sqrt<f64>(squares(x, cols, m) / <f64>cols + eps));
    f32.store(mean + floats(r), m);
    f32.store(rstd + floats(r), inverse);
    const vm = f32x4.splat(m),
      vi = f32x4.splat(inverse);
    for (let at: usize = 0, left = cols; left > 0; left -= 4, at += 16) {
      let y = f32x4.mul(f32x4.sub(v128.load(x + at), vm), vi);
      if (w != 0) y = f32x4.mul(y, v128.load(w + at));
      if (b != 0) y = f32x4.add(y, v128.load(b + at));
      storeLeft(o + at, y, left);
    }
    x += floats(cols);
    o += floats(cols);
  }
}

/** Bytes of scratch of {@link layernorm_backward}. */
export function layernorm_scratch(cols: i32): i32 {
  return cols * 24 + 64;
}

/** Gradients of {@link layernorm}; dw and db may be 0, and are then left out. */
export function layernorm_backward(
  dy: usize,
  x: usize,
  mean: usize,
  rstd: usize,
  w: usize,
  dx: usize,
  dw: usize,
  db: usize,
  rows: i32,
  cols: i32,
  scratch: usize,
): void {
  // Sums of 16 rows in float32, and of all in float64: for dw, then for db.
  const chains = scratch,
    totals = scratch + floats(2 * cols);
  memory.fill(scratch, 0, <usize>cols * 24);
  for (let r = 0; r < rows; r++) {
    const m = f32.load(mean + floats(r)),
      inverse = f32.load(rstd + floats(r));
    rowGradient(dy, x, w, dx, cols, m, inverse);
    addRow(dy, x, cols, m, inverse, chains);
    if (r % 16 == 15 || r == rows - 1) flush(chains, totals, 2 * cols);
    dy += floats(cols);
    x += floats(cols);
    dx += floats(cols);
  }
  for (let j = 0; j < cols; j++) {
    if (dw != 0) f32.store(dw + floats(j), <f32>f64.load(double(totals, j)));
    if (db != 0) f32.store(db + floats(j), <f32>f64.load(double(totals, cols + j)));
  }
}

// @inline
function weighted(dy: usize, w: usize, at: usize): v128 {
  const g = v128.load(dy + at);
  return w == 0 ? g : f32x4.mul(g, v128.load(w + at));
}

/** dx = rstd (g - mean of g - xhat * mean of g xhat), where g = dy w. */
function rowGradient(dy: usize, x: usize, w: usize, dx: usize, cols: i32, mean: f32, rstd: f32): void {
  const m = f32x4.splat(mean);
  let total: f64 = 0,
    dot: f64 = 0,
    left = cols,
    at: usize = 0;
  while (left >= 4) {
    let s = f32x4.splat(0),
      d = s;
    for (let chain = 16; chain > 0 && left >= 4; chain--, left -= 4, at += 16) {
      const g = weighted(dy, w, at);
      s = f32x4.add(s, g);
      d = f32x4.add(d, f32x4.mul(g, f32x4.sub(v128.load(x + at), m)));
    }
    total += <f64>laneSum(s);
    dot += <f64>laneSum(d);
  }
  for (; left > 0; left--, at += 4) {
    const g = f32.load(dy + at) * (w == 0 ? 1 : f32.load(w + at));
    total += <f64>g;
    dot += <f64>(g * (f32.load(x + at) - mean));
  }
  const shift = f32x4.splat(<f32>(total / <f64>cols)),
    inverse = f32x4.splat(rstd);
  const slope = f32x4.splat(<f32>((dot / <f64>cols) * <f64>rstd * <f64>rstd));
  at = 0;
  for (left = cols; left > 0; left -= 4, at += 16) {
    const d = f32x4.mul(f32x4.sub(v128.load(x + at), m), slope);
    const g = f32x4.sub(f32x4.sub(weighted(dy, w, at), shift), d);
    storeLeft(dx + at, f32x4.mul(g, inverse), left);
  }
}

/** Adds dy xhat and dy of a row to two rows of sums, of cols numbers each. */
function addRow(dy: usize, x: usize, cols: i32, mean: f32, rstd: f32, chains: usize): void {
  const m = f32x4.splat(mean),
    inverse = f32x4.splat(rstd);
  const plain = chains + floats(cols);
  for (let at: usize = 0, left = cols; left > 0; left -= 4, at += 16) {
    const g = v128.load(dy + at);
    const xhat = f32x4.mul(f32x4.sub(v128.load(x + at), m), inverse);
    storeLeft(chains + at, f32x4.add(v128.load(chains + at), f32x4.mul(g, xhat)), left);
    storeLeft(plain + at, f32x4.add(v128.load(plain + at), g), left);
  }
}

/** Adds n floats to doubles, and makes them 0. */
function flush(chains: usize, totals: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const q = double(totals, i);
    f64.store(q, f64.load(q) + <f64>f32.load(chains + floats(i)));
  }
  memory.fill(chains, 0, floats(n));
}
