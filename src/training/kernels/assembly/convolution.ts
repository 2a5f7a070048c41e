// Convolutions and both their gradients, as products with the columns of the images; see columns.ts for the spec.
import {
  addRows,
  area,
  blockPixels,
  C,
  free,
  groupC,
  groupO,
  groups,
  K,
  measure,
  N,
  O,
  P,
  packColumns,
  packRows,
  prepare,
  readImages,
  together,
  writeImages,
  zeroImages,
} from './columns';
import { dotTiles } from './dots';
import { packA, packB } from './packing';
import { packedProduct } from './products';
import { aligned, floats } from './simd';

/** Positions of a filter in one product, and rows of the transposed filters. */
const KC: i32 = 256;
const MC: i32 = 120;

/** Where in scratch: packed filters, columns, the results of images that are taken together. */
// @inline
function filters(): usize {
  return free;
}

// @inline
function columns(): usize {
  return filters() + aligned(floats(groupO * K));
}

/** The most of: KC rows of panels (forward); rows (dW); the panels of dY and a block of rows (dX). */
// @inline
function columnBytes(): usize {
  const pixels = blockPixels + 8;
  return aligned(floats(max(KC, MC + groupO) * pixels) + 64);
}

// @inline
function results(): usize {
  return columns() + columnBytes();
}

/** Bytes of scratch that the convolution and each of its gradients need. */
export function conv_scratch(spec: usize): i32 {
  measure(spec, 0);
  return <i32>(results() + (together > 1 ? aligned(floats(groupO * together * P)) : 0));
}

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
  prepare(spec, scratch);
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < K; k += KC) {
      const part = min(KC, K - k);
      packA<f32>(groupO, part, w + floats(g * groupO * K + k), floats(K), 4, filters() + floats(groupO * k));
    }
    for (let n = 0; n < N; n += together) {
      const count = min(together, N - n);
      const from = readImages(x + floats((n * C + g * groupC) * area), count);
      const to = y + floats((n * O + g * groupO) * P);
      forward(from, bias == 0 ? 0 : bias + floats(g * groupO), together == 1 ? to : results(), count * P);
      scatterResults(to, count);
    }
  }
}

/** One group of some images: rows of `pixels` results. */
function forward(from: usize, bias: usize, to: usize, pixels: i32): void {
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
      const packed = filters() + floats(groupO * k);
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
  prepare(spec, scratch);
  if (N * P == 0) memory.fill(dw, 0, floats(O * K));
  for (let g = 0; g < groups; g++) {
    const to = dw + floats(g * groupO * K);
    for (let n = 0; n < N; n += together) {
      const count = min(together, N - n),
        pixels = count * P;
      const from = readImages(x + floats((n * C + g * groupC) * area), count);
      const grads = gatherResults(dy + floats((n * O + g * groupO) * P), count);
      for (let p = 0; p < pixels; p += blockPixels) {
        const width = min(blockPixels, pixels - p);
        for (let k = 0; k < K; k += KC) {
          const part = min(KC, K - k);
          packRows(from, p, width, k, part, columns());
          const a = grads + floats(p),
            row = floats(pixels),
            c = to + floats(k);
          dotTiles<f32>(groupO, part, width, a, row, columns(), floats(width), c, floats(K), 4, n + p > 0);
        }
      }
    }
  }
}

/** The gradient of x, of the same shape; also the transposed convolution, of dy. */
export function conv_dx(spec: usize, dy: usize, w: usize, dx: usize, scratch: usize): void {
  prepare(spec, scratch);
  for (let g = 0; g < groups; g++) {
    packTransposed(w + floats(g * groupO * K));
    for (let n = 0; n < N; n += together) {
      const count = min(together, N - n);
      const x = dx + floats((n * C + g * groupC) * area);
      const grads = gatherResults(dy + floats((n * O + g * groupO) * P), count);
      backward(grads, count * P, zeroImages(x, count));
      writeImages(x, count);
    }
  }
}

/** The filters of a group as (K, O / groups): blocks of MC rows, in them blocks of KC columns. */
function packTransposed(w: usize): void {
  for (let i = 0; i < K; i += MC) {
    const rows = min(MC, K - i);
    for (let l = 0; l < groupO; l += KC) {
      const to = filters() + floats(i * groupO + rows * l);
      packA<f32>(rows, min(KC, groupO - l), w + floats(l * K + i), 4, floats(K), to);
    }
  }
}

function backward(grads: usize, pixels: i32, to: usize): void {
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
        const packed = filters() + floats(i * groupO + rows * l);
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
