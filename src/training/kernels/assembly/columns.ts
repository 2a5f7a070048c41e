// Where a convolution reads: a spec of 22 numbers (N, C, D, H, W, O, kernel, stride, padding, dilation by three, groups,
// output size) makes two tables of byte offsets into the (padded) images of one group. The element that output pixel p
// meets at position k of a filter is at pixelOffset[p] + filterOffset[k].
import { aligned } from './simd';

/** Pixels that are worked on at a time, about; small images are taken together to reach them. */
const PIXELS: i32 = 256;

/** Of the spec: images, channels, filters, channels and filters of a group. */
export let N: i32 = 0;
export let C: i32 = 0;
export let O: i32 = 0;
export let groups: i32 = 0;
export let groupC: i32 = 0;
export let groupO: i32 = 0;
/** Positions of a filter: channels of a group times the kernel's size. */
export let K: i32 = 0;
/** Pixels of an image and of its result, and the result's columns. */
export let area: i32 = 0;
export let P: i32 = 0;
export let outW: i32 = 0;
/** Output pixels side by side in a row read elements side by side. */
export let unitStride: bool = false;
/** Images that are taken together. */
export let together: i32 = 0;
/** Rows of the result, and pixels, that are worked on at a time. */
export let blockPixels: i32 = 0;

export let pixelOffset: usize = 0;
export let filterOffset: usize = 0;
/** The first byte of scratch behind tables and padded images. */
export let free: usize = 0;

let padded: bool = false;
let images: usize = 0;
let D: i32 = 0;
let H: i32 = 0;
let W: i32 = 0;
let padD: i32 = 0;
let padH: i32 = 0;
let padW: i32 = 0;
/** Size of a padded image, and the bytes of one with the channels of a group. */
let fullD: i32 = 0;
let fullH: i32 = 0;
let fullW: i32 = 0;
let imageBytes: usize = 0;

// @inline
function field(spec: usize, at: usize): i32 {
  return i32.load(spec + (at << 2));
}

/** Reads the spec and lays out `scratch`; the tables are not yet filled. */
export function measure(spec: usize, scratch: usize): void {
  N = field(spec, 0);
  C = field(spec, 1);
  D = field(spec, 2);
  H = field(spec, 3);
  W = field(spec, 4);
  O = field(spec, 5);
  padD = field(spec, 12);
  padH = field(spec, 13);
  padW = field(spec, 14);
  groups = field(spec, 18);
  outW = field(spec, 21);
  groupC = C / groups;
  groupO = O / groups;
  K = groupC * field(spec, 6) * field(spec, 7) * field(spec, 8);
  area = D * H * W;
  P = field(spec, 19) * field(spec, 20) * outW;
  unitStride = field(spec, 11) == 1;
  padded = padD + padH + padW > 0;
  fullD = D + 2 * padD;
  fullH = H + 2 * padH;
  fullW = W + 2 * padW;
  const pixels = padded ? fullD * fullH * fullW : area;
  imageBytes = (<usize>((padded ? groupC : C) * pixels)) << 2;
  together = P > 0 ? min(N, max(1, PIXELS / P)) : 1;
  blockPixels = max(1, min(together * P, ((2 * PIXELS) / max(1, outW)) * outW));
  if (outW > 2 * PIXELS) blockPixels = outW;
  pixelOffset = scratch;
  filterOffset = pixelOffset + aligned((<usize>(together * P)) << 2);
  images = filterOffset + aligned((<usize>K) << 2);
  free = images + (padded ? aligned(imageBytes * together + 64) : 0);
}

/** Fills the tables of offsets. */
export function prepare(spec: usize, scratch: usize): void {
  measure(spec, scratch);
  const kD = field(spec, 6),
    kH = field(spec, 7),
    kW = field(spec, 8);
  let to = filterOffset;
  for (let c = 0; c < groupC; c++) {
    for (let z = 0; z < kD; z++) {
      for (let y = 0; y < kH; y++) {
        for (let x = 0; x < kW; x++) {
          const plane = (c * fullD + z * field(spec, 15)) * fullH + y * field(spec, 16);
          i32.store(to, (plane * fullW + x * field(spec, 17)) << 2);
          to += 4;
        }
      }
    }
  }
  to = pixelOffset;
  for (let n = 0; n < together; n++) {
    for (let z = 0; z < field(spec, 19); z++) {
      for (let y = 0; y < field(spec, 20); y++) {
        for (let x = 0; x < outW; x++) {
          const plane = z * field(spec, 9) * fullH + y * field(spec, 10);
          i32.store(to, <i32>(imageBytes * n) + ((plane * fullW + x * field(spec, 11)) << 2));
          to += 4;
        }
      }
    }
  }
}

/** Where the offsets point into, for `count` images of a group that begin at x: padded copies, or x itself. */
export function readImages(x: usize, count: i32): usize {
  if (!padded) return x;
  memory.fill(images, 0, imageBytes * count);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < groupC; c++)
      copyPlanes(x + ((<usize>((n * C + c) * area)) << 2), planeOf(n, c), false);
  }
  return images;
}

/** Zeros where gradients of `count` images are added up by offsets. */
export function zeroImages(x: usize, count: i32): usize {
  if (padded) {
    memory.fill(images, 0, imageBytes * count);
    return images;
  }
  for (let n = 0; n < count; n++) memory.fill(x + imageBytes * n, 0, (<usize>(groupC * area)) << 2);
  return x;
}

