/** What of the store a run may read: files by their paths below the data folder. */

import { open } from 'node:fs/promises';
import path from 'node:path';
import { PackedFiles } from './packed-files.ts';
import { CONTENTS, DataStore, type StoredSet } from './store.ts';

/** A path and its bytes; of a folder, which ends in `/`, those of its listing. */
type Offered = readonly [path: string, bytes: number];

interface Source {
  readonly set: StoredSet;
  readonly packed: PackedFiles;
}

export class StoredSets {
  readonly #sources: readonly Source[];
  /** Files that are at the top, and folders whose files are told when somebody looks: `readListing`. */
  readonly top: readonly Offered[];

  private constructor(sets: readonly StoredSet[]) {
    this.#sources = sets.map((set) => ({
      set,
      packed: new PackedFiles(set.contents, (at, count) =>
        bytesOf(path.join(set.folder, CONTENTS), at, count),
      ),
    }));
    const top = new Map<string, number>();
    for (const { files, contents } of sets) {
      for (const [name, bytes] of [...files, ...contents]) if (!top.has(name)) top.set(name, bytes);
    }
    this.top = [...top];
  }

  /** The complete sets of a store at this moment; none when there is no such folder. */
  static async open(store: string): Promise<StoredSets> {
    return new StoredSets(await new DataStore(store).list());
  }

  /**
   * `count` bytes of a file, or of a folder's listing, from byte `at` on.
   * @throws Error when there is none, or it has fewer bytes
   */
  async read(name: string, at: number, count: number): Promise<Buffer> {
    for (const { set, packed } of this.#sources) {
      const kept = set.files.find(([file]) => file === name);
      const place = kept === undefined ? await packed.find(name) : ([name, kept[1], 0] as const);
      if (place === null) continue;
      const [, bytes, offset] = place;
      if (at + count > bytes) throw new Error(`${name} has fewer bytes`);
      const file = kept === undefined ? CONTENTS : path.posix.basename(name);
      return bytesOf(path.join(set.folder, file), offset + at, count);
    }
    throw new Error(`${name} is in no data set that is there`);
  }
}

async function bytesOf(file: string, at: number, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count);
  const handle = await open(file, 'r');
  try {
    for (let got = 0; got < count;) {
      const { bytesRead } = await handle.read(bytes, got, count - got, at + got);
      if (bytesRead === 0) throw new Error(`${path.basename(file)} is shorter than it was`);
      got += bytesRead;
    }
  } finally {
    await handle.close();
  }
  return bytes;
}
