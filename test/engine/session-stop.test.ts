import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/training/protocol/protocol.ts';
import { Session } from '../../src/training/threads/session.ts';
import { distribution, openSession, run, start, type Started } from './engine.ts';

let session: Session;
/** Why threads of the session ended. */
const lost: string[] = [];

beforeAll(() => {
  session = openSession({ onThreadLost: (reason) => lost.push(reason) });
});

afterAll(() => session.dispose());

/** Starts a program and stops it when it has printed. */
function stopWhenRunning(source: string): Promise<{ started: Started }> {
  return new Promise((resolve) => {
    const started = start(session, `print("running")\n${source}`, {
      onEvent: (event) => {
        if (event.type !== 'output') return;
        started.stop();
        resolve({ started });
      },
    });
  });
}

describe('stop', () => {
  test.each([
    ['a busy loop', 'while True: pass'],
    ['a sleep', 'import time\ntime.sleep(1000)'],
    ['calls of JavaScript', 'import time\nwhile True: time.perf_counter()'],
    ['prints', 'while True: print("x")'],
    [
      'a loop that catches Exception',
      'while True:\n    try:\n        x = 1\n    except Exception:\n        pass',
    ],
  ])('ends %s, and its thread goes on', async (_what, source) => {
    const before = lost.length;
    const { started } = await stopWhenRunning(source);
    expect(await started.ended).toMatchObject({ status: 'stopped', error: null });
    expect((await run(session, '1 + 1')).displayed).toBe('2');
    expect(lost.slice(before)).toEqual([]);
  });

  test('terminates what swallows every interrupt, and the next run works', async () => {
    const { started } = await stopWhenRunning(
      'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    );
    expect((await started.ended).status).toBe('stopped');
    expect(lost.at(-1)).toBe('the run did not stop');
    expect((await run(session, '1 + 1')).displayed).toBe('2');
  });

  test('finalisers, in which Python drops interrupts, end by the next one or by termination', async () => {
    const { started } = await stopWhenRunning(
      'class A:\n    def __del__(self):\n        for i in range(100): pass\nwhile True: A()',
    );
    expect((await started.ended).status).toBe('stopped');
    expect((await run(session, '1 + 1')).displayed).toBe('2');
  });

  test('a long call of C is terminated too', async () => {
    const { started } = await stopWhenRunning('sum(range(10**11))');
    expect((await started.ended).status).toBe('stopped');
  });

  test('again and again loses no thread', { timeout: 60_000 }, async () => {
    const logged: string[] = [];
    const own = openSession({ log: (_level, text) => logged.push(text) });
    for (let i = 0; i < 30; i++) {
      const started = start(
        own,
        'import torch\nx = torch.ones(3)\nprint("running")\nwhile True: x = x * 1.0',
        {
          onEvent: (event) => event.type === 'output' && setTimeout(() => started.stop(), i),
        },
      );
      expect((await started.ended).status).toBe('stopped');
    }
    await own.dispose();
    expect(logged).toEqual([]);
  });

  test('is harmless after the end', async () => {
    const started = start(session, '1');
    await started.ended;
    started.stop();
    expect(await run(session, '2')).toMatchObject({ status: 'ok', displayed: '2' });
  });

  test('before the engine is ready ends the run at once', async () => {
    const cold = openSession();
    const started = start(cold, 'while True: pass');
    started.stop();
    expect((await started.ended).status).toBe('stopped');
    await cold.dispose();
  });
});

describe('time', () => {
  test('that is up ends the run as timeout', async () => {
    expect(await run(session, 'while True: pass', { seconds: 0.3 })).toMatchObject({
      status: 'timeout',
      error: null,
    });
    expect((await run(session, '1')).status).toBe('ok');
  });

  test('that is extended lasts longer, and ends the run all the same', async () => {
    const begun = Date.now();
    const started = start(session, 'while True: pass', { seconds: 0.3 });
    started.extend(0.6);
    expect((await started.ended).status).toBe('timeout');
    expect(Date.now() - begun).toBeGreaterThan(850);
  });

  test('that is extended while the run goes on lets it end by itself', async () => {
    const source = 'import time\nprint("begins")\ntime.sleep(0.8)\n"done"';
    const started = start(session, source, {
      seconds: 0.5,
      onEvent: (event) => event.type === 'output' && started.extend(10),
    });
    expect(await started.result).toMatchObject({ status: 'ok', displayed: "'done'" });
  });

  test('of a sleeping run is seen as well', async () => {
    const result = await run(session, 'import time\ntime.sleep(60)', { seconds: 0.3 });
    expect(result.status).toBe('timeout');
  });

  test('sleeps as long as it says', async () => {
    const result = await run(
      session,
      'import time\nbegun = time.perf_counter()\ntime.sleep(0.2)\n0.19 < time.perf_counter() - begun < 2',
    );
    expect(result.displayed).toBe('True');
  });

  test.each([
    ['-1', 'ValueError', 'sleep length must be non-negative'],
    ['"1"', 'TypeError', "'str' object cannot be interpreted as an integer"],
  ])('sleep(%s) fails as Python does', async (argument, type, message) => {
    expect((await run(session, `import time\ntime.sleep(${argument})`)).error).toMatchObject({
      type,
      message,
    });
  });
});

describe('one run at a time', () => {
  test('two new runs at once stop the one before them, whose thread the second gets', async () => {
    const lost: string[] = [];
    const own = openSession({ onThreadLost: (reason) => lost.push(reason) });
    const ends: Promise<RunResult>[] = [];
    const first = run(own, 'print("on")\nwhile True: pass', {
      onEvent: ({ type }) => {
        // A line may come in two pieces.
        if (type === 'output' && ends.length === 0) ends.push(run(own, 'print("never")'), run(own, '40 + 2'));
      },
    });
    expect((await first).status).toBe('stopped');
    const [second, third] = await Promise.all(ends);
    expect([second?.status, second?.stdout, third?.displayed]).toEqual(['stopped', '', '42']);
    // Its end was heard: nobody had to wait for the thread to be ended.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(lost).toEqual([]);
    await own.dispose();
  });

  test('a new run stops the one before it', async () => {
    const first = start(session, 'while True: pass');
    const second = start(session, '"second"');
    expect((await first.ended).status).toBe('stopped');
    expect((await second.result).displayed).toBe("'second'");
  });

  test('of many at once only the last one runs', async () => {
    const runs = Array.from({ length: 10 }, (_, i) => start(session, `${i}`));
    const results = await Promise.all(runs.map(({ result }) => result));
    expect(results.at(-1)).toMatchObject({ status: 'ok', displayed: '9' });
    expect(results.slice(1, -1).every(({ status }) => status === 'stopped')).toBe(true);
  });
});

describe('a thread that dies', () => {
  test('gives its run an EngineError and is replaced', async () => {
    const result = await run(session, 'import ctypes\nctypes.string_at(0xfffffff0)');
    expect(result).toMatchObject({ status: 'error', error: { type: 'EngineError', line: null } });
    expect((await run(session, '1')).displayed).toBe('1');
  });

  test('is replaced by the spare one', async () => {
    const own = openSession({ spare: true });
    await run(own, '1');
    await expect.poll(() => own.pids.length, { timeout: 30_000 }).toBe(2);
    expect((await run(own, 'import ctypes\nctypes.string_at(0xfffffff0)')).error?.type).toBe('EngineError');
    expect((await run(own, '2')).displayed).toBe('2');
    await own.dispose();
  });

  test('at its start is an EngineError, too', async () => {
    const logged: string[] = [];
    const broken = new Session({ distribution: '/nowhere', log: (_level, text) => logged.push(text) });
    const result = await run(broken, '1');
    expect(result).toMatchObject({ status: 'error', error: { type: 'EngineError' } });
    expect(logged.length).toBeGreaterThan(0);
    await broken.dispose();
  });
});

describe('closing the session', () => {
  test('ends a run that is under way', async () => {
    const own = openSession();
    const started = start(own, 'while True: pass');
    await own.warm();
    await own.dispose();
    expect((await started.ended).status).toBe('stopped');
  });

  test('ends what is started later at once', async () => {
    const own = openSession();
    await own.dispose();
    expect((await run(own, '1')).status).toBe('stopped');
  });
});

describe('without a memory snapshot that fits', () => {
  const logged: string[] = [];

  /** A session whose snapshot is spoiled. */
  function spoiled(spoil: (file: string) => void): { plain: Session; remove: () => Promise<void> } {
    logged.length = 0;
    const folder = mkdtempSync(path.join(tmpdir(), 'd2l-'));
    for (const script of ['supervisor.js', 'worker.js', 'message-check.js'])
      cpSync(path.join(distribution, script), path.join(folder, script));
    cpSync(path.join(distribution, 'engine'), path.join(folder, 'engine'), { recursive: true });
    spoil(path.join(folder, 'engine/snapshot.bin'));
    const plain = new Session({ distribution: folder, log: (_level, text) => logged.push(text) });
    const remove = async (): Promise<void> => {
      await plain.dispose();
      rmSync(folder, { recursive: true });
    };
    return { plain, remove };
  }

  // To load Python plainly takes long: once before anything of the snapshot was used, and once after.
  test.each([
    ['missing', (file: string) => rmSync(file)],
    ['of another build', (file: string) => writeFileSync(file, renamed(readFileSync(file)))],
  ])('(%s) Python is loaded plainly, says so, and works', async (_what, spoil) => {
    const { plain, remove } = spoiled(spoil);
    expect((await plain.warm()).start).toBe('plain');
    expect(logged.join('\n')).toContain('without its memory snapshot');
    const source = 'import random, torch\nrandom.random(), torch.ones(2).sum()';
    expect((await run(plain, source, { seed: 1 })).displayed).toBe('(0.13436424411240122, tensor(2.))');
    await remove();
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, statSync(file).size / 2)],
    ['of other functions', (file: string) => writeFileSync(file, miscounted(readFileSync(file)))],
  ])('(%s) Python begins to be loaded plainly, too, and says so', async (_what, spoil) => {
    const { plain, remove } = spoiled(spoil);
    plain.warm().catch(() => undefined);
    await expect
      .poll(() => logged.join('\n'), { timeout: 60_000 })
      .toContain('without its memory snapshot, which cannot be used');
    await remove();
  });
});

/** A snapshot that asks for a function which no engine has. */
function renamed(snapshot: Buffer): Buffer {
  const at = snapshot.indexOf('_realm.write');
  expect(at).toBeGreaterThan(0);
  snapshot.write('_realm.wrote', at);
  return snapshot;
}

/** A snapshot whose functions of the engine are others: the fifth word tells which they are. */
function miscounted(snapshot: Buffer): Buffer {
  snapshot.writeUInt32LE((snapshot.readUInt32LE(16) ^ 1) >>> 0, 16);
  return snapshot;
}
