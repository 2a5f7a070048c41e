import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/interpreters/ask.ts';
import type { Answer } from '../../../src/interpreters/interpreter.ts';
import {
  KnownInterpreters,
  type AnswerStore,
  type KeptAnswer,
} from '../../../src/interpreters/known-interpreters.ts';
import { writeScript } from './fake-python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-known-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TORCH: Answer = {
  kind: 'torch',
  python: '3.11.9',
  torch: '2.9.0',
  accelerator: null,
  d2l: false,
  prefix: '/usr',
};

function memory(): AnswerStore {
  let kept: Readonly<Record<string, KeptAnswer>> = {};
  return { load: () => kept, save: (answers) => (kept = JSON.parse(JSON.stringify(answers)) as typeof kept) };
}

/** One whose Pythons say `says`, and that counts how often they are asked. */
function known(
  says: (file: string) => Asked,
  store = memory(),
): { asked: string[]; interpreters: KnownInterpreters } {
  const asked: string[] = [];
  const ask = (file: string): Promise<Asked> => {
    asked.push(file);
    return Promise.resolve(says(file));
  };
  return { asked, interpreters: new KnownInterpreters(store, ask) };
}

describe('what Pythons have said', () => {
  it('is asked once, by the next window too, until packages are installed', async () => {
    const python = writeScript(path.join(folder, 'bin', 'python'), '');
    const packages = path.join(folder, 'site-packages');
    mkdirSync(packages);
    const store = memory();
    const { asked, interpreters } = known(() => ({ answer: TORCH, folders: [packages] }), store);
    await Promise.all([interpreters.answerOf(python), interpreters.answerOf(python)]);
    await interpreters.answerOf(python);
    expect(asked).toEqual([python]);
    const next = known(() => ({ answer: { kind: 'noTorch', python: '3.11.9' }, folders: [packages] }), store);
    expect(next.interpreters.remembered(python)).toEqual(TORCH);
    expect(await next.interpreters.answerOf(python)).toEqual(TORCH);
    expect(next.asked).toEqual([]);
    utimesSync(packages, new Date(), new Date(Date.now() + 5000));
    expect(await next.interpreters.answerOf(python)).toMatchObject({ kind: 'noTorch' });
  });

  it('is not kept where it may be better the next time', async () => {
    const python = writeScript(path.join(folder, 'slow', 'python'), '');
    const { asked, interpreters } = known(() => ({ answer: { kind: 'slow', seconds: 30 }, folders: [] }));
    await interpreters.answerOf(python);
    await interpreters.answerOf(python);
    expect(asked).toEqual([python, python]);
  });

  it('is told of each Python once, also of one that goes by two names', async () => {
    const candidates = ['python3', 'python', 'other'].map((name) => ({
      path: `/bin/${name}`,
      source: 'path' as const,
    }));
    const { interpreters } = known((file) => ({
      answer: file === '/bin/other' ? { kind: 'missing' } : TORCH,
      folders: [],
    }));
    const told: string[] = [];
    await interpreters.askAll(candidates, ({ path: file }, { kind }) => told.push(`${file} ${kind}`));
    expect(told.sort()).toEqual(['/bin/other missing', '/bin/python3 torch']);
  });
});
