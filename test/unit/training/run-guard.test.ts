import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/training/protocol/protocol.ts';
import { RunGuard } from '../../../src/training/threads/run-guard.ts';

const started: RunEvent = { type: 'started', run: 3, seed: 0 };
const fit = (index: number): RunEvent => ({ type: 'fitStarted', run: 3, fit: index, model: 'M', epochs: 1 });
const points = (index: number, label: string, count: number): RunEvent => ({
  type: 'points',
  run: 3,
  fit: index,
  curves: [{ label, points: Array.from({ length: count }, (_, x) => [x, 1] as const) }],
});

describe('what a thread may say of its run', () => {
  let guard: RunGuard;
  const refused = (event: RunEvent, characters = 100) => guard.refuses(event, characters);

  beforeEach(() => {
    guard = new RunGuard(3);
    expect(refused(started)).toBeNull();
  });

  it('is of no other run', () => {
    expect(refused({ ...started, run: 4 })).toContain('another run');
    expect(refused({ ...fit(0), run: 2 })).toContain('another run');
  });

  it('begins with its start, which comes once', () => {
    expect(refused(started)).toContain('started before');
    expect(new RunGuard(3).refuses(fit(0), 10)).toContain('not started');
  });

  it('is of fits that have begun, one after the other', () => {
    expect(refused(points(0, 'loss', 1))).toContain('fit has not started');
    expect(refused(fit(0))).toBeNull();
    expect(refused(points(0, 'loss', 1))).toBeNull();
    expect(refused(fit(5))).toContain('out of order');
  });

  it('has as many curves, points and figures as the engine lets through', () => {
    refused(fit(0));
    for (let i = 0; i < 100; i++) expect(refused(points(0, `c${i}`, 1))).toBeNull();
    expect(refused(points(0, 'one more', 1))).toContain('too many curves');
    expect(refused(points(0, 'c1', 1_999_000))).toBeNull();
    expect(refused(points(0, 'c1', 1000))).toContain('too many points');
  });

  it('is no flood, whose end is still heard', () => {
    const text: RunEvent = { type: 'output', run: 3, stream: 'stdout', text: '' };
    expect(refused(text, 2 ** 28)).toBeNull();
    expect(refused(text, 1)).toContain('says too much');
    expect(refused({ type: 'ended', run: 3 } as RunEvent, 1)).toBeNull();
  });
});
