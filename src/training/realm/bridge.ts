import type { Bridge, RealmHost } from './host.ts';

/** Placeholder until the tensor engine is in: only what the interpreter itself needs. */
export function createBridge(_host: RealmHost): Bridge {
  return {
    functions: { manual_seed: () => 0 },
    imported: () => undefined,
    beginRun: () => undefined,
    endRun: () => ({ tensorflow: 0, wasm: 0, js: 0 }),
  };
}
