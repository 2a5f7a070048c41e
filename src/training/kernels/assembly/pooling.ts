// Pools over windows of one to three dimensions. The spec has 19 numbers: planes, input size, kernel, stride, padding,
// dilation and output size, each but the first by depth, height, width.
import { floats } from './simd';

// @inline
function field(spec: usize, at: usize): i32 {
  return i32.load(spec + (at << 2));
}

/** Of one dimension (0 depth, 1 height, 2 width) of the window of output `at`: where it begins, perhaps in the padding. */
// @inline
function begin(spec: usize, dim: usize, at: i32): i32 {
  return at * field(spec, 7 + dim) - field(spec, 10 + dim);
}

/** The first position that lies within the image. */
// @inline
function firstInside(from: i32, step: i32): i32 {
  return from >= 0 ? from : from + ((step - 1 - from) / step) * step;
}

/** Behind the last position that lies within the image. */
// @inline
function end(spec: usize, dim: usize, from: i32): i32 {
  return min(field(spec, 1 + dim), from + (field(spec, 4 + dim) - 1) * field(spec, 13 + dim) + 1);
}

/** Windows of 2 by 2, side by side, at least four in a row: four at a time, the last ones perhaps once more. */
function isQuarter(spec: usize): bool {
  return (
    field(spec, 1) == 1 &&
    field(spec, 4) == 1 &&
    field(spec, 10) == 0 &&
    field(spec, 16) == 1 &&
    field(spec, 18) >= 4 &&
    isHalf(spec, 1) &&
    isHalf(spec, 2)
  );
}

function isHalf(spec: usize, dim: usize): bool {
  const size = field(spec, 4 + dim),
    step = field(spec, 7 + dim);
  const inside = 2 * field(spec, 16 + dim) <= field(spec, 1 + dim);
  return size == 2 && step == 2 && field(spec, 10 + dim) == 0 && field(spec, 13 + dim) == 1 && inside;
}

/** y: the largest of each window; idx (int32): where it is in its plane. */
export function maxpool(spec: usize, x: usize, y: usize, idx: usize): void {
  const planes = field(spec, 0),
    width = field(spec, 3),
    outW = field(spec, 18);
  const area = field(spec, 1) * field(spec, 2) * width;
  const quarter = isQuarter(spec);
  for (let p = 0; p < planes; p++) {
    for (let d = 0; d < field(spec, 16); d++) {
      for (let h = 0; h < field(spec, 17); h++) {
        if (quarter) quarterMaxima(x, y, idx, h, width, outW);
        else rowMaxima(spec, x, y, idx, d, h);
        y += floats(outW);
        idx += floats(outW);
      }
    }
    x += floats(area);
  }
}

/** The largest of each window of one row of results, NaN before anything else. */
function rowMaxima(spec: usize, x: usize, y: usize, idx: usize, d: i32, h: i32): void {
  const stepD = field(spec, 13),
    stepH = field(spec, 14),
    stepW = field(spec, 15);
  const height = field(spec, 2),
    width = field(spec, 3);
  const fromD = begin(spec, 0, d),
    fromH = begin(spec, 1, h);
  const insideD = firstInside(fromD, stepD),
    insideH = firstInside(fromH, stepH);
  const endD = end(spec, 0, fromD),
    endH = end(spec, 1, fromH);
  const reach = (field(spec, 6) - 1) * stepW + 1,
    stride = field(spec, 9);
  let from = begin(spec, 2, 0);
  for (let w = field(spec, 18); w > 0; w--, from += stride, y += 4, idx += 4) {
    const inside = firstInside(from, stepW),
      endW = min(width, from + reach);
    let best = -(<f32>Infinity),
      at = (insideD * height + insideH) * width + inside;
    for (let i = insideD; i < endD; i += stepD) {
      for (let j = insideH; j < endH; j += stepH) {
        const row = (i * height + j) * width;
        for (let k = inside; k < endW; k += stepW) {
          // Without a branch: which is the largest cannot be foreseen.
          const value = f32.load(x + floats(row + k));
          const larger = i32(value > best) | i32(value != value);
          best = select<f32>(value, best, larger);
          at = select<i32>(row + k, at, larger);
        }
      }
    }
    f32.store(y, best);
    i32.store(idx, at);
  }
}

