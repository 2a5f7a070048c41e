import { describe, expect, it } from 'vitest';
import { fitEvents, after, started } from './fake-feed.ts';
import { shownCurves, valueExtent } from '../../src/webview/ui/charts/loss-curves.ts';
import { chartsOf } from '../../src/webview/ui/loss/loss-views.ts';
import type { Curve, Fit, Point } from '../../src/run-model/state.ts';

const [FIT] = after([started(), ...fitEvents()]).results.fits;

function fit(curves: Fit['curves']): Fit {
  if (FIT === undefined) throw new Error('no fit');
  return { ...FIT, curves };
}

function curve(label: string, points: readonly Point[]): Curve {
  const diverged = points.find(([, y]) => typeof y === 'string') ?? null;
  const [first, last] = [points[0] ?? null, points.at(-1) ?? null];
  return { label, points, open: [], stride: 1, count: points.length, first, last, diverged };
}

describe('several fits', () => {
  it('stand side by side with a colour for each curve, or in one chart with a colour for each fit', () => {
    const fits = [fit([curve('train_loss', []), curve('val_loss', [])]), fit([curve('train_loss', [])])];
    const told = (choice: 'all' | 'each') =>
      chartsOf(fits, choice, []).map(({ curves }) =>
        curves.map(({ label, entry, color }) => [label, entry, color]),
      );
    expect(told('each')).toEqual([
      [
        ['1 train', 'train', 0],
        ['1 validation', 'validation', 1],
      ],
      [['2 train', 'train', 0]],
    ]);
    expect(told('all')[0]?.map(([, , color]) => color)).toEqual([0, 0, 1]);
    const many = Array.from({ length: 20 }, () => fit([curve('train_loss', [])]));
    expect(chartsOf(many, 'each', [])).toHaveLength(12);
  });

  it('take in all values that are drawn where they share an axis', () => {
    const curves = shownCurves(
      [
        fit([
          curve('train_loss', [
            [0, 4],
            [1, -1],
            [2, 'inf'],
            [3, 9],
          ]),
        ]),
        fit([curve('train_loss', [[0, 7]])]),
      ],
      'all',
    );
    expect(valueExtent(curves, false)).toEqual([-1, 7]);
    expect(valueExtent(curves, true)).toEqual([4, 7]);
    expect(valueExtent([], false)).toBeNull();
  });
});
