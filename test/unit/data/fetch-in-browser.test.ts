/** Data sets as a browser fetches them: in memory, with the same list, checks and refusals. */
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DataSet } from '../../../src/data/data-set.ts';
import { fetchSet } from '../../../src/data/fetch-set.web.ts';
import { DataStore, type KeptFile } from '../../../src/data/store.web.ts';
import { DataServer, fileOf, setOf, zipOf, type Answer } from '../../data-server.ts';

const TEXT = Buffer.from('depth,flow\n1.5,3\n'.repeat(50));

/** Keeps in memory what a browser keeps in IndexedDB, which Node does not have. */
class MemoryStore extends DataStore {
  readonly kept = new Map<string, readonly KeptFile[]>();

  constructor() {
    super('');
  }

  override read(id: string): ReturnType<DataStore['read']> {
    const files = this.kept.get(id);
    return Promise.resolve(
      files === undefined ? null : { id, folder: this.folder, bytes: 0, files: [], contents: [] },
    );
  }

  override complete(id: string, files: readonly KeptFile[]): ReturnType<DataStore['complete']> {
    this.kept.set(id, files);
    return Promise.resolve({ id, folder: this.folder, bytes: 0, files: [], contents: [] });
  }
}

let server: DataServer;
let store: MemoryStore;

beforeEach(async () => {
  server = await DataServer.start();
  store = new MemoryStore();
});
afterEach(() => server.close());

function serve(path: string, bytes: Uint8Array, answer: Partial<Answer> = {}): void {
  server.answers.set(`/${path}`, { bytes, ...answer });
}

const get = (set: DataSet, signal = new AbortController().signal): Promise<unknown> =>
  fetchSet(store, set, { mirror: server.url, signal, onProgress: () => undefined });

async function contents(id: string): Promise<Record<string, string>> {
  const files = store.kept.get(id) ?? [];
  const pairs = files.map(async ({ path, blob }) => [path, await blob.text()] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

describe('a set that a browser fetches', () => {
  it('is there, checked, and not fetched again', async () => {
    serve('wells.txt', TEXT);
    const set = setOf('wells', [fileOf('wells.txt', TEXT)]);
    await get(set);
    await get(set);
    expect(await contents('wells')).toEqual({ 'wells.txt': TEXT.toString() });
    expect(server.asked).toEqual(['/wells.txt']);
  });

  it('lies where programs look for it, without gzip', async () => {
    const bytes = gzipSync(TEXT);
    serve('MNIST/raw/images.gz', bytes);
    await get(setOf('pictures', [fileOf('MNIST/raw/images.gz', bytes, { packing: 'gz' })]));
    expect(await contents('pictures')).toEqual({ 'MNIST/raw/images': TEXT.toString() });
  });

  it('is unpacked, of zip and tar, and its archive kept', async () => {
    const zip = zipOf([
      { name: 'words/', bytes: Buffer.alloc(0) },
      { name: 'words/deep/ä b.txt', bytes: Buffer.from('two') },
    ]);
    serve('words.zip', zip);
    await get(setOf('zip', [fileOf('words.zip', zip, { packing: 'zip' })]));
    expect(Object.keys(await contents('zip'))).toEqual([
      'words.zip',
      'words/deep/ä b.txt',
      'words.zip.unpacked',
    ]);
    expect((await contents('zip'))['words/deep/ä b.txt']).toBe('two');
    const tar = gzipSync(await packTar([{ header: { name: './words/a.txt', size: 3 }, body: 'one' }]));
    serve('words.tar.gz', tar);
    await get(setOf('tar', [fileOf('words.tar.gz', tar, { packing: 'tar.gz' })]));
    expect((await contents('tar'))['words/a.txt']).toBe('one');
  });

  it.each<[string, () => DataSet, string]>([
    ['another file', () => setOf('x', [fileOf('x', Buffer.from('other'))]), 'wrongSum'],
    ['no file', () => setOf('x', [fileOf('missing', TEXT)]), 'refused'],
    [
      'a set that no run could use',
      () => ({ ...setOf('x', [fileOf('x', TEXT)]), unusable: 'why' }),
      'unusable',
    ],
  ])('is refused: %s', async (_what, set, kind) => {
    serve('x', TEXT);
    await expect(get(set())).rejects.toMatchObject({ name: 'DataError', failure: { kind } });
    expect(store.kept.size).toBe(0);
  });

  it.each(['../out.txt', '/etc/out.txt', 'a/../../out.txt', 'C:\\out.txt'])(
    'leads nowhere else: %s',
    async (name) => {
      const zip = zipOf([{ name, bytes: TEXT }]);
      serve('bad.zip', zip);
      const set = setOf('bad', [fileOf('bad.zip', zip, { packing: 'zip' })]);
      await expect(get(set)).rejects.toMatchObject({ failure: { kind: 'unsafePath' } });
    },
  );

  it('holds no more than it can honestly hold', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000));
    serve('bomb.gz', bomb);
    const set = setOf('bomb', [fileOf('bomb.gz', bomb, { packing: 'gz' })]);
    await expect(get(set)).rejects.toMatchObject({ failure: { kind: 'bomb' } });
  });

  it('ends when it is told to', async () => {
    serve('slow', TEXT, { stallAfter: 10 });
    const abort = new AbortController();
    const fetching = get(setOf('slow', [fileOf('slow', TEXT)]), abort.signal);
    setTimeout(() => abort.abort(), 100);
    await expect(fetching).rejects.toMatchObject({ failure: { kind: 'stopped' } });
  });
});
