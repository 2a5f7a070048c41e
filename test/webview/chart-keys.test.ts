import { expect, it, vi } from 'vitest';
import { spanWith } from '../../src/webview/ui/charts/chart-zoom.ts';
import { SCENES } from './scenes.ts';
import { openPage } from './page.ts';

it.each([
  [3, [2, 4], [2, 4]],
  [5, [2, 4], [3, 5]],
  [1, [2, 4], [1, 3]],
  [10, [2, 4], [8, 10]],
] as const)('a zoom is moved as little as needed to have %s in it', (at, from, to) => {
  expect(spanWith(at, from, [0, 10])).toEqual(to);
});

it('what keys move the cursor to is said, the first point included', async () => {
  const page = openPage();
  await page.show(SCENES['ok']!());
  const chart = page.section('loss').querySelector<HTMLElement>('.loss-chart')!;
  chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
  const said = page.section('loss').querySelector('[role=status]')!;
  await vi.waitFor(() => expect(said.textContent).toMatch(/^epoch 0\.5: train 2\.66/));
});
