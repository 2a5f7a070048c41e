/** In a restricted window nothing can be downloaded, however it is asked for. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { downloadData } from '../../src/editor/data-sets/actions.ts';
import { DataSets } from '../../src/editor/data-sets/data-sets.ts';
import { DataServer, fileOf, setOf } from '../data-server.ts';

const TEXT = Buffer.from('The Time Traveller\n');
const asked = vi.fn();
const warned = vi.fn();
let server: DataServer;
let folder: string;

beforeEach(async () => {
  asked.mockReset();
  warned.mockReset();
  server = await DataServer.start();
  server.answers.set('/wells.txt', { bytes: TEXT });
  folder = await mkdtemp(path.join(tmpdir(), 'd2l-restricted-'));
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A learner who agrees to all that is asked. */
function window(isTrusted: boolean): void {
  const agree = (...words: unknown[]): Promise<unknown> => {
    asked(words[0]);
    return Promise.resolve(words.at(-1));
  };
  Object.assign(vscode.workspace, { isTrusted });
  Object.assign(vscode.window, {
    showWarningMessage: (...words: unknown[]) => Promise.resolve(warned(...words)),
    showErrorMessage: (...words: unknown[]) => Promise.resolve(warned(...words)),
    showInformationMessage: agree,
    showQuickPick: (items: readonly unknown[]) => {
      asked('quick pick');
      return Promise.resolve(items[0]);
    },
    withProgress: (_: unknown, work: (progress: unknown, token: unknown) => Promise<void>) =>
      work({ report: () => undefined }, { onCancellationRequested: () => undefined }),
  });
}

async function download(named: boolean): Promise<readonly string[]> {
  const set = setOf('wells', [fileOf('wells.txt', TEXT)]);
  const dataSets = new DataSets(folder);
  dataSets.replaceCatalog([set]);
  const arrived = vi.fn();
  const host = { dataSets, mirror: () => server.url.href, arrived, log: () => undefined };
  await downloadData(host, named ? set : undefined);
  const there = await dataSets.store.list();
  expect(arrived).toHaveBeenCalledTimes(there.length);
  dataSets.dispose();
  return there.map(({ id }) => id);
}

it.each([true, false])(
  'is not even offered, and nothing is asked of any server (set named: %s)',
  async (named) => {
    window(false);
    expect(await download(named)).toEqual([]);
    expect([server.asked, asked.mock.calls]).toEqual([[], []]);
    expect(warned.mock.calls[0]?.[0]).toMatch(/^This window is restricted: data sets can be downloaded once/);
  },
);

it('is there in a trusted one, after the learner has agreed', async () => {
  window(true);
  expect(await download(true)).toEqual(['wells']);
  expect([server.asked, asked.mock.calls.length]).toEqual([['/wells.txt'], 1]);
});
