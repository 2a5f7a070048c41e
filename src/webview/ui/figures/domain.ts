/** What part of the numbers the axes of a figure show. */

import type { Figure, Real, Scale, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';

export type Span = readonly [number, number];

/** Room around the data, as a part of their span. */
const MARGIN = 0.04;

/** The limits asked for, in their order, else what the series take up, with a little room where none stands on the edge. */
export function domainOf(figure: Figure, axis: 'x' | 'y'): Span {
  const limits = axis === 'x' ? figure.xlim : figure.ylim;
  if (limits !== null) return [toNumber(limits[0]), toNumber(limits[1])];
  const scale = axis === 'x' ? figure.xscale : figure.yscale;
  const image = figure.series.find(({ kind }) => kind === 'image');
  if (image !== undefined) return imageSpan(image, axis);
  const [least, most] = finiteExtent(figure.series, axis, scale);
  return widened(least, most, scale, sticky(figure.series, axis));
}

/** Edges of an image: left and right, or bottom and top; `extent` unless its pixels count from 0. */
export function imageSpan(image: Series, axis: 'x' | 'y'): Span {
  if (image.extent !== undefined) {
    const [left, right, bottom, top] = image.extent.map(toNumber) as [number, number, number, number];
    return axis === 'x' ? [left, right] : [bottom, top];
  }
  const [columns, rows] = imageSize(image);
  return axis === 'x' ? [-0.5, columns - 0.5] : [rows - 0.5, -0.5];
}

/** Columns and rows. */
export function imageSize({ columns, channels, y }: Series): readonly [number, number] {
  const width = columns ?? y.length;
  return [width, width === 0 ? 0 : Math.floor(y.length / (channels ?? 1) / width)];
}

/** A number for each of `count`: one alone holds for all. */
export function each(values: readonly Real[] | undefined, count: number, fallback: number): number[] {
  const only = values?.length === 1 ? values[0] : undefined;
  return [...Array(count).keys()].map((index) => toNumber(only ?? values?.[index] ?? fallback));
}

/** Whether a series reaches from edge to edge: it has no finite coordinate along this axis. */
export function isAcross({ kind, x, y }: Series, axis: 'x' | 'y'): boolean {
  const own = axis === 'x' ? x : y;
  return (
    (kind === 'line' || kind === 'area') &&
    own.length > 0 &&
    own.every((value) => value === 'inf' || value === '-inf')
  );
}

/** Least and greatest finite coordinate; least above greatest when there is none. */
export function finiteExtent(series: readonly Series[], axis: 'x' | 'y', scale: Scale = 'linear'): Span {
  let [least, most] = [Infinity, -Infinity];
  for (const one of series) {
    for (const value of coordinates(one, axis, scale)) {
      if (!Number.isFinite(value) || (scale === 'log' && value <= 0)) continue;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return [least, most];
}

function coordinates(series: Series, axis: 'x' | 'y', scale: Scale): readonly number[] {
  const own = (axis === 'x' ? series.x : series.y).map(toNumber);
  if (series.kind === 'arrow')
    return [...own, ...((axis === 'x' ? series.x2 : series.y2) ?? []).map(toNumber)];
  if (series.kind !== 'bar') return own;
  const { x, y, widths, bases, horizontal } = series;
  if ((axis === 'x') === (horizontal === true)) {
    const starts = each(bases, y.length, 0);
    return y.flatMap((length, index) => {
      const start = starts[index] ?? 0;
      return scale === 'log' ? [start + toNumber(length)] : [start, start + toNumber(length)];
    });
  }
  const sizes = each(widths, x.length, 0.8);
  return x.flatMap((place, index) =>
    [-1, 1].map((side) => toNumber(place) + (side * (sizes[index] ?? 0)) / 2),
  );
}

/** Which ends need no room: bars stand on zero, a grid ends where it ends. */
function sticky(
  series: readonly Series[],
  axis: 'x' | 'y',
): { readonly zero: boolean; readonly ends: boolean } {
  const bars = series.filter(({ kind }) => kind === 'bar');
  return {
    zero: bars.some(({ horizontal }) => (axis === 'x') === (horizontal === true)),
    ends: series.some(({ kind }) => kind === 'contour'),
  };
}

function widened(least: number, most: number, scale: Scale, { zero, ends }: ReturnType<typeof sticky>): Span {
  if (least > most) return scale === 'log' ? [0.1, 1] : [0, 1];
  if (scale === 'log') {
    const factor = least === most ? 2 : (most / least) ** MARGIN;
    return [least / factor, most * factor];
  }
  const room = ends && most > least ? 0 : MARGIN * (most - least || Math.abs(most) || 1);
  return [zero && least === 0 ? 0 : least - room, zero && most === 0 ? 0 : most + room];
}
