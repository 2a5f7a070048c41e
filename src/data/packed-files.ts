/**
 * Many files in one: their bytes one after the other, then a listing of each folder. So no path of an archive ever becomes
 * a path of the machine, a hundred thousand small files cost one, and a folder is listed without the others.
 */

import type { FileHandle } from 'node:fs/promises';

/** A file, or a folder, whose name ends in `/`: then where its listing is. */
export type PackedEntry = readonly [name: string, bytes: number, offset: number];
export type Listing = readonly PackedEntry[];

/** A listing takes no more than this: 200,000 entries of 150 bytes. */
const MOST_LISTING_BYTES = 2 ** 25;

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, readonly [bytes: number, offset: number]>;
}

function newFolder(): Folder {
  return { folders: new Map(), files: new Map() };
}

/** Writes packed files. */
export class PackedWriter {
  #at = 0;
  readonly #root = newFolder();

  constructor(private readonly file: FileHandle) {}

  /**
   * Adds a file; one of the same path is replaced.
   * @param parts of its path, the name last
   * @returns whether it could be: not where a folder is a file
   */
  async add(parts: readonly string[], chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
    const folder = this.#folderAt(parts.slice(0, -1));
    const name = parts.at(-1);
    if (folder === null || name === undefined || folder.folders.has(name)) return false;
    const offset = this.#at;
    for await (const chunk of chunks) await this.#write(chunk);
    folder.files.set(name, [this.#at - offset, offset]);
    return true;
  }

  /** Writes the listings. @returns that of the root */
  async finish(): Promise<Listing> {
    return this.#list(this.#root);
  }

  #folderAt(parts: readonly string[]): Folder | null {
    let folder = this.#root;
    for (const part of parts) {
      if (folder.files.has(part)) return null;
      const next = folder.folders.get(part) ?? newFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    return folder;
  }

  async #list({ folders, files }: Folder): Promise<Listing> {
    const listing: PackedEntry[] = [];
    for (const [name, folder] of folders) {
      const bytes = Buffer.from(asciiJson(await this.#list(folder)), 'latin1');
      listing.push([`${name}/`, bytes.length, this.#at]);
      await this.#write(bytes);
    }
    for (const [name, [bytes, offset]] of files) listing.push([name, bytes, offset]);
    return listing;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, from, bytes.length - from, this.#at);
      from += bytesWritten;
      this.#at += bytesWritten;
    }
  }
}

/** A character each byte, so that listings pass where bytes do. */
function asciiJson(value: Listing): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Finds packed files by their paths. */
export class PackedFiles {
  readonly #listings = new Map<string, Promise<ReadonlyMap<string, PackedEntry>>>();

  /**
   * @param root as {@link PackedWriter.finish} gave it
   * @param read bytes of the file
   */
  constructor(
    root: Listing,
    private readonly read: (at: number, count: number) => Promise<Buffer>,
  ) {
    this.#listings.set('', Promise.resolve(byName(root)));
  }

  /** Where the bytes of a file, or the listing of a folder (`a/b/`), are; null when there is none. */
  async find(path: string): Promise<PackedEntry | null> {
    const parts = path.match(/[^/]+\/?/g) ?? [];
    if (parts.join('') !== path) return null;
    let entry: PackedEntry | null = null;
    let folder = '';
    for (const part of parts) {
      entry = (await this.#listing(folder, entry))?.get(part) ?? null;
      if (entry === null) return null;
      folder += part;
    }
    return entry;
  }

  async #listing(
    folder: string,
    entry: PackedEntry | null,
  ): Promise<ReadonlyMap<string, PackedEntry> | undefined> {
    const known = this.#listings.get(folder);
    if (known !== undefined || entry === null) return known;
    const [, bytes, offset] = entry;
    if (bytes > MOST_LISTING_BYTES) return undefined;
    const read = this.read(offset, bytes).then((text) => byName(readListing(text.toString('latin1'))));
    this.#listings.set(folder, read);
    return read;
  }
}

function byName(listing: Listing): ReadonlyMap<string, PackedEntry> {
  return new Map(listing.map((entry) => [entry[0], entry]));
}

/** A listing as it is written. @throws Error when it is none */
function readListing(text: string): Listing {
  const listing = JSON.parse(text) as unknown;
  if (!isListing(listing)) throw new Error('a listing of packed files is damaged');
  return listing;
}

/** Whether a value is a listing. */
export function isListing(value: unknown): value is Listing {
  return Array.isArray(value) && value.every(isEntry);
}

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [name, bytes, offset] = value as readonly unknown[];
  return typeof name === 'string' && /^[^/]+\/?$/.test(name) && isSize(bytes) && isSize(offset);
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
