import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SpareThread } from '../../../src/training/threads/spare-thread.ts';
import type { Thread } from '../../../src/training/threads/thread.ts';

const PLENTY = 2 ** 34;
const thread = { name: 'a thread' } as unknown as Thread;

let free = PLENTY;
let idle = true;
const make = vi.fn(() => thread);
const end = vi.fn();

const spare = (): SpareThread =>
  new SpareThread({ make, end, isIdle: () => idle, limits: { free: () => free } });

beforeEach(() => {
  vi.useFakeTimers();
  [free, idle] = [PLENTY, true];
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('the thread in reserve', () => {
  test('is made a second after the last run, and given away once', () => {
    const own = spare();
    own.prepare();
    vi.advanceTimersByTime(999);
    expect(make).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(own.take()).toBe(thread);
    expect(own.take()).toBeNull();
    vi.advanceTimersByTime(10 * 60_000);
    expect(end).not.toHaveBeenCalled();
  });

  test('is not made while something runs or where memory is short', () => {
    const own = spare();
    idle = false;
    own.prepare();
    vi.advanceTimersByTime(5000);
    [idle, free] = [true, 2 ** 29];
    own.prepare();
    vi.advanceTimersByTime(5000);
    expect(make).not.toHaveBeenCalled();
  });

  test('is let go when nobody needed it for five minutes', () => {
    const own = spare();
    own.prepare();
    vi.advanceTimersByTime(5 * 60_000);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20_000);
    expect(end).toHaveBeenCalledExactlyOnceWith(thread, 'it was not needed');
    expect(own.take()).toBeNull();
  });

  test('is let go when memory gets short', () => {
    const own = spare();
    own.prepare();
    vi.advanceTimersByTime(2000);
    free = 2 ** 29;
    vi.advanceTimersByTime(10_000);
    expect(end).toHaveBeenCalledExactlyOnceWith(thread, 'memory is short');
  });
});
