/** Messages are data from a stranger: whatever an engine's process says, the host lives, and no run speaks for another. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import { Session } from '../../src/training/threads/session.ts';
import { run, start } from './engine.ts';
import { strangeEngine } from './strange-engine.ts';

const open: { dispose(): Promise<void> }[] = [];
const logged: string[] = [];

function stranger(script: string, otherwise = ''): Session {
  const { folder, remove } = strangeEngine(script, otherwise);
  const session = new Session({ distribution: folder, log: (_level, text) => logged.push(text) });
  open.push({ dispose: () => session.dispose().finally(remove) });
  return session;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.dispose()));
  logged.length = 0;
});

describe('what is no message is left out, and the run goes on', () => {
  test.each([
    ['no JSON', '"not json"'],
    ['null', '"null"'],
    ['a number', '"1"'],
    ['an array', '"[]"'],
    ['an unknown type', '{ type: "toString", run }'],
    ['a prototype', `'{"type":"__proto__","run":1}'`],
    ['points without curves', '{ type: "points", run, fit: 0, curves: null }'],
    ['a fit far away', '{ type: "fitStarted", run, fit: 3000000000, model: "M", epochs: 1 }'],
    ['a fit that is no index', '{ type: "fitStarted", run, fit: -1, model: "M", epochs: 1 }'],
    ['a fit out of order', '{ type: "fitStarted", run, fit: 7, model: "M", epochs: 1 }'],
    ['points of no fit', '{ type: "points", run, fit: 3, curves: [] }'],
    ['a figure of nothing', '{ type: "figure", run, figure: null }'],
    [
      'a label without end',
      '{ type: "printed", run, lines: [{ document: "x".repeat(20000), line: 1, text: "", count: 1 }] }',
    ],
    ['another run', '{ type: "output", run: run + 1, stream: "stdout", text: "forged" }'],
    ['a second start', '{ type: "started", run, seed: 1 }'],
    ['a second ready', 'READY'],
    ['fields besides', '{ type: "output", run, stream: "stdout", text: "forged", more: 1 }'],
  ])('%s', async (_what, said) => {
    const session = stranger(
      `begin(thread, run); message(thread, ${said}); message(thread, end(run, 'fine'));`,
    );
    expect(await run(session, '')).toMatchObject({ status: 'ok', displayed: 'fine', stdout: '', fits: [] });
    expect(logged.join('\n')).toContain('a message of the engine is left out: ');
    expect(logged.join('\n')).not.toContain('forged');
  });

  test('frames of unknown kinds, of unknown threads, and control frames of nonsense', async () => {
    const session =
      stranger(`begin(thread, run); say(thread, 99, 'x'); say(77, 2, '{}'); say(thread, 3, 'no json');
      say(thread, 6, 'null'); say(thread, 6, '{"path":1,"at":-1,"count":"x"}'); say(thread, 5, '');
      message(thread, end(run, 'fine'));`);
    expect((await run(session, '')).displayed).toBe('fine');
  });
});

test('a run whose end cannot be believed ends as an EngineError', async () => {
  const session = stranger(`begin(thread, run); message(thread, { ...end(run, 'x'), operations: null });`);
  const { error } = await run(session, '');
  expect(error?.type).toBe('EngineError');
  expect(error?.message).toContain('its ended/operations is not as it must be');
});

test('a run can neither end nor draw into the next one, which its thread has not come to', async () => {
  const session = stranger(`
    if (run === 1) {
      begin(thread, 1);
      message(thread, end(1, 'first'));
      message(thread, { type: 'started', run: 2, seed: 0 });
      message(thread, { type: 'output', run: 2, stream: 'stdout', text: 'forged' });
      message(thread, end(2, 'forged'));
    } else {
      message(thread, { type: 'started', run, seed: 0 });
      message(thread, end(run, 'forged'));
      begin(thread, run);
      message(thread, end(run, 'its own'));
    }`);
  expect((await run(session, '')).displayed).toBe('first');
  expect(await run(session, '')).toMatchObject({ displayed: 'its own', stdout: '' });
});

test('a thread that says its run has ended and goes on is replaced, and the next run gets another', async () => {
  const session = stranger(`
    begin(thread, run);
    message(thread, end(run, String(process.pid)));
    if (run === 1) setTimeout(() => { while (true); }, 20);`);
  const first = (await run(session, '')).displayed;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await run(session, '');
  expect(second.status).toBe('ok');
  expect(second.displayed).not.toBe(first);
});

describe('a flood', () => {
  test('of log lines is cut, and said to be', async () => {
    const session = stranger(`begin(thread, run);
      for (let i = 0; i < 100000; i++) message(thread, { type: 'log', level: 'info', text: 'line ' + i + 'x'.repeat(2000) });
      message(thread, end(run, 'fine'));`);
    expect((await run(session, '', { seconds: 60 })).displayed).toBe('fine');
    await session.dispose();
    expect(logged.join('').length).toBeLessThan(2_000_000);
    expect(logged.join('\n')).toMatch(/\d+ more lines of the engine were left out/);
  });

  test('of messages leaves the host its time, and Stop its power', async () => {
    const session = stranger(`begin(thread, run); setInterval(() => {
        if (pipe.writableLength > 1e8) return;
        for (let i = 0; i < 2000; i++) message(thread, { type: 'output', run, stream: 'stdout', text: 'x'.repeat(10000) });
      }, 1);`);
    let events = 0;
    const flooded = start(session, '', { onEvent: () => events++ });
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    flooded.stop();
    expect((await flooded.ended).status).toBe('stopped');
    clearInterval(beat);
    expect(events).toBeGreaterThan(10);
    expect(longest).toBeLessThan(1000);
  });

  test('a frame that says to be longer than any ends the process', async () => {
    const session = stranger(`begin(thread, run); pipe.write(Buffer.alloc(64, 255));`);
    const { error } = await run(session, '');
    expect(error?.type).toBe('EngineError');
    expect(error?.message).toContain('a frame of 4294967295 bytes');
  });

  test('of bytes that are no frames neither', async () => {
    const session = stranger(`begin(thread, run); pipe.write(require('node:crypto').randomBytes(1 << 20));`);
    expect((await run(session, '', { seconds: 3 })).status).toMatch(/error|timeout/);
  });
});

test('a process that was killed from outside begins its run anew, once', async () => {
  const session = stranger(`
    begin(thread, run);
    const fs = require('node:fs');
    message(thread, { type: 'output', run, stream: 'stdout', text: 'begun ' });
    setTimeout(() => message(thread, end(run, String(process.pid))), 1000);`);
  const events: RunEvent[] = [];
  let killed = 0;
  const kill = (event: RunEvent): void => {
    events.push(event);
    if (event.type !== 'output' || killed > 0) return;
    killed = session.pids[0] ?? 0;
    process.kill(killed, 'SIGKILL');
  };
  const { status, stdout, displayed } = await run(session, '', { onEvent: kill });
  expect({ status, stdout }).toEqual({ status: 'ok', stdout: 'begun ' });
  expect(displayed).not.toBe(String(killed));
  expect(events.filter(({ type }) => type === 'started')).toHaveLength(2);
});
