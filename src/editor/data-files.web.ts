/** The files of a folder of the workspace that an exercise may read, wherever the workspace is. */
import * as vscode from 'vscode';
import type { KeptFile } from '../data/store.web.ts';
import type { FolderFiles } from '../training/threads/offered-data.web.ts';
import { reasonOf } from '../text/reason.ts';

/** All of them are read before a run: what is more is left out, and the run is told so. */
const MOST = { files: 2000, bytes: 512 * 2 ** 20, depth: 8 };

interface Known {
  readonly modified: number;
  readonly blob: Blob;
}

/** What was read before, by address. */
const known = new Map<string, Known>();

/** @throws Error naming the folder when there is none */
export async function readFolder(folder: vscode.Uri): Promise<FolderFiles> {
  const found: KeptFile[] = [];
  let bytes = 0;
  const collect = async (place: vscode.Uri, prefix: string, depth: number): Promise<boolean> => {
    let whole = true;
    for (const [name, type] of await vscode.workspace.fs.readDirectory(place)) {
      const inside = vscode.Uri.joinPath(place, name);
      if (type === vscode.FileType.Directory)
        whole = depth < MOST.depth && (await collect(inside, `${prefix}${name}/`, depth + 1)) && whole;
      else if (type === vscode.FileType.File) {
        if (found.length >= MOST.files || bytes >= MOST.bytes) return false;
        const blob = await read(inside);
        bytes += blob.size;
        found.push({ path: `${prefix}${name}`, blob });
      }
    }
    return whole;
  };
  try {
    const isWhole = await collect(folder, '', 0);
    return { files: found, cut: !isWhole };
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(`the data folder ${folder.path} cannot be read: ${reason}`, { cause: error });
  }
}

async function read(file: vscode.Uri): Promise<Blob> {
  const { mtime: modified } = await vscode.workspace.fs.stat(file);
  const before = known.get(file.toString());
  if (before?.modified === modified) return before.blob;
  const blob = new Blob([(await vscode.workspace.fs.readFile(file)).slice()]);
  known.set(file.toString(), { modified, blob });
  return blob;
}
