/**
 * The folder whose files an exercise may read, on the host's side: regular files below it and nothing else. No link is
 * followed and no path is taken that the list has not given, so neither `..` nor a link leads out.
 */
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { DataFile, DataFiles } from '../realm/wall.ts';

/** What Python is told about more than these is that there were more. */
const MOST_FILES = 10_000;
const DEEPEST = 16;
/** Bytes that can be read at once, and in a run: a run may look again at what it has read. */
const MOST_AT_ONCE = 2 ** 20;
const MOST_BYTES = 2 ** 32;

export class DataFolder {
  readonly #root: string;
  readonly #listed: ReadonlySet<string>;
  #read = 0;

  private constructor(
    root: string,
    /** What was there when it was opened. Only these can be read. */
    readonly listing: Pick<DataFiles, 'files' | 'cut'>,
  ) {
    this.#root = root;
    this.#listed = new Set(listing.files.map(([path]) => path));
  }

  has(name: string): boolean {
    return this.#listed.has(name);
  }

  /** @throws Error naming the folder when there is none */
  static async open(folder: string): Promise<DataFolder> {
    if (!(await isFolder(folder))) throw new Error(`the data folder ${folder} is not there`);
    const root = await realpath(folder);
    const files: DataFile[] = [];
    const cut = !(await collect(root, '', files));
    return new DataFolder(root, { files, cut });
  }

  /**
   * `count` bytes of a listed file from byte `at` on.
   * @throws Error when it was not listed, is none any more, or is shorter by now
   */
  async read(name: string, at: number, count: number): Promise<Buffer> {
    if (!this.#listed.has(name)) throw new Error(`${name} is no file of the data folder`);
    this.#read += count;
    if (count > MOST_AT_ONCE || this.#read > MOST_BYTES) throw new Error(`${name}: too much was read`);
    const full = path.join(this.#root, name);
    if ((await realpath(full)) !== full) throw new Error(`${name} leads out of the data folder`);
    const file = await open(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      if (!(await file.stat()).isFile()) throw new Error(`${name} is not a regular file`);
      return await bytesOf(file, name, at, count);
    } finally {
      await file.close();
    }
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await lstat(await realpath(file))).isDirectory();
  } catch {
    return false;
  }
}

/** Adds the files below `root/folder`; false when not all of them were. Folders that cannot be read are passed over. */
async function collect(root: string, folder: string, files: DataFile[], depth = 0): Promise<boolean> {
  if (depth > DEEPEST) return false;
  let complete = true;
  for (const entry of await entriesOf(path.join(root, folder))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) complete = (await collect(root, name, files, depth + 1)) && complete;
    if (!entry.isFile()) continue;
    if (files.length >= MOST_FILES) return false;
    const size = await sizeOf(path.join(root, name));
    if (size !== null) files.push([name, size]);
  }
  return complete;
}

/** Null of a file that has gone, or whose name is none in UTF-8 and so cannot be asked for. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await lstat(file)).size;
  } catch {
    return null;
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function bytesOf(file: FileHandle, name: string, at: number, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count);
  let got = 0;
  while (got < count) {
    const { bytesRead } = await file.read(bytes, got, count - got, at + got);
    if (bytesRead === 0) throw new Error(`${name} became shorter while it was read`);
    got += bytesRead;
  }
  return bytes;
}
