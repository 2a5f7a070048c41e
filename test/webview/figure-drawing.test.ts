import './page.ts';
import { describe, expect, it } from 'vitest';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type { Figure, Series } from '../../src/training/protocol/protocol.ts';
import { colorMap } from '../../src/webview/ui/figures/color-map.ts';
import { domainOf } from '../../src/webview/ui/figures/domain.ts';
import { drawFigure, drawPicture, svgText } from '../../src/webview/ui/figures/figure-drawing.ts';
import type { Theme } from '../../src/webview/ui/theme.ts';

const THEME: Theme = {
  foreground: '#cccccc',
  dim: '#999999',
  grid: '#333333',
  error: '#ff0000',
  background: '#111111',
  series: ['#0000aa', '#aaaa00', '#00aa00', '#aa00aa', '#aa0000'],
  font: '11px sans-serif',
};

const LINE: Series = { kind: 'line', label: '', x: [0, 1, 2], y: [0, 1, 4] };

function figureOf(series: Series | readonly Series[], change: Partial<Figure> = {}): Figure {
  return { ...EMPTY_FIGURE, series: 'kind' in series ? [series] : series, ...change };
}

function draw(figure: Figure, theme = THEME): SVGSVGElement {
  return drawFigure(figure, { width: 400, theme, hover: false });
}

/** Paint of the elements that draw data, in the order of drawing. */
function painted(svg: Element, selector: string, attribute: 'fill' | 'stroke'): (string | null)[] {
  return [...svg.querySelectorAll(`[aria-label] ${selector}`)]
    .filter((element) => element.closest('[aria-label*="axis"], [aria-label*="grid"]') === null)
    .map(
      (element) =>
        element.getAttribute(attribute) ?? element.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null,
    );
}

function tickTexts(svg: Element, axis: 'x' | 'y'): string[] {
  return [...svg.querySelectorAll(`[aria-label="${axis}-axis tick label"] text`)].map(
    (text) => text.textContent,
  );
}

