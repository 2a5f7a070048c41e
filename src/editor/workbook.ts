/** The exercises that come with the extension, as the learner's own files. */

import * as vscode from 'vscode';

/** Folder in the extension and in the learner's workspace. */
const SOURCE = 'workbook';
const DESTINATION = 'd2l-workbook';
const FIRST = '3.4-linear-regression-scratch.py';

/**
 * Copies the workbook into the first folder of the workspace, leaving alone what is there already, and opens its
 * first file. Without a folder to write to, the file opens as an untitled document.
 */
export async function openWorkbook(extension: vscode.Uri): Promise<void> {
  const source = vscode.Uri.joinPath(extension, SOURCE);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const writable = folder !== undefined && vscode.workspace.fs.isWritableFileSystem(folder.scheme) !== false;
  const document = writable
    ? await openCopy(source, vscode.Uri.joinPath(folder, DESTINATION))
    : await openUntitled(vscode.Uri.joinPath(source, FIRST));
  await vscode.window.showTextDocument(document);
}

async function openCopy(source: vscode.Uri, destination: vscode.Uri): Promise<vscode.TextDocument> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(source)) {
    if (type !== vscode.FileType.File) continue;
    await copyIfMissing(vscode.Uri.joinPath(source, name), vscode.Uri.joinPath(destination, name));
  }
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(destination, FIRST));
}

async function copyIfMissing(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.copy(from, to, { overwrite: false });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileExists') throw error;
  }
}

async function openUntitled(file: vscode.Uri): Promise<vscode.TextDocument> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return vscode.workspace.openTextDocument({ language: 'python', content });
}
