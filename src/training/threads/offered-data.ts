/** The data files of a run: those of the folder that the user named, then those of the data sets that were fetched. */

import { StoredSets } from '../../data/stored-sets.ts';
import type { DataFiles } from '../realm/wall.ts';
import { DataFolder } from './data-folder.ts';
import type { OfferedFiles } from './thread-host.ts';

/** Bytes that a run may read of fetched sets: it may look again at what it has read. */
const MOST_BYTES = 2 ** 32;
const MOST_AT_ONCE = 2 ** 20;
/** The mark of an archive that is unpacked; nothing is known of one of the user's own. */
const UNPACKED = '.unpacked';

export class OfferedData implements OfferedFiles {
  /** The thread asks for bytes. */
  declare readonly blobs?: never;
  /** What the run is told; null when there is nothing at all. */
  readonly listing: DataFiles | null;
  #read = 0;

  private constructor(
    private readonly folder: DataFolder | null,
    private readonly sets: StoredSets | null,
    failure: string | null,
  ) {
    const own = folder?.listing.files ?? [];
    const has = (name: string): boolean => folder?.has(name) ?? false;
    const others = (sets?.top ?? []).filter(
      ([name]) => !has(name) && !(name.endsWith(UNPACKED) && has(name.slice(0, -UNPACKED.length))),
    );
    const isEmpty = folder === null && others.length === 0 && failure === null;
    const cut = folder?.listing.cut ?? false;
    this.listing = isEmpty ? null : { files: [...own, ...others], cut, failure };
  }

  /**
   * @param folder that the user named
   * @param store of fetched sets
   */
  static async open(folder: string | null, store: string | null): Promise<OfferedData> {
    const sets = store === null ? null : await StoredSets.open(store);
    if (folder === null) return new OfferedData(null, sets, null);
    try {
      return new OfferedData(await DataFolder.open(folder), sets, null);
    } catch (error) {
      return new OfferedData(null, sets, error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * `count` bytes of a file, or of a folder's listing, from byte `at` on.
   * @throws Error when they cannot be had
   */
  async read(name: string, at: number, count: number): Promise<Buffer> {
    if (this.folder !== null && (this.sets === null || this.folder.has(name)))
      return this.folder.read(name, at, count);
    if (this.sets === null) throw new Error(`${name} is no data file of this run`);
    this.#read += count;
    if (count > MOST_AT_ONCE || this.#read > MOST_BYTES) throw new Error(`${name}: too much was read`);
    return this.sets.read(name, at, count);
  }
}
