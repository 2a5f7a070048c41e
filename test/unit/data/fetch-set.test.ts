import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/advice/translate.ts';
import { fetchSet, type FetchProgress } from '../../../src/data/fetch-set.ts';
import { DataStore } from '../../../src/data/store.ts';
import { dataErrorText } from '../../../src/data/wording.ts';
import { DataServer, fileOf, setOf } from '../../data-server.ts';
import { Fetching, TEXT } from './fetching.ts';

const f = new Fetching();

describe('a set that is fetched', () => {
  it('is there, whole and checked, and is not fetched again', async () => {
    const progress: FetchProgress[] = [];
    await f.get(f.textSet(), { onProgress: (step) => progress.push(step) });
    expect(await f.paths()).toEqual(['wells.txt']);
    expect(await f.contentOf('wells.txt', TEXT.length)).toBe(TEXT.toString());
    expect(progress.at(-1)).toEqual({ phase: 'download', done: TEXT.length, total: TEXT.length });
    await f.get(f.textSet());
    expect(f.server.asked).toEqual(['/wells.txt']);
    expect((await f.store.list()).map(({ id, bytes }) => [id, bytes])).toEqual([['wells', TEXT.length]]);
    expect(await readdir(path.join(f.store.folder, 'work'))).toEqual([]);
  });

  it('lies where programs look for it, below a folder and without gzip', async () => {
    const bytes = gzipSync(TEXT);
    f.serve('MNIST/raw/images.gz', bytes);
    await f.get(setOf('pictures', [fileOf('MNIST/raw/images.gz', bytes, { packing: 'gz' })]));
    expect(await f.paths()).toEqual(['MNIST/raw/images']);
    expect(await f.contentOf('MNIST/raw/images', 18, 4)).toBe(TEXT.toString('utf8', 4, 22));
  });

  it('is unpacked, and its archive kept', async () => {
    const entries = { 'words/a.txt': 'one', 'words/deep/ä b.txt': 'two', 'words/deep/empty': '' };
    const zip = Object.entries(entries).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    await f.get(f.zipSet([{ name: 'words/', bytes: Buffer.alloc(0) }, ...zip]));
    expect(await f.paths()).toEqual(['words.zip', 'words.zip.unpacked', ...Object.keys(entries)].sort());
    expect(await f.contentOf('words/deep/ä b.txt', 3)).toBe('two');
    await f.store.remove('words');
    expect(await f.paths()).toEqual([]);
    await f.get(
      await f.tarSet(
        Object.entries(entries).map(([name, body]) => ({
          header: { name: `./${name}`, size: Buffer.byteLength(body) },
          body,
        })),
      ),
    );
    expect(await f.paths()).toEqual(
      ['words.tar.gz', 'words.tar.gz.unpacked', ...Object.keys(entries)].sort(),
    );
    expect(await f.contentOf('words/a.txt', 3)).toBe('one');
  });

  it('can be deleted, and nothing else with it', async () => {
    await f.get(f.textSet());
    await f.get(f.zipSet([{ name: 'words/a', bytes: TEXT }]));
    expect(await f.store.remove('wells')).toBe(true);
    expect(await f.store.remove('wells')).toBe(false);
    expect((await f.store.list()).map(({ id }) => id)).toEqual(['words']);
  });

  it('is not told of while its description is damaged, and is fetched anew then', async () => {
    await f.get(f.textSet());
    await writeFile(path.join(f.store.setFolder('wells'), 'set.json'), '{"format":1');
    expect(await f.store.list()).toEqual([]);
    await f.get(f.textSet());
    expect(await f.paths()).toEqual(['wells.txt']);
  });
});

