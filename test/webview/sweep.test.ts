import { beforeEach, describe, expect, it } from 'vitest';
import { readMessage } from '../../src/webview/protocol/read-message.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { sweepCurves, type Sweep, type SweepRun } from '../../src/run-model/sweep.ts';
import { ranksOf, sweepPlotModel, sweepShownCurves } from '../../src/webview/ui/sweep/sweep-charts.ts';
import { sweepRows } from '../../src/sweep/rows.ts';
import { FRESH } from './fake-feed.ts';
import { buttonNamed, drawn, isShown, openPage, type Page } from './page.ts';

const KEY = 'LinearRegressionScratch.lr';

function run(at: number, value: number | 'inf', more: Partial<SweepRun> = {}): SweepRun {
  const points = [[1, 5] as const, [2, value] as const];
  const curves = sweepCurves({ model: 'Model', epochs: 2, curves: { val_loss: points }, weights: [] });
  const diverged = value === 'inf' ? ([2, 'inf'] as const) : null;
  return {
    at,
    seed: 0,
    status: 'ok',
    milliseconds: 12,
    error: null,
    losses: [{ label: 'val_loss', value, diverged }],
    unit: 'epoch',
    weightError: value === 'inf' ? 'nan' : value / 10,
    stability: value === 'inf' ? { lambdaMax: 1.07, limit: 1.86, learningRate: 2 } : null,
    curves,
    ...more,
  };
}

const RUNNING: Sweep = {
  key: KEY,
  element: null,
  values: [0.01, 0.1, 2],
  seeds: 1,
  id: 1,
  status: 'running',
  runs: [],
  milliseconds: null,
  threads: 2,
  problem: null,
  outdated: false,
};
const DONE: Sweep = {
  ...RUNNING,
  status: 'done',
  runs: [run(0, 0.4), run(1, 0.002), run(2, 'inf')],
  milliseconds: 320,
};

function withSweep(sweep: Sweep | null, more: Partial<PanelState> = {}): PanelState {
  return { ...FRESH, sweep, ...more };
}

let page: Page;
beforeEach(() => {
  page = openPage();
});

