import { describe, expect, it } from 'vitest';
import type { Curve, Fit, Point } from '../../src/run-model/state.ts';
import { logTicks, tickSteps, tickText } from '../../src/webview/ui/charts/axis.ts';
import {
  alignCurves,
  curveName,
  lastEpoch,
  shownCurves,
  spansDecades,
} from '../../src/webview/ui/charts/loss-curves.ts';
import { fitsSentence, lossSentence } from '../../src/webview/ui/loss/loss-sentence.ts';

function curve(label: string, points: readonly Point[]): Curve {
  const diverged = points.find(([, y]) => typeof y === 'string') ?? null;
  const [first, last] = [points[0] ?? null, points.at(-1) ?? null];
  return { label, points, open: [], stride: 1, count: points.length, first, last, diverged };
}

function fit(curves: readonly Curve[], completed: number | null = 5): Fit {
  return {
    model: 'M',
    unit: 'epoch',
    epochs: 5,
    completed,
    curves,
    weights: [],
    path: [],
    stability: null,
    surface: null,
  };
}

describe('the reason of a divergence', () => {
  const diverging = curve('train_loss', [
    [1, 4],
    [1.5, 'inf'],
  ]);
  const explained = (learningRate: number) => ({
    ...fit([diverging]),
    stability: { lambdaMax: 1.0753, limit: 1.86, learningRate },
  });

  it('is told where the rate is above the limit', () => {
    expect(lossSentence(explained(2)).text).toBe(
      'Diverged at epoch 1.5: the learning rate 2 is above 2/λmax = 1.86 for this data.',
    );
  });

  it('is not told where the rate is below', () => {
    expect(lossSentence(explained(1.5)).text).toBe('Training loss became inf at epoch 1.5.');
  });

  it('is told of a loss that grows and is still finite', () => {
    const growing = curve('train_loss', [
      [1, 4],
      [2, 9000],
    ]);
    expect(lossSentence({ ...explained(2), curves: [growing] })).toEqual({
      tone: 'bad',
      text: 'Training loss rose from 4 to 9000 in 5 epochs. It diverges: the learning rate 2 is above 2/λmax = 1.86 for this data.',
    });
  });
});

describe('the sentence', () => {
  it.each([
    [
      'fell',
      [
        curve('train_loss', [
          [1, 5],
          [5, 0.25],
        ]),
      ],
      'Training loss fell from 5 to 0.25 in 5 epochs.',
    ],
    [
      'rose',
      [
        curve('train_loss', [
          [1, 0.5],
          [5, 2],
        ]),
      ],
      'Training loss rose from 0.5 to 2 in 5 epochs.',
    ],
    [
      'stayed',
      [
        curve('val_loss', [
          [1, 2],
          [2, 2],
        ]),
      ],
      'Validation loss is 2 in 5 epochs.',
    ],
    [
      'another quantity',
      [
        curve('val_acc', [
          [1, 0.5],
          [5, 0.75],
        ]),
      ],
      'Validation accuracy rose from 0.5 to 0.75 in 5 epochs.',
    ],
    ['no points', [], 'No points yet.'],
  ] as const)('says how the loss went: %s', (_, curves, text) => {
    expect(lossSentence(fit(curves))).toEqual({ text, tone: 'plain' });
  });

  it('prefers the validation loss', () => {
    const curves = [
      curve('train_loss', [
        [1, 9],
        [2, 8],
      ]),
      curve('val_loss', [
        [1, 3],
        [2, 1],
      ]),
    ];
    expect(lossSentence(fit(curves)).text).toBe('Validation loss fell from 3 to 1 in 5 epochs.');
  });

  it('says how far training has come', () => {
    const text = lossSentence(
      fit(
        [
          curve('val_loss', [
            [1, 3],
            [2, 1],
          ]),
        ],
        null,
      ),
    ).text;
    expect(text).toBe('Validation loss fell from 3 to 1 by epoch 2 of 5.');
  });

  it('says where the loss became infinite or NaN', () => {
    const growing = curve('train_loss', [
      [0.5, 1],
      [1, 1e30],
      [1.5, 'inf'],
      [2, 'nan'],
    ]);
    expect(lossSentence(fit([growing]))).toEqual({
      text: 'Training loss became inf at epoch 1.5, after growing.',
      tone: 'bad',
    });
    const sudden = curve('train_loss', [[0.5, 'nan']]);
    expect(lossSentence(fit([sudden])).text).toBe('Training loss became nan at epoch 0.5.');
  });

  it('compares several fits', () => {
    const fits = [fit([curve('val_loss', [[1, 0.5]])]), fit([curve('val_loss', [[1, 'inf']])])];
    expect(fitsSentence(fits)).toEqual({ text: 'Loss at the end of each fit: 1: 0.5; 2: inf.', tone: 'bad' });
  });
});