/** Brings what was added up to x, without the padding. */
export function writeImages(x: usize, count: i32): void {
  if (!padded) return;
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < groupC; c++)
      copyPlanes(x + ((<usize>((n * C + c) * area)) << 2), planeOf(n, c), true);
  }
}

// @inline
function planeOf(n: i32, c: i32): usize {
  return images + imageBytes * n + ((<usize>(((c * fullD + padD) * fullH + padH) * fullW + padW)) << 2);
}

function copyPlanes(plain: usize, within: usize, out: bool): void {
  for (let z = 0; z < D; z++) {
    let p = within + ((<usize>(z * fullH * fullW)) << 2);
    for (let y = 0; y < H; y++) {
      if (out) memory.copy(plain, p, (<usize>W) << 2);
      else memory.copy(p, plain, (<usize>W) << 2);
      plain += (<usize>W) << 2;
      p += (<usize>fullW) << 2;
    }
  }
}

/** Columns of `pixels` output pixels from the one at `p`, for `count` positions of the filter from `k`: panels of 8. */
export function packColumns(from: usize, p: i32, pixels: i32, k: i32, count: i32, o: usize): void {
  const offsets = filterOffset + ((<usize>k) << 2);
  for (let j = 0; j < pixels; j += 8) {
    if (j + 8 <= pixels && offsetOf(p + j + 7) - offsetOf(p + j) == 28 && unitStride) {
      let q = o;
      const s = from + offsetOf(p + j);
      for (let k = offsets, end = offsets + ((<usize>count) << 2); k < end; k += 4, q += 32) {
        const t = s + i32.load(k);
        v128.store(q, v128.load(t));
        v128.store(q, v128.load(t, 16), 16);
      }
      o = q;
      continue;
    }
    packHalf(from, p + j, p + pixels - 1, offsets, count, o);
    packHalf(from, p + j + 4, p + pixels - 1, offsets, count, o + 16);
    o += (<usize>count) << 5;
  }
}

/** Four pixels from `p` of a panel; pixels after `last` are `last` again. */
function packHalf(from: usize, p: i32, last: i32, offsets: usize, count: i32, o: usize): void {
  const p0 = offsetOf(min(p, last)),
    p1 = offsetOf(min(p + 1, last)),
    p2 = offsetOf(min(p + 2, last)),
    p3 = offsetOf(min(p + 3, last));
  const end = offsets + ((<usize>count) << 2);
  const step = p1 - p0;
  const regular = p2 - p1 == step && p3 - p2 == step;
  from += p0;
  if (regular && step == 4) {
    for (; offsets < end; offsets += 4, o += 32) v128.store(o, v128.load(from + i32.load(offsets)));
  } else if (regular && step == 8) {
    for (; offsets < end; offsets += 4, o += 32) {
      const s = from + i32.load(offsets);
      v128.store(o, v128.shuffle<i32>(v128.load(s), v128.load(s, 12), 0, 2, 5, 7));
    }
  } else {
    for (; offsets < end; offsets += 4, o += 32) {
      const s = from + i32.load(offsets);
      f32.store(o, f32.load(s));
      f32.store(o, f32.load(s + (p1 - p0)), 4);
      f32.store(o, f32.load(s + (p2 - p0)), 8);
      f32.store(o, f32.load(s + (p3 - p0)), 12);
    }
  }
}

// @inline
function offsetOf(p: i32): usize {
  return <usize>i32.load(pixelOffset + ((<usize>p) << 2));
}

/** The same as rows: `count` rows of `pixels` elements. May write 12 bytes past their end. */
export function packRows(from: usize, p: i32, pixels: i32, k: i32, count: i32, o: usize): void {
  for (let i = 0; i < count; i++) {
    const s = from + i32.load(filterOffset + ((<usize>(k + i)) << 2));
    if (unitStride) {
      for (let j = 0; j < pixels; j += outW) {
        const run = s + offsetOf(p + j),
          q = o + ((<usize>j) << 2);
        for (let l: usize = 0; l < (<usize>outW) << 2; l += 16) v128.store(q + l, v128.load(run + l));
      }
    } else {
      for (let j = 0; j < pixels; j++) f32.store(o + ((<usize>j) << 2), f32.load(s + offsetOf(p + j)));
    }
    o += (<usize>pixels) << 2;
  }
}

/** Adds rows as {@link packRows} writes them back to where they came from. */
export function addRows(rows: usize, p: i32, pixels: i32, k: i32, count: i32, to: usize): void {
  for (let i = 0; i < count; i++) {
    const s = to + i32.load(filterOffset + ((<usize>(k + i)) << 2));
    for (let j = 0; j < pixels;) {
      if (!unitStride) {
        const q = s + offsetOf(p + j);
        f32.store(q, f32.load(q) + f32.load(rows));
        rows += 4;
        j++;
        continue;
      }
      let q = s + offsetOf(p + j),
        left = outW;
      for (; left >= 4; left -= 4) {
        v128.store(q, f32x4.add(v128.load(q), v128.load(rows)));
        q += 16;
        rows += 16;
      }
      for (; left > 0; left--) {
        f32.store(q, f32.load(q) + f32.load(rows));
        q += 4;
        rows += 4;
      }
      j += outW;
    }
  }
}
