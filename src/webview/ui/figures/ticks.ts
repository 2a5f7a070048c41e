/** Where the axes of a figure are marked, and with which words. */

import type { Figure, Scale, Ticks } from '../../../training/protocol/protocol.ts';
import { logTicks, tickSteps, tickText } from '../charts/axis.ts';
import { toNumber } from '../numbers.ts';
import type { Span } from './domain.ts';

export interface PlacedTicks {
  readonly at: readonly number[];
  /** As many as places. */
  readonly texts: readonly string[];
  readonly minor: readonly number[];
  /** Degrees against the clock. */
  readonly rotation: number;
  readonly offset: string;
  /** Points; undefined: matplotlib's. */
  readonly fontsize: number | undefined;
  readonly opposite: boolean;
  /** Of words along x: which part of them is at their mark. */
  readonly align: 'left' | 'center' | 'right';
}

export interface AxisOfNumbers {
  readonly axis: 'x' | 'y';
  readonly domain: Span;
  /** CSS pixels. */
  readonly length: number;
}

/** Those that were asked for within the part of the axis that is shown; else round numbers, powers of ten, or whole pixels. */
export function ticksOf(figure: Figure, { axis, domain, length }: AxisOfNumbers): PlacedTicks {
  const [given, scale] = axis === 'x' ? [figure.xticks, figure.xscale] : [figure.yticks, figure.yscale];
  if (given !== undefined) return placedTicks(given, domain);
  const at = chosen(figure, scale, domain, length / (axis === 'x' ? SPACE_ACROSS : SPACE_DOWN));
  return { ...PLAIN, at, texts: at.map((place) => tickText(place, scale === 'log')) };
}

const PLAIN = {
  minor: [],
  rotation: 0,
  offset: '',
  fontsize: undefined,
  opposite: false,
  align: 'center',
} as const;

/** CSS pixels from one mark to the next, at least. */
const SPACE_ACROSS = 60;
const SPACE_DOWN = 35;

/** Of an axis or a colour bar. */
export function placedTicks(given: Ticks, domain: Span): PlacedTicks {
  const shown = given.at
    .map((real, index) => ({ at: toNumber(real), text: given.labels?.[index] }))
    .filter(({ at }) => isWithin(at, domain));
  return {
    at: shown.map(({ at }) => at),
    texts: shown.map(({ at, text }) => text ?? tickText(at, false)),
    minor: (given.minor ?? []).map(toNumber).filter((at) => isWithin(at, domain)),
    rotation: toNumber(given.rotation ?? 0),
    offset: given.offset ?? '',
    fontsize: given.fontsize === undefined ? undefined : toNumber(given.fontsize),
    opposite: given.opposite === true,
    align: given.ha ?? 'center',
  };
}

function isWithin(place: number, [start, end]: Span): boolean {
  const room = 1e-9 * Math.abs(end - start);
  return place >= Math.min(start, end) - room && place <= Math.max(start, end) + room;
}

function chosen(figure: Figure, scale: Scale, domain: Span, most: number): number[] {
  const [least, greatest] = [Math.min(...domain), Math.max(...domain)];
  if (scale === 'log') return logTicks(least, greatest);
  if (figure.series.some(({ kind, extent }) => kind === 'image' && isPixels(extent)))
    return wholeTicks(least, greatest);
  return roundTicks(least, greatest, Math.max(2, most));
}

/** Whether an image's axes count its pixels. */
export function isPixels(extent: readonly unknown[] | undefined): boolean {
  return extent === undefined || extent[0] === -0.5;
}

function roundTicks(least: number, greatest: number, most: number): number[] {
  const width = greatest - least;
  if (!(width > 0) || !Number.isFinite(width)) return [];
  const step = tickSteps(width).find((size) => width / size <= most) ?? width;
  const first = Math.ceil(least / step - 1e-9);
  const count = Math.floor(greatest / step + 1e-9) - first + 1;
  return [...Array(Math.max(0, count)).keys()].map((index) => (first + index) * step);
}

const MOST_WHOLE_TICKS = 8;

function wholeTicks(least: number, most: number): number[] {
  const first = Math.ceil(least);
  const step = Math.max(1, Math.ceil((Math.floor(most) - first + 1) / MOST_WHOLE_TICKS));
  return [...Array(Math.max(0, Math.floor((most - first) / step) + 1)).keys()].map(
    (index) => first + index * step,
  );
}
