/** Loads the kernel for notebooks once there is one. */

import * as vscode from 'vscode';
import { NOTEBOOK_TYPE } from './notebook-type.ts';

export function registerNotebooks(load: () => Promise<unknown>): vscode.Disposable {
  const loadFor = ({ notebookType }: vscode.NotebookDocument): void => {
    if (notebookType === NOTEBOOK_TYPE) void load();
  };
  vscode.workspace.notebookDocuments.forEach(loadFor);
  return vscode.workspace.onDidOpenNotebookDocument(loadFor);
}
