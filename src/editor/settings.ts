/** The settings under `d2l.`, checked: what a settings file holds may be anything. */

import type { BackendChoice } from '../training/protocol.ts';

export type LiveMode = 'off' | 'onSave' | 'whileTyping';

export interface Settings {
  readonly backend: BackendChoice;
  /** Seed of a run whose exercise was given none in the panel. */
  readonly seed: number;
  /** Wall time of a run in seconds; 0: none. */
  readonly timeLimit: number;
  readonly liveRuns: LiveMode;
}

export const DEFAULT_SETTINGS: Settings = {
  backend: 'auto',
  seed: 0,
  timeLimit: 60,
  liveRuns: 'whileTyping',
};

const BACKENDS: readonly BackendChoice[] = ['auto', 'tensorflow', 'wasm', 'js'];
const LIVE_MODES: readonly LiveMode[] = ['off', 'onSave', 'whileTyping'];
/** A run seeds NumPy as well, which takes 32 bits. */
const MAX_SEED = 0xffff_ffff;

/** Settings as `get` gives them by name without `d2l.`; the default stands in for a value that is none. */
export function readSettings(get: (name: keyof Settings) => unknown): Settings {
  const seed = get('seed');
  const timeLimit = get('timeLimit');
  return {
    backend: oneOf(BACKENDS, get('backend')) ?? DEFAULT_SETTINGS.backend,
    seed: isInteger(seed, MAX_SEED) ? seed : DEFAULT_SETTINGS.seed,
    timeLimit: isFinite(timeLimit) ? timeLimit : DEFAULT_SETTINGS.timeLimit,
    liveRuns: oneOf(LIVE_MODES, get('liveRuns')) ?? DEFAULT_SETTINGS.liveRuns,
  };
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isInteger(value: unknown, most: number): value is number {
  return isFinite(value) && Number.isInteger(value) && value <= most;
}