describe('curves on one axis', () => {
  it('share their x, and end before the first value that is not finite', () => {
    const train = curve('train_loss', [
      [0.5, 4],
      [1, 2],
      [1.5, 'inf'],
      [2, 1],
    ]);
    const validation = curve('val_loss', [
      [1, 3],
      [2, 5],
    ]);
    expect(alignCurves([train, validation], false)).toEqual([
      [0.5, 1, 2],
      [4, 2, null],
      [null, 3, 5],
    ]);
  });

  it('leave out what a logarithm does not have', () => {
    const mixed = curve('train_loss', [
      [0, 1],
      [1, 0],
      [2, -3],
      [3, 2],
    ]);
    expect(alignCurves([mixed], true)).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('always show the newest point, kept or not', () => {
    const thinned: Curve = {
      ...curve('train_loss', [
        [0, 1],
        [2, 3],
      ]),
      stride: 2,
      count: 4,
      last: [3, 4],
    };
    expect(alignCurves([thinned], false)).toEqual([
      [0, 2, 3],
      [1, 3, 4],
    ]);
  });

  it('take a logarithmic axis from three decades on', () => {
    const span = (most: number) =>
      spansDecades(
        shownCurves(
          [
            fit([
              curve('train_loss', [
                [0, 0.01],
                [1, most],
                [2, -5],
              ]),
            ]),
          ],
          0,
        ),
      );
    expect(span(9.9)).toBe(false);
    expect(span(10)).toBe(true);
    expect(spansDecades([])).toBe(false);
  });

  it('reach to the epochs asked for, or further', () => {
    expect(lastEpoch([fit([curve('train_loss', [[2, 1]])])])).toBe(5);
    expect(lastEpoch([fit([curve('train_loss', [[7, 1]])])])).toBe(7);
  });

  it('end where a stopped fit ended, and grow with one that has far to go', () => {
    const far = (x: number, completed: number | null): Fit => ({
      ...fit([curve('train_loss', [[x, 1]])], completed),
      epochs: 100_000,
    });
    expect(lastEpoch([far(1083, 1083)])).toBe(1083);
    expect(lastEpoch([far(998, null)])).toBe(5000);
    expect(lastEpoch([far(3, null)])).toBe(20);
    expect(lastEpoch([far(2000, null)])).toBe(100_000);
  });

  it('have steps between ticks as far as float32 goes, and for the smallest stretch', () => {
    for (const width of [1e-30, 0.7, 3e38]) {
      const steps = tickSteps(width);
      expect(steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0))).toBe(true);
      expect(steps.some((step) => step > width / 8 && step <= width)).toBe(true);
    }
    expect(tickSteps(0)).toEqual([1]);
  });

  it('are told apart by dashes, and by colour', () => {
    const fits = [fit([curve('train_loss', []), curve('val_loss', [])]), fit([curve('train_loss', [])])];
    expect(shownCurves(fits, 0).map(({ label, color, dashed }) => [label, color, dashed])).toEqual([
      ['train', 0, false],
      ['validation', 1, true],
    ]);
    expect(shownCurves(fits, 'all').map(({ label, color }) => [label, color])).toEqual([
      ['1 train', 0],
      ['1 validation', 0],
      ['2 train', 1],
    ]);
    expect(curveName('train_acc')).toBe('train accuracy');
  });
});

describe('ticks of a logarithmic axis', () => {
  it('are powers of ten, few, at any size', () => {
    expect(logTicks(1e-4, 10).map((tick) => Math.log10(tick))).toEqual([-4, -3, -2, -1, 0, 1]);
    const far = logTicks(1, 1e30);
    expect(far.length).toBeLessThanOrEqual(6);
    expect(far.at(-1)).toBeGreaterThan(1e24);
  });

  it('are ones, twos and fives within one power', () => {
    expect(logTicks(1.5, 8)).toEqual([2, 5]);
  });

  it('are written short', () => {
    expect([0.01, 1, 1000, 1e-4, 1e22].map((value) => tickText(value, true))).toEqual([
      '0.01',
      '1',
      '1000',
      '1e-4',
      '1e22',
    ]);
    expect([0, 0.30000000000000004, -2.5].map((value) => tickText(value, false))).toEqual([
      '0',
      '0.3',
      '\u22122.5',
    ]);
  });
});
