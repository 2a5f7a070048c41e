import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RunClock } from '../../../src/training/threads/run-clock.ts';

let ended: number;
const clockOf = (seconds: number): RunClock => new RunClock(seconds, () => ended++);

beforeEach(() => {
  ended = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => vi.useRealTimers());

test('ends once, when its seconds are over', () => {
  clockOf(2).start();
  vi.advanceTimersByTime(1999);
  expect(ended).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(ended).toBe(1);
});

test('adds what it is extended by to the end that it had', () => {
  const clock = clockOf(2);
  clock.start();
  vi.advanceTimersByTime(1500);
  clock.extend(3);
  vi.advanceTimersByTime(3499);
  expect(ended).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ended).toBe(1);
});

test('can be extended before it starts', () => {
  const clock = clockOf(2);
  clock.extend(1);
  clock.start();
  vi.advanceTimersByTime(2999);
  expect(ended).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ended).toBe(1);
});

test('without a limit never ends, extended or not', () => {
  const clock = clockOf(0);
  clock.start();
  clock.extend(1);
  vi.advanceTimersByTime(1e6);
  expect(ended).toBe(0);
});

test('once stopped or over is not brought back by an extension', () => {
  const stopped = clockOf(2);
  stopped.start();
  stopped.stop();
  stopped.extend(1);
  const over = clockOf(1);
  over.start();
  vi.advanceTimersByTime(1000);
  over.extend(1);
  vi.advanceTimersByTime(1e6);
  expect(ended).toBe(1);
});

test('waits longer than a timer of Node can', () => {
  clockOf(3_000_000).start();
  vi.advanceTimersByTime(2 ** 31);
  expect(ended).toBe(0);
  vi.advanceTimersByTime(3e9);
  expect(ended).toBe(1);
});
