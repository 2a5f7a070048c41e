import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addressesOf, hostsOf, mayLeadTo, mirrorAddress } from '../../../src/data/addresses.ts';
import { CATALOG, findDataSet } from '../../../src/data/catalog.ts';
import { DataError } from '../../../src/data/data-error.ts';
import { downloadBytes, storedBytes } from '../../../src/data/data-set.ts';
import { dataSetsFolder } from '../../../src/data/place.ts';
import { sizeText } from '../../../src/data/sizes.ts';

const files = CATALOG.flatMap((set) => set.files);

describe('the list', () => {
  it('has every file of DATA_HUB, with its checksum', async () => {
    const python = await readFile('src/training/python/d2l/data_files.py', 'utf8');
    const lines = [...python.matchAll(/^ {4}(\S+) (\S+) ([0-9a-f]{40})$/gm)];
    expect(lines.length).toBeGreaterThan(15);
    for (const [, name = '', address = '', sum = ''] of lines) {
      const file = address.slice(address.lastIndexOf('/') + 1);
      const found = findDataSet(name)?.files.find(({ path }) => path === file);
      expect([name, found?.algorithm, found?.sum]).toEqual([name, 'sha1', sum]);
    }
  });

  it('has what a program can ask for once, by ids that are names of folders', () => {
    const names = CATALOG.flatMap((set) => [set.id, ...set.names]);
    const twice = names.filter(
      (name, index) =>
        names.indexOf(name) !== index &&
        !CATALOG.some(({ id, names: own }) => id === name && own.includes(name)),
    );
    expect(twice).toEqual([]);
    for (const { id } of CATALOG) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('has sums of the right length, and https but for one host that has none', () => {
    for (const { algorithm, sum } of files)
      expect(sum).toMatch(algorithm === 'md5' ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{40}$/);
    const plain = files.flatMap(({ urls }) => urls.filter((url) => !url.startsWith('https://')));
    expect(new Set(plain.map((url) => new URL(url).host))).toEqual(
      new Set(['fashion-mnist.s3-website.eu-central-1.amazonaws.com']),
    );
    for (const { urls } of files) expect(urls[0]).toMatch(/^https:/);
  });

  it('knows how large a set is', () => {
    const set = findDataSet('FashionMNIST')!;
    expect([sizeText(downloadBytes(set)), sizeText(storedBytes(set))]).toEqual(['31 MB', '55 MB']);
    expect(findDataSet('fashion-mnist')).toBe(set);
    const pictures = findDataSet('CIFAR10')!;
    expect([sizeText(downloadBytes(pictures)), pictures.files[0]?.sum]).toEqual([
      '170 MB',
      'c58f30108f718f92721af3b95e74349a',
    ]);
    expect(findDataSet('of somebody else')).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each(['', '  '])('has no mirror in %j', (text) => expect(mirrorAddress(text)).toBeNull());

  it.each([
    ['https://course.example/data', 'https://course.example/data/'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000/'],
    ['http://localhost/x/', 'http://localhost/x/'],
    ['http://[::1]:1', 'http://[::1]:1/'],
  ])('takes %s as a mirror', (text, url) => expect(mirrorAddress(text)?.href).toBe(url));

  it.each([
    'http://course.example/',
    'file:///data',
    'course.example',
    'ftp://x/',
    'https://x/?q=1',
    'http://127.0.0.1.example/',
  ])('does not take %s', (text) => expect(() => mirrorAddress(text)).toThrow(DataError));

  it('asks a mirror alone, for files as a data folder has them', () => {
    const set = findDataSet('FashionMNIST')!;
    const mirror = mirrorAddress('https://course.example/data');
    expect(addressesOf(set.files[0]!, mirror).map(({ href }) => href)).toEqual([
      'https://course.example/data/FashionMNIST/raw/train-images-idx3-ubyte.gz',
    ]);
    expect(hostsOf(set, mirror)).toEqual(['course.example']);
    expect(hostsOf(set, null)).toHaveLength(2);
  });

  it.each([
    ['https://a.example/1', 'https://a.example/2', true],
    ['https://a.example/1', 'https://b.example/2', true],
    ['https://a.example/1', 'https://c.example/2', false],
    ['https://a.example/1', 'http://a.example/2', false],
    ['http://a.example/1', 'http://a.example/2', true],
    ['http://a.example/1', 'https://a.example/2', true],
    ['https://a.example/1', 'https://a.example:444/2', false],
    ['https://a.example/1', 'https://me:secret@a.example/2', false],
    ['https://a.example/1', 'file:///etc/passwd', false],
  ])('may lead from %s to %s: %s', (from, to, may) => {
    const addresses = [new URL('https://a.example/1'), new URL('https://b.example/1')];
    expect(mayLeadTo(new URL(from), new URL(to), addresses)).toBe(may);
  });
});

it.each([
  ['linux', {}, '/home/me/.local/share/d2l-exercises/data-sets'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/d2l-exercises/data-sets'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/me/.local/share/d2l-exercises/data-sets'],
  ['darwin', {}, '/home/me/Library/Application Support/d2l-exercises/data-sets'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/d2l-exercises/data-sets'],
  ['linux', { D2L_DATA_SETS: '/own' }, '/own'],
] as const)('keeps them, on %s with %j, in %s', (platform, environment, folder) => {
  expect(dataSetsFolder({ platform, home: '/home/me', environment })).toBe(folder);
});
