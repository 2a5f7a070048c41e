import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/training/protocol.ts';
import type { Curve, Fit, Point } from '../../src/webview/state.ts';
import { logTicks, tickText } from '../../src/webview/ui/axis.ts';
import {
  alignCurves,
  curveName,
  lastEpoch,
  shownCurves,
  spansDecades,
} from '../../src/webview/ui/loss-curves.ts';
import { fitsSentence, lossSentence } from '../../src/webview/ui/loss-sentence.ts';
import { FRESH, SCENES, after, ended, fitEvents, pointsOfEpoch, started } from './fake-feed.ts';
import { buttonNamed, drawn, isShown, openPage } from './page.ts';
import type { Page } from './page.ts';

function curve(label: string, points: readonly Point[]): Curve {
  const diverged = points.find(([, y]) => typeof y === 'string') ?? null;
  return { label, points, stride: 1, count: points.length, last: points.at(-1) ?? null, diverged };
}

function fit(curves: readonly Curve[], completed: number | null = 5): Fit {
  return { model: 'M', epochs: 5, completed, curves, weights: [] };
}

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
      'Validation acc rose from 0.5 to 0.75 in 5 epochs.',
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

  it('says where training left the finite numbers', () => {
    const growing = curve('train_loss', [
      [0.5, 1],
      [1, 1e30],
      [1.5, 'inf'],
      [2, 'nan'],
    ]);
    expect(lossSentence(fit([growing]))).toEqual({
      text: 'Training loss left the finite numbers at epoch 1.5 (inf), after growing.',
      tone: 'bad',
    });
    const sudden = curve('train_loss', [[0.5, 'nan']]);
    expect(lossSentence(fit([sudden])).text).toBe(
      'Training loss left the finite numbers at epoch 0.5 (nan).',
    );
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
    expect(lastEpoch([fit([curve('train_loss', [[2, 1]])])], 0)).toBe(5);
    expect(lastEpoch([fit([curve('train_loss', [[7, 1]])])], 'all')).toBe(7);
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
    expect(curveName('train_acc')).toBe('train acc');
  });
});

describe('ticks of a logarithmic axis', () => {
  it('are powers of ten, few, at any size', () => {
    expect(logTicks(1e-4, 10)).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10].map((x) => expect.closeTo(x, 12)));
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

describe('the loss on the page', () => {
  let page: Page;

  beforeEach(() => {
    page = openPage();
  });

  const linesDrawn = (): number => drawn.filter(({ name }) => name === 'path.lineTo').length;

  it('is hidden until there is a fit', async () => {
    await page.show(FRESH);
    expect(isShown(page.section('loss'))).toBe(false);
    await page.show(after([started(), ...fitEvents().slice(0, 2)]));
    expect(isShown(page.section('loss'))).toBe(true);
  });

  it('grows in the same chart while it trains', async () => {
    const begun = after([started(), ...fitEvents().slice(0, 2)]);
    await page.show(begun);
    const canvas = page.section('loss').querySelector('canvas');
    const before = linesDrawn();
    await page.show(after([pointsOfEpoch(1), pointsOfEpoch(2)], begun));
    expect(page.section('loss').querySelector('canvas')).toBe(canvas);
    expect(linesDrawn()).toBeGreaterThan(before);
    expect(page.section('loss').querySelector('.sentence')?.textContent).toContain('by epoch 3 of 5');
  });

  it('has its sentence as text alternative', async () => {
    await page.show(SCENES['ok']!());
    const chart = page.section('loss').querySelector('[role=img]');
    const sentence = page.section('loss').querySelector('.sentence')?.textContent ?? '';
    expect(sentence).toMatch(/^Validation loss fell/);
    expect(chart?.getAttribute('aria-label')).toBe(`Loss by epoch. ${sentence}`);
  });

  it('marks where training left the finite numbers, in the picture and in words', async () => {
    await page.show(SCENES['diverged']!());
    const words = drawn.filter(({ name }) => name === 'fillText').map(({ words: [text] }) => text);
    expect(words).toContain('inf at epoch 2.5');
    expect(page.section('loss').querySelector('.sentence.bad')?.textContent).toContain('epoch 2.5 (inf)');
  });

  it('reads values by arrow keys, the first one included', async () => {
    await page.show(SCENES['ok']!());
    const chart = page.section('loss').querySelector<HTMLElement>('.loss-chart')!;
    const press = (key: string) =>
      chart.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    press('ArrowRight');
    const legend = () => page.section('loss').querySelector('.legend')?.textContent ?? '';
    expect(legend()).toContain('epoch 0.5');
    expect(legend()).toMatch(/train2\.66/);
    press('ArrowRight');
    expect(legend()).toContain('epoch 1');
    press('End');
    expect(legend()).toContain('epoch 5');
    press('Home');
    expect(legend()).toContain('epoch 0.5');
    chart.dispatchEvent(new Event('blur'));
    expect(legend()).not.toContain('epoch');
  });

  it('chooses the axis by the span of the values, and keeps the learner’s choice', async () => {
    await page.show(SCENES['ok']!());
    const log = () => buttonNamed(page.section('loss'), 'Log').getAttribute('aria-pressed');
    expect(log()).toBe('true');
    page.press('Log');
    expect(log()).toBe('false');
    page = openPage(page.remembered());
    await page.show(SCENES['ok']!());
    expect(log()).toBe('false');
    page.press('Log');
    expect(log()).toBe('true');
    expect(page.remembered()).toMatchObject({ log: null });
  });

  it('shows its numbers as a table', async () => {
    await page.show(SCENES['ok']!());
    expect(page.section('loss').querySelector('table')).toBeNull();
    page.press('Table');
    const table = page.section('loss').querySelector('table');
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((th) => th.textContent)).toEqual([
      'epoch',
      'train',
      'validation',
    ]);
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(10);
    expect(table?.querySelector('tbody tr')?.textContent).toBe('0.52.663');
  });

  it('bounds the table of a long training', async () => {
    const long: RunEvent[] = [...Array(600).keys()].map((epoch) => pointsOfEpoch(epoch));
    await page.show(after([started(), ...fitEvents().slice(0, 1), ...long, ended()]));
    page.press('Table');
    expect(page.section('loss').querySelectorAll('tbody tr').length).toBeLessThan(110);
    expect(page.section('loss').textContent).toContain('of 1,200 rows');
  });

  it('offers each fit of a run, the newest first, and all of them', async () => {
    await page.show(SCENES['fits']!());
    const choice = page.section('loss').querySelector('vscode-dropdown') as HTMLElement & { value: string };
    expect(isShown(choice)).toBe(true);
    expect([...choice.children].map((option) => option.textContent)).toEqual([
      ...[1, 2, 3, 4].map((fit) => `Fit ${String(fit)} of 4 · LinearRegressionScratch`),
      'All fits',
    ]);
    expect(choice.value).toBe('3');
    choice.value = 'all';
    choice.dispatchEvent(new Event('change'));
    expect(page.section('loss').querySelectorAll('.entry')).toHaveLength(8);
    expect(page.section('loss').querySelector('.sentence')?.textContent).toMatch(
      /^Loss at the end of each fit: 1: /,
    );
  });
});
