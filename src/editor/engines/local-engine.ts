/** PyTorch of a Python on this machine. */

import type { ExerciseEngine } from '../../training/contract.ts';
import { PyTorchEngine } from '../../training/pytorch/engine.ts';
import { localPython } from '../../training/pytorch/local-python.ts';
import type { Log } from '../../training/threads/log-limit.ts';

export interface LocalEngineOptions {
  /** Path of the interpreter. */
  readonly executable: string;
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept. */
  readonly dataSets: string;
  readonly log: Log;
}

export function openLocalEngine(options: LocalEngineOptions): ExerciseEngine {
  const { executable, distribution, dataSets, log } = options;
  return new PyTorchEngine({
    distribution,
    dataSets,
    log,
    source: localPython({ distribution, executable }),
  });
}
