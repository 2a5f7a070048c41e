// How a convolution's scratch is laid out, for its thread and for each helper, and what they tell each other.
import { blockPixels, free, groupO, groups, K, measure, N, O, P, prepare, together } from './columns';
import { hasHelpers, JOB, share, thread, threads } from './sharing';
import { aligned, floats } from './simd';

/** Positions of a filter in one product, and rows of the transposed filters. */
export const KC: i32 = 256;
export const MC: i32 = 120;
/** Multiply-adds that take longer than to wake a helper up. */
const LEAST: i64 = 1 << 20;
/** A convolution as helpers find it. */
class Convolution {
  /** Of which number it is: a helper lays out its scratch once for each. */
  number: i32;
  spec: usize;
  x: usize;
  w: usize;
  bias: usize;
  y: usize;
  scratch: usize;
  /** Bytes of each thread's scratch, behind the filters. */
  apart: usize;
  /** Of dW: the group, and positions of a part. */
  group: i32;
  step: i32;
}

export const job = changetype<Convolution>(JOB);

/** The one that this thread has laid out its scratch for. */
let entered: i32 = 0;
/** Convolutions that the owner has begun. */
let begun: i32 = 0;

/** What threads have in common in scratch: the packed filters of all groups. */
// @inline
export function filtersOf(group: i32): usize {
  return job.scratch + floats(group * groupO * K);
}

/** Where in a thread's scratch: columns, the results of images that are taken together. */
// @inline
export function columns(): usize {
  return free;
}

/** The most of: KC rows of panels (forward); rows (dW); the panels of dY and a block of rows (dX). */
// @inline
function columnBytes(): usize {
  const pixels = blockPixels + 8;
  return aligned(floats(max(KC + 4, MC + groupO) * pixels) + 64);
}

// @inline
export function results(): usize {
  return columns() + columnBytes();
}

// @inline
function filterBytes(): usize {
  return aligned(floats(O * K));
}

/** Bytes of a thread's scratch, after {@link measure} for address 0. */
function ownBytes(): usize {
  return results() + (together > 1 ? aligned(floats(groupO * together * P)) : 0);
}

/** Bytes of scratch that the convolution and each of its gradients need. */
export function conv_scratch(spec: usize): i32 {
  measure(spec, 0);
  return <i32>(filterBytes() + ownBytes() * threads());
}

/** Tells helpers what it is about, and lays out the owner's scratch. */
export function begin(spec: usize, x: usize, w: usize, bias: usize, y: usize, scratch: usize): void {
  measure(spec, 0);
  job.spec = spec;
  job.x = x;
  job.w = w;
  job.bias = bias;
  job.y = y;
  job.scratch = scratch;
  job.apart = ownBytes();
  job.number = ++begun;
  enter();
}

/** Lays out this thread's scratch, unless it has. */
export function enter(): void {
  if (entered == job.number) return;
  entered = job.number;
  measure(job.spec, 0);
  prepare(job.spec, job.scratch + filterBytes() + job.apart * thread);
}

/** Does what there is for each `together` images. */
export function shareImages(work: (part: i32) => void): void {
  const parts = (N + together - 1) / together;
  if (isWorthSharing()) share(work, parts);
  else for (let part = 0; part < parts; part++) work(part);
}

// @inline
export function isWorthSharing(): bool {
  return <i64>N * P * groupO * K * groups >= LEAST && hasHelpers();
}
