/** Data sets that were fetched on this machine, in a Python with real PyTorch: found where programs would download them to. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedFile } from '../../../src/data/data-set.ts';
import { fetchSet } from '../../../src/data/fetch-set.ts';
import { DataStore } from '../../../src/data/store.ts';
import type { PyTorchSession } from '../../../src/training/pytorch/session.ts';
import { DataServer, fileOf, setOf, zipOf } from '../../data-server.ts';
import { execute, fakeTorch, plainPython, pythonWithPyTorch, sessionOf } from './pythons.ts';

const TABLE = Buffer.from('area,price\n1,2\n');
const SUM = createHash('sha1').update(TABLE).digest('hex');
const LABELS = Buffer.concat([Buffer.from([0, 0, 8, 1, 0, 0, 0, 3]), Buffer.from([7, 0, 9])]);
const PICTURES = Buffer.concat([
  Buffer.from([0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28]),
  Buffer.alloc(3 * 28 * 28, 5),
]);

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-sets-'));
const store = new DataStore(path.join(folder, 'store'));
/** Where the document is. */
const place = path.join(folder, 'learner', 'work');

async function fetched(
  id: string,
  files: readonly (readonly [string, Uint8Array, PublishedFile['packing']])[],
) {
  const server = await DataServer.start();
  for (const [name, bytes] of files) server.answers.set(`/${name}`, { bytes });
  const { signal } = new AbortController();
  const set = setOf(
    id,
    files.map(([name, bytes, packing]) => fileOf(name, bytes, { packing })),
  );
  await fetchSet(store, set, { mirror: server.url, signal, onProgress: () => {} });
  await server.close();
}

beforeAll(async () => {
  mkdirSync(place, { recursive: true });
  const zip = zipOf([{ name: 'words/words.txt', bytes: Buffer.from('some words') }]);
  await fetched('houses', [['houses.csv', TABLE, 'none']]);
  await fetched('words', [['words.zip', zip, 'zip']]);
  await fetched(
    'fashion-mnist',
    (['train', 't10k'] as const).flatMap((part) => [
      [`FashionMNIST/raw/${part}-images-idx3-ubyte.gz`, gzipSync(PICTURES), 'gz'] as const,
      [`FashionMNIST/raw/${part}-labels-idx1-ubyte.gz`, gzipSync(LABELS), 'gz'] as const,
    ]),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

const DOWNLOAD = `
from d2l import torch as d2l
d2l.DATA_HUB['houses'] = (d2l.DATA_URL + 'houses.csv', '${SUM}')
print(open(d2l.download('houses')).read(), end='')
`;
const WITHOUT_SUM = `
from d2l import torch as d2l
import zipfile
print(zipfile.ZipFile(d2l.download(d2l.DATA_URL + 'words.zip', 'here')).namelist())
`;
const PICTURES_OF_CLOTHES = `
from torchvision.datasets import FashionMNIST
clothes = FashionMNIST(root='../data', download=True)
print(open('../data/FashionMNIST/raw/train-labels-idx1-ubyte', 'rb').read()[8:])
`;

const KINDS: readonly [string, string | null, NodeJS.ProcessEnv][] = [
  [
    'a book and a torchvision without network',
    plainPython,
    {
      PYTHONPATH: [fakeTorch()['PYTHONPATH'], path.join(import.meta.dirname, 'fake-book')].join(
        path.delimiter,
      ),
    },
  ],
  [
    'the installed ones',
    pythonWithPyTorch,
    { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' },
  ],
];

describe.each(KINDS)('fetched data sets, for %s', (_, python, variables) => {
  let session: PyTorchSession;
  const run = async (source: string) => (await execute(session, source, { folder: place })).result;

  describe.skipIf(python === null)('', () => {
    beforeAll(() => {
      rmSync(path.join(folder, 'learner', 'data'), { recursive: true, force: true });
      session = sessionOf(python ?? '', variables, store.folder);
    });
    afterAll(() => session.dispose());

    test('are where the book downloads to, and checked as it checks', async () => {
      expect(await run(DOWNLOAD)).toMatchObject({ status: 'ok', error: null, stdout: TABLE.toString() });
      expect(readFileSync(path.join(folder, 'learner/data/houses.csv'))).toEqual(TABLE);
      expect((await run(DOWNLOAD.replace(SUM, '0'.repeat(40)))).status).toBe('error');
    });

    test('are found without a checksum, in a folder that the program names, a second time too', async () => {
      for (let time = 0; time < 2; time++)
        expect(await run(WITHOUT_SUM)).toMatchObject({ error: null, stdout: "['words/words.txt']\n" });
    });

    test('are in the root of torchvision, unpacked', async () => {
      expect(await run(PICTURES_OF_CLOTHES)).toMatchObject({ error: null, stdout: "b'\\x07\\x00\\t'\n" });
    });

    test('are copies: what a program does to them stays with it', async () => {
      const file = path.join(folder, 'learner/data/houses.csv');
      writeFileSync(file, 'mine');
      await run(DOWNLOAD);
      rmSync(file, { force: true });
      expect((await run(DOWNLOAD)).stdout).toBe(TABLE.toString());
    });

    test('are not put anywhere that nobody asks for them', async () => {
      rmSync(path.join(folder, 'learner/data'), { recursive: true });
      await run('print(1)');
      expect(existsSync(path.join(folder, 'learner/data'))).toBe(false);
    });
  });
});
