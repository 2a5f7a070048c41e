/** Opens a PyTorch outside the sandbox; loaded when the first run asks for one. */

import type { ExerciseEngine } from '../../training/contract.ts';
import { PyTorchEngine } from '../../training/pytorch/engine.ts';
import { localPython } from '../../training/pytorch/local-python.ts';
import type { Log } from '../../training/threads/log-limit.ts';
import { EngineProblem, type OtherEngine } from './engines.ts';

export interface OpenEngineOptions {
  readonly engine: OtherEngine;
  /** Of a Jupyter server; empty: it has none. */
  readonly token: string;
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept. */
  readonly dataSets: string;
  readonly log: Log;
}

/** @throws EngineProblem saying in a line why it cannot be opened */
export function openEngine({ engine, distribution, dataSets, log }: OpenEngineOptions): ExerciseEngine {
  if (engine.kind === 'jupyter') throw new EngineProblem('a Jupyter server cannot run exercises yet');
  const source = localPython({ distribution, executable: engine.at });
  return new PyTorchEngine({ distribution, dataSets, log, source });
}
