import { describe, expect, test } from 'vitest';
import { LossCurve } from '../../../src/training/realm/loss-curve.ts';

function drawn(steps: number, batches: number): [number, number][] {
  const points: [number, number][] = [];
  const curve = new LossCurve((x, y) => void points.push([x, y]));
  for (let step = 0; step < steps; step++) {
    curve.add(batches > 0 ? step / batches : step, 2 * step);
    curve.endStep(batches);
  }
  curve.flush();
  return points;
}

describe('points of a loop', () => {
  test('are its steps, then means of two, of four', () => {
    const points = drawn(2000, 0);
    expect(points.slice(0, 2)).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(points[255]).toEqual([255, 510]);
    expect(points[256]).toEqual([256.5, 513]);
    expect(points[512]).toEqual([769.5, 1539]);
    // 256 steps, 256 * 2, 256 * 4, and the rest in eights.
    expect(points).toHaveLength(3 * 256 + (2000 - 7 * 256) / 8);
  });

  test('are two an epoch', () => {
    expect(drawn(20, 10).map(([x]) => x)).toEqual(
      [0.2, 0.7, 1.2, 1.7].map((x) => expect.closeTo(x, 9) as number),
    );
  });

  test('are one an epoch of a single batch', () => {
    expect(drawn(3, 1).map(([x]) => x)).toEqual([0, 1, 2]);
  });

  test('do not lose what is left at the end', () => {
    expect(drawn(7, 10)).toHaveLength(2);
  });

  test('average the losses of one step', () => {
    const points: [number, number][] = [];
    const curve = new LossCurve((x, y) => void points.push([x, y]));
    for (const loss of [1, 2, 6]) curve.add(5, loss);
    curve.endStep(0);
    expect(points).toEqual([[5, 3]]);
  });
});
