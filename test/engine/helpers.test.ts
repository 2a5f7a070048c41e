/** Helper threads from a program's side: nothing shows of them but the time. What they compute is tested in test/unit/kernels. */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { helpersBeside } from '../../src/training/threads/helper-count.ts';
import { Session, type Run } from '../../src/training/threads/session.ts';
import { distribution } from './engine.ts';

const HELPERS = 2;
const messages: string[] = [];
const sessions = [0, HELPERS].map(
  (helpers) =>
    new Session({
      distribution,
      helpers,
      spare: false,
      log: (level, text) => messages.push(`${level}: ${text}`),
    }),
);
const [alone, helped] = sessions as [Session, Session];

afterAll(() => Promise.all(sessions.map((session) => session.dispose())));

function start(session: Session, source: string): [run: Run, result: Promise<RunResult>] {
  const collector = new RunCollector();
  const cells = [{ source, document: 'exercise.py', firstLine: 1 }];
  const limits = { seconds: 60, outputCharacters: 10_000 };
  const run = session.start({ cells, seed: 0, backend: 'wasm', limits }, (event) => collector.accept(event));
  return [run, run.ended.then(() => collector.result())];
}

const isLinux = process.platform === 'linux';
const threadsOf = (session: Session): number => readdirSync(`/proc/${session.pids[0]}/task`).length;

const MUCH = `
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 16, 5), nn.Tanh(), nn.Flatten(), nn.Linear(16 * 24 * 24, 64), nn.GELU(), nn.Linear(64, 10))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
X, y = torch.rand(64, 3, 28, 28), torch.randint(0, 10, (64,))
for step in range(4):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(X), y)
    loss.backward()
    optimizer.step()
    print(loss.item(), sum(p.grad.abs().sum().item() for p in net.parameters()))
A = torch.rand(500, 700, dtype=torch.float64)
print((A @ A.T).sum().item())`;

const FOR_EVER = 'import torch\nA = torch.rand(400, 400)\nwhile True: A = (A @ A).sigmoid()';

describe('helper threads', () => {
  test('are not there for a run that computes little', async () => {
    const [, result] = start(helped, 'import torch\nprint(torch.rand(20, 20) @ torch.rand(20, 20))');
    expect((await result).status).toBe('ok');
    if (!isLinux) return;
    await start(alone, '1')[1];
    expect(threadsOf(helped)).toBe(threadsOf(alone));
  });

  test('change no digit', async () => {
    const [expected, got] = [await start(alone, MUCH)[1], await start(helped, MUCH)[1]];
    expect(got.status, got.error?.traceback).toBe('ok');
    expect(got.stdout).toBe(expected.stdout);
    if (isLinux) expect(threadsOf(helped)).toBe(threadsOf(alone) + HELPERS);
  });

  test('let a run be stopped, and the next go on in the same thread', async () => {
    const [pid] = helped.pids;
    const [run, result] = start(helped, FOR_EVER);
    await sleep(500);
    run.stop();
    expect((await result).status).toBe('stopped');
    expect((await start(helped, MUCH)[1]).stdout).toBe((await start(alone, MUCH)[1]).stdout);
    expect(helped.pids).toEqual([pid]);
  });

  test('say nothing', () => {
    expect(messages.filter((message) => !message.startsWith('info'))).toEqual([]);
  });

  test.each([
    [1, 1, 0],
    [1, 2, 1],
    [1, 16, 3],
    [2, 2, 0],
    [8, 16, 1],
    [8, 64, 3],
  ])('beside %i threads on %i cores are %i', (threads, cores, helpers) => {
    expect(helpersBeside(threads, cores)).toBe(helpers);
  });
});
