/** D2L: Open Workbook: the exercises that come with the extension, as the learner's own files. */

import * as vscode from 'vscode';
import { FOLDER } from './files.ts';
import type { Copied, WorkbookFiles } from './files.ts';
import { foldHints } from './hints.ts';

/**
 * Copies the workbook into the workspace, leaving alone what is there already, says what it did, and opens the first
 * file. Without a folder that can be written to, the first file opens as an untitled document.
 */
export async function openWorkbook(files: WorkbookFiles): Promise<void> {
  const [first] = await files.names();
  if (first === undefined) throw new Error('the extension has no workbook: its installation is incomplete');
  const folder = await folderFor(files);
  if (folder === undefined) return openUntitled(await files.read(first));
  const copied = await copyInto(files, folder);
  if (copied === undefined) return openUntitled(await files.read(first));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, first));
  await vscode.window.showTextDocument(document);
  if (copied.copied > 0) {
    await foldHints();
    tellWhatWasDone(copied);
  }
}

/** Where the workbook is or belongs; undefined where nothing can be written. */
export async function folderFor(files: WorkbookFiles): Promise<vscode.Uri | undefined> {
  const found = await files.find();
  if (found !== undefined) return found;
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (root === undefined || vscode.workspace.fs.isWritableFileSystem(root.scheme) === false) return undefined;
  return vscode.Uri.joinPath(root, FOLDER);
}

async function copyInto(files: WorkbookFiles, folder: vscode.Uri): Promise<Copied | undefined> {
  try {
    return await files.copyInto(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The workbook could not be copied into the workspace: {0}', reason),
    );
    return undefined;
  }
}

function tellWhatWasDone({ copied, kept }: Copied): void {
  const text =
    kept === 0
      ? vscode.l10n.t(
          'The workbook was copied into {0}: {1} files. They are yours to change.',
          FOLDER,
          copied,
        )
      : vscode.l10n.t('Files added to the workbook: {0}; kept as they are: {1}.', copied, kept);
  void vscode.window.showInformationMessage(text);
}

async function openUntitled(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document);
  await foldHints();
  const open = vscode.l10n.t('Open Folder');
  const text =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.l10n.t(
          'No folder is open, so this is an unsaved copy of the first section. Open a folder to keep all of them.',
        )
      : vscode.l10n.t(
          'This workspace cannot be written to, so this is an unsaved copy of the first section.',
        );
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}
