/** The data folder: what a run finds of it, and that nothing beside it can be reached. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DataFolder } from '../../src/training/threads/data-folder.ts';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

/** Every byte, so that a wrong decoding shows. */
const BYTES = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256));

let session: Session;
let outside: string;
let folder: string;

beforeAll(() => {
  session = openSession();
});

beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'd2l-data-'));
  folder = path.join(outside, 'data');
  mkdirSync(path.join(folder, 'deep', 'er'), { recursive: true });
  writeFileSync(path.join(outside, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'houses.csv'), 'rooms,price\n2,100\n3,\n');
  writeFileSync(path.join(folder, 'deep', 'er', 'bytes.bin'), BYTES);
  return () => rmSync(outside, { recursive: true });
});

afterAll(() => session.dispose());

async function runWithData(source: string, dataFolder = folder) {
  let said = '';
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'output' && event.stream === 'stderr') said += event.text;
  };
  return { ...(await run(session, source, { dataFolder, onEvent })), said };
}

describe('a run', () => {
  test('finds the files where the book has them and beside itself', async () => {
    const { stdout, error } = await runWithData(`import os, pandas as pd
print(pd.read_csv('../data/houses.csv').shape, len(open('data/houses.csv').readlines()))
print(sorted(os.listdir('../data')), os.path.getsize('data/deep/er/bytes.bin'))`);
    expect(error).toBeNull();
    expect(stdout).toBe("(2, 2) 3\n['deep', 'houses.csv'] 512\n");
  });

  test('reads every byte as it is, more than one piece of them too', async () => {
    const large = Buffer.concat(Array.from({ length: 5000 }, () => BYTES));
    writeFileSync(path.join(folder, 'large.bin'), large);
    const { displayed } = await runWithData(`small = open('data/deep/er/bytes.bin', 'rb').read()
large = open('data/large.bin', 'rb').read()
small == bytes(range(256)) * 2, large == small * 5000`);
    expect(displayed).toBe('(True, True)');
  });

  test('gets the files that the book downloads', async () => {
    const row = [800, 0, 0.3, 71.3, 0.002, 126.2].join('\t');
    writeFileSync(path.join(folder, 'airfoil_self_noise.dat'), `${row}\n`.repeat(20));
    const { stdout, said } = await runWithData(`from d2l import torch as d2l
print(d2l.download('airfoil'), d2l.get_data_ch11(batch_size=5)[1])`);
    expect(stdout).toBe('../data/airfoil_self_noise.dat 5\n');
    expect(said).toContain('not the file that the book uses');
  });

  test('keeps what it writes to itself', async () => {
    const source = `with open('data/houses.csv', 'a') as file:
    file.write('4,5')
with open('data/new.csv', 'w') as file:
    file.write('1')
os.remove('data/deep/er/bytes.bin')
open('data/houses.csv').read()`;
    expect((await runWithData(`import os\n${source}`)).displayed).toContain('3,\\n4,5');
    expect(readFileSync(path.join(folder, 'houses.csv'), 'utf8')).toBe('rooms,price\n2,100\n3,\n');
    const { displayed } = await runWithData(
      "import os\nsorted(os.listdir('data')), os.path.exists('data/deep/er/bytes.bin')",
    );
    expect(displayed).toBe("(['deep', 'houses.csv'], True)");
  });

  test('without the folder finds nothing of it, the one after a run with it too', async () => {
    await runWithData("open('data/houses.csv').read()");
    const { displayed } = await run(session, "import os\nos.path.exists('data'), os.path.exists('../data')");
    expect(displayed).toBe('(False, False)');
  });

  test('says that the folder is not there, and goes on', async () => {
    const missing = path.join(outside, 'nowhere');
    const { said, displayed } = await runWithData('1 + 1', missing);
    expect(displayed).toBe('2');
    expect(said).toContain(`${missing} is not there`);
  });

  // Other systems take no such names.
  test.skipIf(process.platform !== 'linux')('finds all files but those whose names are no text', async () => {
    const named = (...bytes: number[]): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
    writeFileSync(named(0xff, 0xfe), 'x');
    writeFileSync(named(0x63, 0x61, 0x66, 0xe9), 'x');
    writeFileSync(path.join(folder, 'caf\u00e9.csv'), 'y');
    mkdirSync(named(0x80));
    const { displayed, error } = await runWithData(
      "import os\nsorted(os.listdir('data')), open('data/caf\u00e9.csv').read()",
    );
    expect(error).toBeNull();
    expect(displayed).toBe("(['caf\u00e9.csv', 'deep', 'houses.csv'], 'y')");
  });

  test('gets an OSError for a file that changed meanwhile or is too large, and is told why', async () => {
    const huge = path.join(folder, 'huge.bin');
    writeFileSync(huge, '');
    truncateSync(huge, 600 * 2 ** 20);
    const { stdout, said } = await runWithData(`try:
    open('data/huge.bin', 'rb').read()
except OSError as error:
    print(error)`);
    expect(stdout).toContain('File too large');
    expect(said).toContain('huge.bin has 600 MB');
  });
});

describe('nothing outside', () => {
  test('is listed: links and what is no regular file are passed over', async () => {
    symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'link.txt'));
    symlinkSync(outside, path.join(folder, 'linked'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    const { displayed, error } = await runWithData("import os\nsorted(os.listdir('data'))");
    expect(error).toBeNull();
    expect(displayed).toBe("['deep', 'houses.csv']");
  });

  test.each(['../secret.txt', 'deep/../../secret.txt', '/etc/hostname', '', 'nothing.csv', 'deep'])(
    'is read as %j',
    async (name) => {
      const data = await DataFolder.open(folder);
      await expect(data.read(name, 0, 1)).rejects.toThrow('is no file of the data folder');
    },
  );

  test('is read through a file or a folder that became a link after it was listed', async () => {
    const data = await DataFolder.open(folder);
    rmSync(path.join(folder, 'houses.csv'));
    symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'houses.csv'));
    rmSync(path.join(folder, 'deep'), { recursive: true });
    mkdirSync(path.join(outside, 'er'));
    writeFileSync(path.join(outside, 'er', 'bytes.bin'), 'secret');
    symlinkSync(outside, path.join(folder, 'deep'));
    await expect(data.read('houses.csv', 0, 6)).rejects.toThrow('leads out of the data folder');
    await expect(data.read('deep/er/bytes.bin', 0, 6)).rejects.toThrow('leads out of the data folder');
  });

  test('and nothing beyond the end of a file is read', async () => {
    const data = await DataFolder.open(folder);
    expect((await data.read('houses.csv', 12, 5)).toString()).toBe('2,100');
    await expect(data.read('houses.csv', 12, 500)).rejects.toThrow('became shorter');
  });
});

test('the list is cut where there is too much', async () => {
  for (let i = 0; i < 20; i++)
    mkdirSync(path.join(folder, ...Array.from({ length: i }, () => 'd')), { recursive: true });
  writeFileSync(path.join(folder, ...Array.from({ length: 19 }, () => 'd'), 'x'), '');
  const { files, cut } = (await DataFolder.open(folder)).listing;
  expect(cut).toBe(true);
  expect(files.map(([name]) => name).sort()).toEqual(['deep/er/bytes.bin', 'houses.csv']);
});
