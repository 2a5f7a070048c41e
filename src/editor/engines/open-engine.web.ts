/** In the place of `open-engine.ts`: a browser starts no Python; a Jupyter server it can ask. */
import * as vscode from 'vscode';
import type { ExerciseEngine } from '../../training/contract.ts';
import { jupyterAddress } from '../../training/jupyter/address.ts';
import {
  leftRunOf,
  openServerEngine,
  type LeftState,
  type ServerEngineOptions,
} from '../../training/jupyter/server-engine.ts';
import type { OpenEngineOptions } from './open-engine.ts';

/** @throws Error saying in a line why it cannot be opened */
export async function openEngine(options: OpenEngineOptions): Promise<ExerciseEngine> {
  if (options.engine.kind === 'jupyter') return openServerEngine(serverOf(options));
  throw new Error(vscode.l10n.t('In the browser no Python of this machine runs.'));
}

/** What has become of a document's run that was left to the server; null: there is none. @throws Error in a line */
export function leftRunAt(options: OpenEngineOptions, document: string): Promise<LeftState | null> {
  return leftRunOf(serverOf(options), document);
}

function serverOf({ engine, token, distribution, owner, log }: OpenEngineOptions): ServerEngineOptions {
  return { distribution, address: jupyterAddress(engine.at, token), owner, log };
}
