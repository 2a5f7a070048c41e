/** Bars that stand or lie. */

import { rect, type Markish } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import { each } from './domain.ts';
import type { Drawn } from './drawn.ts';
import { paintOf } from './look.ts';
import { edgePaint, paint, pointColors } from './series-paint.ts';
import { POINT } from './words.ts';

interface Bar {
  readonly color: string;
  readonly edge: string;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

export function barMark(drawn: Drawn): Markish {
  const { series } = drawn;
  const lying = series.horizontal === true;
  const places = lying
    ? { y1: 'low', y2: 'high', x1: 'start', x2: 'end' }
    : { x1: 'low', x2: 'high', y1: 'start', y2: 'end' };
  const edged = series.edgecolor !== undefined || series.edgecolors !== undefined;
  return rect(bars(drawn), {
    ...places,
    fill: series.hollow === true ? 'none' : paint,
    fillOpacity: series.alpha ?? 1,
    ...(edged
      ? {
          stroke: edgePaint,
          strokeWidth: toNumber(series.edgewidth ?? 1) * POINT,
          strokeOpacity: series.alpha ?? 1,
        }
      : {}),
    clip: true,
  });
}

/** Bars from where they stand; on a logarithmic axis from its end, zero having no place. */
function bars(drawn: Drawn): readonly Bar[] {
  const { series, figure, x, y, color, theme } = drawn;
  const lying = series.horizontal === true;
  const log = (lying ? figure.xscale : figure.yscale) === 'log';
  const lowest = Math.min(...(lying ? x : y).domain);
  const widths = each(series.widths, series.x.length, 0.8);
  const bases = each(series.bases, series.x.length, 0);
  const colors = pointColors(series, color, theme);
  const edge = series.edgecolor === undefined ? undefined : paintOf(series.edgecolor, theme);
  const edges = series.edgecolors?.map((name) => paintOf(name, theme));
  return series.x.map((place, index) => {
    const [middle, length] = [toNumber(place), toNumber(series.y[index] ?? 'nan')];
    const [half, base] = [(widths[index] ?? 0) / 2, bases[index] ?? 0];
    const start = log && base <= 0 ? lowest : base;
    return {
      color: colors(index),
      edge: edges?.[index % edges.length] ?? edge ?? 'none',
      low: middle - half,
      high: middle + half,
      start,
      end: base + length,
    };
  });
}
