/** Whether a run ended because of what the built-in engine cannot do, and PyTorch could. */

import type { RunError, RunStatus } from './protocol.ts';

/** It has no such name, not as much memory, or was not ready in time. */
export type EngineLimit = 'unsupported' | 'memory' | 'time';

/** How the engine's own words begin wherever it has less than the package that it stands for. */
const OWN_WORDS = /\bD2L Exercises (?:does not support|has|draws|writes|minimizes|downloads)\b/;

/** Names of packages' public lists, never the learner's. */
const PUBLIC_NAME =
  /\bD2L Exercises does not support ((?:torch|torchvision|numpy|np|matplotlib|plt|Axes|Figure)\b[\w.]*)/;

/** @returns null where PyTorch would do no better, or computed itself */
export function engineLimit(
  status: string,
  error: Pick<RunError, 'type' | 'message'> | null,
): EngineLimit | null {
  if (status === ('timeout' satisfies RunStatus)) return 'time';
  if (error === null) return null;
  if (error.type === 'MemoryError') return 'memory';
  return OWN_WORDS.test(error.message) ? 'unsupported' : null;
}

/** The name that the engine says it does not support, as far as it is one of a package's; null: it says none. */
export function unsupportedName(error: Pick<RunError, 'message'> | null): string | null {
  return PUBLIC_NAME.exec(error?.message ?? '')?.[1] ?? null;
}
