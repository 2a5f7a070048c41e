/** A store and a server for each test, and sets to fetch from there. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar, type TarEntry } from 'modern-tar';
import { afterEach, beforeEach, expect } from 'vitest';
import { DataError } from '../../../src/data/data-error.ts';
import type { DataSet } from '../../../src/data/data-set.ts';
import { fetchSet, type FetchOptions } from '../../../src/data/fetch-set.ts';
import { DataStore } from '../../../src/data/store.ts';
import { StoredSets } from '../../../src/data/stored-sets.ts';
import { DataServer, fileOf, setOf, zipOf, type ZipEntry } from '../../data-server.ts';

export const TEXT = Buffer.from(
  'The Time Traveller (for so it will be convenient to speak of him)\n'.repeat(4000),
);

export class Fetching {
  server!: DataServer;
  store!: DataStore;

  constructor() {
    beforeEach(async () => {
      this.server = await DataServer.start();
      this.store = new DataStore(await mkdtemp(path.join(tmpdir(), 'd2l-data-')));
    });
    afterEach(async () => {
      await this.server.close();
      await rm(this.store.folder, { recursive: true });
    });
  }

  get(set: DataSet, options: Partial<FetchOptions> = {}) {
    const { signal } = new AbortController();
    const { url: mirror } = this.server;
    return fetchSet(this.store, set, {
      mirror,
      signal,
      idle: 5000,
      pause: 1,
      onProgress: () => {},
      ...options,
    });
  }

  /** Why a set could not be had. */
  async failure(set: DataSet, options: Partial<FetchOptions> = {}): Promise<DataError> {
    const error = await this.get(set, options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DataError);
    return error as DataError;
  }

  serve(name: string, bytes: Uint8Array): void {
    this.server.answers.set(`/${name}`, { bytes });
  }

  textSet(): DataSet {
    this.serve('wells.txt', TEXT);
    return setOf('wells', [fileOf('wells.txt', TEXT)]);
  }

  zipSet(entries: readonly ZipEntry[]): DataSet {
    const zip = zipOf(entries);
    this.serve('words.zip', zip);
    return setOf('words', [fileOf('words.zip', zip, { packing: 'zip' })]);
  }

  async tarSet(entries: readonly TarEntry[]): Promise<DataSet> {
    const tar = gzipSync(await packTar(entries));
    this.serve('words.tar.gz', tar);
    return setOf('words', [fileOf('words.tar.gz', tar, { packing: 'tar.gz' })]);
  }

  /** All that a run may read: paths, as a walk through the listings finds them. */
  async paths(): Promise<string[]> {
    const sets = await StoredSets.open(this.store.folder);
    const found: string[] = [];
    const walk = async (name: string, bytes: number): Promise<void> => {
      if (!name.endsWith('/')) return void found.push(name);
      const listing = JSON.parse((await sets.read(name, 0, bytes)).toString('latin1')) as [string, number][];
      for (const [inner, size] of listing) await walk(name + inner, size);
    };
    for (const [name, bytes] of sets.top) await walk(name, bytes);
    return found.sort();
  }

  async contentOf(name: string, bytes: number, at = 0): Promise<string> {
    return (await (await StoredSets.open(this.store.folder)).read(name, at, bytes)).toString();
  }
}
