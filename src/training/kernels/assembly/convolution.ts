// Convolutions and both their gradients, as products with the columns of the images; see columns.ts for the spec.
import {
  addRows,
  area,
  blockPixels,
  C,
  groupC,
  groupO,
  groups,
  K,
  N,
  O,
  P,
  packColumns,
  packRows,
  readImages,
  together,
  writeImages,
  zeroImages,
} from './columns';
import {
  begin,
  columns,
  enter,
  filtersOf,
  isWorthSharing,
  job,
  KC,
  MC,
  results,
  shareImages,
} from './convolution-layout';
import { dotTiles } from './dots';
import { packA, packB } from './packing';
import { packedProduct } from './panels';
import { share, threads } from './sharing';
import { floats } from './simd';

/** Positions of a filter that are a helper's share of dW: at least so many. */
const FEWEST_POSITIONS: i32 = 8;

/** Result rows of images that are taken together, side by side; `y` is the group's first result of the first image. */
function gatherResults(y: usize, count: i32): usize {
  if (together == 1) return y;
  const to = results();
  for (let o = 0; o < groupO; o++) {
    for (let n = 0; n < count; n++) {
      memory.copy(to + floats((o * count + n) * P), y + floats((n * O + o) * P), floats(P));
    }
  }
  return to;
}

function scatterResults(y: usize, count: i32): void {
  if (together == 1) return;
  const from = results();
  for (let o = 0; o < groupO; o++) {
    for (let n = 0; n < count; n++) {
      memory.copy(y + floats((n * O + o) * P), from + floats((o * count + n) * P), floats(P));
    }
  }
}

/** y (N, O, ...) of x (N, C, ...), w (O, C / groups, ...) and, unless 0, the bias (O). */
export function conv_forward(spec: usize, x: usize, w: usize, bias: usize, y: usize, scratch: usize): void {
  begin(spec, x, w, bias, y, scratch);
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < K; k += KC) {
      const part = min(KC, K - k);
      const to = filtersOf(g) + floats(groupO * k);
      packA<f32>(groupO, part, w + floats(g * groupO * K + k), floats(K), 4, to);
    }
  }
  shareImages(someResults);
}

function someResults(part: i32): void {
  enter();
  const n = part * together;
  const count = min(together, N - n);
  for (let g = 0; g < groups; g++) {
    const from = readImages(job.x + floats((n * C + g * groupC) * area), count);
    const y = job.y + floats((n * O + g * groupO) * P);
    const bias = job.bias == 0 ? 0 : job.bias + floats(g * groupO);
    forward(from, filtersOf(g), bias, together == 1 ? y : results(), count * P);
    scatterResults(y, count);
  }
}

/** One group of some images: rows of `pixels` results. */
function forward(from: usize, filters: usize, bias: usize, to: usize, pixels: i32): void {
  for (let p = 0; p < pixels; p += blockPixels) {
    const width = min(blockPixels, pixels - p);
    if (bias != 0) {
      for (let o = 0; o < groupO; o++) {
        repeat(to + floats(o * pixels + p), width, f32.load(bias + floats(o)));
      }
    }
    for (let k = 0; k < K; k += KC) {
      const part = min(KC, K - k);
      packColumns(from, p, width, k, part, columns());
      const packed = filters + floats(groupO * k);
      const add = k > 0 || bias != 0;
      packedProduct<f32>(groupO, width, part, packed, columns(), to + floats(p), floats(pixels), add);
    }
  }
}

function repeat(o: usize, n: i32, value: f32): void {
  const v = f32x4.splat(value);
  for (; n >= 4; n -= 4, o += 16) v128.store(o, v);
  for (; n > 0; n--, o += 4) f32.store(o, value);
}

/** The gradient of w, of the same shape. */
export function conv_dw(spec: usize, x: usize, dy: usize, dw: usize, scratch: usize): void {
  begin(spec, x, dw, 0, dy, scratch);
  if (N * P == 0) memory.fill(dw, 0, floats(O * K));
  job.step = K;
  // A multiple of four, as dot products take them: each sum is then computed as if it were not shared.
  if (isWorthSharing()) job.step = max(FEWEST_POSITIONS, (K / threads()) & ~3);
  for (let g = 0; g < groups; g++) {
    job.group = g;
    share(somePositions, max(1, K / job.step));
  }
}

