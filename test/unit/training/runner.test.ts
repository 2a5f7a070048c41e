/** What a thread does with a run that comes before the thread could be replaced. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { RunMessage } from '../../../src/training/protocol/protocol.ts';
import { Runner } from '../../../src/training/realm/runner.ts';
import { execute, type RunParts } from '../../../src/training/realm/runs.ts';

vi.mock('../../../src/training/realm/runs.ts', () => ({ execute: vi.fn(() => true) }));

const LARGE = 2 ** 30;
const interpreter = { growth: 0, restore: vi.fn() };
const retired = vi.fn();
let later: (() => void)[];
let runner: Runner;

beforeEach(() => {
  vi.clearAllMocks();
  interpreter.growth = 0;
  later = [];
  const parts = { interpreter } as unknown as RunParts;
  runner = new Runner(parts, (callback) => void later.push(callback), retired);
});

function runMessage(run: number, rest: Partial<RunMessage> = {}): RunMessage {
  return { type: 'run', run, ...rest } as RunMessage;
}

test('a run after one that took a lot of memory is left to another thread, however early it comes', () => {
  runner.run(runMessage(1));
  interpreter.growth = LARGE;
  runner.run(runMessage(2));
  expect(execute).toHaveBeenCalledTimes(1);
  expect(retired).toHaveBeenCalledWith(new Error('Python has taken a lot of memory'));
});

test('without a next run the thread says by itself that it is used up', () => {
  runner.run(runMessage(1));
  interpreter.growth = LARGE;
  expect(retired).not.toHaveBeenCalled();
  for (const callback of later) callback();
  expect(retired).toHaveBeenCalledTimes(1);
});

test('a run after a small one is executed, on what it found before', () => {
  runner.run(runMessage(1));
  runner.run(runMessage(2));
  expect(execute).toHaveBeenCalledTimes(2);
  expect(interpreter.restore).toHaveBeenCalledTimes(1);
  expect(retired).not.toHaveBeenCalled();
});

test("a notebook's cell goes on with what the cells before it have kept, however large", () => {
  const execution = 1;
  runner.run(runMessage(1, { execution }));
  interpreter.growth = LARGE;
  runner.run(runMessage(2, { execution }));
  expect(execute).toHaveBeenCalledTimes(2);
  expect(retired).not.toHaveBeenCalled();
});
