import { beforeEach, describe, expect, it } from 'vitest';
import type { EpochWeight, Real, Weight } from '../../src/training/protocol/protocol.ts';
import { errorFigure, scatterFigure } from '../../src/webview/ui/weights/weight-figures.ts';
import { weightRows } from '../../src/webview/ui/weights/weight-rows.ts';
import { after, ended, fitEnded, started } from './fake-feed.ts';
import { isShown, openPage, settled, type Page } from './page.ts';

/** 200 elements, element 150 the furthest from its truth. */
const MANY: Weight = (() => {
  const truth = [...Array(200).keys()].map((index) => index / 10);
  const difference = truth.map((_, index) => (index === 150 ? -3 : index / 1000));
  const learned = truth.map((value, index) => value + (difference[index] ?? 0));
  return { name: 'w', shape: [200, 1], learned, true: truth, difference };
})();

function epochWeight(difference: readonly Real[]): EpochWeight {
  return { name: 'w', shape: [2, 1], learned: [0, 0], difference, gradient: null };
}

const PATH = [
  { epoch: 0, weights: [epochWeight([-2, 3.4])] },
  { epoch: 1, weights: [epochWeight([-0.1, 0])] },
  { epoch: 2, weights: [epochWeight([-0.01, 'nan'])] },
];

describe('many weights', () => {
  it('are a scatter about the diagonal', () => {
    const figure = scatterFigure([MANY]);
    expect(figure?.series.map(({ kind, x }) => [kind, x.length])).toEqual([
      ['scatter', 200],
      ['line', 2],
    ]);
    expect(figure?.series[0]?.y).toBe(MANY.learned);
    expect(figure?.series[1]).toMatchObject({ x: [0, 19.9], y: [0, 19.9] });
    expect(scatterFigure([{ ...MANY, true: null, difference: null }])).toBeNull();
  });

  it('are listed by their differences, the largest first', () => {
    const { rows, more, ranked } = weightRows([MANY]);
    expect(ranked).toBe(true);
    expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(['w[150]', 'w[199]', 'w[198]']);
    expect(more).toBe(188);
  });
});

describe('errors through the epochs', () => {
  it('are a line per element, zeros and what is not finite left out', () => {
    const figure = errorFigure(PATH);
    expect(figure).toMatchObject({ yscale: 'log', xlabel: 'epoch' });
    expect(figure?.series.map(({ label, x, y }) => [label, x, y])).toEqual([
      ['w[1]', [0], [3.4]],
      ['w[0]', [0, 1, 2], [2, 0.1, 0.01]],
    ]);
  });

  it('need two epochs and true values', () => {
    expect(errorFigure(PATH.slice(0, 1))).toBeNull();
    const unknown = PATH.map(({ epoch, weights }) => ({
      epoch,
      weights: weights.map((weight) => ({ ...weight, difference: null })),
    }));
    expect(errorFigure(unknown)).toBeNull();
  });
});

describe('on the page', () => {
  let page: Page;
  const trained = after([
    started(),
    { type: 'fitStarted', run: 1, fit: 0, model: 'Model', epochs: 2 },
    ...PATH.map((point) => ({ type: 'weights' as const, run: 1, fit: 0, ...point })),
    fitEnded(0, 1, [MANY]),
    ended(),
  ]);

  beforeEach(async () => {
    page = openPage();
    await page.show(trained);
  });

  it('the scatter has its words', () => {
    const chart = page.section('weights').querySelector('[role=img]');
    expect(chart?.getAttribute('aria-label')).toMatch(/^Learned against true values. w: 200 points/);
    expect(page.section('weights').textContent).toContain('188 more elements in the chart above');
  });

  it('the errors unfold', async () => {
    const errors = page
      .section('weights')
      .querySelectorAll<HTMLDetailsElement>('details.weights-chart')
      .item(2);
    expect(isShown(errors)).toBe(true);
    expect(errors.querySelector('[role=img]')).toBeNull();
    errors.open = true;
    errors.dispatchEvent(new Event('toggle'));
    await settled();
    expect(errors.querySelector('[role=img]')?.getAttribute('aria-label')).toContain('w[0] ends at 0.01');
    expect(page.remembered()).toMatchObject({ folds: { 'weight-errors': true } });
  });
});
