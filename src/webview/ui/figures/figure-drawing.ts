/**
 * Draws a figure with Observable Plot in a theme's colours. A script of its own, loaded when the first figure comes;
 * it knows neither the editor nor the page it is for.
 */

import { axisX, axisY, gridX, gridY, plot, pointer, tip } from '@observablehq/plot';
import type { AxisXOptions, Markish, ScaleOptions } from '@observablehq/plot';
import type { Figure, Scale, Ticks } from '../../../training/protocol.ts';
import { logTicks, tickText } from '../axis.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { domainOf } from './domain.ts';
import type { Span } from './domain.ts';
import { pointsOf } from './drawn.ts';
import { seriesMarks } from './marks.ts';
import { figuresSvg } from './picture.ts';

export { svgPng } from './paint.ts';
export { svgText } from './picture.ts';

export interface DrawingOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether the numbers of the point nearest to the pointer are shown. */
  readonly hover: boolean;
}

const HEIGHT = 210;
const MOST_HEIGHT = 340;
const LEAST_WIDTH = 90;
/** An image without axes is not blown up beyond this. */
const MOST_IMAGE = 320;
const CHARACTER = 6.2;
/** Points among which the nearest to the pointer is looked for. */
const MOST_HOVERED = 20_000;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}

/** A new SVG of one set of axes, without title and legend. */
export function drawFigure(figure: Figure, options: DrawingOptions): SVGSVGElement {
  const [x, y] = [domainOf(figure, 'x'), domainOf(figure, 'y')];
  const svg = plot({
    ...frameOf(figure, x, y, Math.max(LEAST_WIDTH, options.width)),
    className: 'figure-plot',
    style: {
      background: 'none',
      color: options.theme.foreground,
      fontFamily: 'inherit',
      fontSize: '11px',
      overflow: 'hidden',
    },
    x: scaleOf(figure.xscale, x),
    y: scaleOf(figure.yscale, y),
    marks: [
      ...(hasAxes(figure) ? axes(figure, x, y, options.theme) : []),
      ...seriesMarks(figure, options.theme),
      ...(options.hover ? hoverMarks(figure, x, y, options.theme) : []),
    ],
  }) as SVGSVGElement;
  // The page's policy allows no inline style sheet; what this one says stands in the panel's own.
  svg.querySelector('style')?.remove();
  // Plot names its groups but gives them no role, without which a name is not allowed.
  for (const named of svg.querySelectorAll('[aria-label]')) named.setAttribute('role', 'group');
  return svg;
}

function scaleOf(type: Scale, domain: Span): ScaleOptions {
  return { type, domain, axis: null, label: null };
}

/** Images are shown bare unless somebody named their axes. */
function hasAxes({ axis, series, xlabel, ylabel, xticks, yticks }: Figure): boolean {
  if (axis === 'off') return false;
  const bare = series.length > 0 && series.every(({ kind, extent }) => kind === 'image' && isPixels(extent));
  return !bare || xlabel !== '' || ylabel !== '' || Boolean(xticks?.labels) || Boolean(yticks?.labels);
}

function isPixels(extent: readonly unknown[] | undefined): boolean {
  return extent === undefined || extent[0] === -0.5;
}

// ---------------------------------------------------------------- sizes

function frameOf(figure: Figure, x: Span, y: Span, width: number): Frame {
  const margins = marginsOf(figure, y);
  const inner = width - margins.marginLeft - margins.marginRight;
  if (figure.aspect !== 'equal' || figure.xscale !== 'linear' || figure.yscale !== 'linear')
    return { ...margins, width, height: HEIGHT };
  const ratio = Math.abs((y[1] - y[0]) / (x[1] - x[0])) || 1;
  const most = hasAxes(figure) ? MOST_HEIGHT : MOST_IMAGE;
  const across = Math.min(inner, most, most / ratio);
  return {
    ...margins,
    width: across + margins.marginLeft + margins.marginRight,
    height: across * ratio + margins.marginTop + margins.marginBottom,
  };
}

function marginsOf(figure: Figure, y: Span): Omit<Frame, 'width' | 'height'> {
  if (!hasAxes(figure)) return { marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 };
  const texts = ticksOf(figure, 'y', y)?.texts ?? y.map((end) => roughText(end, y));
  const longest = Math.max(...texts.map(({ length }) => length), 1);
  return {
    marginLeft: Math.min(110, 14 + longest * CHARACTER),
    marginRight: 12,
    marginTop: figure.ylabel === '' ? 8 : 24,
    marginBottom: figure.xlabel === '' ? 24 : 40,
  };
}

