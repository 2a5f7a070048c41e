/** The learner's files of the workbook, in the workspace: copies of the originals that are theirs to change. */

import * as vscode from 'vscode';
import type { Originals } from './originals.ts';
import { SECTION_FILES } from './sections.ts';

/** Folder in the learner's workspace. */
export const FOLDER = 'd2l-workbook';

/** What copying did. */
export interface Copied {
  readonly copied: number;
  /** Files that were there already, and stay as they are. */
  readonly kept: number;
}

export class WorkbookFiles {
  constructor(private readonly originals: Originals) {}

  /** The folder of the workspace that holds files of the workbook; undefined when there is none. */
  async find(): Promise<vscode.Uri | undefined> {
    const names = new Set(SECTION_FILES);
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      for (const folder of [vscode.Uri.joinPath(uri, FOLDER), uri]) {
        if (await holdsAny(folder, names)) return folder;
      }
    }
    return undefined;
  }

  /** Copies the files into `folder`, those that are not there yet. */
  async copyInto(folder: vscode.Uri): Promise<Copied> {
    const copies = await Promise.all(SECTION_FILES.map((name) => this.copy(name, folder)));
    const copied = copies.filter((wasCopied) => wasCopied).length;
    return { copied, kept: copies.length - copied };
  }

  /**
   * Whether the file was copied, in the display language. One that is there already is left alone, unless it is the
   * original in another language: then the learner has changed the language and nothing else.
   */
  async copy(name: string, folder: vscode.Uri): Promise<boolean> {
    const place = vscode.Uri.joinPath(folder, name);
    const own = await this.originals.read(name);
    const learners = (await readIfThere(place))?.replaceAll('\r\n', '\n'); // as Git for Windows may have written it
    if (learners === own) return false;
    if (
      learners !== undefined &&
      (isBeingChanged(place) || !(await this.originals.isUntouched(name, learners)))
    )
      return false;
    await write(place, own);
    return true;
  }

  /** Puts the original beside the learner's file, under a name that is free. */
  async copyBeside(name: string, folder: vscode.Uri): Promise<vscode.Uri> {
    const stem = name.replace(/\.py$/, '');
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? 'original' : `original ${count}`;
      const copy = vscode.Uri.joinPath(folder, `${stem} (${suffix}).py`);
      if ((await readIfThere(copy)) !== undefined) continue;
      await write(copy, await this.originals.read(name));
      return copy;
    }
  }

  /** The original of the learner's file, in the language that the file is in. */
  async originalOf(name: string, folder: vscode.Uri): Promise<vscode.Uri> {
    const learners = await readIfThere(vscode.Uri.joinPath(folder, name));
    return this.originals.documentBeside(name, learners ?? (await this.originals.read(name)));
  }
}

async function holdsAny(folder: vscode.Uri, names: ReadonlySet<string>): Promise<boolean> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.some(([name, type]) => (type & vscode.FileType.File) !== 0 && names.has(name));
  } catch {
    return false; // there is no such folder
  }
}

/** Whether an editor holds changes of the file that are not saved. */
function isBeingChanged(file: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    ({ uri, isDirty }) => isDirty && uri.toString() === file.toString(),
  );
}

async function readIfThere(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
