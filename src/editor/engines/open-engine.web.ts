/** In the place of `open-engine.ts`: a browser starts no Python. */
import * as vscode from 'vscode';
import type { ExerciseEngine } from '../../training/contract.ts';

/** @throws Error always: there is only the built-in engine */
export function openEngine(): Promise<ExerciseEngine> {
  return Promise.reject(new Error(vscode.l10n.t('In the browser only the built-in engine runs.')));
}

/** A browser has left no run to a server. */
export function leftRunAt(): Promise<null> {
  return Promise.resolve(null);
}