/** A part of the positions of a group's filters; the last part is what is left. */
function somePositions(part: i32): void {
  enter();
  const g = job.group,
    first = part * job.step;
  const end = K - first < 2 * job.step ? K : first + job.step;
  for (let n = 0; n < N; n += together) {
    const count = min(together, N - n);
    const from = readImages(job.x + floats((n * C + g * groupC) * area), count);
    const grads = gatherResults(job.y + floats((n * O + g * groupO) * P), count);
    gradientsOfFilters(from, grads, count * P, g, first, end, n == 0);
  }
}

/** Adds what some images make of positions from `first` to `end` of a group's filters. */
function gradientsOfFilters(
  from: usize,
  grads: usize,
  pixels: i32,
  group: i32,
  first: i32,
  end: i32,
  isFirst: bool,
): void {
  const row = floats(pixels);
  for (let p = 0; p < pixels; p += blockPixels) {
    const width = min(blockPixels, pixels - p);
    for (let k = first; k < end;) {
      const part = end - k < KC + 4 ? end - k : KC;
      packRows(from, p, width, k, part, columns());
      const to = job.w + floats(group * groupO * K + k);
      const add = !isFirst || p > 0;
      dotTiles<f32>(
        groupO,
        part,
        width,
        grads + floats(p),
        row,
        columns(),
        floats(width),
        to,
        floats(K),
        4,
        add,
      );
      k += part;
    }
  }
}

/** The gradient of x, of the same shape; also the transposed convolution, of dy. */
export function conv_dx(spec: usize, dy: usize, w: usize, dx: usize, scratch: usize): void {
  begin(spec, dx, w, 0, dy, scratch);
  for (let g = 0; g < groups; g++) packTransposed(w + floats(g * groupO * K), filtersOf(g));
  shareImages(someImages);
}

function someImages(part: i32): void {
  enter();
  const n = part * together;
  const count = min(together, N - n);
  for (let g = 0; g < groups; g++) {
    const x = job.x + floats((n * C + g * groupC) * area);
    const grads = gatherResults(job.y + floats((n * O + g * groupO) * P), count);
    backward(grads, filtersOf(g), count * P, zeroImages(x, count));
    writeImages(x, count);
  }
}

/** The filters of a group as (K, O / groups): blocks of MC rows, in them blocks of KC columns. */
function packTransposed(w: usize, filters: usize): void {
  for (let i = 0; i < K; i += MC) {
    const rows = min(MC, K - i);
    for (let l = 0; l < groupO; l += KC) {
      const to = filters + floats(i * groupO + rows * l);
      packA<f32>(rows, min(KC, groupO - l), w + floats(l * K + i), 4, floats(K), to);
    }
  }
}

function backward(grads: usize, filters: usize, pixels: i32, to: usize): void {
  for (let p = 0; p < pixels; p += blockPixels) {
    const width = min(blockPixels, pixels - p);
    const panels = columns(),
      full = (width + 7) & ~7;
    const rowsAt = panels + floats(groupO * full);
    for (let l = 0; l < groupO; l += KC) {
      const from = grads + floats(l * pixels + p);
      packB<f32>(width, min(KC, groupO - l), from, floats(pixels), 4, panels + floats(l * full));
    }
    for (let i = 0; i < K; i += MC) {
      const rows = min(MC, K - i);
      for (let l = 0; l < groupO; l += KC) {
        const packed = filters + floats(i * groupO + rows * l);
        const part = min(KC, groupO - l);
        packedProduct<f32>(
          rows,
          width,
          part,
          packed,
          panels + floats(l * full),
          rowsAt,
          floats(width),
          l > 0,
        );
      }
      addRows(rowsAt, p, width, i, rows, to);
    }
  }
}
