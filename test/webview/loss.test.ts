import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import { FRESH, after, ended, fitEvents, pointsOfEpoch, started } from './fake-feed.ts';
import { SCENES } from './scenes.ts';
import { buttonNamed, drawn, isShown, openPage, settled, type Page } from './page.ts';

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

  it('marks where the loss became infinite or NaN, in the picture and in words', async () => {
    await page.show(SCENES['diverged']!());
    const words = drawn.filter(({ name }) => name === 'fillText').map(({ words: [text] }): unknown => text);
    expect(words).toContain('inf at epoch 2.5');
    expect(page.section('loss').querySelector('.sentence.bad')?.textContent).toContain('inf at epoch 2.5');
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

  it('keeps a logarithmic axis while the exercise runs again, and decides anew when that has ended', async () => {
    await page.show(SCENES['ok']!());
    const log = () => buttonNamed(page.section('loss'), 'Log').getAttribute('aria-pressed');
    const canvas = () => page.section('loss').querySelector('canvas');
    const before = canvas();
    const again = after([started(), ...fitEvents().slice(0, 2)], SCENES['ok']!());
    await page.show(again);
    expect(log()).toBe('true');
    expect(canvas()).toBe(before);
    await page.show(after([ended()], again));
    expect(log()).toBe('false');
  });

  it('shows its numbers as a table', async () => {
    await page.show(SCENES['ok']!());
    expect(page.section('loss').querySelector('table')).toBeNull();
    buttonNamed(page.section('loss'), 'Table').click();
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
    buttonNamed(page.section('loss'), 'Table').click();
    expect(page.section('loss').querySelectorAll('tbody tr').length).toBeLessThan(110);
    expect(page.section('loss').textContent).toContain('of 1,200 rows');
  });

  it('offers each fit of a run, the newest first, and all of them', async () => {
    await page.show(SCENES['fits']!());
    const choice = page.section('loss').querySelector('vscode-dropdown') as HTMLElement & { value: string };
    expect(isShown(choice)).toBe(true);
    expect([...choice.children].map((option) => option.textContent)).toEqual([
      ...[1, 2, 3, 4].map((fit) => `Fit ${String(fit)} of 4 · LinearRegressionScratch`),
      'All fits in one chart',
      'All fits side by side',
    ]);
    expect(choice.value).toBe('3');
    choice.value = 'all';
    choice.dispatchEvent(new Event('change'));
    expect(page.section('loss').querySelectorAll('.entry')).toHaveLength(8);
    expect(page.section('loss').querySelector('.sentence')?.textContent).toMatch(
      /^Loss at the end of each fit: 1: /,
    );
  });

  it('draws each fit in a chart of its own, with the same axes, and remembers that', async () => {
    await page.show(SCENES['fits']!());
    const choose = (value: string): void => {
      const choice = page.section('loss').querySelector('vscode-dropdown') as HTMLElement & { value: string };
      choice.value = value;
      choice.dispatchEvent(new Event('change'));
    };
    choose('each');
    const titles = [...page.section('loss').querySelectorAll('figcaption')].map((title) => title.textContent);
    expect(titles).toHaveLength(4);
    expect(titles[3]).toMatch(/^4 · 5\.15e-5 · LinearRegressionScratch$/);
    expect(page.section('loss').querySelectorAll('.entry')).toHaveLength(2);
    const charts = [...page.section('loss').querySelectorAll('.loss-chart')];
    expect(charts.map((chart) => chart.getAttribute('aria-label'))[0]).toMatch(
      /^Loss by epoch\. 1 · 1\.87 · LinearRegressionScratch\. Validation loss fell/,
    );
    expect(page.remembered()).toMatchObject({ fits: 'each' });
    const later = openPage(page.remembered());
    await later.show(SCENES['fits']!());
    expect(later.section('loss').querySelectorAll('.loss-chart')).toHaveLength(4);
    await later.show(SCENES['ok']!());
    expect(later.section('loss').querySelectorAll('.loss-chart')).toHaveLength(1);
  });

  it('zooms all small charts at once', async () => {
    const zoomed = openPage({ fits: 'each' });
    await zoomed.show(SCENES['fits']!());
    const [first] = zoomed.section('loss').querySelectorAll<HTMLElement>('.loss-chart');
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
    await settled();
    zoomed.press('Reset zoom');
    const names = [...zoomed.section('loss').querySelectorAll('vscode-button')].filter(isShown);
    expect(names.map((name) => name.getAttribute('aria-label'))).not.toContain('Reset zoom');
  });
});
