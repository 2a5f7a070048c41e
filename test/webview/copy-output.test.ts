import { beforeEach, expect, it, vi } from 'vitest';
import { copyOutput } from '../../src/editor/copy-output.ts';
import { after, ended, started } from './fake-feed.ts';
import * as api from './vscode.ts';

const printed = (text: string) => ({ type: 'output', run: 1, stream: 'stdout', text }) as const;
const copied = (): unknown[] => vi.mocked(api.env.clipboard.writeText).mock.calls.flat();

beforeEach(() => vi.clearAllMocks());

it('copies what was printed, without characters that a terminal obeys', async () => {
  await copyOutput({ state: after([started(), printed('loss 0.5\n'), printed('\u001b[2Jgone'), ended()]) });
  expect(copied()).toHaveLength(1);
  expect(copied()[0]).toMatch(/^loss 0\.5\n.*gone$/);
  expect(copied()[0]).not.toContain('\u001b');
});

it('says how much is left out between beginning and end', async () => {
  const tail = {
    type: 'outputTail',
    run: 1,
    leftOut: { characters: 1200, lines: 30 },
    parts: [{ stream: 'stdout', text: 'the end' }],
  } as const;
  await copyOutput({ state: after([started(), printed('the start'), tail, ended()]) });
  expect(copied()).toEqual(['the start\n… 30 lines (1,200 characters) left out …\nthe end']);
});

it('says so where there is nothing to copy, and leaves the clipboard alone', async () => {
  await copyOutput(undefined);
  await copyOutput({ state: after([started(), ended()]) });
  expect(copied()).toEqual([]);
  expect(api.window.showInformationMessage).toHaveBeenCalledTimes(2);
});
