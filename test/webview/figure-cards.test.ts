import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../src/training/protocol/protocol.ts';
import { figureSentence } from '../../src/webview/ui/figures/sentence.ts';
import { grouped } from '../../src/webview/ui/figures/figures-section.ts';
import { BARS, IMAGE, PLANCK, after, ended, started } from './fake-feed.ts';
import { buttonNamed, openPage, type Page } from './page.ts';

let page: Page;

function inGrid(figure: Figure, index: number, number = 7): Figure {
  return { ...figure, subplot: { figure: number, rows: 1, columns: 2, index, title: 'together' } };
}

async function show(...figures: readonly Figure[]): Promise<readonly HTMLElement[]> {
  await page.show(
    after([started(), ...figures.map((figure) => ({ type: 'figure' as const, run: 1, figure })), ended()]),
  );
  await vi.waitFor(() => {
    const views = [...page.section('figures').querySelectorAll('.figure-place')];
    expect(views.length).toBe(figures.length);
    expect(views.every((view) => view.querySelector('svg') !== null)).toBe(true);
  }, 10_000);
  return [...page.section('figures').querySelectorAll('figure')];
}

beforeEach(() => {
  page = openPage();
});

describe('figures on the page', () => {
  it('are drawn when the drawing’s script is there', async () => {
    const [card] = await show(PLANCK);
    expect(card?.querySelectorAll('svg [aria-label="line"] path')).toHaveLength(2);
    expect(
      [...card!.querySelectorAll('[aria-label="legend entry"]')].map((entry) => entry.textContent),
    ).toEqual(['law', 'fitted', 'measured']);
  });

  it('stand together where the exercise drew them together', async () => {
    const cards = await show(inGrid(PLANCK, 1), inGrid(BARS, 2), IMAGE);
    expect(cards.map((card) => card.querySelectorAll('.axes').length)).toEqual([2, 1]);
    expect(cards[0]?.querySelector('figcaption')?.textContent).toBe('together');
  });

  it('take the place of those of the run before', async () => {
    const [before] = await show(PLANCK, BARS);
    const [now, ...others] = await show(IMAGE);
    expect(now).toBe(before);
    expect(others).toEqual([]);
    expect(now?.querySelector('foreignObject')).not.toBeNull();
  });

  it('have their numbers in tables, an image’s too', async () => {
    const [card] = await show(IMAGE);
    buttonNamed(card!, 'Table').click();
    const [header, first] = card!.querySelectorAll('tr');
    expect(header?.children).toHaveLength(17);
    expect(first?.firstElementChild?.textContent).toBe('0');
  });

  it('are saved as SVG', async () => {
    const [card] = await show(PLANCK);
    buttonNamed(card!, 'Save').click();
    buttonNamed(card!, 'SVG…').click();
    await vi.waitFor(() =>
      expect(page.sent.at(-1)).toMatchObject({ type: 'exportChart', format: 'svg', subject: 'figure' }),
    );
    expect(page.sent.at(-1)).toMatchObject({ data: expect.stringContaining('Planck') as string });
  });

  it('say how they differ from what was asked for', async () => {
    const [card] = await show({ ...PLANCK, note: 'Seen from above.' });
    expect(card?.textContent).toContain('Seen from above.');
  });
});

describe('in words', () => {
  it('one figure tells kinds, names and ranges', () => {
    expect(figureSentence([PLANCK])).toMatch(
      /^Figure “Planck's law”: 2 lines, 1 scatter \(law, fitted, measured\), 245 points; x \(wavelength \(µm\)\) from 0\.02 to 3, y/,
    );
  });

  it('many images are named once', () => {
    const image = { ...IMAGE, title: 'shirt' };
    expect(figureSentence([inGrid(image, 1), inGrid(image, 2)])).toBe(
      'Figure “together”: 2 images of 12 × 16: shirt.',
    );
  });

  it('several plots give their titles', () => {
    expect(figureSentence([inGrid(PLANCK, 1), inGrid(BARS, 2)])).toBe(
      "Figure “together”: 2 plots: Planck's law.",
    );
  });
});

it('only neighbours of one number are one figure', () => {
  const groups = grouped([inGrid(BARS, 1), inGrid(BARS, 2), PLANCK, IMAGE, inGrid(BARS, 1, 8)]);
  expect(groups.map((group) => group.length)).toEqual([2, 1, 1, 1]);
});
