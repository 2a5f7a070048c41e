/**
 * The folder whose files an exercise may read, on Node's side of the wall: regular files below it and nothing else. No
 * link is followed and no path is taken that the list has not given, so neither `..` nor a link leads out.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DataFile, DataFiles } from './realm/wall.ts';

/** What Python is told about more than these is that there were more. */
const MOST_FILES = 10_000;
const DEEPEST = 16;

export class DataFolder {
  readonly #root: string;
  #listed: ReadonlySet<string> = new Set();

  /** @throws Error naming the folder when there is none */
  constructor(path: string) {
    if (!isFolder(path)) throw new Error(`the data folder ${path} is not there`);
    this.#root = realpathSync(path);
  }

  /** What is there now. Only these can be read, until the next list. */
  list(): DataFiles {
    const files: DataFile[] = [];
    const cut = !collect(this.#root, '', files);
    this.#listed = new Set(files.map(([path]) => path));
    return { files, cut };
  }

  /**
   * `count` bytes of a listed file from byte `at` on.
   * @throws Error when it was not listed, is none any more, or is shorter by now
   */
  read(path: string, at: number, count: number): Buffer {
    if (!this.#listed.has(path)) throw new Error(`${path} is no file of the data folder`);
    const full = join(this.#root, path);
    if (realpathSync(full) !== full) throw new Error(`${path} leads out of the data folder`);
    const descriptor = openSync(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      if (!fstatSync(descriptor).isFile()) throw new Error(`${path} is not a regular file`);
      return bytesOf(descriptor, path, at, count);
    } finally {
      closeSync(descriptor);
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Adds the files below `root/folder`; false when not all of them were. Folders that cannot be read are passed over. */
function collect(root: string, folder: string, files: DataFile[], depth = 0): boolean {
  if (depth > DEEPEST) return false;
  let complete = true;
  for (const entry of entriesOf(join(root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) complete = collect(root, path, files, depth + 1) && complete;
    if (!entry.isFile()) continue;
    if (files.length >= MOST_FILES) return false;
    files.push([path, lstatSync(join(root, path)).size]);
  }
  return complete;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function bytesOf(descriptor: number, path: string, at: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  let got = 0;
  while (got < count) {
    const more = readSync(descriptor, bytes, got, count - got, at + got);
    if (more === 0) throw new Error(`${path} became shorter while it was read`);
    got += more;
  }
  return bytes;
}
