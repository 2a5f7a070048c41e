/** What drawings show of matplotlib's look, and what they say of the rest. */
import './page.ts';
import { describe, expect, it } from 'vitest';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type { Figure, Series } from '../../src/training/protocol/protocol.ts';
import { drawFigure, drawPicture, svgText } from '../../src/webview/ui/figures/figure-drawing.ts';
import { leftOutWords } from '../../src/webview/ui/figures/left-out.ts';
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

const LINE: Series = { kind: 'line', label: 'loss', x: [0, 1, 2], y: [0, 1, 4], color: 'C0' };
const POSITION = [0.125, 0.11, 0.775, 0.77] as const;

/** A figure as matplotlib's side sends it. */
function plotted(change: Partial<Figure> = {}): Figure {
  return {
    ...EMPTY_FIGURE,
    series: [LINE],
    size: [6.4, 4.8],
    position: POSITION,
    xlim: [0, 2],
    ylim: [0, 4],
    ...change,
  };
}

function draw(figure: Figure): SVGSVGElement {
  return drawFigure(figure, { width: 400, theme: THEME, hover: false });
}

const named = (svg: Element, name: string): Element[] => [...svg.querySelectorAll(`[aria-label="${name}"]`)];

describe('a figure of matplotlib', () => {
  it('has neither grid nor legend unless asked for', () => {
    const bare = draw(plotted());
    expect(named(bare, 'grid')).toEqual([]);
    expect(named(bare, 'legend entry')).toEqual([]);
    const full = draw(
      plotted({
        grid: { axis: 'y' },
        legend: { entries: [{ label: 'loss', series: [0] }], loc: 'upper left' },
      }),
    );
    expect(named(full, 'grid')).toHaveLength(1);
    expect(named(full, 'legend entry').map((entry) => entry.textContent)).toEqual(['loss']);
  });

  it('has the form that matplotlib gives it', () => {
    const ratio = (figure: Figure): number => {
      const frame = draw(figure).querySelector('[aria-label="frame"]')!;
      const [upright, , lying] = frame.querySelectorAll('line');
      const length = (line: Element, a: string, b: string): number =>
        Math.abs(Number(line.getAttribute(a)) - Number(line.getAttribute(b)));
      return length(upright!, 'y1', 'y2') / length(lying!, 'x1', 'x2');
    };
    expect(ratio(plotted())).toBeCloseTo((4.8 * 0.77) / (6.4 * 0.775), 3);
    expect(ratio(plotted({ size: [8, 3] }))).toBeCloseTo((3 * 0.77) / (8 * 0.775), 3);
    expect(ratio(plotted({ aspect: 'equal' }))).toBeCloseTo(2, 3);
  });

  it('leaves out the sides of its frame that are hidden', () => {
    const sides = (figure: Figure): number =>
      [...draw(figure).querySelector('[aria-label="frame"]')!.children].filter(
        ({ localName }) => localName === 'line',
      ).length;
    expect([sides(plotted()), sides(plotted({ hidden: ['top', 'right'] }))]).toEqual([4, 2]);
  });

  it('marks its axes where it was told, with turned words and a common factor', () => {
    const svg = draw(
      plotted({
        xticks: { at: [0, 1, 2], labels: ['a', 'b', 'c'], rotation: 45 },
        yticks: { at: [0, 4], labels: ['0', '4'], offset: '1e6' },
      }),
    );
    const texts = [...svg.querySelectorAll('[aria-label="x-axis tick label"] text')];
    expect(texts.map((text) => text.textContent)).toEqual(['a', 'b', 'c']);
    expect(texts[0]?.getAttribute('transform')).toContain('rotate(-45 ');
    expect(svg.textContent).toContain('1e6');
  });

  it('leaves out words at ticks that would touch each other', () => {
    const labels = [...Array(9).keys()].map((index) => `a long name ${String(index)}`);
    const svg = draw(plotted({ xticks: { at: labels.map((_, index) => index / 4), labels } }));
    const shown = svg.querySelectorAll('[aria-label="x-axis tick label"] text').length;
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThan(9);
  });

  it('draws what is white white, and black on an image black', () => {
    const painted = (series: readonly Series[]): (string | null)[] =>
      [...draw(plotted({ series })).querySelectorAll('[aria-label="text"] text')].map((text) =>
        text.getAttribute('fill'),
      );
    const words = (color: string): Series => ({
      kind: 'text',
      label: '',
      x: [1],
      y: [1],
      texts: ['a'],
      color,
    });
    expect(painted([words('white'), words('black')])).toEqual(['#ffffff', '#cccccc']);
    const image: Series = { kind: 'image', label: '', x: [], y: [0, 1, 2, 3], columns: 2 };
    expect(painted([image, words('black')])).toEqual(['#000000']);
  });

  it('draws axes over axes on a scale of their own, and marks them at the right', () => {
    const twin = {
      ...plotted({ series: [{ ...LINE, y: [0, 100, 200] }], ylim: [0, 400], ylabel: 'steps' }),
      shares: 'x' as const,
    };
    const svg = draw(plotted({ twins: [twin] }));
    const [own, other] = [...svg.querySelectorAll('[aria-label="line"] path')].map(
      (path) => path.getAttribute('d') ?? '',
    );
    const last = (d: string | undefined): number => Number(/,([\d.]+)$/.exec(d ?? '')?.[1]);
    expect(last(other)).toBeGreaterThan(last(own) + 20);
    expect(named(svg, 'y-axis label').map((label) => label.textContent)).toContain('steps');
  });

  it('explains colours in a bar, one piece for each band', () => {
    const values = [0, 1, 2, 1, 2, 3, 2, 3, 4];
    const grid: Series = {
      kind: 'contour',
      label: '',
      x: [0, 1, 2],
      y: [0, 2, 4],
      values,
      columns: 3,
      levels: [0, 2, 4],
      filled: true,
    };
    const svg = draw(
      plotted({
        series: [grid],
        colorbars: [{ series: 0, vmin: 0, vmax: 4, levels: [0, 2, 4], label: 'height' }],
      }),
    );
    const bar = svg.querySelector('[aria-label="colorbar"]')!;
    expect(bar.querySelectorAll('rect[shape-rendering]')).toHaveLength(2);
    expect(bar.textContent).toContain('height');
    expect(svg.querySelectorAll('[aria-label="contour"] path')).toHaveLength(2);
  });

  it('edges bars, caps error bars, and puts heads on arrows', () => {
    const svg = draw(
      plotted({
        series: [
          { kind: 'bar', label: '', x: [1], y: [2], color: 'C0', edgecolor: 'white', edgewidth: 2 },
          { kind: 'line', label: '', x: [1], y: [2], color: 'C1', format: '_', markersize: 8 },
          { kind: 'arrow', label: '', x: [0], y: [0], x2: [1], y2: [1], arrowstyle: '-|>' },
        ],
      }),
    );
    const bar = svg.querySelector('[aria-label="rect"]')!;
    expect(bar.outerHTML).toContain('#ffffff');
    expect(svg.querySelectorAll('[aria-label="dot"] path')).toHaveLength(1);
    expect(svg.querySelectorAll('[aria-label="arrow"] path')).toHaveLength(2);
  });

  it('writes formulas in letters', () => {
    const svg = draw(plotted({ xlabel: '$\\lambda_1$' }));
    expect(named(svg, 'x-axis label')[0]?.textContent).toBe('λ1');
  });
});

describe('what is left out', () => {
  it('is said once, of axes over axes too, also in a picture', () => {
    const figure = plotted({
      leftOut: ['hatch of Rectangle'],
      twins: [{ ...plotted({ leftOut: ['hatch of Rectangle', 'table'] }), shares: 'x' }],
    });
    expect(leftOutWords([figure])).toBe('Not drawn: hatch of Rectangle, table.');
    expect(svgText(drawPicture([figure], THEME))).toContain('Not drawn: hatch of Rectangle, table.');
    expect(leftOutWords([plotted()])).toBe('');
  });
});
