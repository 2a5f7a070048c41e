/** The loss chart as a file: SVG written from the curves, PNG copied from the canvas with a legend above it. */

import { logTicks, tickText } from './axis.ts';
import type { Span } from './chart-zoom.ts';
import { alignCurves, type ShownCurve } from './loss-curves.ts';
import type { ChartPicture } from './loss-chart.ts';
import type { Quantity } from '../../../training/protocol/curve-names.ts';
import { mayBeLogarithmic, quantityWord, type Side, sideOf } from './quantities.ts';
import { wholeDecades } from './value-axes.ts';
import { seriesColor, type Theme } from '../theme.ts';
import { t } from '../words.ts';
import { unitWord } from '../numbers.ts';

/** Units of the SVG's own coordinates. */
const WIDTH = 720;
const HEIGHT = 405;
const MARGIN = { left: 64, right: 16, top: 34, bottom: 40 };

/** Room for the numbers of a second axis. */
const RIGHT_AXIS = 48;

const ENTRY_GAP = 18;
const SWATCH = 18;

/** A document of its own: no style sheet, no variable of the editor's. Several charts stand below each other. */
export function chartSvg(pictures: readonly ChartPicture[], theme: Theme): string {
  const size = `width="${String(WIDTH)}" height="${String(HEIGHT)}"`;
  const box = `viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT * Math.max(1, pictures.length))}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="sans-serif" font-size="12">`,
    ...pictures.map(
      (picture, index) => `<svg y="${String(index * HEIGHT)}" ${size}>\n${oneChart(picture, theme)}\n</svg>`,
    ),
    '</svg>\n',
  ].join('\n');
}

function oneChart({ model, span }: ChartPicture, theme: Theme): string {
  const { axes } = model;
  const sides: readonly Side[] = axes.right === null ? ['left'] : ['left', 'right'];
  const right = MARGIN.right + (axes.right === null ? 0 : RIGHT_AXIS);
  const toX = (x: number): number =>
    MARGIN.left + ((x - span[0]) / (span[1] - span[0])) * (WIDTH - MARGIN.left - right);
  return [
    `<title>${escaped(t('{0} by {1}', model.name, unitWord(model.unit)))}</title><desc>${escaped(model.sentence)}</desc>`,
    `<rect width="100%" height="100%" fill="${escaped(theme.background)}"/>`,
    ...sides.flatMap((side) => curvesOn(side, { model, span }, { toX, right }, theme)),
    ...evenTicks(...span).map((value) => epochTick(value, toX(value), theme)),
    text(unitWord(model.unit), (WIDTH + MARGIN.left - right) / 2, HEIGHT - 6, 'middle', theme.dim),
    ...legend(model.curves, theme),
  ].join('\n');
}

interface Frame {
  readonly toX: (x: number) => number;
  /** Room beside the plot. */
  readonly right: number;
}

/** The curves that are read on one side, with the axis that they are read on. */
function curvesOn(
  side: Side,
  { model, span }: Pick<ChartPicture, 'model' | 'span'>,
  { toX, right }: Frame,
  theme: Theme,
): readonly string[] {
  const { axes } = model;
  const quantity = (side === 'right' ? axes.right : null) ?? axes.left;
  const isLog = model.log && mayBeLogarithmic(quantity);
  const curves = model.curves.filter(({ curve }) => sideOf(curve.label, axes) === side);
  const shown = pointsWithin(curves, isLog, span);
  const extent = model.values?.[side] ?? shown.flat().map(([, y]) => y);
  const range = paddedRange(extent, isLog);
  const level = (y: number): number => (isLog ? Math.log10(y) : y);
  const toY = (y: number): number =>
    HEIGHT -
    MARGIN.bottom -
    ((level(y) - level(range[0])) / (level(range[1]) - level(range[0]))) *
      (HEIGHT - MARGIN.top - MARGIN.bottom);
  const lines = shown.map((points, index) => {
    const curve = curves[index];
    if (curve === undefined || points.length === 0) return '';
    const path = points.map(([x, y]) => `${rounded(toX(x))},${rounded(toY(y))}`).join(' ');
    return `<polyline points="${path}" fill="none" ${stroke(theme, curve)}/>`;
  });
  const ticks = isLog ? logTicks(...range) : evenTicks(...range);
  const name = axes.right === null ? [] : [axisName(quantity, side, theme)];
  return [
    ...ticks.map((value) => valueTick(value, toY(value), { side, isLog, right }, theme)),
    ...name,
    ...lines,
  ];
}

function pointsWithin(
  curves: readonly ShownCurve[],
  isLog: boolean,
  span: Span,
): readonly [number, number][][] {
  const [xs, ...columns] = alignCurves(
    curves.map(({ curve }) => curve),
    isLog,
  );
  return columns.map((ys) =>
    xs.flatMap((x, index): [number, number][] => {
      const y = ys[index] ?? null;
      return y !== null && x >= span[0] && x <= span[1] ? [[x, y]] : [];
    }),
  );
}

function paddedRange(values: readonly number[], log: boolean): [number, number] {
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  if (values.length === 0) return log ? [0.1, 1] : [0, 1];
  if (log) return wholeDecades(least, most);
  const room = 0.05 * (most - least || Math.abs(most) || 1);
  return [least - room, most + room];
}

