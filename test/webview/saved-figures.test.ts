import { expect, it } from 'vitest';
import { after, ended, started } from './fake-feed.ts';
import { openPage } from './page.ts';

const saved = (name: string) =>
  ({ type: 'figureFile', run: 1, name, drawing: { format: 'svg' } }) as unknown as Parameters<
    typeof after
  >[0][number];

it('offers each file that the exercise saved, also where it shows no figure, until the next run', async () => {
  const page = openPage();
  const first = after([started(), saved('loss.svg'), saved('loss.svg'), saved('w.png'), ended()]);
  await page.show(first);
  expect(page.section('figures').hidden).toBe(true);
  expect(page.section('saved').hidden).toBe(false);
  page.press('loss.svg');
  page.press('w.png');
  expect(page.sent).toEqual([
    { type: 'keepFigure', name: 'loss.svg' },
    { type: 'keepFigure', name: 'w.png' },
  ]);
  await page.show(after([started(2)], first));
  expect(page.section('saved').hidden).toBe(true);
});

it('names them on a page without an editor, where nothing can be kept', async () => {
  const page = openPage(undefined, false);
  await page.show(after([started(), saved('loss.svg'), ended()]));
  expect(page.section('saved').querySelector('code')?.textContent).toBe('loss.svg');
  expect(page.section('saved').querySelector('vscode-button')).toBeNull();
});
