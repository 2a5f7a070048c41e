/**
 * Draws a figure with Observable Plot in a theme's colours. A script of its own, loaded when the first figure comes;
 * it knows neither the editor nor the page it is for.
 */

import { plot, pointer, tip, type Markish } from '@observablehq/plot';
import type { Figure, Twin } from '../../../training/protocol/protocol.ts';
import { mathWords } from '../../../text/mathtext.ts';
import { shortNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { frameElements, gridElements, sideElements } from './axis-element.ts';
import { colorbarElements } from './colorbar-element.ts';
import { pointsOf } from './drawn.ts';
import { hasAxes, layoutAround, layoutWithin, type Inner, type Layout } from './layout.ts';
import { legendElements, twinLegendElements } from './legend-mark.ts';
import { paintOf } from './look.ts';
import { seriesLayers, type Layer } from './marks.ts';
import { figuresSvg } from './picture.ts';
import { scalingsOf, type Scaling, type Scalings } from './scaling.ts';
import { svgElement } from './svg.ts';
import { svgMark } from './svg-mark.ts';

export { svgPng } from './paint.ts';
export { svgText } from './picture.ts';

export interface DrawingOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether the numbers of the point nearest to the pointer are shown. */
  readonly hover: boolean;
}

const LEAST_WIDTH = 90;
/** Points among which the nearest to the pointer is looked for. */
const MOST_HOVERED = 20_000;
/** Height of the grid among the series: matplotlib draws it over what is filled and under lines. */
const GRID_ZORDER = 1.5;
const FRAME_ZORDER = 2.5;

/** A new SVG of one set of axes, without title. */
export function drawFigure(figure: Figure, options: DrawingOptions): SVGSVGElement {
  const layout = layoutWithin(figure, Math.max(LEAST_WIDTH, options.width), options.theme);
  return drawing(figure, layout, options.theme, options.hover);
}

/** The same with axes of a given size, and where they stand in it. */
export function drawAround(
  figure: Figure,
  inner: Inner,
  theme: Theme,
): { svg: SVGSVGElement; layout: Layout } {
  const layout = layoutAround(figure, inner, theme);
  return { svg: drawing(figure, layout, theme, false), layout };
}

function drawing(figure: Figure, layout: Layout, theme: Theme, hover: boolean): SVGSVGElement {
  const { width, height, box } = layout;
  const scalings = scalingsOf(figure, box);
  const layers = [
    ...seriesLayers(figure, theme, scalings, box),
    ...frameLayers(figure, layout, theme),
    ...twinLayers(figure, layout, theme),
  ];
  const svg = plot({
    width,
    height,
    ...margins(layout),
    className: 'figure-plot',
    style: {
      background: 'none',
      color: theme.foreground,
      fontFamily: 'inherit',
      fontSize: '11px',
      overflow: 'hidden',
    },
    x: scaleOf(scalings.x),
    y: scaleOf(scalings.y),
    marks: [
      ...inOrder(layers),
      svgMark('legend', undefined, () => [
        ...legendElements(figure, layout, theme),
        ...twinLegendElements(figure, layout, theme),
      ]),
      ...(hover ? hoverMarks(figure, scalings, theme) : []),
    ],
  }) as SVGSVGElement;
  // The page's policy allows no inline style sheet; what this one says stands in the panel's own.
  svg.querySelector('style')?.remove();
  // Plot names its groups but gives them no role, without which a name is not allowed.
  for (const named of svg.querySelectorAll('[aria-label]')) named.setAttribute('role', 'group');
  return svg;
}

function margins({
  width,
  height,
  box,
}: Layout): Record<`margin${'Left' | 'Right' | 'Top' | 'Bottom'}`, number> {
  return {
    marginLeft: box.left,
    marginRight: width - box.right,
    marginTop: box.top,
    marginBottom: height - box.bottom,
  };
}

function scaleOf({ domain, forward }: Scaling): object {
  return { type: 'linear', transform: forward, domain: domain.map(forward), axis: null, label: null };
}

function inOrder(layers: readonly Layer[]): readonly Markish[] {
  return [...layers].sort((one, other) => one.zorder - other.zorder).map(({ mark }) => mark);
}

// ---------------------------------------------------------------- axes

