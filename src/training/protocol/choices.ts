/** What a run can be asked for. */
import type { BackendChoice } from './protocol.ts';

/** PyTorch takes seeds of 64 bits, NumPy of 32; a run seeds both. */
export const MAX_SEED = 0xffff_ffff;

export const BACKEND_CHOICES: readonly BackendChoice[] = ['auto', 'tensorflow', 'wasm', 'js'];
