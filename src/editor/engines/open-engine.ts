/** Opens a PyTorch outside the sandbox; loaded when the first run asks for one. */

import type { ExerciseEngine } from '../../training/contract.ts';
import { jupyterAddress } from '../../training/jupyter/address.ts';
import {
  leftRunOf,
  openServerEngine,
  type LeftState,
  type ServerEngineOptions,
} from '../../training/jupyter/server-engine.ts';
import type { Log } from '../../training/threads/log-limit.ts';
import type { OtherEngine } from './engines.ts';
import { openLocalEngine } from './local-engine.ts';

export interface OpenEngineOptions {
  readonly engine: OtherEngine;
  /** Of a Jupyter server; empty: it has none. */
  readonly token: string;
  /** Whose runs are found again on a server: this workspace's. */
  readonly owner: string;
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept. */
  readonly dataSets: string;
  readonly log: Log;
}

/** @throws Error saying in a line why it cannot be opened */
export async function openEngine(options: OpenEngineOptions): Promise<ExerciseEngine> {
  const { engine, distribution, dataSets, log } = options;
  if (engine.kind === 'jupyter') return openServerEngine(serverOf(options));
  return openLocalEngine({ executable: engine.at, distribution, dataSets, log });
}

/** What has become of a document's run that was left to the server; null: there is none. @throws Error in a line */
export function leftRunAt(options: OpenEngineOptions, document: string): Promise<LeftState | null> {
  return leftRunOf(serverOf(options), document);
}

function serverOf({ engine, token, distribution, owner, log }: OpenEngineOptions): ServerEngineOptions {
  return { distribution, address: jupyterAddress(engine.at, token), owner, log };
}
