/** Filters and attention weights in the panel, and images whose values are read by pointer and keys. */
import { expect, it, vi } from 'vitest';
import { movedPixel, pixelText } from '../../src/webview/ui/figures/image-reading.ts';
import {
  matricesHeading,
  matricesSentence,
  mosaicFigure,
  mosaicPlace,
} from '../../src/webview/ui/network/matrices.ts';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type { Figure, Series } from '../../src/training/protocol/protocol.ts';
import { after, ended, started } from './fake-feed.ts';
import { MATRICES, NETWORKS } from './network-scenes.ts';
import { openPage } from './page.ts';

const [FIRST, SECOND, ATTENTION] = MATRICES as [
  (typeof MATRICES)[0],
  (typeof MATRICES)[0],
  (typeof MATRICES)[0],
];

const HEATMAP: Series = { kind: 'image', label: '', x: [], y: [0.25, 0.75, 1, 0], columns: 2 };

function heatmap(more: Partial<Figure> = {}): Figure {
  return { ...EMPTY_FIGURE, series: [HEATMAP], ...more };
}

it('filters stand side by side with gaps, those of one output in a row', () => {
  const one = mosaicFigure(FIRST).series[0]!;
  expect([one.columns, one.y.length]).toEqual([4 * 6 - 1, 23 * 11]);
  expect(one.y.slice(0, 7)).toEqual([...FIRST.values.slice(0, 5), 'nan', FIRST.values[25]]);
  expect([one.vmin, one.cmap]).toEqual([-Number(one.vmax), 'RdBu']);
  expect(mosaicFigure(FIRST).colorbars?.[0]?.ticks?.at).toEqual([-0.2, 0, 0.2]);
  expect(mosaicFigure(ATTENTION).colorbars?.[0]?.ticks?.labels).toEqual(['0.25', '0.5']);
  const two = mosaicFigure(SECOND).series[0]!;
  expect([two.columns, two.y.length / 47]).toEqual([8 * 6 - 1, 16 * 6 - 1]);
  expect(mosaicPlace(SECOND, { row: 7, column: 14 })).toBe('filter 1, input 2, row 1, column 2');
  expect(mosaicPlace(ATTENTION, { row: 1, column: 6 })).toBe('matrix 1, query 1, key 1');
});

it('words say what they are, and what is left out', () => {
  expect(MATRICES.map(matricesHeading)).toEqual([
    'net.0: 6 filters of 5 × 5',
    'net.2.conv: 16 filters of 5 × 5 for 12 inputs',
    'decoder.attention: attention, queries × keys 3 × 4',
  ]);
  expect(matricesSentence(FIRST)).toBe('6 filters. From −0.4 to 0.4. Blue is positive, red negative.');
  expect(matricesSentence(SECOND)).toContain('16 filters, a row each, their first 8 of 12 inputs.');
  expect(matricesSentence(ATTENTION)).toBe(
    '8 of 10 matrices of the last minibatch; rows are queries, columns keys. From 0.1 to 0.7.',
  );
});

it('are drawn when they are unfolded, with a colour bar and tables', async () => {
  const page = openPage();
  await page.show(NETWORKS['classifier']!());
  const section = page.section('matrices');
  expect(section.querySelector('h2')?.textContent).toBe('Filters and attention');
  const [first, ...others] = [...section.querySelectorAll('details details')] as HTMLDetailsElement[];
  expect(others).toHaveLength(2);
  expect(section.querySelector('svg')).toBeNull();
  first!.open = true;
  first!.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(first!.querySelector('[aria-label="colorbar"]')).not.toBeNull(), 10_000);
  [...first!.querySelectorAll<HTMLElement>('button, vscode-button')]
    .find((one) => one.textContent === 'Table')
    ?.click();
  expect([...first!.querySelectorAll('.named-table > p')].map((name) => name.textContent)).toEqual(
    [0, 1, 2, 3, 4, 5].map((filter) => `filter ${String(filter)}`),
  );
  await page.show(after([started(), ended()]));
  expect(section.hidden).toBe(true);
});

it('a pixel is told by its row and column, or by what the axes call them', () => {
  expect(pixelText(heatmap(), HEATMAP, { row: 0, column: 1 })).toBe('row 0, column 1: 0.75');
  const named = heatmap({
    xlabel: 'Keys',
    ylabel: 'Queries',
    xticks: { at: [0, 1], labels: ['les', 'chats'] },
  });
  expect(pixelText(named, HEATMAP, { row: 1, column: 1 })).toBe('Queries 1, Keys chats: 0');
  const numbered = heatmap({ yticks: { at: [0, 1], labels: ['0.00', '1.00'] } });
  expect(pixelText(numbered, HEATMAP, { row: 1, column: 0 })).toBe('row 1, column 0: 1');
  const color: Series = { ...HEATMAP, y: [255, 0, 30, 1, 2, 3], columns: 2, channels: 3 };
  expect(pixelText(heatmap(), color, { row: 0, column: 0 })).toBe(
    'row 0, column 0: red 255, green 0, blue 30',
  );
});

it('keys go from pixel to pixel, over gaps, and stay within', () => {
  const gap: Series = { ...HEATMAP, y: [1, 'nan', 2], columns: 3 };
  expect(movedPixel('ArrowRight', null, gap)).toEqual({ row: 0, column: 0 });
  expect(movedPixel('ArrowRight', { row: 0, column: 0 }, gap)).toEqual({ row: 0, column: 2 });
  expect(movedPixel('ArrowRight', { row: 0, column: 2 }, gap)).toEqual({ row: 0, column: 2 });
  expect(movedPixel('ArrowDown', { row: 0, column: 2 }, gap)).toEqual({ row: 0, column: 2 });
  expect(movedPixel('End', { row: 0, column: 0 }, gap)).toEqual({ row: 0, column: 2 });
  expect(movedPixel('x', null, gap)).toBeUndefined();
});

it('an image that the exercise drew is read by keys, in a line that was there before', async () => {
  const page = openPage();
  await page.show(after([started(), { type: 'figure', run: 1, figure: heatmap() }, ended()]));
  await vi.waitFor(() => expect(page.section('figures').querySelector('canvas')).not.toBeNull(), 10_000);
  const view = page.section('figures').querySelector<HTMLElement>('.figure-view')!;
  const line = page.section('figures').querySelector<HTMLElement>('.pixel-value')!;
  expect([view.tabIndex, line.hidden, line.textContent]).toEqual([0, false, '']);
  const press = (key: string) =>
    view.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  press('ArrowRight');
  press('ArrowDown');
  expect(line.textContent).toBe('row 1, column 0: 1');
  expect(page.section('figures').querySelector<HTMLElement>('.pixel-frame')?.hidden).toBe(false);
  await vi.waitFor(() =>
    expect(page.section('figures').querySelector('.unseen[role="status"]')?.textContent).toBe(
      'row 1, column 0: 1',
    ),
  );
  press('Escape');
  expect(line.textContent).toBe('');
});
