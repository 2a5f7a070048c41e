/** In the place of `local-engine.ts`: a browser starts no Python. */
import * as vscode from 'vscode';

/** @throws Error that says so */
export function openLocalEngine(): never {
  throw new Error(vscode.l10n.t('In the browser no Python of this machine runs.'));
}