/** Types into a field of the form, as the toolkit's field reports it. */
function type(label: string, text: string): HTMLInputElement {
  const field = page.root.querySelector<HTMLInputElement>(`.sweep-form [aria-label="${label}"]`);
  if (field === null) throw new Error(`no field ${label}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
}

const preview = (): string => page.root.querySelector('.sweep-preview')?.textContent ?? '';

describe('the form', () => {
  it('is asked for by the button of a parameter, and put away by the same', async () => {
    await page.show(FRESH);
    page.press('Sweep lr\u2026');
    expect(page.sent.at(-1)).toEqual({ type: 'chooseSweep', key: KEY });
    await page.show({ ...FRESH, sweepForm: KEY });
    expect(buttonNamed(page.root, 'Sweep lr\u2026').getAttribute('aria-expanded')).toBe('true');
    page.press('Sweep lr\u2026');
    expect(page.sent.at(-1)).toEqual({ type: 'chooseSweep', key: null });
  });

  it('stands below its row, ranges about the present value and says what would run', async () => {
    await page.show({ ...FRESH, sweepForm: KEY });
    const form = page.root.querySelector('.sweep-form');
    expect(form?.previousElementSibling?.textContent).toContain('lr');
    expect(preview()).toBe('9 values: 0.001, 0.00316, 0.01, 0.0316, \u2026 10');
    page.press('Run sweep');
    expect(page.sent.at(-1)).toMatchObject({
      type: 'startSweep',
      request: { key: KEY, element: null, values: [0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1, 3.16, 10] },
    });
  });

  it('marks the field that is wrong, and does not run', async () => {
    await page.show({ ...FRESH, sweepForm: KEY });
    const field = type('From', '-1');
    expect(preview()).toContain('needs ends above zero');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const before = page.sent.length;
    page.press('Run sweep');
    expect(page.sent).toHaveLength(before);
    type('From', '0.1');
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it('multiplies the values by the seeds', async () => {
    await page.show({ ...FRESH, sweepForm: KEY });
    type('Seeds', '3');
    expect(preview()).toContain('27 runs');
    type('Seeds', '30');
    expect(preview()).toContain('200 at most');
  });

  it('runs on Enter and closes on Escape', async () => {
    await page.show({ ...FRESH, sweepForm: KEY });
    const field = type('Count', '2');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(page.sent.at(-1)).toMatchObject({ request: { values: [0.001, 10] } });
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(page.sent.at(-1)).toEqual({ type: 'chooseSweep', key: null });
  });

  it('lists the values of a switch, and has the elements of a vector', async () => {
    await page.show({ ...FRESH, sweepForm: 'SyntheticRegressionData.shuffle' });
    expect(preview()).toBe('2 values: False, True');
    page.press('Run sweep');
    expect(page.sent.at(-1)).toMatchObject({ request: { values: [false, true], element: null } });
    await page.show({ ...FRESH, sweepForm: 'SyntheticRegressionData.w' });
    const options = [...page.root.querySelectorAll('.sweep-form [aria-label="Element"] vscode-option')];
    expect(options.map(({ textContent }) => textContent)).toEqual(['w[0]', 'w[1]']);
    page.press('Run sweep');
    expect(page.sent.at(-1)).toMatchObject({ request: { element: 0 } });
  });

  it('keeps what was typed while the view is hidden', async () => {
    await page.show({ ...FRESH, sweepForm: KEY });
    type('To', '3');
    page = openPage(page.remembered());
    await page.show({ ...FRESH, sweepForm: KEY });
    expect(preview()).toContain('\u2026 3');
  });
});

describe('the results', () => {
  const section = (): HTMLElement => page.section('sweep');
  const rows = (): (string | null)[][] =>
    [...section().querySelectorAll('.sweep-table tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );

  it('are not there without a sweep', async () => {
    await page.show(FRESH);
    expect(isShown(section())).toBe(false);
  });

  it('tell the progress and can be stopped', async () => {
    await page.show(withSweep({ ...RUNNING, runs: [run(1, 0.002)] }));
    expect(section().querySelector('.sweep-status')?.textContent).toBe('lr: 1 of 3 runs');
    expect(section().querySelector('progress')?.value).toBeCloseTo(1 / 3);
    expect(rows()[0]).toEqual(['0.01', '\u2026', '\u2026', '\u2026', 'Use']);
    page.press('Stop sweep');
    expect(page.sent.at(-1)).toEqual({ type: 'stopSweep' });
  });

  it('are a table, with the reason where a value has no numbers', async () => {
    await page.show(withSweep(DONE));
    expect(rows()).toEqual([
      ['0.01', '0.4', '0.04', '12 ms', 'Use'],
      ['0.1', '0.002', '0.0002', '12 ms', 'in use'],
      ['2', 'diverged at epoch 2: 2 is above 2/λmax = 1.86', '12 ms', 'Use'],
    ]);
    const sentence = section().querySelector('.sentence')?.textContent;
    expect(sentence).toBe('Lowest validation loss: 0.002 at lr 0.1. Diverged at 2.');
    expect(section().querySelector('[role=status]')?.textContent).toContain(sentence);
  });

  it('give mean and reach over several seeds, and say with how many it went wrong', async () => {
    const runs = [run(0, 0.4), run(0, 0.6, { seed: 1 }), run(1, 0.1), run(1, 'inf', { seed: 1 })];
    await page.show(withSweep({ ...DONE, seeds: 2, runs }));
    expect(rows()[0]?.slice(0, 3)).toEqual(['0.01', '0.5\u00b10.1', '0.05\u00b10.01']);
    expect(rows()[1]?.[1]).toBe('0.1');
    expect(rows()[2]).toEqual(['diverged at epoch 2: 2 is above 2/λmax = 1.86 (1 of 2 seeds)']);
  });

  it('let a value be used, and mark the one that is', async () => {
    await page.show(withSweep(DONE));
    expect(section().querySelector('tr.current')?.textContent).toContain('0.1');
    page.press('Use lr 0.01');
    expect(page.sent.at(-1)).toEqual({ type: 'override', key: KEY, value: 0.01, moving: false });
  });

  it('replace one element of a vector only', async () => {
    const key = 'SyntheticRegressionData.w';
    await page.show(withSweep({ ...DONE, key, element: 1, values: [0, 1, 2] }));
    page.press('Use w[1] 2');
    expect(page.sent.at(-1)).toMatchObject({ key, value: [2, 2] });
  });

  it('say when they are those of other code, and when the sweep failed', async () => {
    await page.show(withSweep({ ...DONE, outdated: true }));
    expect(section().querySelector('.note')?.textContent).toContain('has changed since this sweep');
    await page.show(withSweep({ ...RUNNING, status: 'failed', problem: 'no engine', milliseconds: 1 }));
    expect(section().querySelector('.note')?.textContent).toBe('no engine');
    page.press('Clear');
    expect(page.sent.at(-1)).toEqual({ type: 'clearSweep' });
  });

  it('cannot be used when the code has the parameter no more', async () => {
    await page.show(withSweep(DONE, { parameters: [] }));
    expect(buttonNamed(section(), 'Use lr 0.1').hasAttribute('disabled')).toBe(true);
  });

  it('have a legend of the values, or a scale when they are many', async () => {
    await page.show(withSweep(DONE));
    const entries = (): string[] =>
      [...section().querySelectorAll('.entry-name')].filter(isShown).map((entry) => entry.textContent);
    expect(entries()).toEqual(['0.01', '0.1', '2']);
    const values = Array.from({ length: 20 }, (_, n) => n + 1);
    await page.show(withSweep({ ...DONE, id: 2, values, runs: values.map((v, at) => run(at, v)) }));
    expect(entries()).toEqual([]);
    expect(section().querySelector('.shade-scale')?.textContent).toBe('120');
  });

  it('are drawn: a cross where it diverged, bars where seeds differ', async () => {
    drawn.length = 0;
    await page.show(withSweep({ ...DONE, runs: [...DONE.runs, run(0, 0.6, { seed: 1 })], seeds: 2 }));
    expect(drawn.filter(({ name }) => name === 'lineTo').length).toBeGreaterThan(4);
    const label = section().querySelector('.sweep-plot')?.getAttribute('aria-label');
    expect(label).toContain('Results by lr. Lowest validation loss');
  });
});

describe('the charts', () => {
  it('rank numbers by size and words as they were given', () => {
    expect(ranksOf({ values: [10, 1, 5] })).toEqual([1, 0, 0.5]);
    expect(ranksOf({ values: ['b', 'a'] })).toEqual([0, 1]);
  });

  it('follow a curve that diverges only a little above where the others begin', () => {
    const rising = { model: 'M', epochs: 2, weights: [] };
    const curves = sweepCurves({
      ...rising,
      curves: {
        val_loss: [
          [1, 7],
          [2, 1e9],
          [3, 'inf'],
        ],
      },
    });
    const sweep = { ...DONE, runs: [run(0, 0.4), run(2, 'inf', { curves })] };
    const [good, bad] = sweepShownCurves(sweep, 'val_loss');
    expect(good?.curve.points).toHaveLength(2);
    expect(bad?.curve.points).toEqual([[1, 7]]);
    expect(bad?.curve.diverged).toEqual([3, 'inf']);
  });

  it('are not flattened by a curve that rises and stays finite', () => {
    const rising = { model: 'M', epochs: 3, weights: [] };
    const points = [1, 6, 5e7].map((y, x): [number, number] => [x + 1, y]);
    const curves = sweepCurves({ ...rising, curves: { val_loss: points } });
    const losses = [{ label: 'val_loss', value: 5e7, diverged: [3, 5e7] as const }];
    const sweep = { ...DONE, runs: [run(0, 0.4), run(2, 5e7, { curves, losses })] };
    const [good, bad] = sweepShownCurves(sweep, 'val_loss');
    const highest = Math.max(...good!.curve.points.map(([, y]) => Number(y)));
    expect(bad!.curve.points.every(([, y]) => Number(y) <= 1.5 * highest)).toBe(true);
  });

  it('have logarithmic axes where values span two decades, and places for words', () => {
    const model = sweepPlotModel('lr', sweepRows(DONE.values, DONE.runs), '');
    expect(model).toMatchObject({ xs: [0.01, 0.1, 2], xLog: true, yLog: true, bad: [2] });
    expect(model.series.map(({ label }) => label)).toEqual(['validation', 'weight error']);
    const words = sweepPlotModel('f', sweepRows(['relu', 'tanh'], [run(0, 1), run(1, 2)]), '');
    expect(words).toMatchObject({ xs: [0, 1], texts: ['relu', 'tanh'], isNumeric: false, xLog: false });
  });
});

describe('messages from the page', () => {
  const request = { key: KEY, element: null, values: [0.1, 1], seeds: 2 };

  it('are taken as they are', () => {
    expect(readMessage({ type: 'startSweep', request, more: 1 })).toEqual({ type: 'startSweep', request });
    expect(readMessage({ type: 'chooseSweep', key: null })).toEqual({ type: 'chooseSweep', key: null });
    expect(readMessage({ type: 'stopSweep' })).toEqual({ type: 'stopSweep' });
  });

  it.each([
    { ...request, key: 3 },
    { ...request, element: -1 },
    { ...request, element: 0.5 },
    { ...request, values: [1] },
    { ...request, values: 'all' },
    { ...request, values: [1, NaN] },
    { ...request, values: [1, {}] },
    { ...request, seeds: 0 },
    { ...request, seeds: 101 },
    { ...request, seeds: 1.5 },
    null,
  ])('%j is dropped', (wrong) => {
    expect(readMessage({ type: 'startSweep', request: wrong })).toBeUndefined();
  });
});
