/** Points, each with a marker. */

import { dot, type Markish } from '@observablehq/plot';
import type { Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import { each } from './domain.ts';
import { pointsOf, type Drawn, type Point } from './drawn.ts';
import { paintOf } from './look.ts';
import { isStroked, markerPart, markerSymbol } from './markers.ts';
import { edgePaint, everyNth, LINE_WIDTH, paint, pointColors } from './series-paint.ts';
import { POINT } from './words.ts';

/** matplotlib's, in points. */
const MARKER_SIZE = 6;
const MARKER_EDGE = 1;

/** Marks drawn at most: more cannot be told apart, and cost the page its smoothness. */
const MAX_MARKERS = 5_000;

interface Marker extends Point {
  readonly color: string;
  readonly edge: string;
  /** CSS pixels. */
  readonly radius: number;
}

export function pointMark(drawn: Drawn): Markish {
  const { series, look } = drawn;
  const every = series.markevery ?? 1;
  const shown = markers(drawn).filter((_, index) => index % every === 0);
  const stroked = isStroked(look.marker);
  return dot(everyNth(shown, MAX_MARKERS), {
    x: 'x',
    y: 'y',
    r: { value: (marker: Marker) => marker.radius, scale: null },
    symbol: markerSymbol(look.marker),
    opacity: series.alpha ?? 1,
    clip: true,
    stroke: edgePaint,
    strokeWidth: edgeWidth(series),
    strokeOpacity: 1,
    fill: stroked ? 'none' : paint,
  });
}

function edgeWidth(series: Series): number {
  const own = series.kind === 'scatter' ? (series.edgewidth ?? series.linewidth) : series.markeredgewidth;
  const width = series.kind === 'scatter' ? LINE_WIDTH : MARKER_EDGE;
  return toNumber(own ?? width) * POINT;
}

function markers(drawn: Drawn): readonly Marker[] {
  const { series, color, theme, look } = drawn;
  const part = markerPart(look.marker);
  const size = toNumber(series.markersize ?? MARKER_SIZE);
  const diameters = each(
    series.sizes?.map((area) => Math.sqrt(toNumber(area))),
    series.x.length,
    size,
  );
  const colors = pointColors(series, color, theme);
  const edges = edgeColors(drawn, colors);
  const face = series.markerfacecolor === undefined ? undefined : paintOf(series.markerfacecolor, theme);
  return pointsOf(drawn).map((point, index) => ({
    ...point,
    color: face ?? colors(index),
    edge: edges(index),
    radius: ((diameters[index] ?? size) / 2) * part * POINT,
  }));
}

/** Outlines have the colour of what they are around, unless they have one of their own. */
function edgeColors({ series, theme }: Drawn, colors: (index: number) => string): (index: number) => string {
  const own = series.kind === 'scatter' ? series.edgecolor : series.markeredgecolor;
  if (own !== undefined && own !== 'face') {
    const edge = paintOf(own, theme);
    return () => edge;
  }
  const several = series.edgecolors?.map((name) => paintOf(name, theme));
  return (index) => several?.[index % several.length] ?? colors(index);
}
