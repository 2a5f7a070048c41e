/** What a figure draws as marks of Observable Plot, by kind of series. */

import { arrow, dot, line, rect, text } from '@observablehq/plot';
import type { Markish, SymbolName } from '@observablehq/plot';
import type { Figure, Series } from '../../../training/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { colorMap } from './color-map.ts';
import { contourMarks } from './contour-marks.ts';
import { domainOf, each } from './domain.ts';
import { pointsOf } from './drawn.ts';
import type { Drawn, Point } from './drawn.ts';
import { imageMark } from './image-mark.ts';
import { namedColor, seriesLook, themeColor } from './look.ts';

/** CSS pixels in a point. */
const POINT = 4 / 3;
const LINE_WIDTH = 1.75;
const MARKER_RADIUS = 2.75;

/** Points of a line, and marks of a scatter, drawn at most: more cannot be told apart, and cost the page its smoothness. */
const MAX_LINE_POINTS = 20_000;
const MAX_MARKERS = 5_000;

const SYMBOLS: Readonly<Record<string, SymbolName>> = {
  s: 'square',
  D: 'diamond',
  d: 'diamond',
  '^': 'triangle',
  v: 'triangle',
  '<': 'triangle',
  '>': 'triangle',
  '*': 'star',
  p: 'hexagon',
  h: 'hexagon',
  H: 'hexagon',
  '+': 'plus',
  P: 'cross',
  x: 'times',
  X: 'times',
  '1': 'wye',
};

/** Marks that are strokes only, in Plot's words. */
const STROKED: ReadonlySet<string> = new Set(['+', 'x', '|', '_', '1', '2', '3', '4']);

const TURNS: Readonly<Record<string, number>> = { v: 180, '<': -90, '>': 90 };

const MARKS: Readonly<Record<Series['kind'], (drawn: Drawn) => readonly Markish[]>> = {
  line: (drawn) => [...lineMarks(drawn), ...(drawn.look.markers ? [dotMark(drawn)] : [])],
  scatter: (drawn) => [dotMark(drawn)],
  bar: (drawn) => [barMark(drawn)],
  area: (drawn) => [areaMark(drawn)],
  image: ({ series }) => [imageMark(series)],
  contour: contourMarks,
  arrow: (drawn) => [arrowMark(drawn)],
  text: (drawn) => [textMark(drawn)],
};

/** All series in the order in which they were drawn, images first of all: they would hide the others. */
export function seriesMarks(figure: Figure, theme: Theme): readonly Markish[] {
  const [x, y] = [domainOf(figure, 'x'), domainOf(figure, 'y')];
  const drawn = figure.series.map((series, index): Drawn => {
    const look = seriesLook(series, index);
    return { series, look, color: themeColor(look.color, theme), theme, x, y, figure };
  });
  const behind = ({ series }: Drawn): boolean => series.kind === 'image' || series.filled === true;
  return [...drawn.filter(behind), ...drawn.filter((one) => !behind(one))].flatMap((one) =>
    MARKS[one.series.kind](one),
  );
}

/** Every n-th, so that no more than `most` are left. */
function everyNth<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / most);
  return step <= 1 ? items : items.filter((_, index) => index % step === 0);
}

function lineMarks(drawn: Drawn): readonly Markish[] {
  const { series, look, color } = drawn;
  if (look.dash === null) return [];
  return [
    line(everyNth(pointsOf(drawn), MAX_LINE_POINTS), {
      x: 'x',
      y: 'y',
      z: null,
      stroke: color,
      strokeWidth:
        series.linewidth === undefined ? LINE_WIDTH : Math.max(0.75, series.linewidth * POINT * 0.8),
      strokeOpacity: series.alpha ?? 1,
      strokeDasharray: look.dash.join(' '),
      strokeLinejoin: 'round',
      clip: true,
    }),
  ];
}

interface Marker extends Point {
  readonly color: string;
  readonly radius: number;
}

function dotMark(drawn: Drawn): Markish {
  const { series, look } = drawn;
  const stroked = STROKED.has(look.marker);
  return dot(everyNth(markers(drawn), MAX_MARKERS), {
    x: 'x',
    y: 'y',
    r: { value: (marker: Marker) => marker.radius, scale: null },
    symbol: SYMBOLS[look.marker] ?? 'circle',
    rotate: TURNS[look.marker] ?? 0,
    opacity: series.alpha ?? 1,
    clip: true,
    ...(stroked ? { stroke: paint, strokeWidth: 1.5, fill: 'none' } : { fill: paint, stroke: 'none' }),
  });
}

