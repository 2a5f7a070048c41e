/** Where the data folder of a document is. */
import * as vscode from 'vscode';
import { dataFolderPath } from './settings.ts';

/** Absolute path of the folder that the setting names; empty when there is none on this machine. */
export function dataFolderOf(setting: string, document: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri;
  return dataFolderPath(setting, folder?.scheme === 'file' ? folder.fsPath : undefined);
}
