/** The workbook's files: the originals in the extension, and the learner's copies in the workspace. */

import * as vscode from 'vscode';
import { compareSectionFiles } from '../../exercises/numbers.ts';

/** Folder in the extension. */
const ORIGINALS = 'workbook';

/** Folder in the learner's workspace. */
export const FOLDER = 'd2l-workbook';

/** What copying did. */
export interface Copied {
  readonly copied: number;
  /** Files that were there already, and stay as they are. */
  readonly kept: number;
}

export class WorkbookFiles {
  readonly #originals: vscode.Uri;

  constructor(extension: vscode.Uri) {
    this.#originals = vscode.Uri.joinPath(extension, ORIGINALS);
  }

  /** Names of the files, in order. */
  async names(): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.#originals);
    const names = entries.flatMap(([name, type]) => (isFile(type) && name.endsWith('.py') ? [name] : []));
    return names.sort(compareSectionFiles);
  }

  original(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#originals, name);
  }

  async read(name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.original(name)));
  }

  /** The folder of the workspace that holds files of the workbook; undefined when there is none. */
  async find(): Promise<vscode.Uri | undefined> {
    const names = new Set(await this.names());
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      for (const folder of [vscode.Uri.joinPath(uri, FOLDER), uri]) {
        if (await holdsAny(folder, names)) return folder;
      }
    }
    return undefined;
  }

  /** Copies the files into `folder`, those that are not there yet. */
  async copyInto(folder: vscode.Uri): Promise<Copied> {
    const names = await this.names();
    let copied = 0;
    for (const name of names) if (await this.copy(name, folder)) copied += 1;
    return { copied, kept: names.length - copied };
  }

  /** Whether the file was copied; one that is there already is left alone. */
  async copy(name: string, folder: vscode.Uri): Promise<boolean> {
    return copyIfMissing(this.original(name), vscode.Uri.joinPath(folder, name));
  }

  /** Puts the original beside the learner's file, under a name that is free. */
  async copyBeside(name: string, folder: vscode.Uri): Promise<vscode.Uri> {
    const stem = name.replace(/\.py$/, '');
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? 'original' : `original ${count}`;
      const copy = vscode.Uri.joinPath(folder, `${stem} (${suffix}).py`);
      if (await copyIfMissing(this.original(name), copy)) return copy;
    }
  }
}

function isFile(type: vscode.FileType): boolean {
  return (type & vscode.FileType.File) !== 0;
}

async function holdsAny(folder: vscode.Uri, names: ReadonlySet<string>): Promise<boolean> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.some(([name, type]) => isFile(type) && names.has(name));
  } catch {
    return false; // there is no such folder
  }
}

async function copyIfMissing(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.copy(from, to, { overwrite: false });
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}