describe('a bad line', () => {
  it('is picked up where it was cut', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, cut: { after: 50_000, times: 2 } });
    await f.get(set);
    expect(f.server.asked).toEqual(['/wells.txt', '/wells.txt bytes=50000-', '/wells.txt bytes=100000-']);
    expect(await f.contentOf('wells.txt', TEXT.length)).toBe(TEXT.toString());
  });

  it('begins anew with a host that cannot begin in the middle', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, cut: { after: 50_000, times: 1 }, noRanges: true });
    await f.get(set);
    expect(await f.contentOf('wells.txt', TEXT.length)).toBe(TEXT.toString());
  });

  it('is given up when it is cut again and again, and keeps what has come', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, cut: { after: 1000, times: 9 } });
    expect((await f.failure(set)).kind).toBe('lostLine');
    expect(await f.store.partialBytes('wells')).toBe(3000);
    expect(await f.store.list()).toEqual([]);
    f.serve('wells.txt', TEXT);
    await f.get(set);
    expect(f.server.asked.at(-1)).toBe('/wells.txt bytes=3000-');
    expect(await f.paths()).toEqual(['wells.txt']);
  });

  it('is cut by the host without a word when the length was said', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT.subarray(0, 99), chunked: true });
    expect((await f.failure(set)).kind).toBe('wrongSum');
  });

  it('is given up when nothing comes', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, stallAfter: 100 });
    const error = await f.failure(set, { idle: 40 });
    expect(error.kind).toBe('slow');
    expect(dataErrorText(error, english)).toContain('for 0.04 seconds');
  });

  it('is told of when nobody answers', async () => {
    const { url } = f.server;
    const set = f.textSet();
    await f.server.close();
    const error = await f.failure(set, { mirror: url });
    expect([error.kind, dataErrorText(error, english)]).toEqual([
      'lostLine',
      expect.stringContaining(url.host),
    ]);
    f.server = await DataServer.start();
  });

  it('stops when it is told to, and goes on later', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, stallAfter: 70_000 });
    const stop = new AbortController();
    const error = await f.failure(set, {
      signal: stop.signal,
      onProgress: ({ done }) => done >= 70_000 && setTimeout(() => stop.abort(), 5),
    });
    expect(error.kind).toBe('stopped');
    f.serve('wells.txt', TEXT);
    await f.get(set);
    expect(f.server.asked.at(-1)).toBe('/wells.txt bytes=70000-');
  });
});

describe('the disk', () => {
  it('has no room for it: nothing is asked for', async () => {
    const set = setOf('wells', [fileOf('wells.txt', TEXT, { bytes: 2 ** 52 })]);
    const error = await f.failure(set);
    expect([error.kind, f.server.asked]).toEqual(['diskFull', []]);
    expect(dataErrorText(error, english)).toContain('There is not enough room');
  });

  it.skipIf(!existsSync('/dev/full'))('is full on the way: what was there before stays', async () => {
    await f.get(f.zipSet([{ name: 'words/a', bytes: TEXT }]));
    const set = f.textSet();
    await mkdir(f.store.workFolder('wells'), { recursive: true });
    await symlink('/dev/full', path.join(f.store.workFolder('wells'), '0.part'));
    expect((await f.failure(set)).kind).toBe('diskFull');
    expect(existsSync(f.store.workFolder('wells'))).toBe(false);
    expect((await f.store.list()).map(({ id }) => id)).toEqual(['words']);
    await f.get(set);
  });

  it('has a file where the f.store should be', async () => {
    const file = path.join(f.store.folder, 'file');
    await writeFile(file, '');
    const { signal } = new AbortController();
    const options = { mirror: f.server.url, signal, onProgress: () => {} };
    const error: unknown = await fetchSet(new DataStore(file), f.textSet(), options).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ kind: 'notWritable' });
  });
});

describe('two at a time', () => {
  it('do not fetch the same set', async () => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: TEXT, stallAfter: 100 });
    const stop = new AbortController();
    let begun: () => void = () => {};
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const first = f.failure(set, { signal: stop.signal, onProgress: () => begun() });
    await beginning;
    expect((await f.failure(set)).kind).toBe('busy');
    stop.abort();
    expect((await first).kind).toBe('stopped');
  });

  it('and a process that died fetching it is no hindrance', async () => {
    await mkdir(f.store.workFolder('wells'), { recursive: true });
    await writeFile(path.join(f.store.workFolder('wells'), 'lock'), '999999999');
    await f.get(f.textSet());
    expect((await readFile(path.join(f.store.setFolder('wells'), 'wells.txt'))).equals(TEXT)).toBe(true);
  });
});
