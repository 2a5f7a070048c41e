/** When helper threads are called, and when they are left alone; what they compute is tested in kernels/sharing.test.ts. */
import { describe, expect, it } from 'vitest';
import { Helpers } from '../../../src/training/backend/wasm/helpers.ts';

const MUCH = 2 ** 28;

function helpers(coming = 1) {
  const seen = {
    calls: 0,
    expected: 0,
    ready: 0,
    arrived: 0,
    late: 0,
    resting: [] as number[],
    dismissed: 0,
  };
  const kernels = {
    helpers_ready: () => seen.ready,
    helpers_arrived: () => seen.arrived,
    helpers_late: () => seen.late,
    expect_helpers: (count = 0) => (seen.expected = count),
    rest_helpers: (resting = 0) => seen.resting.push(resting),
    dismiss_helpers: () => ++seen.dismissed,
  };
  const made = new Helpers(kernels, () => {
    seen.calls++;
    return coming;
  });
  return [made, seen] as const;
}

describe('helper threads', () => {
  it('are called when there was much to do, and not again while they are on their way or there', () => {
    const [made, seen] = helpers(2);
    for (let i = 0; i < 3; i++) made.count(MUCH / 4);
    expect(seen.calls).toBe(0);
    made.count(MUCH / 4);
    expect(seen).toMatchObject({ calls: 1, expected: 2 });
    made.count(MUCH);
    seen.arrived = seen.ready = 2;
    made.count(MUCH);
    expect(seen.calls).toBe(1);
  });

  it('are called again when all have left, or when none could come', () => {
    const [made, seen] = helpers();
    made.count(MUCH);
    seen.arrived = 1;
    made.count(MUCH);
    expect(seen.calls).toBe(2);
    const [none, refused] = helpers(0);
    none.count(MUCH);
    none.count(MUCH);
    none.dismiss();
    expect(refused).toMatchObject({ calls: 2, expected: 0, dismissed: 0 });
  });

  it('are left alone, longer each time, where they keep a kernel waiting that is soon done', () => {
    const [made, seen] = helpers();
    made.count(MUCH);
    made.count(1e6);
    seen.late = 3;
    made.count(1e6);
    expect(seen.resting).toEqual([1]);
    for (let i = 0; i < 32; i++) made.count(1e6);
    expect(seen.resting).toEqual([1, 0]);
    made.count(1e6);
    for (let i = 0; i < 63; i++) made.count(1e6);
    expect(seen.resting).toEqual([1, 0, 1]);
    made.count(1e6);
    expect(seen.resting).toEqual([1, 0, 1, 0]);
  });

  it('may take their time for a kernel that takes long', () => {
    const [made, seen] = helpers();
    made.count(MUCH);
    made.count(MUCH);
    seen.late = 3;
    made.count(1e6);
    expect(seen.resting).toEqual([]);
  });
});
