import { beforeEach, describe, expect, it } from 'vitest';
import { CrashRecord } from '../../../src/training/threads/crash-record.ts';

describe('crashes of the engine', () => {
  let record: CrashRecord;
  const crash = (times: number) => {
    for (let i = 0; i < times; i++) record.crashed();
  };

  beforeEach(() => {
    record = new CrashRecord();
  });

  it('cost nothing while they are few', () => {
    crash(4);
    expect(record.wait).toBe(0);
    expect(record.explain('it broke')).toBe('it broke');
  });

  it('make the next start wait from the fifth in a row on, longer each time, half a minute at most', () => {
    const waits = Array.from({ length: 8 }, () => {
      crash(record.wait === 0 ? 5 : 1);
      return record.wait;
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('say how to report them', () => {
    crash(5);
    expect(record.explain('it broke')).toBe(
      'it broke. That was the 5th time in a row, so the next start waits 1 s. ' +
        'Please report it with the log (D2L: Show Log) and the code that ran',
    );
  });

  it('are forgotten when a run ends in good order', () => {
    crash(7);
    record.worked();
    crash(1);
    expect(record.wait).toBe(0);
  });
});