/** Four windows of 2 by 2 at a time, of the row h. */
function quarterMaxima(x: usize, y: usize, idx: usize, h: i32, width: i32, outW: i32): void {
  const first = i32x4.add(i32x4.splat(2 * h * width), i32x4(0, 2, 4, 6));
  x += floats(2 * h * width);
  const below = floats(width);
  const right = i32x4.splat(1),
    under = i32x4.splat(width - 1);
  for (let w = 0; ; w = min(w + 4, outW - 4)) {
    const p = x + floats(2 * w),
      at = i32x4.add(first, i32x4.splat(2 * w));
    const a = v128.load(p),
      b = v128.load(p, 16),
      c = v128.load(p + below),
      d = v128.load(p + below, 16);
    let best = v128.shuffle<i32>(a, b, 0, 2, 4, 6),
      where = at,
      here = i32x4.add(at, right);
    let next = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
    let larger = v128.or(f32x4.gt(next, best), f32x4.ne(next, next));
    best = v128.bitselect(next, best, larger);
    where = v128.bitselect(here, where, larger);
    here = i32x4.add(here, under);
    next = v128.shuffle<i32>(c, d, 0, 2, 4, 6);
    larger = v128.or(f32x4.gt(next, best), f32x4.ne(next, next));
    best = v128.bitselect(next, best, larger);
    where = v128.bitselect(here, where, larger);
    here = i32x4.add(here, right);
    next = v128.shuffle<i32>(c, d, 1, 3, 5, 7);
    larger = v128.or(f32x4.gt(next, best), f32x4.ne(next, next));
    v128.store(y + floats(w), v128.bitselect(next, best, larger));
    v128.store(idx + floats(w), v128.bitselect(here, where, larger));
    if (w == outW - 4) return;
  }
}

/** dx: each gradient where the largest of its window was. */
export function maxpool_backward(spec: usize, dy: usize, idx: usize, dx: usize): void {
  const area = field(spec, 1) * field(spec, 2) * field(spec, 3);
  const results = field(spec, 16) * field(spec, 17) * field(spec, 18);
  memory.fill(dx, 0, floats(field(spec, 0) * area));
  for (let p = 0; p < field(spec, 0); p++) {
    for (let i = 0; i < results; i++) {
      const q = dx + floats(i32.load(idx));
      f32.store(q, f32.load(q) + f32.load(dy));
      dy += 4;
      idx += 4;
    }
    dx += floats(area);
  }
}

/** What a window's sum is divided by: `div`, or if it is 0 its size with the padding, if less that without. */
function divisor(spec: usize, div: f32, d: i32, h: i32, w: i32): f32 {
  if (div > 0) return div;
  return <f32>(extent(spec, 0, d, div == 0) * extent(spec, 1, h, div == 0) * extent(spec, 2, w, div == 0));
}

// @inline
function extent(spec: usize, dim: usize, at: i32, withPadding: bool): i32 {
  const from = begin(spec, dim, at);
  const border = withPadding ? field(spec, 10 + dim) : 0;
  return min(from + field(spec, 4 + dim), field(spec, 1 + dim) + border) - max(from, -border);
}

/** y: the mean of each window; see {@link divisor} for `div`. */
export function avgpool(spec: usize, x: usize, y: usize, div: f32): void {
  const planes = field(spec, 0),
    width = field(spec, 3),
    outW = field(spec, 18);
  const area = field(spec, 1) * field(spec, 2) * width;
  const quarter = isQuarter(spec);
  for (let p = 0; p < planes; p++) {
    for (let d = 0; d < field(spec, 16); d++) {
      for (let h = 0; h < field(spec, 17); h++) {
        if (quarter) {
          quarterMeans(x + floats(2 * h * width), y, width, outW, div > 0 ? div : 4);
        } else {
          for (let w = 0; w < outW; w++) {
            f32.store(y + floats(w), <f32>(total(spec, x, d, h, w) / <f64>divisor(spec, div, d, h, w)));
          }
        }
        y += floats(outW);
      }
    }
    x += floats(area);
  }
}

