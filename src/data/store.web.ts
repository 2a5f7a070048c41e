/** In the place of `store.ts`: fetched data sets are kept in the browser's own storage (IndexedDB), a record each. */
import type { StoredSet } from './store.ts';

const DATABASE = 'd2l-data-sets';
const SETS = 'sets';

/** A file of a set, by its path below the data folder. */
export interface KeptFile {
  readonly path: string;
  readonly blob: Blob;
}

interface KeptSet {
  readonly id: string;
  readonly files: readonly KeptFile[];
}

export class DataStore {
  /** What people read where they would read a folder's path. @param folder is of no use here */
  readonly folder = 'the storage of this browser';

  constructor(_folder: string) {}

  /** The complete sets, by their ids. */
  async list(): Promise<readonly StoredSet[]> {
    const sets = await this.#sets();
    return sets.map((set) => this.#described(set)).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** A complete set; null when it is not there. */
  async read(id: string): Promise<StoredSet | null> {
    const set = (await this.#sets()).find((one) => one.id === id);
    return set === undefined ? null : this.#described(set);
  }

  /** What has come of a set that is not complete is not kept. */
  partialBytes(_id: string): Promise<number> {
    return Promise.resolve(0);
  }

  /** Puts a set into its place, in the place of what is there. */
  async complete(id: string, files: readonly KeptFile[]): Promise<StoredSet> {
    const set: KeptSet = { id, files };
    await request('readwrite', (store) => store.put(set));
    return this.#described(set);
  }

  /** Deletes a set. @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    const there = (await this.read(id)) !== null;
    await request('readwrite', (store) => store.delete(id));
    return there;
  }

  /** The files of all sets; of two with the same path the first. */
  async files(): Promise<readonly KeptFile[]> {
    return (await this.#sets()).flatMap(({ files }) => files);
  }

  async #sets(): Promise<readonly KeptSet[]> {
    // A browser that keeps nothing, in a private window say, has none.
    return request('readonly', (store) => store.getAll() as IDBRequest<KeptSet[]>).catch(() => []);
  }

  #described({ id, files }: KeptSet): StoredSet {
    const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
    const kept = files.map(({ path, blob }): readonly [string, number] => [path, blob.size]);
    return { id, folder: this.folder, bytes, files: kept, contents: [] };
  }
}

let opening: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(SETS, { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the storage cannot be opened'));
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** @throws Error of the browser, when it has no room say */
async function request<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(SETS, mode);
  return new Promise((resolve, reject) => {
    const asked = ask(transaction.objectStore(SETS));
    const fail = (): void => reject(transaction.error ?? asked.error ?? new Error('the storage refused it'));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
