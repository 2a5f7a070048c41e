/** What the manifest's `when` clauses ask of the extension. */

import * as vscode from 'vscode';

/** What VS Code was told last: telling it costs a message, and most events change nothing of it. */
const told = new Map<string, boolean>();

export function setContext(key: string, value: boolean): void {
  if (told.get(key) === value) return;
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
