/** What is used of `node:os`, for browsers. */

export function availableParallelism(): number {
  return navigator.hardwareConcurrency;
}

/** A browser does not say how much memory is left; it ends what takes too much. */
export function freemem(): number {
  return Infinity;
}
