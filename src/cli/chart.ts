/** The curves of a fit as a chart in characters. */

import { plot } from 'simple-ascii-chart';
import { quantityOf } from '../training/protocol/curve-names.ts';
import type { Translate } from '../advice/translate.ts';
import { ENGLISH, type Words } from '../advice/words.ts';
import { formatReal } from './numbers.ts';
import type { FitSummary, Real, Scale } from '../training/protocol/protocol.ts';
import { styled, type Style } from './terminal.ts';
import { visibleLine } from '../text/visible.ts';

type Point = [x: number, y: number];

/** A curve and what of it can be drawn. */
interface Curve {
  readonly label: string;
  readonly all: readonly (readonly [Real, Real])[];
  readonly points: Point[];
}

export interface ChartOptions {
  /** Characters across, axis labels included. */
  readonly width: number;
  readonly hasColors: boolean;
  /** What x counts. */
  readonly unit?: string;
  /** Of the x axis; linear unless given. */
  readonly xScale?: Scale;
  /** English unless given. */
  readonly words?: Words;
}

const HEIGHT = 12;
/** Room for the y axis and its labels. */
const MARGIN = 14;
const MARKS: readonly { readonly symbol: string; readonly style: Style }[] = [
  { symbol: '*', style: 'blue' },
  { symbol: 'o', style: 'yellow' },
  { symbol: '+', style: 'green' },
  { symbol: 'x', style: 'magenta' },
  { symbol: '#', style: 'cyan' },
];

/**
 * Draws the curves over the epochs or steps. The y axis is logarithmic when one of them spans three decades. What
 * cannot be drawn is left out and said below.
 *
 * @returns the lines of the chart; none when there is no curve.
 */
export function drawCurves(curves: FitSummary['curves'], options: ChartOptions): string[] {
  const place = options.xScale === 'log' ? Math.log10 : (x: number): number => x;
  const read = Object.entries(curves).map(([label, all]) => ({
    label: visibleLine(label),
    all,
    points: finitePoints(all, place),
  }));
  const isLog = read.some(({ points }) => spansDecades(points));
  const drawn = isLog ? read.map(withLogarithms) : read;
  const visible = drawn.filter(({ points }) => points.length > 0);
  const remarks = drawn.flatMap((curve) => leftOut(curve, isLog, options));
  if (visible.length === 0) return remarks;
  return [...chartLines(visible, isLog, options), legend(visible, isLog, options), ...remarks];
}

/** Losses, perplexities and accuracies apart: each has a chart of its own. */
export function byQuantity(curves: FitSummary['curves']): readonly FitSummary['curves'][] {
  const all = Object.entries(curves);
  const quantities = [...new Set(all.map(([label]) => quantityOf(label)))];
  return quantities.map((quantity) =>
    Object.fromEntries(all.filter(([label]) => quantityOf(label) === quantity)),
  );
}

function finitePoints(all: Curve['all'], place: (x: number) => number): Point[] {
  return all.flatMap(([x, y]): Point[] =>
    typeof x === 'number' && typeof y === 'number' ? [[place(x), y]] : [],
  );
}

function spansDecades(points: readonly Point[]): boolean {
  let least = Infinity;
  let most = 0;
  for (const [, y] of points) {
    if (y < 0) return false;
    if (y > 0) least = Math.min(least, y);
    most = Math.max(most, y);
  }
  return most >= 1000 * least;
}

function withLogarithms(curve: Curve): Curve {
  const points = curve.points.filter(([, y]) => y > 0).map(([x, y]): Point => [x, Math.log10(y)]);
  return { ...curve, points };
}

