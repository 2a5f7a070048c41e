/** An image of a figure (`plt.imshow`): its values as shades of grey on a canvas. */

import type { Real, Series } from '../../training/protocol.ts';
import { create } from './dom.ts';
import { toNumber } from './numbers.ts';

/** Pixels drawn at most along either axis; a larger image is sampled. */
const MAX_PIXELS = 1024;

/** Least value black, greatest white; what is not finite is left transparent. */
export function figureImage(series: Series): HTMLCanvasElement {
  const columns = series.columns ?? series.y.length;
  const rows = columns === 0 ? 0 : Math.floor(series.y.length / columns);
  const step = Math.max(1, Math.ceil(Math.max(rows, columns) / MAX_PIXELS));
  const canvas = create('canvas', 'figure-image');
  canvas.width = Math.max(1, Math.ceil(columns / step));
  canvas.height = Math.max(1, Math.ceil(rows / step));
  const context = canvas.getContext('2d');
  if (context === null || rows === 0) return canvas;
  const pixels = context.createImageData(canvas.width, canvas.height);
  paint(pixels, series.y, columns, step);
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function paint(pixels: ImageData, values: readonly Real[], columns: number, step: number): void {
  const [least, most] = bounds(values);
  const scale = most > least ? 255 / (most - least) : 0;
  for (let row = 0; row < pixels.height; row += 1) {
    for (let column = 0; column < pixels.width; column += 1) {
      const value = toNumber(values[row * step * columns + column * step] ?? 'nan');
      const shade = Math.round((value - least) * scale);
      const alpha = Number.isFinite(value) ? 255 : 0;
      pixels.data.set([shade, shade, shade, alpha], 4 * (row * pixels.width + column));
    }
  }
}

function bounds(values: readonly Real[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value !== 'number') continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