/** The sum of one window. */
function total(spec: usize, x: usize, d: i32, h: i32, w: i32): f64 {
  const fromD = begin(spec, 0, d),
    fromH = begin(spec, 1, h),
    fromW = begin(spec, 2, w);
  const endD = end(spec, 0, fromD),
    endH = end(spec, 1, fromH),
    endW = end(spec, 2, fromW);
  let sum: f64 = 0;
  for (let i = max(0, fromD); i < endD; i++) {
    for (let j = max(0, fromH); j < endH; j++) {
      const row = x + floats((i * field(spec, 2) + j) * field(spec, 3));
      for (let k = max(0, fromW); k < endW; k++) sum += <f64>f32.load(row + floats(k));
    }
  }
  return sum;
}

function quarterMeans(p: usize, y: usize, width: i32, outW: i32, div: f32): void {
  const below = p + floats(width);
  const factor = f32x4.splat(1 / div);
  for (let w = 0; ; w = min(w + 4, outW - 4)) {
    const at = floats(2 * w);
    const a = f32x4.add(v128.load(p + at), v128.load(below + at));
    const b = f32x4.add(v128.load(p + at, 16), v128.load(below + at, 16));
    const sum = f32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
    v128.store(y + floats(w), f32x4.mul(sum, factor));
    if (w == outW - 4) return;
  }
}

/** dx: each gradient, divided as in {@link avgpool}, over its window. */
export function avgpool_backward(spec: usize, dy: usize, dx: usize, div: f32): void {
  const width = field(spec, 3),
    outW = field(spec, 18);
  const area = field(spec, 1) * field(spec, 2) * width;
  memory.fill(dx, 0, floats(field(spec, 0) * area));
  const quarter = isQuarter(spec);
  for (let p = 0; p < field(spec, 0); p++) {
    for (let d = 0; d < field(spec, 16); d++) {
      for (let h = 0; h < field(spec, 17); h++) {
        if (quarter) {
          spreadQuarters(dy, dx + floats(2 * h * width), width, outW, div > 0 ? div : 4);
        } else {
          for (let w = 0; w < outW; w++) {
            spread(spec, f32.load(dy + floats(w)) / divisor(spec, div, d, h, w), dx, d, h, w);
          }
        }
        dy += floats(outW);
      }
    }
    dx += floats(area);
  }
}

function spread(spec: usize, value: f32, dx: usize, d: i32, h: i32, w: i32): void {
  const fromD = begin(spec, 0, d),
    fromH = begin(spec, 1, h),
    fromW = begin(spec, 2, w);
  const endD = end(spec, 0, fromD),
    endH = end(spec, 1, fromH),
    endW = end(spec, 2, fromW);
  for (let i = max(0, fromD); i < endD; i++) {
    for (let j = max(0, fromH); j < endH; j++) {
      const row = dx + floats((i * field(spec, 2) + j) * field(spec, 3));
      for (let k = max(0, fromW); k < endW; k++) {
        const q = row + floats(k);
        f32.store(q, f32.load(q) + value);
      }
    }
  }
}

function spreadQuarters(dy: usize, p: usize, width: i32, outW: i32, div: f32): void {
  const below = p + floats(width);
  const factor = f32x4.splat(1 / div);
  for (let w = 0; ; w = min(w + 4, outW - 4)) {
    const at = floats(2 * w);
    const v = f32x4.mul(v128.load(dy + floats(w)), factor);
    const a = v128.shuffle<i32>(v, v, 0, 4, 1, 5),
      b = v128.shuffle<i32>(v, v, 2, 6, 3, 7);
    v128.store(p + at, a);
    v128.store(p + at, b, 16);
    v128.store(below + at, a);
    v128.store(below + at, b, 16);
    if (w == outW - 4) return;
  }
}
