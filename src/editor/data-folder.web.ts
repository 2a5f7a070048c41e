/** In the place of `data-folder.ts`: the folder is one of the workspace, and known by its address. */
import * as vscode from 'vscode';

/** Address of the folder that the setting names; empty when there is none. */
export function dataFolderOf(setting: string, document: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri;
  if (setting === '' || folder === undefined) return '';
  return vscode.Uri.joinPath(folder, setting).toString();
}
