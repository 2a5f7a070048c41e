/**
 * The folder in which fetched data sets are kept. Each complete set is a folder of its own with the published files, what
 * they unpack to as packed files, and what is where; one that is being fetched is in another place until it is complete.
 */

import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from './data-error.ts';
import { isListing, type Listing } from './packed-files.ts';

const FORMAT = 1;
const DESCRIPTION = 'set.json';
/** Packed files of a set. */
export const CONTENTS = 'contents.bin';

/** What is in a stored set. */
export interface StoredSet {
  readonly id: string;
  /** Its folder. */
  readonly folder: string;
  /** Bytes on the disk. */
  readonly bytes: number;
  /** Published files that are kept: their paths below the data folder, and bytes. They lie in the folder by their names. */
  readonly files: readonly (readonly [path: string, bytes: number])[];
  /** The root of {@link CONTENTS}; its paths are below the data folder too. */
  readonly contents: Listing;
}

export class DataStore {
  /** @param folder its place, which need not be there */
  constructor(readonly folder: string) {}

  /** Where the published files of a set are kept as far as they have come, and the set is made. */
  workFolder(id: string): string {
    return path.join(this.folder, 'work', id);
  }

  setFolder(id: string): string {
    return path.join(this.folder, 'sets', id);
  }

  /** The complete sets, by their ids. */
  async list(): Promise<readonly StoredSet[]> {
    const names = await readdir(path.join(this.folder, 'sets')).catch(() => []);
    const sets = await Promise.all(names.sort().map((name) => this.read(name)));
    return sets.filter((set) => set !== null);
  }

  /** A complete set; null when it is not there, or damaged. */
  async read(id: string): Promise<StoredSet | null> {
    const folder = this.setFolder(id);
    try {
      return described(id, folder, JSON.parse(await readFile(path.join(folder, DESCRIPTION), 'utf8')));
    } catch {
      return null;
    }
  }

  /** Bytes that have come of a set that is not complete. */
  async partialBytes(id: string): Promise<number> {
    return sizeOf(this.workFolder(id));
  }

  /** Makes a set complete: `folder` holds its files. */
  async complete(
    id: string,
    folder: string,
    { files, contents }: Pick<StoredSet, 'files' | 'contents'>,
  ): Promise<StoredSet> {
    const bytes = await sizeOf(folder);
    const description = { format: FORMAT, bytes, files, contents };
    await writeFile(path.join(folder, DESCRIPTION), JSON.stringify(description));
    const target = this.setFolder(id);
    await mkdir(path.dirname(target), { recursive: true });
    // What is damaged may be there.
    await rm(target, { recursive: true, force: true });
    await rename(folder, target);
    return { id, folder: target, bytes, files, contents };
  }

  /**
   * Deletes a set, or what has come of it.
   * @returns whether there was one
   * @throws DataError when it cannot be
   */
  async remove(id: string): Promise<boolean> {
    const folders = [this.setFolder(id), this.workFolder(id)];
    const found = await Promise.all(folders.map((folder) => stat(folder).catch(() => null)));
    try {
      for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      throw fileError(error, this.folder);
    }
    return found.some((status) => status !== null);
  }
}

function described(id: string, folder: string, value: unknown): StoredSet | null {
  const { format, bytes, files, contents } = Object(value) as Record<string, unknown>;
  if (format !== FORMAT || typeof bytes !== 'number' || !isListing(contents)) return null;
  if (!Array.isArray(files) || !files.every(isFile)) return null;
  return { id, folder, bytes, files, contents };
}

function isFile(value: unknown): value is StoredSet['files'][number] {
  if (!Array.isArray(value)) return false;
  const [name, bytes] = value as readonly unknown[];
  return (
    typeof name === 'string' &&
    !name.includes('\\') &&
    !name.split('/').includes('..') &&
    typeof bytes === 'number'
  );
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return sizeOf(full);
    return (await stat(full).catch(() => null))?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
