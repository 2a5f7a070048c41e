import { describe, expect, it } from 'vitest';
import { drawCurves } from '../../../src/cli/chart.ts';
import type { Real } from '../../../src/training/protocol/protocol.ts';

const OPTIONS = { width: 60, hasColors: false };
const curve = (...ys: Real[]): [Real, Real][] => ys.map((y, x) => [x, y]);
const draw = (curves: Record<string, [Real, Real][]>): string => drawCurves(curves, OPTIONS).join('\n');

describe('the chart of a fit', () => {
  it('falls from the upper left to the lower right when the loss falls', () => {
    const lines = drawCurves({ loss: curve(5, 4, 3, 2, 1) }, OPTIONS).filter((line) => line.includes('*'));
    const columns = lines.slice(0, -1).map((line) => line.indexOf('*'));
    expect(columns.length).toBeGreaterThanOrEqual(5);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  });

  it('marks every series in its own way and names it', () => {
    const text = draw({ train_loss: curve(5, 4, 3), val_loss: curve(1, 2, 3) });
    expect(text).toMatch(/\* train_loss {3}o val_loss/);
    expect(text.split('\n').slice(0, -1).join('')).toMatch(/o.*\*|\*.*o/);
  });

  it('is as wide as asked at most', () => {
    for (const line of drawCurves({ loss: curve(1, 2, 3) }, OPTIONS))
      expect(line.length).toBeLessThanOrEqual(60);
  });

  it.each<[Real[], boolean]>([
    [[1000, 10, 1], true],
    [[999, 10, 1], false],
    [[1, 0.1, 0.001], true],
    [[1000, 1, -1], false],
  ])('of %j is logarithmic: %s', (ys, isLog) => {
    expect(draw({ loss: curve(...ys) }).includes('logarithmic')).toBe(isLog);
  });

  it('leaves out what is not finite, and says so', () => {
    expect(draw({ loss: curve(1, 2, 'inf', 'nan') })).toContain(
      'loss: 2 points cannot be drawn, the first at epoch 2: inf',
    );
    expect(draw({ loss: curve(1000, 0, 1) })).toContain(
      'loss: 1 point cannot be drawn, the first at epoch 1: 0',
    );
    expect(drawCurves({ loss: curve('nan') }, OPTIONS)).toHaveLength(1);
  });

  it.each<[string, Record<string, [Real, Real][]>]>([
    ['one point', { loss: curve(3) }],
    ['a flat line', { loss: curve(3, 3, 3) }],
    ['enormous values', { loss: curve(1e300, 1e-300) }],
    ['an empty curve beside another', { a: [], b: curve(1, 2) }],
  ])('draws %s', (_, curves) => {
    expect(draw(curves)).toMatch(/[*o]/);
  });

  it('draws nothing of nothing', () => {
    expect(drawCurves({}, OPTIONS)).toEqual([]);
    expect(drawCurves({ loss: [] }, OPTIONS)).toEqual([]);
  });

  it('keeps the extremes of a long curve', () => {
    const ys = Array.from({ length: 20_000 }, (_, nth) => (nth === 12_345 ? 50 : 1 + (nth % 2)));
    const top = drawCurves({ loss: curve(...ys) }, OPTIONS).find((line) => line.includes('*')) ?? '';
    expect(top.replace(/[^*]/g, '')).toBe('*');
  });
});
