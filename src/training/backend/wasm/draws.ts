/** Many random numbers at once, by the kernels of the Mersenne Twister. */
import { usesHeap } from '../choice.ts';
import { hasKernel, kernelOf, theHeap } from './heap.ts';

/** The words of a twister. */
const WORDS = 624;
/** Numbers that are drawn together: they stay in the caches until they are copied to where they belong. */
const MOST = 1 << 14;

/** Draws `count` numbers to `to` from a twister whose words, and after them how many are used up, lie at `state`. */
type Draw = (state: number, to: number, count: number) => void;

/** Whether {@link drawMany} pays for so many numbers. */
export const drawsMany = (count: number): boolean =>
  usesHeap('elementwise', count) && hasKernel('mt_uniform');

/**
 * Fills `target` with float32 numbers.
 *
 * @param words of the twister, which are changed
 * @param next how many of them are used up
 * @returns how many are used up afterwards
 */
export function drawMany(target: Float32Array, words: Int32Array, next: number, draw: Draw): number {
  const heap = theHeap();
  const state = heap.scratch(4 * (WORDS + 1 + MOST) + 64);
  const to = state + 4 * WORDS + 64;
  const inside = heap.view('int32', state, WORDS + 1);
  inside.set(words);
  inside[WORDS] = next;
  for (let start = 0; start < target.length; start += MOST) {
    const count = Math.min(MOST, target.length - start);
    draw(state, to, count);
    target.set(heap.view('float32', to, count), start);
  }
  words.set(inside.subarray(0, WORDS));
  return inside[WORDS];
}

/** `value` with probability `p`, else 0. */
export const bernoulli =
  (p: number, value: number): Draw =>
  (state, to, count) =>
    kernelOf('mt_bernoulli')(state, to, count, p, value);

/** `from + extent * u`, where u is uniform in [0, 1). */
export const uniform =
  (from: number, extent: number): Draw =>
  (state, to, count) =>
    kernelOf('mt_uniform')(state, to, count, from, extent);