/** At the upper end of its axis. */
function axisName(quantity: Quantity, side: Side, theme: Theme): string {
  const x = side === 'left' ? MARGIN.left : WIDTH - MARGIN.right - RIGHT_AXIS;
  const anchor = side === 'left' ? 'end' : 'start';
  return text(quantityWord(quantity), x + (side === 'left' ? -8 : 8), MARGIN.top - 8, anchor, theme.dim);
}

/** Some six round numbers between two. */
function evenTicks(least: number, most: number): number[] {
  const rough = (most - least) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((candidate) => candidate >= rough) ?? rough;
  const count = Math.floor((most - Math.ceil(least / step) * step) / step + 1e-9) + 1;
  return [...Array(Math.max(0, count)).keys()].map((index) => (Math.ceil(least / step) + index) * step);
}

interface TickPlace {
  readonly side: Side;
  readonly isLog: boolean;
  /** Room beside the plot. */
  readonly right: number;
}

/** Only those on the left have a line across. */
function valueTick(value: number, y: number, { side, isLog, right }: TickPlace, theme: Theme): string {
  const end = WIDTH - right;
  if (side === 'right') return text(tickText(value, isLog), end + 8, y + 4, 'start', theme.dim);
  const line = `<line x1="${String(MARGIN.left)}" x2="${String(end)}" y1="${rounded(y)}" y2="${rounded(y)}" stroke="${escaped(theme.dim)}" stroke-opacity="0.22"/>`;
  return line + text(tickText(value, isLog), MARGIN.left - 8, y + 4, 'end', theme.dim);
}

function epochTick(value: number, x: number, theme: Theme): string {
  return text(tickText(value, false), x, HEIGHT - MARGIN.bottom + 16, 'middle', theme.dim);
}

type Look = Parameters<typeof seriesColor>[1] & { readonly dashed: boolean };

/** Transparency as its own attribute: programs that read SVG know no `color-mix`. */
function stroke(theme: Theme, { color, dashed, pinned = false }: Look): string {
  const dash = dashed ? ' stroke-dasharray="6 4"' : '';
  const dim = pinned ? ' stroke-opacity="0.6"' : '';
  return `stroke="${escaped(seriesColor(theme, { color }))}" stroke-width="2"${dash}${dim}`;
}

interface LegendCurve extends Look {
  readonly entry: string;
  readonly label: string;
}

function entriesOf<T extends LegendCurve>(curves: readonly T[]): readonly T[] {
  return curves.filter(({ entry }, index) => curves.findIndex((other) => other.entry === entry) === index);
}

/** Text cannot be measured here: its width is taken from the number of characters. */
function legend(curves: readonly LegendCurve[], theme: Theme): readonly string[] {
  let x = MARGIN.left;
  return entriesOf(curves).map((curve) => {
    const start = x;
    x += SWATCH + 6 + curve.entry.length * 6.6 + ENTRY_GAP;
    const line = `<line x1="${rounded(start)}" x2="${rounded(start + SWATCH)}" y1="16" y2="16" ${stroke(theme, curve)}/>`;
    return line + text(curve.entry, start + SWATCH + 6, 20, 'start', theme.foreground);
  });
}

function text(words: string, x: number, y: number, anchor: string, color: string): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}" fill="${escaped(color)}">${escaped(words)}</text>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Height of the legend in the picture, in CSS pixels. */
const LEGEND_HEIGHT = 26;

/** Base64 of a PNG in the canvases' own resolution; undefined before anything was drawn. Several charts stand below each other. */
export function chartPng(pictures: readonly ChartPicture[], theme: Theme): string | undefined {
  const drawn = pictures.flatMap(({ model, canvas }) => (canvas === undefined ? [] : [{ model, canvas }]));
  const first = drawn[0]?.canvas;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (first === undefined || context === null) return undefined;
  const ratio = first.clientWidth > 0 ? first.width / first.clientWidth : 1;
  const heights = drawn.map(({ canvas }) => canvas.height + LEGEND_HEIGHT * ratio);
  picture.width = Math.max(...drawn.map(({ canvas }) => canvas.width));
  picture.height = heights.reduce((sum, height) => sum + height, 0);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, picture.width, picture.height);
  drawn.forEach(({ model, canvas }, index) => {
    context.drawImage(canvas, 0, LEGEND_HEIGHT * ratio);
    context.save();
    context.scale(ratio, ratio);
    drawLegend(context, model.curves, theme);
    context.restore();
    context.translate(0, heights[index] ?? 0);
  });
  return picture.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

function drawLegend(context: CanvasRenderingContext2D, curves: readonly LegendCurve[], theme: Theme): void {
  let x = 12;
  context.font = theme.font;
  context.textBaseline = 'middle';
  context.lineWidth = 2;
  for (const curve of entriesOf(curves)) {
    context.strokeStyle = seriesColor(theme, curve);
    context.setLineDash(curve.dashed ? [6, 4] : []);
    context.beginPath();
    context.moveTo(x, LEGEND_HEIGHT / 2);
    context.lineTo(x + SWATCH, LEGEND_HEIGHT / 2);
    context.stroke();
    context.fillStyle = theme.foreground;
    context.fillText(curve.entry, x + SWATCH + 6, LEGEND_HEIGHT / 2);
    x += SWATCH + 6 + context.measureText(curve.entry).width + ENTRY_GAP;
  }
}
