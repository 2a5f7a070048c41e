/** Each bound ends a run, or leaves something out, with a clear word; and the next run works at once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterEach(async () => {
  expect(await run(session, 'import torch\ntorch.ones(2).sum().item()')).toMatchObject({
    status: 'ok',
    displayed: '2.0',
  });
});

afterAll(() => session.dispose());

describe('memory', () => {
  test("of tensors ends in a MemoryError that names the operation, on the learner's line", async () => {
    const source =
      'import torch\nkept = [torch.ones(100_000_000)]\nwhile True:\n    kept.append(kept[-1] + 1)';
    const { status, error } = await run(session, source);
    expect(status).toBe('error');
    expect(error).toMatchObject({ type: 'MemoryError', line: 4 });
    expect(error?.message).toMatch(/^add: 381 MB more for a tensor, .* over a run's limit of 1,536 MB$/);
  });

  test('of a result too large is refused before it is computed', async () => {
    const source = 'import torch\nx = torch.ones(30000, 2)\nx @ x.T';
    const { error } = await run(session, source, { seconds: 20 });
    expect(error).toMatchObject({ type: 'MemoryError', line: 3 });
    expect(error?.message).toMatch(/^matmul: /);
  });

  test('of Python ends in a MemoryError', async () => {
    const source = "kept = []\nwhile True:\n    kept.append('a' * 100_000_000)";
    expect((await run(session, source, { seconds: 20 })).error).toMatchObject({
      type: 'MemoryError',
      line: 3,
    });
  });
});

test('figures are counted, and the rest is left out with a word', async () => {
  const source = `
import matplotlib.pyplot as plt
for i in range(210):
    plt.plot([i])
    plt.show()`;
  const errors: string[] = [];
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'output' && event.stream === 'stderr') errors.push(event.text);
  };
  const { status, figures } = await run(session, source, { onEvent });
  expect(status).toBe('ok');
  expect(figures).toHaveLength(200);
  expect(errors).toEqual(['Only the first 200 figures of a run are shown.\n']);
});

test('recursion ends in a RecursionError', async () => {
  const { error } = await run(session, 'def again():\n    return again()\nagain()');
  expect(error).toMatchObject({ type: 'RecursionError', line: 2 });
});

test('five crashes in a row make the engine wait, and say how to report them', async () => {
  const crash = 'import ctypes\nctypes.CDLL(None).emscripten_run_script_int(b"process.pid")';
  const messages: string[] = [];
  for (let i = 0; i < 5; i++) messages.push((await run(session, crash)).error?.message ?? '');
  expect(messages[3]).not.toContain('in a row');
  expect(messages[4]).toMatch(
    /That was the 5th time in a row, so the next start waits 1 s\. Please report it/,
  );
});

describe("what ends in Python's own error", () => {
  test.each([
    ['lists without end', 'kept = []\nwhile True:\n    kept.append([0] * 1000)', 'MemoryError', 3],
    ['lists without end, in one line', 'kept = []\nwhile True: kept.append([0] * 1000)', 'MemoryError', 2],
    ['a text that doubles', "text = 'a'\nwhile True:\n    text = text + text", 'MemoryError', 3],
    ['an exception with a huge text', "raise ValueError('x' * 300_000_000)", 'ValueError', 1],
    [
      'attributes that ask for attributes',
      "class A:\n    def __getattr__(self, name):\n        return getattr(self, name + 'x')\nA().y",
      'RecursionError',
      3,
    ],
    ['a tensor of gigabytes', 'import torch\ntorch.zeros(10**9)', 'MemoryError', 2],
    ['a list of all numbers', 'list(range(10**9))', 'MemoryError', 1],
  ])('%s', async (_what, source, type, line) => {
    const { status, error } = await run(session, source, { seconds: 80 });
    expect(status).toBe('error');
    expect(error).toMatchObject({ type, line });
    expect(error?.message.length).toBeLessThan(50_000);
  });

  test('nothing, where containers are nested a hundred thousand deep', async () => {
    const source = 'kept = []\nfor i in range(100_000):\n    kept = [kept]\nlen(repr(kept))';
    expect((await run(session, source, { seconds: 60 })).displayed).toBe('200002');
  });
});
