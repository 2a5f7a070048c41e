/** What is in a packed file or an archive, as files in memory: `unpack.ts` for browsers, with its bounds. */
import { unzip } from 'fflate';
import { unpackTar } from 'modern-tar';
import { dataError } from './data-error.ts';
import type { PublishedFile } from './data-set.ts';
import type { FetchOptions } from './fetch-set.ts';
import type { KeptFile } from './store.web.ts';

const MOST_ENTRIES = 200_000;
const MOST_PATH = 1024;
const DEEPEST = 16;
/** Text becomes a tenth, and an archive of zeros a thousandth. */
const MOST_RATIO = 30;
const RATIO_SLACK_BYTES = 16_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The published file and what it unpacks to, as far as programs open them.
 * @throws DataError when it cannot be unpacked safely
 */
export async function unpackInMemory(
  file: PublishedFile,
  bytes: Bytes,
  { signal }: Pick<FetchOptions, 'signal'>,
): Promise<readonly KeptFile[]> {
  const most = MOST_RATIO * bytes.length + RATIO_SLACK_BYTES;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const folder = file.path.slice(0, -name.length);
  const whole: KeptFile = { path: file.path, blob: new Blob([bytes]) };
  if (file.packing === 'none') return [whole];
  try {
    if (file.packing === 'gz')
      return [{ path: file.path.replace(/\.gz$/, ''), blob: new Blob([await gunzipped(bytes, name, most)]) }];
    const isZip = file.packing === 'zip';
    const tar = file.packing === 'tar.gz' ? await gunzipped(bytes, name, most) : bytes;
    const entries = isZip ? Object.entries(await unzipped(bytes, name, most)) : await tarEntries(tar);
    const files = entries.flatMap(([entry, contents]): KeptFile[] => {
      const path = safePath(entry, name);
      return path === null ? [] : [{ path: folder + path, blob: new Blob([contents]) }];
    });
    if (signal.aborted) throw dataError('stopped', {});
    // For `extract` of d2l: the archive of this name is unpacked already.
    return [whole, ...files, { path: `${file.path}.unpacked`, blob: new Blob([]) }];
  } catch (error) {
    if (error instanceof Error && error.name === 'DataError') throw error;
    throw dataError('broken', { file: name, reason: error instanceof Error ? error.message : String(error) });
  }
}

async function gunzipped(bytes: Bytes, file: string, most: number): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let done = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    done += next.value.length;
    if (done > most) throw dataError('bomb', { file, most });
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function unzipped(bytes: Bytes, file: string, most: number): Promise<Record<string, Bytes>> {
  let total = 0;
  let entries = 0;
  let tooMuch = false;
  return new Promise((resolve, reject) => {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
      total += originalSize;
      tooMuch ||= total > most || ++entries > MOST_ENTRIES;
      return !tooMuch && !name.endsWith('/');
    };
    unzip(bytes, { filter }, (error, files) => {
      if (tooMuch) reject(dataError('bomb', { file, most }));
      else if (error !== null) reject(error);
      else resolve(files);
    });
  });
}

async function tarEntries(bytes: Bytes): Promise<(readonly [string, Bytes])[]> {
  const entries = await unpackTar(bytes, { strict: true });
  return entries
    .filter(({ header }) => header.type === 'file' || header.type === undefined)
    .map(({ header, data }) => [header.name, data ?? new Uint8Array()] as const);
}

/** Null of an entry that is left out: its name is none that a program could ask for. @throws DataError where it leads out */
function safePath(entry: string, file: string): string | null {
  const parts = entry.replace(/^(?:\.\/)+/, '').split('/');
  const isOutside = /^(?:[/\\]|[a-z]:)/i.test(entry) || entry.split(/[/\\]/).includes('..');
  if (isOutside || parts.length > DEEPEST || entry.length > MOST_PATH)
    throw dataError('unsafePath', { file, entry: entry.slice(0, 200) });
  if (/[\p{Cc}\\]/u.test(entry)) return null;
  return parts.some((part) => part === '' || part === '.') ? null : parts.join('/');
}
