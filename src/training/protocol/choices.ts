/** What a run can be asked for. */
import type { BackendChoice } from './protocol.ts';

/** PyTorch takes seeds of 64 bits, NumPy of 32; a run seeds both. */
export const MAX_SEED = 0xffff_ffff;

/** Who runs exercises: the built-in engine, a Python of this machine with PyTorch, or one behind a Jupyter server. */
export type EngineKind = 'built-in' | 'python' | 'jupyter';

export const ENGINE_CHOICES: readonly EngineKind[] = ['built-in', 'python', 'jupyter'];

export const BACKEND_CHOICES: readonly BackendChoice[] = ['auto', 'tensorflow', 'wasm', 'js'];
