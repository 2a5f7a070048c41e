/** An image of a figure as a mark of Observable Plot: a canvas, since the page's policy lets no picture be loaded. */

import { rect, type Markish } from '@observablehq/plot';
import type { Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import { colorMap, finiteRange, partsOf, SHADES } from './color-map.ts';
import { imageSize, imageSpan } from './domain.ts';
import { svgElement } from './svg.ts';

/** Pixels drawn at most along either axis; of a larger image every n-th. */
const MAX_PIXELS = 1024;

export function imageMark(series: Series): Markish {
  const [x1, x2] = imageSpan(series, 'x');
  const [y1, y2] = imageSpan(series, 'y');
  return rect([0], {
    x1: [x1],
    x2: [x2],
    y1: [y1],
    y2: [y2],
    clip: true,
    render: (_, __, { x1: left, x2: right, y1: bottom, y2: top }) =>
      placed(imageCanvas(series), box(left, right), box(bottom, top)),
  });
}

interface Box {
  readonly start: number;
  readonly size: number;
}

function box(one: unknown, other: unknown): Box {
  const [a, b] = [one, other].map((places) => Number((places as ArrayLike<number>)[0])) as [number, number];
  return { start: Math.min(a, b), size: Math.abs(a - b) };
}

function placed(canvas: HTMLCanvasElement, across: Box, down: Box): SVGElement {
  const places = { x: across.start, y: down.start, width: across.size, height: down.size };
  return svgElement('foreignObject', places, canvas);
}

/** The first row on top; values by the colour map, colours as they are; what is not finite is left transparent. */
function imageCanvas(series: Series): HTMLCanvasElement {
  const [columns, rows] = imageSize(series);
  const step = Math.max(1, Math.ceil(Math.max(rows, columns) / MAX_PIXELS));
  const canvas = document.createElement('canvas');
  canvas.className = series.smooth === true ? 'figure-image smooth' : 'figure-image';
  canvas.width = Math.max(1, Math.ceil(columns / step));
  canvas.height = Math.max(1, Math.ceil(rows / step));
  const context = canvas.getContext('2d');
  if (context === null || rows === 0) return canvas;
  const pixels = context.createImageData(canvas.width, canvas.height);
  const pixel = series.channels === undefined ? mappedPixel(series) : coloredPixel(series, series.channels);
  for (let row = 0; row < pixels.height; row += 1) {
    for (let column = 0; column < pixels.width; column += 1)
      pixels.data.set(pixel(row * step * columns + column * step), 4 * (row * pixels.width + column));
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** Red, green, blue and opacity from 0 to 255 of the pixel with this index. */
type Pixel = (index: number) => readonly [number, number, number, number];

function mappedPixel(series: Series): Pixel {
  const values = series.y.map(toNumber);
  const [lowest, highest] = finiteRange(series.y);
  const least = series.vmin === undefined ? lowest : toNumber(series.vmin);
  const most = series.vmax === undefined ? highest : toNumber(series.vmax);
  const { cmap, ramp } = series;
  const map = colorMap(
    {
      ...(cmap === undefined ? {} : { cmap }),
      ...(ramp === undefined ? {} : { ramp }),
      vmin: 0,
      vmax: SHADES,
    },
    [],
  );
  const shades = [...Array(SHADES).keys()].map((shade) =>
    partsOf(map((shade * SHADES) / (SHADES - 1)) ?? ''),
  );
  const forward = series.norm === 'log' ? Math.log : (value: number): number => value;
  const [start, end] = [forward(least), forward(most)];
  const span = end > start ? end - start : Infinity;
  const alpha = Math.round(255 * (series.alpha ?? 1));
  return (index) => {
    const value = values[index] ?? NaN;
    if (!Number.isFinite(value)) return [0, 0, 0, 0];
    const part = (forward(value) - start) / span;
    if (Number.isNaN(part)) return [0, 0, 0, 0];
    const shade = Math.min(SHADES - 1, Math.floor(Math.min(1, Math.max(0, part)) * SHADES));
    const [red, green, blue] = shades[shade] ?? [0, 0, 0];
    return [red, green, blue, alpha];
  };
}

function coloredPixel({ y, alpha = 1 }: Series, channels: 3 | 4): Pixel {
  return (index) => {
    const part = (place: number): number => toNumber(y[index * channels + place] ?? 0);
    return [part(0), part(1), part(2), alpha * (channels === 4 ? part(3) : 255)];
  };
}
