/** What the engine has done since a run began: the same on every machine, so that tests can hold it to its numbers. */
import type { BackendName } from '../protocol/protocol.ts';

export interface Counters {
  /** Calls of Python into the engine. */
  crossings: number;
  /** Operations by who computed them. */
  readonly operations: Record<BackendName, number>;
  /** Arrays that were made because none could be reused. */
  arrays: number;
  /** Calls of the heap's kernels, and blocks taken of it. */
  kernels: number;
  blocks: number;
  /** Buffers copied into a backend's memory, and out of it. */
  uploads: number;
  downloads: number;
  bytesUploaded: number;
  bytesDownloaded: number;
}

export const counters: Counters = {
  crossings: 0,
  operations: { tensorflow: 0, wasm: 0, js: 0 },
  arrays: 0,
  kernels: 0,
  blocks: 0,
  uploads: 0,
  downloads: 0,
  bytesUploaded: 0,
  bytesDownloaded: 0,
};

export function resetCounters(): void {
  const { operations } = counters;
  operations.tensorflow = operations.wasm = operations.js = 0;
  counters.crossings =
    counters.arrays =
    counters.kernels =
    counters.blocks =
    counters.uploads =
    counters.downloads =
      0;
  counters.bytesUploaded = counters.bytesDownloaded = 0;
}