function chartLines(curves: readonly Curve[], isLog: boolean, options: ChartOptions): string[] {
  const { width, hasColors, unit = 'epoch', words: { t } = ENGLISH } = options;
  const columns = Math.max(20, width - MARGIN);
  const isXLog = options.xScale === 'log';
  const input = curves.map(({ points }) => thin(points, columns));
  const all = input.flat();
  const chart = plot(input, {
    width: columns,
    height: HEIGHT,
    customXAxisTicks: (isXLog ? decades : ticks)(all.map(([x]) => x)),
    customYAxisTicks: isLog ? decades(all.map(([, y]) => y)) : ticks(all.map(([, y]) => y)),
    formatter: (value, { axis }) => ((axis === 'y' ? isLog : isXLog) ? `1e${value}` : formatReal(value, 4)),
    lineFormatter: markSeries(hasColors),
    xLabel: unitName(unit, t),
  });
  return chart
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trimEnd());
}

/**
 * Gives each series its mark. The library names the point within its series only, so a new series is seen by
 * index 0.
 */
function markSeries(hasColors: boolean) {
  let series = -1;
  return ({ index, plotX, plotY }: { index: number; plotX: number; plotY: number }) => {
    if (index === 0) series += 1;
    return { x: plotX, y: plotY, symbol: mark(series, hasColors) };
  };
}

function mark(series: number, hasColors: boolean): string {
  const { symbol, style } = MARKS[series % MARKS.length] ?? { symbol: '*', style: 'blue' };
  return styled({ hasColors }, style, symbol);
}

function legend(
  curves: readonly Curve[],
  isLog: boolean,
  { hasColors, words: { t } = ENGLISH }: ChartOptions,
): string {
  const names = curves.map(({ label }, nth) => `${mark(nth, hasColors)} ${label}`);
  return `  ${names.join('   ')}${isLog ? `   (${t('logarithmic scale')})` : ''}`;
}

/** Keeps the lowest and the highest point of each column, so that no extreme is lost. */
function thin(points: readonly Point[], columns: number): Point[] {
  if (points.length <= 2 * columns) return [...points];
  const size = Math.ceil(points.length / columns);
  const kept: Point[] = [];
  for (let start = 0; start < points.length; start += size) {
    const column = points.slice(start, start + size).sort((a, b) => a[1] - b[1]);
    kept.push(...[column[0], column.at(-1)].filter((point) => point !== undefined));
  }
  return kept;
}

function range(values: readonly number[]): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}

/** About five round numbers (1, 2 or 5 times a power of ten) that cover the values. */
function ticks(values: readonly number[]): number[] {
  const [low, high] = range(values);
  if (low === high) return [low];
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, nth) =>
    Number(((first + nth) * step).toPrecision(12)),
  );
}

/** Whole powers of ten between logarithms, at most seven of them. */
function decades(logarithms: readonly number[]): number[] {
  const [low, high] = range(logarithms).map(Math.round) as [number, number];
  const step = Math.ceil((high - low + 1) / 7);
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, nth) => low + nth * step);
}

/** Says which points of a curve could not be drawn, and from where on. */
function leftOut(
  { label, all, points }: Curve,
  isLog: boolean,
  { unit = 'epoch', words: { t, plural } = ENGLISH }: ChartOptions,
): string[] {
  const missing = all.length - points.length;
  if (missing === 0) return [];
  const bad = all.find(([x, y]) => typeof x === 'string' || typeof y === 'string' || (isLog && y <= 0));
  const x = unit === 'step' && typeof bad?.[0] === 'number' ? Math.round(bad[0]) : bad?.[0];
  const many = plural(missing, '{0} point cannot be drawn', '{0} points cannot be drawn');
  if (bad === undefined || x === undefined) return [`  ${label}: ${many}`];
  const place = placeName(unit, formatReal(x), t);
  return [`  ${label}: ${t('{0}, the first at {1}: {2}', many, place, formatReal(bad[1]))}`];
}

/** `epoch 3`; of a sweep the parameter with its value. */
function placeName(unit: string, x: string, t: Translate): string {
  if (unit === 'epoch') return t('epoch {0}', x);
  return unit === 'step' ? t('step {0}', x) : `${unit} ${x}`;
}

function unitName(unit: string, t: Translate): string {
  if (unit === 'epoch') return t('epoch');
  return unit === 'step' ? t('step') : unit;
}
