import { beforeEach, describe, expect, it } from 'vitest';
import type { PastRun } from '../../src/webview/history.ts';
import { pastFits } from '../../src/webview/history.ts';
import type { PanelState } from '../../src/webview/state.ts';
import { SCENES } from './scenes.ts';
import { buttonNamed, drawn, isShown, openPage, settled } from './page.ts';
import type { Page } from './page.ts';

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
