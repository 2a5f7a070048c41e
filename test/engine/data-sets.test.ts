/** Fetched data sets in a run: asked for by name where they are missing, found where they are there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDataSet } from '../../src/data/catalog.ts';
import type { PublishedFile } from '../../src/data/data-set.ts';
import { fetchSet } from '../../src/data/fetch-set.ts';
import { DataStore } from '../../src/data/store.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { DataServer, fileOf, setOf, zipOf } from '../data-server.ts';
import { openSession, run } from './engine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-sets-'));
const store = new DataStore(path.join(folder, 'store'));
let session: Session;
let server: DataServer;

beforeAll(async () => {
  session = openSession({ dataSets: store.folder });
  server = await DataServer.start();
});

afterAll(async () => {
  await session.dispose();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function fetched(
  id: string,
  name: string,
  bytes: Uint8Array,
  packing: PublishedFile['packing'] = 'none',
) {
  server.answers.set(`/${name}`, { bytes });
  const { signal } = new AbortController();
  const options = { mirror: server.url, signal, onProgress: () => {} };
  await fetchSet(store, setOf(id, [fileOf(name, bytes, { packing })]), options);
}

const IMPORT = 'from d2l import torch as d2l\nimport os, torch\n';

describe('a data set that is not there', () => {
  test.each([
    ['d2l.FashionMNIST()', 'fashion-mnist'],
    ['d2l.load_data_fashion_mnist(32)', 'fashion-mnist'],
    ["from torchvision.datasets import MNIST\nMNIST('.', download=True)", 'mnist'],
    ["from torchvision.datasets import CIFAR10\nCIFAR10('.', download=True)", 'cifar10'],
    ['d2l.get_data_ch11()', 'airfoil'],
    ["d2l.download(d2l.DATA_URL + 'kaggle_house_pred_train.csv')", 'kaggle-house'],
    ["d2l.download('kaggle_house_test')", 'kaggle-house'],
    ['d2l.TimeMachine(1, 1)', 'time-machine'],
    ['d2l.MTFraEng(1)', 'fra-eng'],
    ['d2l.load_data_ptb(1, 1, 1)', 'ptb'],
    ['d2l.load_data_imdb(1)', 'imdb'],
    ['d2l.load_data_snli(1)', 'snli'],
    ['d2l.load_data_wiki(1, 64)', 'wikitext-2'],
    ["d2l.TokenEmbedding('glove.6b.50d')", 'glove-6b-50d'],
    ["d2l.download_extract('hotdog')", 'hotdog'],
    ["d2l.download_extract('banana-detection')", 'banana-detection'],
    ["d2l.download_extract('voc2012', 'VOCdevkit/VOC2012')", 'voc2012'],
    ["d2l.requests.get(d2l.DATA_HUB['ptb'][0], stream=True, verify=True)", 'ptb'],
    ["d2l.download('https://d2l-data.s3-accelerate.amazonaws.com/pokemon.zip')", 'pokemon'],
  ])('is asked for by name: %s', async (call, id) => {
    const { error, advice } = await run(session, IMPORT + call);
    expect(error?.type).toBe('DataFileMissingError');
    const [piece] = advice;
    expect(piece?.kind === 'dataMissing' && findDataSet(piece.facts.dataSet ?? '')?.id).toBe(id);
  });

  test.each([
    "d2l.download('https://somewhere.example/my.csv')",
    "d2l.DATA_HUB['mine'] = ('https://x.example/y', '')\nd2l.download('mine')",
  ])('is not asked for when the list does not have it: %s', async (call) => {
    const [piece] = (await run(session, IMPORT + call)).advice;
    expect(piece?.kind === 'dataMissing' && findDataSet(piece.facts.dataSet ?? '')).toBeUndefined();
  });

  test('and no network is there for anything else', async () => {
    const program = `import requests\ntry:\n    requests.get('https://somewhere.example/')
except requests.exceptions.RequestException as error:\n    print(error)`;
    expect((await run(session, program)).stdout).toMatch(/^An exercise has no network, so https:\/\/some/);
  });
});

describe('a data set that is there', () => {
  test('is found by the loader, its archive unpacked', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => `Go ${i % 9}.\tVa ${i % 9} !`).join('\n');
    const zip = zipOf([{ name: 'fra-eng/fra.txt', bytes: Buffer.from(lines) }]);
    await fetched('fra-eng', 'fra-eng.zip', zip, 'zip');
    const program = `${IMPORT}data = d2l.MTFraEng(batch_size=3)
print([tuple(x.shape) for x in next(iter(data.train_dataloader()))])
print(d2l.download_extract('fra-eng'), sorted(os.listdir('../data')))
import zipfile
print(zipfile.ZipFile(d2l.download('fra-eng')).namelist())
r = d2l.requests.get(d2l.DATA_HUB['fra-eng'][0], stream=True, verify=True)
print(len(r.content) == os.path.getsize('../data/fra-eng.zip'))`;
    const { stdout, error } = await run(session, program);
    expect(error).toBeNull();
    expect(stdout).toBe(`[(3, 9), (3, 9), (3,), (3, 9)]
../data/fra-eng ['fra-eng', 'fra-eng.zip', 'fra-eng.zip.unpacked']
['fra-eng/fra.txt']
True
`);
  });

  test('of many files is listed as it is looked at, and read file by file', async () => {
    const files = ['pos', 'neg'].flatMap((kind) =>
      ['train', 'test'].flatMap((part) =>
        Array.from(
          { length: 80 },
          (_, i) => [`aclImdb/${part}/${kind}/${i}_é.txt`, `a ${kind} film ${i}`] as const,
        ),
      ),
    );
    const tar = await packTar(
      files.map(([name, body]) => ({ header: { name, size: Buffer.byteLength(body) }, body })),
    );
    await fetched('imdb', 'aclImdb_v1.tar.gz', gzipSync(tar), 'tar.gz');
    const program = `${IMPORT}train, test, vocab = d2l.load_data_imdb(10, num_steps=4)
print(len(train), next(iter(test))[0].shape, 'film' in vocab.token_to_idx)
print(sum(len(names) for _, _, names in os.walk('../data/aclImdb')))
print(open('data/aclImdb/test/neg/7_é.txt').read(), os.path.exists('../data/aclImdb/dev'))
os.remove('data/aclImdb/test/neg/7_é.txt')
open('data/aclImdb/new.txt', 'w').write('new')
print(len(os.listdir('data/aclImdb/test/neg')), os.path.exists('data/aclImdb/new.txt'))`;
    for (let again = 0; again < 2; again++) {
      const { stdout, error } = await run(session, program);
      expect(error).toBeNull();
      expect(stdout).toBe('16 torch.Size([10, 4]) True\n320\na neg film 7 False\n79 True\n');
    }
  });

  test('stands behind the files of the data folder', async () => {
    await fetched('text', 'text.txt', Buffer.from('fetched'));
    const own = path.join(folder, 'own');
    mkdirSync(path.join(own, 'fra-eng'), { recursive: true });
    writeFileSync(path.join(own, 'text.txt'), 'my own');
    writeFileSync(
      path.join(own, 'fra-eng.zip'),
      zipOf([{ name: 'fra-eng/fra.txt', bytes: Buffer.from('mine') }]),
    );
    const program = `${IMPORT}print(open('data/text.txt').read(), os.path.exists('data/fra-eng.zip.unpacked'))
d2l.extract('../data/fra-eng.zip')
print(open('../data/fra-eng/fra.txt').read(), os.path.isdir('data/aclImdb'))`;
    const { stdout } = await run(session, program, { dataFolder: own });
    expect(stdout).toBe('my own False\nmine True\n');
  });

  test('is offered when the data folder is not there', async () => {
    const { stdout } = await run(session, "print(open('data/text.txt').read())", {
      dataFolder: path.join(folder, 'nowhere'),
    });
    expect(stdout).toBe('fetched\n');
  });

  test('is found by the next cell of a notebook, and not by the run after it was deleted', async () => {
    const code = "import os\nos.path.exists('data/late.txt') and open('data/late.txt').read()";
    const cells = openSession({ dataSets: store.folder });
    try {
      expect((await run(cells, code, { execution: 1 })).displayed).toBe('False');
      await fetched('late', 'late.txt', Buffer.from('here now'));
      expect((await run(cells, code, { execution: 2 })).displayed).toBe("'here now'");
    } finally {
      await cells.dispose();
    }
    expect((await run(session, code)).displayed).toBe("'here now'");
    await store.remove('late');
    expect((await run(session, code)).displayed).toBe('False');
  });
});
