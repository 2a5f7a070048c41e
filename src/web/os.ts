/** What is used of `node:os`, for browsers. */

export function availableParallelism(): number {
  return navigator.hardwareConcurrency;
}

/** A browser does not say how much memory is left; it ends what takes too much. */
export function freemem(): number {
  return Infinity;
}

/** Numbers of signals, by which a process of this machine may have ended: there is none. */
export const constants: { readonly signals: Readonly<Record<string, number>> } = { signals: {} };
