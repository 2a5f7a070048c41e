import { beforeEach, describe, expect, it } from 'vitest';
import { pastFits, type PastRun } from '../../src/run-model/history.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { SCENES } from './scenes.ts';
import { buttonNamed, drawn, isShown, openPage, settled, type Page } from './page.ts';

const OK = SCENES['ok']!();

function past(number: number, change: Partial<PastRun> = {}): PastRun {
  return {
    number,
    name: '',
    changes: [{ kind: 'parameter', name: 'lr', from: 0.03, to: 2 }],
    status: 'ok',
    milliseconds: 7.9,
    seed: 0,
    parameters: { lr: 2 },
    losses: [
      { label: 'train_loss', value: 0.2, diverged: null },
      { label: 'val_loss', value: 0.042, diverged: null },
    ],
    weightError: 0.19,
    pinned: false,
    fits: [],
    ...change,
  };
}

const DIVERGED = past(11, {
  pinned: true,
  fits: pastFits(SCENES['diverged']!().results.fits),
  losses: [{ label: 'train_loss', value: 'nan', diverged: [2.5, 'inf'] }],
  weightError: 'nan',
});

describe('past runs on the page', () => {
  let page: Page;
  const show = (...history: PastRun[]): Promise<void> => {
    const state: PanelState = { ...OK, history };
    return page.show(state);
  };
  const cells = (): string[][] =>
    [...page.section('runs').querySelectorAll('tbody tr')].map((line) =>
      [...line.children].slice(0, 4).map((one) => one.textContent),
    );

  beforeEach(() => {
    page = openPage();
  });

  it('are hidden while there is none', async () => {
    await show();
    expect(isShown(page.section('runs'))).toBe(false);
  });

  it('are a table, the newest first, with headings for rows and columns', async () => {
    await show(past(10, { changes: null }), DIVERGED, past(12, { changes: [], name: 'good' }));
    expect(cells()).toEqual([
      ['#12 good', 'no change', '0.042', '0.19'],
      ['#11 diverged', 'lr 0.03 \u2192 2', 'inf', 'diverged'],
      ['#10', 'first run', '0.042', '0.19'],
    ]);
    const table = page.section('runs').querySelector('table');
    expect(table?.caption?.textContent).toContain('newest first');
    expect(table?.querySelectorAll('tbody th[scope=row]')).toHaveLength(3);
    expect(table?.querySelectorAll('td.bad')).toHaveLength(2);
  });

  it('unfold the lines that changed', async () => {
    await show(past(2, { changes: [{ kind: 'lines', removed: ['a'], added: ['b', 'c'], more: 3 }] }));
    expect(page.section('runs').querySelector('summary + pre, .changes summary')?.textContent).toBe(
      '5 changed lines',
    );
    expect(page.section('runs').querySelector('pre')?.textContent).toBe('\u2212 a\n+ b\n+ c\nand 3 more');
  });

  it('are pinned by a switch that keeps the focus', async () => {
    await show(past(10));
    const pin = buttonNamed(page.root, 'Pin #10 lr 2');
    pin.focus();
    pin.click();
    expect(page.sent).toEqual([{ type: 'pinRun', number: 10, pinned: true }]);
    await show(past(10, { pinned: true }));
    const pinned = buttonNamed(page.root, 'Pin #10 lr 2');
    expect(pinned.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(pinned);
  });

  it('are named in place: Enter keeps, Escape does not', async () => {
    await show(past(10));
    const typeName = (text: string, key: string): void => {
      page.press('Name #10 lr 2');
      const field = page.section('runs').querySelector('input')!;
      field.value = text;
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    };
    typeName('too fast', 'Escape');
    expect(page.sent).toEqual([]);
    typeName('too fast', 'Enter');
    expect(page.sent).toEqual([{ type: 'renameRun', number: 10, name: 'too fast' }]);
    expect(page.section('runs').querySelector('input')).toBeNull();
  });

  it('are cleared and exported', async () => {
    await show(past(10));
    page.press('Clear');
    const exportRuns = [...page.section('runs').querySelectorAll<HTMLElement>('vscode-button')].find(
      (one) => one.getAttribute('aria-label') === 'Export',
    )!;
    exportRuns.click();
    expect(exportRuns.getAttribute('aria-expanded')).toBe('true');
    page.press('JSON\u2026');
    expect(exportRuns.getAttribute('aria-expanded')).toBe('false');
    expect(page.sent).toEqual([{ type: 'clearRuns' }, { type: 'exportRuns', format: 'json' }]);
  });

  it('that are pinned stay in the chart, the legend and the weights', async () => {
    await show(DIVERGED);
    const legend = page.section('loss').querySelector('.legend')!;
    expect([...legend.querySelectorAll('.entry-name')].map((name) => name.textContent)).toEqual([
      'train',
      'validation',
      '#11 lr 2',
    ]);
    const words = drawn.filter(({ name }) => name === 'fillText').map(({ words: [text] }): unknown => text);
    expect(words).toContain('#11 lr 2: inf at epoch 2.5');
    const headings = [...page.section('weights').querySelectorAll('thead th')].map((th) => th.textContent);
    expect(headings).toEqual(['weight', 'learned', 'true', 'difference', '#11 lr 2']);
    expect(page.section('weights').querySelector('td.pinned')?.textContent).toBe('nan');
  });

  it('leave the chart by a press on their legend entry', async () => {
    await show(DIVERGED);
    const entry = [...page.section('loss').querySelectorAll<HTMLElement>('button.entry')].at(-1)!;
    drawn.length = 0;
    entry.click();
    await settled();
    expect(entry.getAttribute('aria-pressed')).toBe('false');
    const words = drawn.filter(({ name }) => name === 'fillText').map(({ words: [text] }): unknown => text);
    expect(words).not.toContain('#11 lr 2: inf at epoch 2.5');
    expect(words).toContain('epoch');
  });

  it('give the chart as SVG, pinned curves included', async () => {
    await show(DIVERGED);
    const exportChart = [...page.section('loss').querySelectorAll<HTMLElement>('vscode-button')].find(
      (one) => one.getAttribute('aria-label') === 'Export',
    )!;
    exportChart.click();
    page.press('SVG\u2026');
    const message = page.sent.at(-1);
    if (message?.type !== 'exportChart') throw new Error('no picture was sent');
    const svg = new DOMParser().parseFromString(message.data, 'image/svg+xml');
    expect(svg.querySelectorAll('polyline')).toHaveLength(4);
    expect(message.data).toContain('#11 lr 2');
    expect(svg.querySelector('polyline')?.getAttribute('points')).not.toContain('NaN');
  });
});

describe('repetitions of a run', () => {
  const same = (number: number, change: Partial<PastRun> = {}): PastRun =>
    past(number, { changes: [], ...change });

  it('fold behind the newest of them, and unfold', async () => {
    const page = openPage();
    await page.show({
      ...OK,
      history: [past(1, { changes: null }), same(2), same(3), same(4), past(5), same(6)],
    });
    const names = (): string[] =>
      [...page.section('runs').querySelectorAll('tbody th')].map((one) => one.textContent);
    expect(names()).toEqual(['#6', '#5', '#4', '#1']);
    page.press('no change, 3 times');
    expect(names()).toEqual(['#6', '#5', '#4', '#3', '#2', '#1']);
    page.press('no change, 3 times');
    expect(names()).toEqual(['#6', '#5', '#4', '#1']);
  });

  it('stay where one of them is pinned, named or did not end well', async () => {
    const page = openPage();
    const history = [
      past(1),
      same(2, { pinned: true }),
      same(3, { name: 'this' }),
      same(4, { status: 'error' }),
    ];
    await page.show({ ...OK, history });
    expect(page.section('runs').querySelectorAll('tbody th')).toHaveLength(4);
  });
});

describe('a past run', () => {
  it('gives its values and its code back, the latter where it is kept', async () => {
    const page = openPage();
    const code = { template: 'a', written: {} };
    await page.show({ ...OK, history: [past(10, { code: null }), past(11, { code })] });
    page.press('More of #11 lr 2');
    page.press('Restore values');
    page.press('Restore code\u2026');
    page.press('More of #10 lr 2');
    expect(() => buttonNamed(page.root, 'Restore code\u2026')).toThrow(/^0 buttons/);
    page.press('Compare with #11');
    expect(page.sent).toEqual([
      { type: 'restoreRun', number: 11, what: 'values' },
      { type: 'restoreRun', number: 11, what: 'code' },
      { type: 'compareRuns', runs: [10, 11] },
    ]);
  });
});

describe('two runs side by side', () => {
  const fits = pastFits(SCENES['ok']!().results.fits);
  const code = { template: 'a', written: {} };
  const history = [
    past(10, { fits, code, parameters: { lr: 0.03, sigma: 0.01 } }),
    past(11, { fits, code, parameters: { lr: 2, sigma: 0.01 }, weightError: 0.3 }),
    past(12, { changes: [], fits, code: { template: 'b', written: {} } }),
  ];

  it('are the newest and the one before it that was another, unless others are chosen', async () => {
    const page = openPage();
    await page.show({ ...OK, history });
    page.press('Compare');
    expect(page.sent).toEqual([{ type: 'compareRuns', runs: [10, 12] }]);
  });

  it('have their curves in one chart, and what differs before what does not', async () => {
    const page = openPage();
    await page.show({ ...OK, history, compared: [10, 11] });
    const part = page.section('compare');
    expect(isShown(part)).toBe(true);
    const entries = [...part.querySelectorAll('.entry-name')].map((entry) => entry.textContent);
    expect(entries).toEqual([
      '#10 lr 2 train',
      '#10 lr 2 validation',
      '#11 lr 2 train',
      '#11 lr 2 validation',
    ]);
    const lines = [...part.querySelectorAll('tbody tr')];
    const texts = (line: Element): string[] => [...line.children].map((one) => one.textContent);
    expect(lines.filter((line) => line.matches('.differs')).map(texts)).toEqual([
      ['w error', '0.19', '0.3'],
      ['lr', '0.03', '2'],
    ]);
    expect(lines.slice(0, 2).every((line) => line.matches('.differs'))).toBe(true);
    expect(lines.map((line) => line.firstElementChild?.textContent)).toContain('w[0]');
    expect(part.textContent).toContain('The code is the same but for the values above.');
  });

  it('say that their code differs, show it, and close', async () => {
    const page = openPage();
    await page.show({ ...OK, history, compared: [10, 12] });
    expect(page.section('compare').textContent).toContain('The code differs.');
    page.press('Compare code');
    page.press('Close');
    expect(page.sent).toEqual([
      { type: 'compareCode', runs: [10, 12] },
      { type: 'compareRuns', runs: null },
    ]);
    await page.show({ ...OK, history, compared: null });
    expect(isShown(page.section('compare'))).toBe(false);
  });
});
