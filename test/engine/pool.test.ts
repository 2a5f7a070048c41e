import { afterEach, describe, expect, test } from 'vitest';
import { Engine } from '../../src/training/threads/engine.ts';
import { Pool, type PoolOptions } from '../../src/training/threads/pool.ts';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import type { RunRequest } from '../../src/training/threads/session.ts';
import { distribution } from './engine.ts';

const open: { dispose(): Promise<void> }[] = [];

function openPool(options: Partial<PoolOptions> = {}): Pool {
  const pool = new Pool({ distribution, log: () => undefined, threads: 2, ...options });
  open.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.dispose()));
});

function request(source: string, seed = 0): RunRequest {
  const limits = { seconds: 30, outputCharacters: 10_000 };
  return { cells: [{ source, document: 'exercise.py', firstLine: 1 }], seed, backend: 'auto', limits };
}

const ignore = (): void => undefined;
const FOREVER = 'import time\nwhile True: time.sleep(0.01)';

describe('a pool', () => {
  test('runs every request once, each with its own value, seed and events', async () => {
    const pool = openPool();
    const events: RunEvent[] = [];
    const isSeeded = (n: number): string =>
      `import torch\na = torch.rand(1)\ntorch.manual_seed(${10 + n})\n(${n}, bool(a == torch.rand(1)))`;
    const runs = [0, 1, 2, 3, 4].map((n) =>
      pool.start(request(isSeeded(n), 10 + n), (event) => events.push(event)),
    );
    const ended = await Promise.all(runs.map((run) => run.ended));
    expect(ended.map(({ displayed }) => displayed)).toEqual([0, 1, 2, 3, 4].map((n) => `(${n}, True)`));
    expect(ended.map(({ run }) => run)).toEqual(runs.map(({ id }) => id));
    const ids = events.filter(({ type }) => type === 'ended').map(({ run }) => run);
    expect(new Set(ids).size).toBe(5);
    expect(pool.threads).toBe(2);
  });

  test('runs as many at a time as it has threads', async () => {
    const pool = openPool();
    const begun: number[] = [];
    const runs = [1, 2, 3].map(() =>
      pool.start(request(FOREVER), (event) => event.type === 'started' && begun.push(event.run)),
    );
    await expect.poll(() => begun.length, { timeout: 20_000 }).toBe(2);
    runs[0]?.stop();
    await expect.poll(() => begun.length, { timeout: 20_000 }).toBe(3);
    expect(begun.toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
  });

  test('an exception and a thread that dies are the affair of their own run', async () => {
    const pool = openPool({ threads: 1 });
    const [failing, swallowing, good] = [
      '1 / 0',
      'while True:\n    try:\n        print("on", flush=True)\n        while True: pass\n    except BaseException: pass',
      '"fine"',
    ].map((source) =>
      pool.start(request(source), (event) => {
        if (event.type === 'output' && event.text.includes('on')) swallowing?.stop();
      }),
    );
    expect((await failing?.ended)?.error?.type).toBe('ZeroDivisionError');
    expect((await swallowing?.ended)?.status).toBe('stopped');
    expect((await good?.ended)?.displayed).toBe("'fine'");
  });

  test('stops runs that wait at once, and those under way', async () => {
    const pool = openPool({ threads: 1 });
    let begin: (event: unknown) => void = ignore;
    const begun = new Promise((resolve) => (begin = resolve));
    const runs = [1, 2, 3].map(() => pool.start(request(FOREVER), begin));
    await begun;
    for (const run of runs) run.stop();
    const ended = await Promise.all(runs.map((run) => run.ended));
    expect(ended.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
    expect((await pool.start(request('1 + 1'), ignore).ended).displayed).toBe('2');
  });

  test('releases its threads when they have been idle, and starts new ones', async () => {
    const pool = openPool({ limits: { unusedMilliseconds: 50, lookMilliseconds: 10 } });
    await pool.start(request('1'), ignore).ended;
    await expect.poll(() => pool.threads, { timeout: 5000 }).toBe(0);
    expect((await pool.start(request('2'), ignore).ended).displayed).toBe('2');
  });

  test('starts its threads ahead of the runs, which then use them', async () => {
    const pool = openPool();
    pool.warm();
    expect(pool.threads).toBe(2);
    const ended = await Promise.all([1, 2, 3].map((n) => pool.start(request(`${n}`), ignore).ended));
    expect(ended.map(({ displayed }) => displayed)).toEqual(['1', '2', '3']);
    expect(pool.threads).toBe(2);
  });

  test('starts none ahead, and keeps none, where memory is short', async () => {
    const pool = openPool({ limits: { free: () => 2 ** 29, lookMilliseconds: 10 } });
    pool.warm();
    expect(pool.threads).toBe(0);
    expect((await pool.start(request('1'), ignore).ended).displayed).toBe('1');
    await expect.poll(() => pool.threads, { timeout: 5000 }).toBe(0);
  });

  test('starts none ahead while it is held', () => {
    const pool = openPool();
    pool.hold(new Promise(ignore));
    pool.warm();
    expect(pool.threads).toBe(0);
  });

  test('ends everything as stopped when it is closed, and takes nothing after that', async () => {
    const pool = openPool({ threads: 1 });
    const runs = [1, 2].map(() => pool.start(request(FOREVER), ignore));
    await pool.dispose();
    const later = pool.start(request('1'), ignore);
    const ended = await Promise.all([...runs, later].map((run) => run.ended));
    expect(ended.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  test('begins nothing while it is held', async () => {
    const pool = openPool({ threads: 1 });
    let release: (value: unknown) => void = ignore;
    pool.hold(new Promise((resolve) => (release = resolve)));
    let isOver = false;
    const run = pool.start(request('1'), ignore);
    void run.ended.then(() => (isOver = true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([isOver, pool.threads]).toEqual([false, 0]);
    release(null);
    expect((await run.ended).displayed).toBe('1');
  });
});

test('the engine holds its pool while the learner’s own run goes on', async () => {
  const engine = new Engine({ distribution, log: ignore });
  open.push(engine);
  const order: string[] = [];
  const own = engine.start(request('import time\ntime.sleep(0.3)'), ignore);
  const pooled = engine.pool.start(request('1'), (event) => {
    if (event.type === 'started') order.push('pool');
  });
  void own.ended.then(() => order.push('own'));
  await pooled.ended;
  expect(order).toEqual(['own', 'pool']);
});