/** About as long as the ticks near this end. */
function roughText(end: number, [start, stop]: Span): string {
  const step = Math.abs(stop - start) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(step));
  return tickText(Math.round(end / power) * power, false);
}

// ---------------------------------------------------------------- axes

function axes(figure: Figure, x: Span, y: Span, theme: Theme): readonly Markish[] {
  const grid = { stroke: theme.dim, strokeOpacity: 0.22 };
  const common = { color: theme.dim, labelArrow: 'none', tickSize: 0, tickPadding: 6 } as const;
  const [across, up] = [tickOptions(figure, 'x', x), tickOptions(figure, 'y', y)];
  return [
    gridX({ ...grid, ...across.places, tickSpacing: 60 }),
    gridY({ ...grid, ...up.places, tickSpacing: 35 }),
    axisX({
      ...common,
      ...across.places,
      ...across.format,
      anchor: 'bottom',
      tickSpacing: 60,
      label: figure.xlabel || null,
      labelAnchor: 'center',
    }),
    axisY({
      ...common,
      ...up.places,
      ...up.format,
      anchor: 'left',
      tickSpacing: 35,
      label: figure.ylabel || null,
      labelAnchor: 'top',
      labelOffset: 0,
    }),
  ];
}

interface TickOptions {
  readonly places: Pick<AxisXOptions, 'ticks'>;
  readonly format: Pick<AxisXOptions, 'tickFormat'>;
}

function tickOptions(figure: Figure, axis: 'x' | 'y', domain: Span): TickOptions {
  const ticks = ticksOf(figure, axis, domain);
  if (ticks === null)
    return { places: {}, format: { tickFormat: (value: number) => tickText(value, false) } };
  const named = new Map(ticks.at.map((place, index) => [place, ticks.texts[index] ?? '']));
  return { places: { ticks: ticks.at }, format: { tickFormat: (value: number) => named.get(value) ?? '' } };
}

interface PlacedTicks {
  readonly at: number[];
  readonly texts: string[];
}

/** The places asked for, powers of ten on a logarithmic axis, whole pixels along an image; null: Plot chooses. */
function ticksOf(figure: Figure, axis: 'x' | 'y', domain: Span): PlacedTicks | null {
  const [given, scale] = axis === 'x' ? [figure.xticks, figure.xscale] : [figure.yticks, figure.yscale];
  if (given !== undefined) return givenTicks(given);
  const log = scale === 'log';
  if (!log && !figure.series.some(({ kind, extent }) => kind === 'image' && isPixels(extent))) return null;
  const [least, most] = [Math.min(...domain), Math.max(...domain)];
  const at = log ? logTicks(least, most) : wholeTicks(least, most);
  return { at, texts: at.map((place) => tickText(place, log)) };
}

function givenTicks({ at, labels }: Ticks): PlacedTicks {
  const places = at.map(toNumber);
  return { at: places, texts: places.map((place, index) => labels?.[index] ?? tickText(place, false)) };
}

const MOST_WHOLE_TICKS = 8;

function wholeTicks(least: number, most: number): number[] {
  const first = Math.ceil(least);
  const step = Math.max(1, Math.ceil((Math.floor(most) - first + 1) / MOST_WHOLE_TICKS));
  return [...Array(Math.max(0, Math.floor((most - first) / step) + 1)).keys()].map(
    (index) => first + index * step,
  );
}

// ---------------------------------------------------------------- hovering

function hoverMarks(figure: Figure, x: Span, y: Span, theme: Theme): readonly Markish[] {
  const points = figure.series
    .filter(({ kind }) => kind === 'line' || kind === 'scatter' || kind === 'bar')
    .flatMap((series) =>
      pointsOf({ series, x, y }).map((point) => ({
        ...place(series.horizontal, point),
        words: pointText(figure, series.label, point),
      })),
    );
  if (points.length === 0 || points.length > MOST_HOVERED) return [];
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
  const numbers = [`${xlabel || 'x'} ${shortNumber(x)}`, `${ylabel || 'y'} ${shortNumber(y)}`];
  return [...(label === '' ? [] : [label]), ...numbers].join('\n');
}

/** All axes of one figure of the exercise with titles and legends, as a picture of its own. */
export function drawPicture(figures: readonly Figure[], theme: Theme): SVGSVGElement {
  return figuresSvg(figures, theme, (figure, width) => drawFigure(figure, { width, theme, hover: false }));
}
