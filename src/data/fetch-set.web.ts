/**
 * In the place of `fetch-set.ts`: fetches a data set into the browser's storage. Each file is downloaded, checked and unpacked
 * in memory; a download that is lost begins anew. A browser only asks hosts that allow it to (CORS), or the mirror.
 */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { Buffer } from 'buffer';
import { addressesOf } from './addresses.ts';
import { DataError, dataError } from './data-error.ts';
import { downloadBytes, type DataSet, type PublishedFile } from './data-set.ts';
import type { FetchOptions } from './fetch-set.ts';
import type { DataStore, KeptFile } from './store.web.ts';
import type { StoredSet } from './store.ts';
import { unpackInMemory } from './unpack.web.ts';

/** Sizes in the list are about right. */
const SLACK = 4;
const SLACK_BYTES = 16_000_000;

/**
 * Fetches a set.
 * @throws DataError when it cannot be had; what was in the store before is as it was
 */
export async function fetchSet(store: DataStore, set: DataSet, options: FetchOptions): Promise<StoredSet> {
  const there = await store.read(set.id);
  if (there !== null) return there;
  if (set.unusable !== undefined) throw dataError('unusable', { set: set.title, reason: set.unusable });
  const kept: KeptFile[] = [];
  let before = 0;
  for (const file of set.files) {
    const bytes = await fromAnywhere(file, options, (done) => {
      const total = Math.max(downloadBytes(set), before + done);
      options.onProgress({ phase: 'download', done: before + done, total });
    });
    before += bytes.length;
    kept.push(...(await unpackInMemory(file, bytes, options)));
  }
  try {
    return await store.complete(set.id, kept);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw dataError('diskFull', { folder: store.folder, needed: null });
    throw dataError('notWritable', { folder: store.folder, reason: String(error) });
  }
}

/** @throws DataError of the first address when no address has it */
async function fromAnywhere(
  file: PublishedFile,
  options: FetchOptions,
  onProgress: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  let first: DataError | null = null;
  for (const url of addressesOf(file, options.mirror)) {
    try {
      return checked(file, await downloaded(url, file, options.signal, onProgress));
    } catch (error) {
      if (!(error instanceof DataError) || error.kind === 'stopped') throw error;
      first ??= error;
    }
  }
  throw first ?? dataError('refused', { url: file.path, status: 0 });
}

async function downloaded(
  url: URL,
  file: PublishedFile,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = SLACK * file.bytes + SLACK_BYTES;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  try {
    const answer = await fetch(url, { signal, referrerPolicy: 'no-referrer', credentials: 'omit' });
    if (!answer.ok || answer.body === null)
      throw dataError('refused', { url: url.href, status: answer.status });
    const reader = answer.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      done += next.value.length;
      if (done > most) throw dataError('tooLarge', { file: file.path, bytes: done, most });
      chunks.push(next.value);
      onProgress(done);
    }
  } catch (error) {
    if (signal.aborted) throw dataError('stopped', {});
    if (error instanceof DataError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw dataError('lostLine', { host: url.host, reason });
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @throws DataError when it is not the file that was published */
function checked(file: PublishedFile, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { algorithm, sum: expected } = file;
  const found = Buffer.from((algorithm === 'md5' ? md5 : sha1)(bytes)).toString('hex');
  if (found === expected) return bytes;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  throw dataError('wrongSum', { file: name, algorithm, expected, found });
}
