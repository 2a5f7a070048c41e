/** Values on a grid as lines of equal value, or as the stretches between them. */

import { contour, rect } from '@observablehq/plot';
import type { ContourOptions, Markish, RenderFunction } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import { colorMap, finiteRange } from './color-map.ts';
import type { Span } from './domain.ts';
import type { Drawn } from './drawn.ts';
import { svgElement } from './svg.ts';

/**
 * One mark per level: each has a colour of its own. Plot closes lines along the edge of the grid, where there is none:
 * they are cut off there.
 */
export function contourMarks(drawn: Drawn): readonly Markish[] {
  const { series, look, color } = drawn;
  const values = series.values ?? [];
  const levels = (series.levels ?? []).map(toNumber);
  const single = series.color !== undefined || typeof look.color === 'string';
  const range = finiteRange(values);
  const map = colorMap({ ...series, vmin: range[0], vmax: range[1] }, []);
  const grid = gridOptions(drawn);
  const alpha = series.alpha ?? 1;
  const shown = (level: number): string => (single ? color : (map(level) ?? 'none'));
  if (series.filled !== true)
    return levels.map((level) =>
      contour(grid.data, {
        ...grid.options,
        thresholds: [level],
        stroke: shown(level),
        strokeOpacity: alpha,
        fill: 'none',
        render: withinGrid(drawn),
      }),
    );
  const bounds = [range[0], ...levels, range[1]];
  const between = (index: number): string => shown(((bounds[index] ?? 0) + (bounds[index + 1] ?? 0)) / 2);
  return [
    rect([0], { ...edges(drawn), fill: between(0), fillOpacity: alpha, clip: true }),
    ...levels.map((level, index) =>
      contour(grid.data, {
        ...grid.options,
        thresholds: [level],
        fill: between(index + 1),
        fillOpacity: alpha,
        clip: true,
      }),
    ),
  ];
}

function edges({ series }: Drawn): { x1: number[]; x2: number[]; y1: number[]; y2: number[] } {
  const [left, right] = finiteRange(series.x);
  const [bottom, top] = finiteRange(series.y);
  return { x1: [left], x2: [right], y1: [bottom], y2: [top] };
}

/** CSS pixels: so that nothing of a line along the edge is seen. */
const INSET = 1.25;

let clips = 0;

function withinGrid({ series, x, y }: Drawn): RenderFunction {
  const [left, right] = within(finiteRange(series.x), x);
  const [bottom, top] = within(finiteRange(series.y), y);
  return (index, scales, values, dimensions, context, next) => {
    const [x1, x2] = [Number(scales.x?.(left)), Number(scales.x?.(right))];
    const [y1, y2] = [Number(scales.y?.(bottom)), Number(scales.y?.(top))];
    const id = `contour-clip-${String(++clips)}`;
    const area = svgElement('rect', {
      x: Math.min(x1, x2) + INSET,
      y: Math.min(y1, y2) + INSET,
      width: Math.max(0, Math.abs(x2 - x1) - 2 * INSET),
      height: Math.max(0, Math.abs(y2 - y1) - 2 * INSET),
    });
    const drawn = next?.(index, scales, values, dimensions, context);
    const clip = svgElement('clipPath', { id }, area);
    return svgElement('g', { 'clip-path': `url(#${id})` }, clip, ...(drawn ? [drawn] : []));
  };
}

/** The part of one span that is within another, which may run either way. */
function within([least, most]: Span, [start, end]: Span): Span {
  return [Math.max(least, Math.min(start, end)), Math.min(most, Math.max(start, end))];
}

interface Grid {
  readonly data: number[];
  readonly options: ContourOptions;
}

/** An even grid is contoured as it is; of any other the values between its points are found in triangles. */
function gridOptions({ series, figure }: Drawn): Grid {
  const columns = series.columns ?? 1;
  const values = (series.values ?? []).map(toNumber);
  const rows = Math.floor(values.length / columns);
  const [xs, ys] = [series.x.map(toNumber), series.y.map(toNumber)];
  const linear = figure.xscale === 'linear' && figure.yscale === 'linear';
  if (linear && xs.length === columns && ys.length === rows && isEven(xs) && isEven(ys)) {
    const [x1, x2] = cellEdges(xs);
    const [y1, y2] = cellEdges(ys);
    return {
      data: values,
      options: { width: columns, height: rows, x1, x2, y1, y2, value: (value: number) => value },
    };
  }
  const place = (own: readonly number[], index: number, along: number): number =>
    own.length === values.length ? (own[index] ?? NaN) : (own[along] ?? NaN);
  return {
    data: values,
    options: {
      x: values.map((_, index) => place(xs, index, index % columns)),
      y: values.map((_, index) => place(ys, index, Math.floor(index / columns))),
      value: (value: number) => value,
      interpolate: 'barycentric',
    },
  };
}

function isEven(places: readonly number[]): boolean {
  const step = ((places.at(-1) ?? 0) - (places[0] ?? 0)) / (places.length - 1);
  return places.every(
    (place, index) => Math.abs(place - (places[0] ?? 0) - index * step) <= 1e-3 * Math.abs(step),
  );
}

/** Plot counts a value as the middle of a cell: the grid reaches half a cell further. */
function cellEdges(places: readonly number[]): readonly [number, number] {
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 1];
  const half = (last - first) / (places.length - 1) / 2;
  return [first - half, last + half];
}
