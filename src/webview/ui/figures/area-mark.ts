/** Filled outlines: one colour for all pieces, or one each. */

import type { Markish } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import { pointsOf, type Drawn } from './drawn.ts';
import { dashOf, paintOf } from './look.ts';
import { pointColors } from './series-paint.ts';
import { svgElement } from './svg.ts';
import { pathThrough, svgMark } from './svg-mark.ts';
import { POINT } from './words.ts';

type Place = readonly [number, number];

export function areaMark(drawn: Drawn): Markish {
  const { series, box } = drawn;
  return svgMark('area', series.frame === true ? undefined : box, () => areaPaths(drawn));
}

function areaPaths(drawn: Drawn): readonly SVGElement[] {
  const { series, x, y, color, theme } = drawn;
  const places = pointsOf(drawn).map((point): Place => [x.place(point.x), y.place(point.y)]);
  const separate = series.colors !== undefined || series.values !== undefined;
  const colors = pointColors(series, color, theme);
  const pieces = separate ? piecesOf(places) : [places];
  const edges = series.edgecolors?.map((name) => paintOf(name, theme));
  return pieces.map((piece, index) => {
    const fill = colors(index);
    const edge = edges?.[index % edges.length] ?? edgeColor(drawn, fill);
    return svgElement('path', {
      d: pathThrough(piece, true),
      fill: series.hollow === true ? 'none' : fill,
      'fill-opacity': series.alpha ?? 1,
      ...(edge === undefined ? { stroke: 'none' } : outline(drawn, edge)),
    });
  });
}

function edgeColor({ series, theme }: Drawn, fill: string): string | undefined {
  if (series.edgecolor === undefined) return undefined;
  return series.edgecolor === 'face' ? fill : paintOf(series.edgecolor, theme);
}

function outline({ series }: Drawn, stroke: string): Record<string, string | number> {
  const width = toNumber(series.edgewidth ?? 1) * POINT;
  const dash = dashOf(series.format ?? '').map((length) => length * width);
  return {
    stroke,
    'stroke-width': width,
    'stroke-opacity': series.alpha ?? 1,
    'stroke-linejoin': 'round',
    ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
  };
}

/** The stretches between points that are not finite. */
function piecesOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const pieces: Place[][] = [[]];
  for (const place of places) {
    if (place.every(Number.isFinite)) pieces.at(-1)?.push(place);
    else pieces.push([]);
  }
  return pieces;
}
