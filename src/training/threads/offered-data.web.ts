/**
 * In the place of `offered-data.ts`: the data files of a run in a browser are those of the workspace's folder, then those of the
 * data sets that were fetched. The files themselves go to the worker, as blobs.
 */
import { DataStore, type KeptFile } from '../../data/store.web.ts';
import type { DataFiles } from '../realm/wall.ts';
import type { OfferedFiles } from './thread-host.ts';

/** What of a folder runs may read. */
export interface FolderFiles {
  readonly files: readonly KeptFile[];
  /** Whether there are more files than these. */
  readonly cut: boolean;
}

/** Reads a folder of the workspace by its address. */
export type ReadFolder = (address: string) => Promise<FolderFiles>;

let readFolder: ReadFolder | null = null;

/** Says how folders are read. */
export function provideFolders(read: ReadFolder): void {
  readFolder = read;
}

export class OfferedData implements OfferedFiles {
  private constructor(
    /** What the run is told; null when there is nothing at all. */
    readonly listing: DataFiles | null,
    /** By path. */
    readonly blobs: ReadonlyMap<string, Blob>,
  ) {}

  /**
   * @param folder that the user named, as an address
   * @param store of fetched sets; null: none
   */
  static async open(folder: string | null, store: string | null): Promise<OfferedData> {
    const sets = store === null ? [] : await new DataStore(store).files();
    let own: FolderFiles = { files: [], cut: false };
    let failure: string | null = null;
    try {
      if (folder !== null && readFolder !== null) own = await readFolder(folder);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    const blobs = new Map([...sets, ...own.files].map(({ path, blob }) => [path, blob]));
    const isEmpty = folder === null && blobs.size === 0;
    const files = [...blobs].map(([path, blob]): readonly [string, number] => [path, blob.size]);
    return new OfferedData(isEmpty ? null : { files, cut: own.cut, failure }, blobs);
  }

  /** The worker has the files themselves. */
  read(name: string): Promise<Uint8Array> {
    return Promise.reject(new Error(`${name} is read in the worker`));
  }
}
