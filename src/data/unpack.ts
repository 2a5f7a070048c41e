/**
 * What is in a packed file or an archive, into packed files. Archives are a stranger's until their checksum has said
 * otherwise, and treated as one's after it too: a path that leads out ends the unpacking, links and devices are left out, and
 * what comes out is bounded in number and size.
 */

import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createTarDecoder } from 'modern-tar';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DataError, dataError } from './data-error.ts';
import type { PublishedFile } from './data-set.ts';
import type { PackedWriter } from './packed-files.ts';

const MOST_ENTRIES = 200_000;
const MOST_PATH = 1024;
const DEEPEST = 16;
/** Text becomes a tenth, and an archive of zeros a thousandth. */
const MOST_RATIO = 30;
const RATIO_SLACK_BYTES = 16_000_000;

export interface UnpackOptions {
  readonly signal: AbortSignal;
  /** Bytes of the packed file. */
  readonly packedBytes: number;
  /** So many bytes have come out. */
  onProgress(done: number): void;
}

/**
 * Unpacks `source`, which holds `file`, into `writer`: an archive's files beside it, a packed file in its place.
 * @throws DataError when it cannot be done safely
 */
export async function unpack(
  file: PublishedFile,
  source: string,
  writer: PackedWriter,
  options: UnpackOptions,
): Promise<void> {
  const unpacking = new Unpacking(file, writer, options);
  try {
    if (file.packing === 'gz') await unpacking.gunzip(source);
    else if (file.packing === 'zip') await unpacking.unzip(source);
    else if (file.packing === 'tar') await unpacking.untar(createReadStream(source));
    else if (file.packing === 'tar.gz') await unpacking.untar(gunzipped(source));
  } catch (error) {
    if (options.signal.aborted) throw dataError('stopped', {});
    if (error instanceof DataError || isOfTheSystem(error)) throw error;
    throw dataError('broken', {
      file: unpacking.name,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The chunks of a gzip file. An error of the file itself ends them too. */
function gunzipped(source: string): Readable {
  const unpacked = createGunzip();
  createReadStream(source)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked);
  return unpacked;
}

function isOfTheSystem(error: unknown): boolean {
  const { syscall } = Object(error) as NodeJS.ErrnoException;
  return syscall !== undefined;
}

class Unpacking {
  readonly name: string;
  readonly #folder: readonly string[];
  readonly #most: number;
  #entries = 0;
  #bytes = 0;

  constructor(
    file: PublishedFile,
    private readonly writer: PackedWriter,
    private readonly options: UnpackOptions,
  ) {
    const parts = file.path.split('/');
    this.name = parts.at(-1) ?? '';
    this.#folder = parts.slice(0, -1);
    this.#most = MOST_RATIO * options.packedBytes + RATIO_SLACK_BYTES;
  }

  async gunzip(source: string): Promise<void> {
    await this.#add([...this.#folder, this.name.replace(/\.gz$/, '')], gunzipped(source));
  }

  async unzip(source: string): Promise<void> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(source, { lazyEntries: true, autoClose: false });
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith('/') || isLink(entry)) this.#count();
        else await this.#addEntry(entry.fileName, () => zip?.openReadStreamPromise(entry));
      }
    } catch (error) {
      // Its own check of names comes before ours.
      const unsafe = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)/s.exec(
        error instanceof Error ? error.message : '',
      );
      throw unsafe === null ? error : this.#unsafe(unsafe[1] ?? '');
    } finally {
      zip?.close();
    }
  }

  async untar(archive: Readable): Promise<void> {
    const chunks = Readable.toWeb(archive) as unknown as ReadableStream<Uint8Array>;
    for await (const { header, body } of valuesOf(chunks.pipeThrough(createTarDecoder({ strict: true })))) {
      const isFile = header.type === 'file' || header.type === undefined;
      if (isFile) await this.#addEntry(header.name, async () => valuesOf(body));
      else this.#count();
      // What was not read would keep the next entry waiting.
      if (!body.locked) await body.cancel();
    }
  }

  async #addEntry(entry: string, open: () => Promise<AsyncIterable<Uint8Array>> | undefined): Promise<void> {
    const parts = this.#partsOf(entry);
    const chunks = parts === null ? undefined : await open();
    if (parts === null || chunks === undefined) this.#count();
    else await this.#add([...this.#folder, ...parts], chunks);
  }

  async #add(parts: readonly string[], chunks: AsyncIterable<Uint8Array>): Promise<void> {
    this.#count();
    const added = await this.writer.add(parts, this.#bounded(chunks));
    if (!added) throw this.#unsafe(parts.join('/'));
  }

  async *#bounded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.options.signal.throwIfAborted();
      this.#bytes += chunk.length;
      if (this.#bytes > this.#most) throw dataError('bomb', { file: this.name, most: this.#most });
      this.options.onProgress(this.#bytes);
      yield chunk;
    }
  }

  #count(): void {
    this.options.signal.throwIfAborted();
    if (++this.#entries > MOST_ENTRIES) throw dataError('bomb', { file: this.name, most: MOST_ENTRIES });
  }

  /** Null of an entry that is left out: its name is none that a program could ask for. @throws DataError */
  #partsOf(entry: string): readonly string[] | null {
    const parts = entry.replace(/^(?:\.\/)+/, '').split('/');
    const isOutside =
      path.posix.isAbsolute(entry) || path.win32.isAbsolute(entry) || entry.split(/[/\\]/).includes('..');
    if (isOutside || parts.length > DEEPEST || entry.length > MOST_PATH) throw this.#unsafe(entry);
    // The archive of SNLI has such a file, of a Macintosh.
    if (/[\p{Cc}\\]/u.test(entry)) return null;
    return parts.some((part) => part === '' || part === '.') ? null : parts;
  }

  #unsafe(entry: string): DataError {
    return dataError('unsafePath', { file: this.name, entry: entry.slice(0, 200) });
  }
}

async function* valuesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Ended early, or read to the end: then there is nothing to cancel.
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** Of Unix's modes, which stand in the upper half: a symbolic link, or anything else that is no regular file. */
function isLink({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000;
}
