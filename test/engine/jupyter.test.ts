/**
 * Real PyTorch beside a kernel of a real Jupyter server, against the same PyTorch over pipes: nobody can tell them apart.
 * Skipped where no Python is named that has both (`D2L_TEST_JUPYTER`).
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/checks/check.ts';
import { checkOf } from '../../src/checks/checks.ts';
import type { EngineSession } from '../../src/training/contract.ts';
import { kernelSource } from '../../src/training/jupyter/kernel-link.ts';
import { openServerEngine } from '../../src/training/jupyter/server-engine.ts';
import type { RunEvent, RunResult } from '../../src/training/protocol/protocol.ts';
import { localPython } from '../../src/training/pytorch/local-python.ts';
import { PyTorchSession } from '../../src/training/pytorch/session.ts';
import { Pool } from '../../src/training/threads/pool.ts';
import { JUPYTER_PYTHON, RealServer } from '../jupyter/real-server.ts';
import { distribution, run, start } from './engine.ts';
import { solutionsOf } from './workbook/programs.ts';

/** One solution each. */
const EXERCISES = solutionsOf(path.resolve(import.meta.dirname, '../..')).filter(
  ({ id, exercise }) => exercise.startsWith('3.4.') && id === exercise,
);

const OWN_LOOP = `import torch
w = torch.zeros(2, requires_grad=True)
X = torch.randn(64, 2)
y = X @ torch.tensor([2.0, -3.0])
for epoch in range(5):
    loss = ((X @ w - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.3 * w.grad
        w.grad.zero_()
    print(f'epoch {epoch}: {loss.item():.4f}')
w`;

const CLASSIFIER = `import torch
from torch import nn
X = torch.cat([torch.randn(40, 2) - 2, torch.randn(40, 2) + 2])
y = torch.cat([torch.zeros(40), torch.ones(40)]).long()
net = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
for epoch in range(10):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(X), y)
    loss.backward()
    optimizer.step()
(net(X).argmax(1) == y).float().mean()`;

const FAILING = `import torch
def product():
    return torch.ones(2, 3) @ torch.ones(2, 3)
product()`;

const ENDLESS = `import torch
while True:
    print('again ' * 500, torch.ones(3).sum())`;

/** What is the server's, and what is measured. */
function comparable({ stdout, displayed, status, error, advice, figures, fits, pytorch }: RunResult): object {
  const version = { ...pytorch, place: undefined };
  const results = fits.map((fit) => ({ ...fit, epochTimes: undefined }));
  return { stdout, displayed, status, error, advice, figures, fits: results, version };
}

function printed(events: readonly RunEvent[]): string {
  return events
    .map((event) => (event.type === 'output' && event.stream === 'stdout' ? event.text : ''))
    .join('');
}

