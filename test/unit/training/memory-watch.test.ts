import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchMemory } from '../../../src/training/threads/memory-watch.ts';

const GIB = 2 ** 30;

describe('the watch over memory', () => {
  let resident: number;
  let exceeded: ReturnType<typeof vi.fn<() => void>>;

  beforeEach(() => {
    vi.useFakeTimers();
    resident = 2 * GIB;
    exceeded = vi.fn<() => void>();
  });

  afterEach(() => vi.useRealTimers());

  it('lets a process grow by 4 GiB, and calls once when it grows more', () => {
    watchMemory(exceeded, () => resident);
    resident = 6 * GIB;
    vi.advanceTimersByTime(1000);
    expect(exceeded).not.toHaveBeenCalled();
    resident = 6 * GIB + 1;
    vi.advanceTimersByTime(1000);
    expect(exceeded).toHaveBeenCalledOnce();
  });

  it('ends when it is told to', () => {
    const end = watchMemory(exceeded, () => resident);
    end();
    resident = 10 * GIB;
    vi.advanceTimersByTime(1000);
    expect(exceeded).not.toHaveBeenCalled();
  });
});