describe('a drawing', () => {
  it('has no style sheet, which the page’s policy would refuse', () => {
    expect(draw(figureOf(LINE)).querySelector('style')).toBeNull();
  });

  it('is in the theme’s colours, or in those that the exercise chose', () => {
    const colors = ['C1', 'red', '#123456', 'black', undefined].map((color) => ({
      ...LINE,
      ...(color === undefined ? {} : { color }),
    }));
    expect(painted(draw(figureOf(colors)), 'path', 'stroke')).toEqual([
      '#aaaa00',
      '#aa0000',
      '#123456',
      '#cccccc',
      '#aa0000',
    ]);
  });

  it('takes the system’s colours for colours too', () => {
    const theme = { ...THEME, series: ['CanvasText'] };
    expect(painted(draw(figureOf(LINE), theme), 'path', 'stroke')[0]).toContain('CanvasText');
  });

  it('interrupts a line where a value is no number', () => {
    const svg = draw(figureOf({ ...LINE, x: [0, 1, 2, 3], y: [0, 'nan', 1, 2] }));
    const path = svg.querySelector('[aria-label="line"] path')?.getAttribute('d') ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('draws a line that reaches across from edge to edge', () => {
    const across: Series = { ...LINE, x: ['-inf', 'inf'], y: [2, 2] };
    const svg = draw(figureOf([LINE, across]));
    const [, path] = [...svg.querySelectorAll('[aria-label="line"] path')].map(
      (one) => one.getAttribute('d') ?? '',
    );
    const ends = (path ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    const width = Number(svg.getAttribute('width'));
    expect(ends[0]).toBeLessThan(60);
    expect(ends[2]).toBeGreaterThan(width - 12);
    expect(ends[2]).toBeLessThan(width);
  });

  it.each<[string, Partial<Figure>, 'x' | 'y', readonly string[]]>([
    ['powers of ten', { yscale: 'log', ylim: [1, 1000] }, 'y', ['1', '10', '100', '1000']],
    ['places and words', { xticks: { at: [0, 2], labels: ['a', 'b'] } }, 'x', ['a', 'b']],
    ['no ticks', { xticks: { at: [] } }, 'x', []],
    ['nothing when off', { axis: 'off' }, 'y', []],
  ])('marks axes with %s', (_, change, axis, texts) => {
    expect(tickTexts(draw(figureOf(LINE, change)), axis)).toEqual(texts);
  });

  it('draws each kind of series', () => {
    const grid = { x: [0, 1, 2], y: [0, 1, 2], columns: 3, values: [0, 1, 2, 1, 2, 3, 2, 3, 4] };
    const svg = draw(
      figureOf([
        { kind: 'image', label: '', x: [], y: [0, 1, 2, 3], columns: 2 },
        { kind: 'contour', label: '', ...grid, levels: [1.5, 2.5] },
        { kind: 'area', label: '', x: [0, 1, 1], y: [0, 0, 1], alpha: 0.5 },
        { kind: 'bar', label: '', x: [0, 1, 2], y: [1, -1, 2], colors: ['C0', 'C1', 'C2'] },
        { kind: 'scatter', label: '', x: [0, 1], y: [1, 2], format: 's', sizes: [4, 100] },
        { kind: 'arrow', label: '', x: [0], y: [0], x2: [1], y2: [1] },
        { kind: 'text', label: '', x: [1], y: [1], texts: ['<b>here</b>'] },
      ]),
    );
    expect(svg.querySelectorAll('foreignObject canvas')).toHaveLength(1);
    expect(svg.querySelectorAll('[aria-label="contour"] path')).toHaveLength(2);
    expect(svg.querySelectorAll('[aria-label="area"] [fill-opacity="0.5"]')).toHaveLength(1);
    expect(painted(svg, 'rect', 'fill').slice(-3)).toEqual(THEME.series.slice(0, 3));
    expect(svg.querySelectorAll('[aria-label="dot"] path, [aria-label="dot"] circle')).toHaveLength(2);
    expect(svg.querySelectorAll('[aria-label="arrow"] path')).toHaveLength(2);
    expect(svg.querySelector('[aria-label="text"] text')?.textContent).toBe('<b>here</b>');
    expect(svg.querySelector('b')).toBeNull();
  });

  it('fills the stretches between levels', () => {
    const grid = { x: [0, 1], y: [0, 1], columns: 2, values: [0, 1, 1, 2] };
    const svg = draw(
      figureOf({ kind: 'contour', label: '', ...grid, levels: [0, 1, 2], filled: true, cmap: 'gray' }),
    );
    expect(svg.querySelectorAll('[aria-label="contour"] path')).toHaveLength(2);
    expect(new Set(painted(svg, 'path', 'fill')).size).toBe(2);
  });

  it('bounds the marks of a scatter', () => {
    const many = [...Array(12_000).keys()];
    const svg = draw(figureOf({ kind: 'scatter', label: '', x: many, y: many }));
    const marks = svg.querySelectorAll('[aria-label="dot"] circle, [aria-label="dot"] path').length;
    expect(marks).toBeGreaterThan(3000);
    expect(marks).toBeLessThanOrEqual(5000);
  });

  it('makes a unit as long on either axis where that was asked for', () => {
    const square: Series = { ...LINE, x: [0, 10], y: [0, 10] };
    const svg = draw(figureOf(square, { aspect: 'equal', axis: 'off' }));
    expect(svg.getAttribute('width')).toBe(svg.getAttribute('height'));
  });
});

describe('the part of the numbers that axes show', () => {
  it('is what the series take up, with a little room', () => {
    expect(domainOf(figureOf({ ...LINE, x: [0, 100], y: [1, 1] }), 'x')).toEqual([-4, 104]);
  });

  it('is the limits in their order', () => {
    expect(domainOf(figureOf(LINE, { ylim: [4, 0] }), 'y')).toEqual([4, 0]);
  });

  it('begins at zero under bars, and where an image begins', () => {
    expect(domainOf(figureOf({ kind: 'bar', label: '', x: [1], y: [5] }), 'y')[0]).toBe(0);
    expect(
      domainOf(figureOf({ kind: 'image', label: '', x: [], y: [1, 2, 3, 4, 5, 6], columns: 3 }), 'y'),
    ).toEqual([1.5, -0.5]);
  });

  it('has neither zero nor what is not finite on a logarithmic axis', () => {
    const [low, high] = domainOf(figureOf({ ...LINE, y: [0, 1, 'inf', 100] }, { yscale: 'log' }), 'y');
    expect(low).toBeGreaterThan(0.5);
    expect(high).toBeLessThan(200);
  });
});

describe('a colour map', () => {
  const map = (cmap: string) => colorMap({ ...LINE, cmap }, [0, 1]);

  it('runs from the least to the greatest value', () => {
    expect(map('gray')(0)).toMatch(/^rgb\(0, 0, 0\)$|^#000000$/);
    expect(map('gray')(1)).toMatch(/^rgb\(255, 255, 255\)$|^#ffffff$/);
    expect(map('gray_r')(0)).toBe(map('gray')(1));
  });

  it('is viridis unless named, and where the name is not known', () => {
    expect(map('no such map')(0.5)).toBe(colorMap(LINE, [0, 1])(0.5));
  });

  it('has no colour for what is not finite', () => {
    expect(map('viridis')(NaN)).toBeNull();
  });
});

describe('a picture of its own', () => {
  it('has titles, legends and all axes, and needs no style sheet', () => {
    const subplot = { figure: 1, rows: 1, columns: 2, title: 'both' };
    const text = svgText(
      drawPicture(
        [1, 2].map((index) =>
          figureOf(
            { ...LINE, label: `curve ${String(index)}` },
            { title: `plot ${String(index)}`, subplot: { ...subplot, index } },
          ),
        ),
        THEME,
      ),
    );
    for (const words of ['both', 'plot 1', 'plot 2', 'curve 1', 'curve 2', THEME.background])
      expect(text).toContain(words);
    expect(text).not.toMatch(/<style|var\(--|class="figure-image"/);
    expect(text.match(/<svg/g)).toHaveLength(3);
  });
});
