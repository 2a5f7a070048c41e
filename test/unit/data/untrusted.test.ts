import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/advice/translate.ts';
import { dataErrorText } from '../../../src/data/wording.ts';
import { DataServer, fileOf, setOf } from '../../data-server.ts';
import { Fetching, TEXT } from './fetching.ts';

const f = new Fetching();

describe('a host that cannot be trusted', () => {
  it('sends another file: it is deleted, and nothing of it is left', async () => {
    const set = f.textSet();
    f.serve('wells.txt', Buffer.from(TEXT.toString().replace('Time', 'Tame')));
    const error = await f.failure(set);
    expect(dataErrorText(error, english)).toMatch(/^wells.txt is not the published file: its SHA-1 is /);
    expect(await f.store.partialBytes('wells')).toBe(0);
    expect(await f.store.list()).toEqual([]);
  });

  it('had sent a part of another file: the next attempt begins anew', async () => {
    const set = f.textSet();
    await mkdir(f.store.workFolder('wells'), { recursive: true });
    await writeFile(path.join(f.store.workFolder('wells'), '0.part'), 'no beginning of it');
    expect((await f.failure(set)).kind).toBe('wrongSum');
    await f.get(set);
    expect(await f.paths()).toEqual(['wells.txt']);
  });

  it.each([404, 403, 500])('answers %i', async (status) => {
    f.server.answers.set('/wells.txt', { status });
    const error = await f.failure(setOf('wells', [fileOf('wells.txt', TEXT)]));
    expect([error.kind, dataErrorText(error, english)]).toEqual([
      'refused',
      expect.stringContaining(`status ${status}`),
    ]);
  });

  it('leads elsewhere', async () => {
    const other = await DataServer.start();
    other.answers.set('/wells.txt', { bytes: TEXT });
    const set = f.textSet();
    for (const location of [new URL('wells.txt', other.url).href, 'file:///etc/passwd', 'http://[bad']) {
      f.server.answers.set('/wells.txt', { location });
      expect((await f.failure(set)).kind).toBe('redirected');
    }
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it('leads in a circle', async () => {
    f.server.answers.set('/wells.txt', { location: '/wells.txt' });
    expect((await f.failure(setOf('wells', [fileOf('wells.txt', TEXT)]))).kind).toBe('redirected');
    expect(f.server.asked.length).toBeLessThan(10);
  });

  it('leads to another path of its own', async () => {
    const set = f.textSet();
    f.server.answers.set('/old.txt', { bytes: TEXT });
    f.server.answers.set('/wells.txt', { location: '/old.txt', status: 301 });
    await f.get(set);
    expect(await f.paths()).toEqual(['wells.txt']);
  });

  it.each([false, true])('sends more than the file can have, its length unsaid: %s', async (chunked) => {
    const set = f.textSet();
    f.server.answers.set('/wells.txt', { bytes: Buffer.alloc(18_000_000), chunked });
    expect((await f.failure(set)).kind).toBe('tooLarge');
    expect(await f.store.partialBytes('wells')).toBe(0);
  });
});

describe('an archive that cannot be trusted', () => {
  it.each(['../out.txt', 'words/../../out.txt', '/tmp/d2l-out.txt', 'C:/out.txt', '..\\out.txt'])(
    'has an entry %s',
    async (name) => {
      for (const set of [
        f.zipSet([
          { name: 'words/a', bytes: TEXT },
          { name, bytes: TEXT },
        ]),
        await f.tarSet([{ header: { name, size: 3 }, body: 'out' }]),
      ]) {
        const error = await f.failure(set);
        expect(error.kind).toBe('unsafePath');
        expect(await f.store.list()).toEqual([]);
        await f.store.remove('words');
      }
      expect(existsSync('/tmp/d2l-out.txt') || existsSync(path.join(f.store.folder, 'out.txt'))).toBe(false);
    },
  );

  it('has links and devices: they are left out', async () => {
    await f.get(
      f.zipSet([
        { name: 'words/a', bytes: Buffer.from('a') },
        { name: 'words/link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 },
      ]),
    );
    expect(await f.paths()).toEqual(['words.zip', 'words.zip.unpacked', 'words/a']);
    await f.store.remove('words');
    const linkname = '/etc/passwd';
    await f.get(
      await f.tarSet([
        { header: { name: 'words/a', size: 1 }, body: 'a' },
        { header: { name: 'words/soft', size: 0, type: 'symlink', linkname } },
        { header: { name: 'words/hard', size: 0, type: 'link', linkname } },
        { header: { name: 'words/tape', size: 0, type: 'character-device' } },
        { header: { name: 'words/soft/below', size: 1 }, body: 'b' },
      ]),
    );
    expect(await f.paths()).toEqual(['words.tar.gz', 'words.tar.gz.unpacked', 'words/a', 'words/soft/below']);
  });

  it('is a bomb', async () => {
    const zeros = Buffer.alloc(20_000_000);
    const gz = gzipSync(zeros);
    f.serve('zeros.gz', gz);
    for (const set of [
      f.zipSet([{ name: 'words/zeros', bytes: zeros }]),
      await f.tarSet([{ header: { name: 'words/zeros', size: zeros.length }, body: zeros }]),
      setOf('zeros', [fileOf('zeros.gz', gz, { packing: 'gz' })]),
    ]) {
      expect((await f.failure(set)).kind).toBe('bomb');
      expect(await f.store.list()).toEqual([]);
      await f.store.remove(set.id);
    }
  });

  it('makes a file of what is a folder', async () => {
    const entries = [
      { name: 'words/a', bytes: TEXT },
      { name: 'words/a/b', bytes: TEXT },
    ];
    expect((await f.failure(f.zipSet(entries))).kind).toBe('unsafePath');
  });

  it.each(['zip', 'gz', 'tar', 'tar.gz'] as const)('is no %s', async (packing) => {
    f.serve('words.bin', TEXT);
    const set = setOf('words', [fileOf('words.bin', TEXT, { packing })]);
    expect((await f.failure(set)).kind).toBe('broken');
    expect(await f.store.list()).toEqual([]);
  });
});
