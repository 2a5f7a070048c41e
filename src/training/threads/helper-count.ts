/** How many helper threads an engine's thread may have. */
import { availableParallelism } from 'node:os';

/** More gain little: the learner's code is one thread. */
const MOST = 3;

/** How many helpers a thread may have where so many like it are at work: never more threads than cores. */
export function helpersBeside(threads: number, cores = availableParallelism()): number {
  return Math.min(MOST, Math.max(0, Math.floor(cores / threads) - 1));
}
