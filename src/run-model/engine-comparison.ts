/** An exercise run on the built-in engine and on PyTorch, as the panel shows them beside each other: plain data. */

import type { Comparison } from '../compare/model.ts';
import type { RunError, RunStatus } from '../training/protocol/protocol.ts';
import type { Fit } from './fit.ts';

/** What one of them made of it. */
export interface ComparedSide {
  /** `Built in`, `PyTorch 2.9.0, Python 3.11` */
  readonly name: string;
  /** Null: it has not ended yet. */
  readonly status: RunStatus | null;
  readonly milliseconds: number | null;
  /** Thinned. */
  readonly fits: readonly Fit[];
  /** What it printed, the last value below it, line by line; the middle of much is left out. */
  readonly printed: readonly string[];
  readonly error: Pick<RunError, 'type' | 'message' | 'line'> | null;
}

export interface EngineComparison {
  readonly status: 'running' | 'done' | 'stopped' | 'failed';
  /** Why it failed, in a line; null: it did not. */
  readonly problem: string | null;
  /** The built-in engine's first, then PyTorch's. */
  readonly sides: readonly [ComparedSide, ComparedSide];
  /** Null until both have ended. */
  readonly comparison: Comparison | null;
}