function frameLayers(figure: Figure, layout: Layout, theme: Theme): readonly Layer[] {
  const { box, sides, colorbars } = layout;
  const bars: Layer[] = colorbars.map(({ bar, start }) => ({
    zorder: FRAME_ZORDER,
    mark: svgMark('colorbar', undefined, () => colorbarElements(bar, figure, box, start, theme)),
  }));
  if (!hasAxes(figure)) return bars;
  const grid = figure.grid ?? (figure.size === undefined ? ({ axis: 'both' } as const) : undefined);
  const { facecolor } = figure;
  const frame =
    figure.size === undefined ? (['left', 'right', 'top', 'bottom'] as const) : (figure.hidden ?? []);
  return [
    ...(facecolor === undefined ? [] : [{ zorder: -1, mark: background(layout, paintOf(facecolor, theme)) }]),
    ...(grid === undefined
      ? []
      : [
          {
            zorder: figure.size === undefined ? -1 : GRID_ZORDER,
            mark: svgMark('grid', box, () => gridElements(grid, sides.slice(0, 2), box, theme)),
          },
        ]),
    {
      zorder: FRAME_ZORDER,
      mark: svgMark('frame', undefined, () => [
        ...frameElements({ ...figure, hidden: frame }, box, theme),
        ...sides.flatMap((side) => sideElements(side, box, theme)),
      ]),
    },
    ...bars,
  ];
}

function background({ box }: Layout, fill: string): Markish {
  const { left, right, top, bottom } = box;
  const area = { x: left, y: top, width: right - left, height: bottom - top, fill };
  return svgMark('background', undefined, () => [svgElement('rect', area)]);
}

/** Series of axes that are drawn over these, on scales of their own. */
function twinLayers(figure: Figure, layout: Layout, theme: Theme): readonly Layer[] {
  let first = figure.series.length;
  return (figure.twins ?? []).map((twin) => {
    const from = first;
    first += twin.series.length;
    return { zorder: FRAME_ZORDER + 1, mark: () => twinElement(figure, twin, layout, theme, from) };
  });
}

function twinElement(figure: Figure, twin: Twin, layout: Layout, theme: Theme, first: number): SVGElement {
  const shared: Figure =
    twin.shares === 'x'
      ? { ...twin, xscale: figure.xscale, xlim: scalingsOf(figure, layout.box).x.domain }
      : { ...twin, yscale: figure.yscale, ylim: scalingsOf(figure, layout.box).y.domain };
  const scalings = scalingsOf(shared, layout.box);
  const svg = plot({
    width: layout.width,
    height: layout.height,
    ...margins(layout),
    x: scaleOf(scalings.x),
    y: scaleOf(scalings.y),
    marks: [...inOrder(seriesLayers(shared, theme, scalings, layout.box, first))],
  }) as SVGSVGElement;
  svg.querySelector('style')?.remove();
  return svgElement('g', { 'aria-label': 'twin' }, ...svg.childNodes);
}

// ---------------------------------------------------------------- hovering

function hoverMarks(figure: Figure, { x, y }: Scalings, theme: Theme): readonly Markish[] {
  const points = figure.series
    .filter(({ kind, frame }) => frame !== true && (kind === 'line' || kind === 'scatter' || kind === 'bar'))
    .flatMap((series) =>
      pointsOf({ series, x, y }).map((point) => ({
        ...place(series.horizontal, point),
        words: pointText(figure, series.label, point),
      })),
    );
  if (figure.projection === '3d' || points.length === 0 || points.length > MOST_HOVERED) return [];
  return [
    tip(
      points,
      pointer({
        x: 'x',
        y: 'y',
        title: 'words',
        fill: theme.background,
        stroke: theme.dim,
        maxRadius: 30,
        fontSize: 11,
      }),
    ),
  ];
}

function place(lying: true | undefined, { x, y }: { x: number; y: number }): { x: number; y: number } {
  return lying === true ? { x: y, y: x } : { x, y };
}

function pointText({ xlabel, ylabel }: Figure, label: string, { x, y }: { x: number; y: number }): string {
  const numbers = [
    `${mathWords(xlabel) || 'x'} ${shortNumber(x)}`,
    `${mathWords(ylabel) || 'y'} ${shortNumber(y)}`,
  ];
  return [...(label === '' ? [] : [mathWords(label)]), ...numbers].join('\n');
}

/** All axes of one figure of the exercise with titles and legends, as a picture of its own. */
export function drawPicture(figures: readonly Figure[], theme: Theme): SVGSVGElement {
  return figuresSvg(figures, theme, (figure, inner) => drawAround(figure, inner, theme));
}