/** A colour that is taken as it is, not as a value for a scale of colours. */
const paint = { value: ({ color }: Colored): string => color, scale: null };

interface Colored {
  readonly color: string;
}

function markers(drawn: Drawn): readonly Marker[] {
  const { series, color, theme } = drawn;
  const radii = each(
    series.sizes?.map((size) => radiusOf(toNumber(size))),
    series.x.length,
    markerRadius(drawn),
  );
  const colors = pointColors(series, color, theme);
  return pointsOf(drawn).map((point, index) => ({
    ...point,
    color: colors(index),
    radius: radii[index] ?? MARKER_RADIUS,
  }));
}

function markerRadius({ look }: Drawn): number {
  return look.marker === '.' ? MARKER_RADIUS * 0.7 : look.marker === ',' ? 0.5 : MARKER_RADIUS;
}

/** matplotlib's size is the square of a diameter in points. */
function radiusOf(size: number): number {
  return Math.max(0.75, (Math.sqrt(size) / 2) * POINT * 0.8);
}

function pointColors(series: Series, color: string, theme: Theme): (index: number) => string {
  if (series.values !== undefined) {
    const values = series.values.map(toNumber);
    const map = colorMap(series, series.values);
    return (index) => map(values[index] ?? NaN) ?? 'none';
  }
  const own = series.colors?.map((name) => themeColor(namedColor(name), theme));
  return (index) => own?.[index % own.length] ?? color;
}

interface Box {
  readonly color: string;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

function barMark(drawn: Drawn): Markish {
  const { series, theme, color } = drawn;
  const lying = series.horizontal === true;
  const places = lying
    ? { y1: 'low', y2: 'high', x1: 'start', x2: 'end' }
    : { x1: 'low', x2: 'high', y1: 'start', y2: 'end' };
  return rect(bars(drawn, pointColors(series, color, theme)), {
    ...places,
    fill: paint,
    fillOpacity: series.alpha ?? 1,
    clip: true,
  });
}

/** Bars from where they stand; on a logarithmic axis from its end, zero having no place. */
function bars({ series, figure, x, y }: Drawn, color: (index: number) => string): readonly Box[] {
  const lying = series.horizontal === true;
  const log = (lying ? figure.xscale : figure.yscale) === 'log';
  const lowest = Math.min(...(lying ? x : y));
  const widths = each(series.widths, series.x.length, 0.8);
  const bases = each(series.bases, series.x.length, 0);
  return series.x.map((place, index) => {
    const [middle, length] = [toNumber(place), toNumber(series.y[index] ?? 'nan')];
    const [half, base] = [(widths[index] ?? 0) / 2, bases[index] ?? 0];
    const start = log && base <= 0 ? lowest : base;
    return { color: color(index), low: middle - half, high: middle + half, start, end: base + length };
  });
}

function areaMark(drawn: Drawn): Markish {
  const { series, color } = drawn;
  return line(pointsOf(drawn), {
    x: 'x',
    y: 'y',
    z: null,
    fill: color,
    fillOpacity: series.alpha ?? 1,
    stroke: 'none',
    clip: true,
  });
}

function arrowMark({ series, color }: Drawn): Markish {
  const ends = series.x.map((x, index) => ({
    x1: toNumber(x),
    y1: toNumber(series.y[index] ?? 'nan'),
    x2: toNumber(series.x2?.[index] ?? 'nan'),
    y2: toNumber(series.y2?.[index] ?? 'nan'),
  }));
  return arrow(ends, {
    x1: 'x1',
    y1: 'y1',
    x2: 'x2',
    y2: 'y2',
    stroke: color,
    strokeOpacity: series.alpha ?? 1,
    strokeWidth: 1.25,
    headLength: 6,
  });
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
const LINE_ANCHORS = { top: 'top', center: 'middle', bottom: 'bottom', baseline: 'bottom' } as const;

function textMark(drawn: Drawn): Markish {
  const { series, theme } = drawn;
  const colored = series.color !== undefined || series.format !== undefined;
  const words = pointsOf(drawn).map((point, index) => ({ ...point, words: series.texts?.[index] ?? '' }));
  return text(words, {
    x: 'x',
    y: 'y',
    text: 'words',
    fill: colored ? drawn.color : theme.foreground,
    fillOpacity: series.alpha ?? 1,
    textAnchor: ANCHORS[series.ha as keyof typeof ANCHORS] ?? 'start',
    lineAnchor: LINE_ANCHORS[series.va as keyof typeof LINE_ANCHORS] ?? 'bottom',
  });
}
