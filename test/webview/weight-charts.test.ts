import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EpochWeight, RunEvent, Surface, Weight } from '../../src/training/protocol/protocol.ts';
import { surfaceFigure, surfaceSentence } from '../../src/webview/ui/weights/surface-figure.ts';
import { gradientFigure } from '../../src/webview/ui/weights/weight-figures.ts';
import { mapFigures, mapSentence } from '../../src/webview/ui/weights/weight-maps.ts';
import { after, ended, fitEnded, started } from './fake-feed.ts';
import { isShown, openPage, settled, type Page } from './page.ts';

/** (x - 1)² + y² around (1, 0). */
const SURFACE: Surface = (() => {
  const [x, y] = [
    [-1, 0, 1, 2],
    [-1, 0, 1],
  ];
  return {
    names: ['w', 'b'],
    x,
    y,
    loss: y.flatMap((up) => x.map((across) => (across - 1) ** 2 + up ** 2)),
    path: [
      [-0.5, 0.5],
      [0.9, 0.1],
    ],
    true: [1, 0],
    random: false,
  };
})();

function weight(name: string, shape: readonly number[], learned: readonly number[]): Weight {
  return { name, shape, learned, true: null, difference: null };
}

describe('the loss surface', () => {
  it('is contours with the way, its start and the truth', () => {
    const { series, xlim, xlabel, note } = surfaceFigure(SURFACE);
    expect(series.map(({ kind, label }) => [kind, label])).toEqual([
      ['contour', ''],
      ['line', 'weights, epoch by epoch'],
      ['scatter', 'start'],
      ['scatter', 'true'],
    ]);
    expect([xlim, xlabel, note]).toEqual([[-1, 2], 'w', undefined]);
    const levels = series[0]?.levels?.map(Number) ?? [];
    expect(Math.min(...levels)).toBeGreaterThan(0);
    expect(Math.max(...levels)).toBeLessThan(5);
  });

  it('is told in words, with the lowest place', () => {
    expect(surfaceSentence(SURFACE)).toBe(
      'Loss over w and b: from 0 near (1, 0) to 5. The weights went from (−0.5, 0.5) to (0.9, 0.1).',
    );
  });

  it('says that dropout is left out', () => {
    expect(surfaceFigure({ ...SURFACE, random: true }).note).toMatch(/dropout/);
  });
});

describe('gradients through the epochs', () => {
  const at = (epoch: number, gradient: EpochWeight['gradient']) => ({
    epoch,
    weights: [{ name: 'w', shape: [1], learned: [0], difference: null, gradient }],
  });

  it('are a line per weight from the first epoch that has one', () => {
    const figure = gradientFigure([at(0, null), at(1, 2), at(2, 0.5), at(3, 'nan')]);
    expect(figure?.series).toMatchObject([{ label: 'w', x: [1, 2], y: [2, 0.5] }]);
    expect(gradientFigure([at(0, null), at(1, 2)])).toBeNull();
  });
});

describe('matrices', () => {
  it('are maps with zero in the middle of the colours', () => {
    const [map, ...others] = mapFigures([
      weight('w', [2, 3], [1, -2, 0, 0.5, 0, 0]),
      weight('b', [3, 1], [1, 2, 3]),
    ]);
    expect(others).toEqual([]);
    expect(map?.series[0]).toMatchObject({ kind: 'image', columns: 3, cmap: 'RdBu', vmin: -2, vmax: 2 });
    expect(mapSentence([weight('w', [2, 3], [1, -2, 0, 0.5, 0, 0])])).toContain('w, 2 × 3, up to 2 in size');
  });

  it('from the pixels of a picture are pictures, one for each output', () => {
    const values = [...Array(2 * 64).keys()];
    const rows = mapFigures([weight('net.weight', [2, 64], values)]);
    expect(rows.map(({ title }) => title)).toEqual(['output 0', 'output 1']);
    expect(rows[1]?.series[0]).toMatchObject({ columns: 8, y: values.slice(64) });
    const columns = mapFigures([weight('W', [64, 2], values)]);
    expect(columns[1]?.series[0]?.y.slice(0, 3)).toEqual([1, 3, 5]);
  });
});

describe('on the page', () => {
  let page: Page;

  beforeEach(() => {
    page = openPage();
  });

  const fitted = (...further: readonly RunEvent[]) =>
    after([
      started(),
      { type: 'fitStarted', run: 1, fit: 0, model: 'Model', epochs: 2 },
      fitEnded(0, 1, [{ name: 'T', shape: [], learned: [5700], true: [6000], difference: [-300] }]),
      ...further,
      ended(),
    ]);
  const heading = 'Loss around the way of the weights';

  function part(): HTMLDetailsElement | undefined {
    return [...page.section('weights').querySelectorAll<HTMLDetailsElement>('details.weights-chart')].find(
      (details) => details.querySelector('summary')?.textContent === heading,
    );
  }

  it('the surface is open and drawn where there is one', async () => {
    await page.show(fitted({ type: 'surface', run: 1, fit: 0, surface: SURFACE }));
    expect(part()?.open).toBe(true);
    await vi.waitFor(
      () => expect(part()?.querySelector('svg [aria-label="contour"] path')).not.toBeNull(),
      10_000,
    );
    expect(part()?.querySelector('[role=img]')?.getAttribute('aria-label')).toContain('Loss over w and b');
  });

  it('and not there where there is none', async () => {
    await page.show(fitted());
    await settled();
    expect(isShown(part() ?? null)).toBe(false);
  });

  it('a single number has its error in per cent', async () => {
    await page.show(fitted());
    expect(page.section('weights').querySelector('tbody tr')?.textContent).toMatch(/−300.*5 %/);
  });
});
