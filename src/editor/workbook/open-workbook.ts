/** D2L: Open Workbook: the exercises that come with the extension, as the learner's own files. */

import * as vscode from 'vscode';
import { FOLDER, WorkbookFiles, type Copied } from './files.ts';
import { foldHints } from './hints.ts';
import { Originals } from './originals.ts';
import { linkless } from '../../text/markdown.ts';
import { reasonOf } from '../../text/reason.ts';

/** The section that opens: its program trains, so that its first run shows a curve. */
const START = '3.4-linear-regression-scratch.py';
const PROGRAM = '# %% [3.4] ';

/**
 * Copies the workbook into the workspace, leaving alone what is there already, says what it did, and opens section 3.4
 * at its program. Without a folder that can be written to, that file opens as an untitled document.
 */
export async function openWorkbook(extension: vscode.Uri): Promise<void> {
  const originals = new Originals(extension, vscode.env.language);
  const files = new WorkbookFiles(originals);
  const folder = await folderFor(files);
  if (folder === undefined) return openUntitled(await originals.read(START));
  const copied = await copyInto(files, folder);
  if (copied === undefined) return openUntitled(await originals.read(START));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, START));
  if (copied.copied === 0) return void (await vscode.window.showTextDocument(document));
  await showProgram(document);
  tellWhatWasDone(copied);
}

/** Shows a file for the first time: at its section's program, hints folded. */
async function showProgram(document: vscode.TextDocument): Promise<void> {
  const lines = document.getText().split('\n');
  const line = Math.max(
    0,
    lines.findIndex((text) => text.startsWith(PROGRAM)),
  );
  const place = new vscode.Range(line, 0, line, 0);
  const editor = await vscode.window.showTextDocument(document, { selection: place });
  await foldHints();
  editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
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
    const reason = reasonOf(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The workbook could not be copied into the workspace: {0}', linkless(reason)),
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
  await showProgram(document);
  const open = vscode.l10n.t('Open Folder');
  const text =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.l10n.t(
          'No folder is open, so this is an unsaved copy of section 3.4. Open a folder to keep all of them.',
        )
      : vscode.l10n.t('This workspace cannot be written to, so this is an unsaved copy of section 3.4.');
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}
