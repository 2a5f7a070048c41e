/** Fetches a data set into the store: downloads what is missing of it, checks, unpacks, and puts it in place at once. */

import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { DataError, dataError, fileError } from './data-error.ts';
import { downloadBytes, storedBytes, type DataSet, type PublishedFile } from './data-set.ts';
import { download, type DownloadOptions } from './download.ts';
import { takeLock } from './lock.ts';
import { PackedWriter } from './packed-files.ts';
import { CONTENTS, type DataStore, type StoredSet } from './store.ts';
import { unpack } from './unpack.ts';

/** An archive that is larger could not be opened by a run, so it is not kept once it is unpacked. */
const LARGEST_KEPT = 512 * 2 ** 20;

/** How far it is: `done` of about `total` bytes. */
export interface FetchProgress {
  readonly phase: 'download' | 'unpack';
  readonly done: number;
  readonly total: number;
}

export interface FetchOptions extends Omit<DownloadOptions, 'onProgress'> {
  onProgress(progress: FetchProgress): void;
}

/**
 * Fetches a set. What has come of it stays when the line is lost or it is told to stop: the next call goes on there.
 * @throws DataError when it cannot be had; what was in the store before is as it was
 */
export async function fetchSet(store: DataStore, set: DataSet, options: FetchOptions): Promise<StoredSet> {
  const there = await store.read(set.id);
  if (there !== null) return there;
  if (set.unusable !== undefined) throw dataError('unusable', { set: set.title, reason: set.unusable });
  const work = store.workFolder(set.id);
  try {
    await mkdir(work, { recursive: true });
    const unlock = await takeLock(path.join(work, 'lock'));
    if (unlock === null) throw dataError('busy', { set: set.title });
    try {
      return await fetchInto(work, store, set, options);
    } finally {
      await unlock();
      if ((await store.read(set.id)) !== null) await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    const failure = fileError(error, store.folder);
    // A disk that is full is not left full.
    if (failure instanceof DataError && failure.kind === 'diskFull')
      await rm(work, { recursive: true, force: true });
    throw failure;
  }
}

async function fetchInto(
  work: string,
  store: DataStore,
  set: DataSet,
  options: FetchOptions,
): Promise<StoredSet> {
  await checkSpace(work, set, await store.partialBytes(set.id));
  const parts = set.files.map((_, index) => path.join(work, `${index}.part`));
  await downloadAll(set, parts, options);
  const folder = path.join(work, 'set');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const contents = await open(path.join(folder, CONTENTS), 'w');
  try {
    const writer = new PackedWriter(contents);
    await unpackAll(set, parts, writer, options);
    const listing = await writer.finish();
    const files = await keep(set, parts, folder);
    await contents.close();
    return await store.complete(set.id, folder, { files, contents: listing });
  } finally {
    await contents.close().catch(() => undefined);
  }
}

/** @throws DataError when there is certainly no room */
async function checkSpace(folder: string, set: DataSet, there: number): Promise<void> {
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity,
  );
  // While it is unpacked the packed files are there too.
  const needed = Math.max(0, downloadBytes(set) - there) + storedBytes(set);
  if (free < needed) throw dataError('diskFull', { folder, needed });
}

async function downloadAll(set: DataSet, parts: readonly string[], options: FetchOptions): Promise<void> {
  // As the list has them, and as the hosts say once they do.
  const totals = set.files.map(({ bytes }) => bytes);
  let before = 0;
  for (const [index, file] of set.files.entries()) {
    let done = 0;
    await download(file, parts[index] as string, {
      ...options,
      onProgress: (bytes, total) => {
        done = bytes;
        if (total !== null) totals[index] = total;
        const sum = totals.reduce((all, one) => all + one, 0);
        options.onProgress({ phase: 'download', done: before + done, total: Math.max(sum, before + done) });
      },
    });
    before += done;
  }
}

async function unpackAll(
  set: DataSet,
  parts: readonly string[],
  writer: PackedWriter,
  { signal, onProgress }: FetchOptions,
): Promise<void> {
  const total = set.files.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  let before = 0;
  for (const [index, file] of set.files.entries()) {
    if (file.packing === 'none') continue;
    const part = parts[index] as string;
    let unpacked = 0;
    await unpack(file, part, writer, {
      signal,
      packedBytes: (await stat(part)).size,
      onProgress: (done) => {
        unpacked = done;
        onProgress({ phase: 'unpack', done: before + done, total: Math.max(total, before + done) });
      },
    });
    before += unpacked;
    if (isArchive(file)) await writer.add(`${file.path}.unpacked`.split('/'), nothing());
  }
}

/** For `extract` of d2l: the archive of this name is unpacked already. */
async function* nothing(): AsyncGenerator<Uint8Array> {}

function isArchive({ packing }: PublishedFile): boolean {
  return packing !== 'none' && packing !== 'gz';
}

/** Moves the published files that programs may open into the set's folder. */
async function keep(set: DataSet, parts: readonly string[], folder: string): Promise<StoredSet['files']> {
  const files: [string, number][] = [];
  for (const [index, file] of set.files.entries()) {
    const part = parts[index] as string;
    const { size } = await stat(part);
    if (file.packing === 'gz' || size > LARGEST_KEPT) continue;
    await rename(part, path.join(folder, path.posix.basename(file.path)));
    files.push([file.path, size]);
  }
  return files;
}
