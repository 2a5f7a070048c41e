import { beforeEach, describe, expect, it } from 'vitest';
import { SIGINT, SIGNAL_WORD, STOP_WORD, StopFlag } from '../../../src/training/realm/stop-flag.ts';

describe('what asks a run to stop', () => {
  let now: number;
  let flag: StopFlag;
  let polled: Int32Array;
  let words: Int32Array;

  /** As Python does: a signal that was seen is cleared, and comes again. */
  const poll = (times = 1): number => {
    let signals = 0;
    for (let i = 0; i < times; i++) {
      if (polled[0] !== SIGINT) continue;
      signals++;
      polled[0] = 0;
      words[SIGNAL_WORD] = SIGINT;
    }
    return signals;
  };

  beforeEach(() => {
    now = 0;
    flag = new StopFlag(() => now);
    polled = flag.signals(() => undefined);
    words = new Int32Array(flag.buffer);
    flag.begin(7);
    words[STOP_WORD] = 7;
    words[SIGNAL_WORD] = SIGINT;
  });

  it('interrupts at once, and again only after some time and some polls', () => {
    expect(poll()).toBe(1);
    expect(poll(5000)).toBe(0);
    now = 300;
    expect(poll(5000)).toBe(1);
  });

  it('leaves the code that an interrupt reaches its polls, however slow the machine is', () => {
    expect(poll()).toBe(1);
    now = 60_000;
    expect(poll(500)).toBe(0);
    expect(poll(1000)).toBe(1);
  });

  it('counts an interrupt by an operation like one by a signal', () => {
    expect(flag.interrupts()).toBe(true);
    now = 60_000;
    expect(poll(500)).toBe(0);
  });

  it('asks nothing while something is done to its end, nor of another run', () => {
    flag.calmly(() => {
      expect([poll(), flag.interrupts()]).toEqual([0, false]);
    });
    flag.begin(8);
    expect([poll(), flag.interrupts()]).toEqual([0, false]);
  });
});