describe.skipIf(JUPYTER_PYTHON === undefined)('beside a kernel of a Jupyter server', () => {
  const executable = JUPYTER_PYTHON ?? '';
  const log = (): void => undefined;
  let server: RealServer;
  let there: EngineSession;
  let here: EngineSession;

  beforeAll(async () => {
    server = await RealServer.start(executable);
    there = new PyTorchSession({ distribution, log, source: source() });
    here = new PyTorchSession({ distribution, log, source: localPython({ distribution, executable }) });
    await Promise.all([there.warm(), here.warm()]);
  }, 180_000);

  afterAll(async () => {
    await Promise.all([there.dispose(), here.dispose()]);
    await server.stop();
  });

  function source(owner?: string) {
    return kernelSource({ distribution, address: server.address, ...(owner === undefined ? {} : { owner }) });
  }

  async function both(cells: string | readonly string[]): Promise<RunResult> {
    const [far, near] = await Promise.all([run(there, cells), run(here, cells)]);
    expect(comparable(far)).toEqual(comparable(near));
    expect(far.pytorch?.place).toBe('server');
    expect(near.pytorch?.place).toBe('process');
    return far;
  }

  it.each(EXERCISES)('exercise $id is solved as in a Python of this machine', async ({ exercise, cells }) => {
    const result = await both(cells);
    const check = checkOf(exercise);
    if (check === undefined) throw new Error(`${exercise} has no check`);
    expect(judge(check, result).missing).toEqual([]);
  });

  it('has the nine of section 3.4', () => expect(EXERCISES.length).toBeGreaterThanOrEqual(9));

  it('tells a loop of the learner’s own', async () => {
    const { fits, stdout } = await both(OWN_LOOP);
    expect(fits).toHaveLength(1);
    expect(stdout.split('\n')).toHaveLength(6);
  });

  it('trains a classifier', async () => {
    const { fits, displayed } = await both(CLASSIFIER);
    expect(fits).toHaveLength(1);
    expect(displayed).toMatch(/^tensor\((0\.9|1\.)/);
  });

  it('says where a program fails', async () => {
    const { error, status } = await both(FAILING);
    expect(status).toBe('error');
    expect(error).toMatchObject({ type: 'RuntimeError', line: 3 });
    expect(error?.frames.map(({ line }) => line)).toEqual([4, 3]);
  });

  it('stops an output that never ends, bounded', async () => {
    let events = 0;
    const running = start(there, ENDLESS, {
      seconds: 0,
      outputCharacters: 10_000,
      onEvent: () => void events++,
    });
    await expect.poll(() => events, { timeout: 30_000 }).toBeGreaterThan(3);
    running.stop();
    const result = await running.result;
    expect(result.status).toBe('stopped');
    expect(result.stdout.length).toBeLessThan(11_000);
    expect(result.outputDropped).toBeGreaterThan(0);
  });

  it('keeps the time limit', async () => {
    const { status } = await run(there, 'import time\nwhile True:\n    time.sleep(0.01)', { seconds: 1 });
    expect(status).toBe('timeout');
  });

  it('survives a program that takes its process down', async () => {
    const { error } = await run(there, 'import os\nos._exit(7)');
    expect(error?.type).toBe('EngineError');
    expect(error?.message).toMatch(/status 7/);
    expect((await run(there, '1 + 1', { seconds: 120 })).displayed).toBe('2');
  });

  it('executes several runs of a sweep side by side, and ends their kernels', async () => {
    const far = source();
    const pool = new Pool({
      distribution,
      log,
      threads: 2,
      session: () => new PyTorchSession({ distribution, log, source: far }),
    });
    const ended = await Promise.all(
      [1, 2, 3].map((n) => start(pool, `import torch\n${String(n)} * 2`, { seconds: 120 }).result),
    );
    expect(ended.map(({ displayed }) => displayed)).toEqual(['2', '4', '6']);
    await pool.dispose();
  });

  it('goes on when its window is closed, and is found again', async () => {
    const program = `import time, torch
print('begun at', time.time())
for step in range(30):
    time.sleep(0.1)
'the end'`;
    const options = { distribution, log, address: server.address, owner: 'window' };
    const engine = await openServerEngine(options);
    const cells = [{ source: program, document: 'exercise.py', firstLine: 1 }];
    const request = {
      cells,
      seed: 0,
      backend: 'auto',
      limits: { seconds: 0, outputCharacters: 10_000 },
    } as const;
    const seen: RunEvent[] = [];
    engine.start(request, (event) => void seen.push(event));
    await expect.poll(() => seen.some(({ type }) => type === 'output'), { timeout: 120_000 }).toBe(true);
    await engine.dispose();
    expect(seen.at(-1)).toMatchObject({ type: 'ended', status: 'stopped' });

    const later = await openServerEngine(options);
    const events: RunEvent[] = [];
    const resumed = later.start(request, (event) => void events.push(event));
    expect(await resumed.ended).toMatchObject({ status: 'ok', displayed: "'the end'" });
    const text = printed(events);
    expect(text).toMatch(/^begun at/);
    // It is the same run: it began when the first one did.
    expect(text).toBe(printed(seen));
    await later.dispose();
  });
});
