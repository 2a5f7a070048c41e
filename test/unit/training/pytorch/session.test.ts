/** Real PyTorch's side of the contract, with Pythons that a test speaks for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../../../src/training/protocol/protocol.ts';
import { PyTorchEngine } from '../../../../src/training/pytorch/engine.ts';
import type { LinkListener, PythonSource } from '../../../../src/training/pytorch/link.ts';
import { startFailure } from '../../../../src/training/pytorch/start-failures.ts';
import type { RunRequest } from '../../../../src/training/threads/active-run.ts';

const VERSION = { place: 'process', torch: '2.9.0', python: '3.11.7', cuda: null, d2l: null } as const;
const READY = { type: 'ready', python: '3.11.7', backends: [], start: 'plain', pytorch: VERSION };
const END = {
  type: 'ended',
  run: 1,
  status: 'ok',
  backend: 'pytorch',
  operations: { tensorflow: 0, wasm: 0, js: 0 },
  milliseconds: 1,
  displayed: null,
  outputDropped: 0,
  error: null,
};
const REQUEST: RunRequest = {
  cells: [],
  seed: 0,
  backend: 'auto',
  limits: { seconds: 0, outputCharacters: 100 },
};

/** Pythons that were started, with what they were told. */
class Pythons {
  readonly listeners: LinkListener[] = [];
  readonly told: Record<string, unknown>[] = [];
  interrupts = 0;
  closed = 0;

  readonly source: PythonSource = (listener) => {
    this.listeners.push(listener);
    return {
      send: (line) => void this.told.push(JSON.parse(line) as Record<string, unknown>),
      interrupt: () => void this.interrupts++,
      close: () => Promise.resolve(void this.closed++),
    };
  };

  say(message: object): void {
    this.listeners.at(-1)?.line(JSON.stringify(message));
  }

  /** So many were started. */
  async started(count = 1): Promise<void> {
    await vi.waitFor(() => expect(this.listeners).toHaveLength(count));
  }

  /** The first one is ready, and has its run. */
  async ready(): Promise<void> {
    await this.started();
    this.say(READY);
    await vi.waitFor(() => expect(this.told).toHaveLength(1));
  }
}

describe('real PyTorch behind the contract', () => {
  let distribution: string;
  let pythons: Pythons;
  let engine: PyTorchEngine;
  let events: RunEvent[];

  beforeEach(() => {
    distribution = mkdtempSync(path.join(tmpdir(), 'd2l-pytorch-'));
    // What is a message is another test's subject.
    const checks =
      'const is = () => true; module.exports = { ready: is, started: is, output: is, ended: is };';
    writeFileSync(path.join(distribution, 'message-check.js'), checks);
    pythons = new Pythons();
    engine = new PyTorchEngine({ distribution, source: pythons.source, log: () => undefined });
    events = [];
  });

  afterEach(async () => {
    await engine.dispose();
    rmSync(distribution, { recursive: true });
    vi.useRealTimers();
  });

  const start = (request: Partial<RunRequest> = {}) =>
    engine.start({ ...REQUEST, ...request }, (event) => events.push(event));

  it('gives a run to a Python that is ready, and says who computed', async () => {
    const run = start({ folder: '/learner' });
    await pythons.started();
    expect(pythons.told).toEqual([]);
    await pythons.ready();
    expect(pythons.told[0]).toMatchObject({ type: 'run', run: 1, folder: '/learner', dataFolder: null });
    pythons.say({ type: 'started', run: 1, seed: 0, pytorch: { ...VERSION, torch: 'forged' } });
    pythons.say(END);
    expect(await run.ended).toMatchObject({ status: 'ok', backend: 'pytorch', pytorch: VERSION });
    expect(events[0]).toMatchObject({ type: 'started', pytorch: VERSION });
  });

  it('ends a run with the line that says why there is no Python, and tries anew for the next', async () => {
    const run = start();
    await pythons.started();
    pythons.say({ type: 'retire', reason: 'this Python has no torch' });
    const { status, error } = await run.ended;
    expect(status).toBe('error');
    expect(error).toMatchObject({ type: 'EngineError', message: 'this Python has no torch' });
    start();
    await pythons.started(2);
  });

  it('ends a run whose Python dies', async () => {
    const run = start();
    await pythons.ready();
    pythons.say({ type: 'started', run: 1, seed: 0 });
    pythons.listeners[0]?.lost('this Python crashed');
    expect((await run.ended).error?.message).toBe('this Python crashed');
  });

  it('gives a run to another Python where its own retired before it came to it', async () => {
    const run = start();
    await pythons.ready();
    pythons.say({ type: 'retire', reason: 'this Python has had its run' });
    await pythons.started(2);
    pythons.say(READY);
    await vi.waitFor(() => expect(pythons.told).toHaveLength(2));
    pythons.say({ type: 'started', run: 1, seed: 0 });
    pythons.say(END);
    expect((await run.ended).status).toBe('ok');
  });

  it('takes another Python for the next run where one retires after its own', async () => {
    const run = start();
    await pythons.ready();
    pythons.say({ type: 'started', run: 1, seed: 0 });
    pythons.say(END);
    pythons.say({ type: 'retire', reason: 'one run' });
    expect((await run.ended).status).toBe('ok');
    start();
    await pythons.started(2);
  });

  it('interrupts a run, and kills what does not stop', async () => {
    const run = start();
    await pythons.ready();
    vi.useFakeTimers();
    run.stop();
    expect([pythons.interrupts, pythons.closed]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(pythons.closed).toBe(1);
    expect((await run.ended).status).toBe('stopped');
  });

  it('ends a run at its time limit', async () => {
    const run = start({ limits: { seconds: 0.05, outputCharacters: 100 } });
    await pythons.ready();
    await vi.waitFor(() => expect(pythons.interrupts).toBe(1));
    pythons.say({ type: 'started', run: 1, seed: 0 });
    pythons.say({ ...END, status: 'stopped' });
    expect((await run.ended).status).toBe('timeout');
  });

  it('says in a line that it does not debug', async () => {
    const run = start({ debug: { breakpoints: [], exceptions: [], stopOnEntry: false } });
    expect((await run.ended).error?.message).toContain('built-in engine');
  });
});

describe('why a Python cannot be used', () => {
  it.each([
    ['ENOENT', undefined, 'there is no Python at py: choose another interpreter'],
    ['EACCES', undefined, 'py may not be executed: choose a Python interpreter'],
    ['', { status: 9009, signal: null }, "py only leads to Windows's store"],
    [
      'Python was not found; run without arguments to install from the Microsoft Store',
      { status: 1, signal: null },
      'store',
    ],
    ['', { status: null, signal: 'SIGSEGV' as const }, 'crashed (segmentation fault)'],
    [
      'Traceback\nImportError: broken\n',
      { status: 1, signal: null },
      'ended with status 1: ImportError: broken',
    ],
  ])('%s %o', (said, end, expected) => {
    expect(startFailure('py', said, end)).toContain(expected);
  });
});
