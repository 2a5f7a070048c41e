import { describe, expect, it } from 'vitest';
import { endedCurves, finalLosses, hasDiverged } from '../../../src/training/protocol/fit-end.ts';
import type { Real } from '../../../src/training/protocol/protocol.ts';

function diverged(label: string, ...values: Real[]): boolean {
  const curves = endedCurves({ curves: { [label]: values.map((y, x) => [x, y]) } });
  return hasDiverged({ losses: finalLosses(curves), weightError: null });
}

/** `count` values, each the former one times `factor`. */
function geometric(start: number, factor: number, count: number): number[] {
  return [...Array(count).keys()].map((step) => start * factor ** step);
}

describe('a fit has diverged', () => {
  it('when a loss became infinite or NaN, wherever it ended', () => {
    expect(diverged('train_loss', 1, 'inf', 2)).toBe(true);
    expect(diverged('train_loss', 1, 0.5, 'nan')).toBe(true);
  });

  it('when a loss ended far above its start, however long that took', () => {
    expect(diverged('train_loss', 5, 80, 1.2e30)).toBe(true);
    expect(diverged('loss', ...geometric(1, 1.02, 1000))).toBe(true);
    expect(diverged('val_loss', -2, 300)).toBe(true);
  });

  it('when weights are no numbers any more, or the rate is known to be too large', () => {
    expect(hasDiverged({ losses: [], weightError: 'nan' })).toBe(true);
    const stability = { lambdaMax: 2, limit: 1, learningRate: 1.1 };
    expect(hasDiverged({ losses: [], weightError: 0.1, stability })).toBe(true);
    expect(
      hasDiverged({ losses: [], weightError: 0.1, stability: { ...stability, learningRate: 0.9 } }),
    ).toBe(false);
  });

  it('but not when it fell, rose a little, or is no loss', () => {
    expect(diverged('train_loss', ...geometric(8, 0.9, 50))).toBe(false);
    expect(diverged('train_loss', 0.2, 0.5, 1.4)).toBe(false);
    expect(diverged('val_acc', 0.05, 0.98)).toBe(false);
    expect(diverged('train_loss', 0, 0, 0)).toBe(false);
    expect(diverged('train_loss')).toBe(false);
  });

  it('nor when only the first of many minibatches was a lucky one', () => {
    const losses = geometric(1, 0.99, 100);
    expect(diverged('train_loss', 0.001, ...losses)).toBe(false);
  });
});
