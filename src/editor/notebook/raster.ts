/** Pixels of an SVG: resvg as WebAssembly, with the one font that it has. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { initSync, Resvg } from '@resvg/resvg-wasm';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, row by row. */
  readonly pixels: Uint8Array;
  /** All of it as a file. */
  png(): Uint8Array;
}

let font: Uint8Array | null = null;

/**
 * @param width in pixels; the height follows
 * @param folder where `resvg.wasm` and `DejaVuSans.ttf` are
 * @throws Error when they are not there, or the text is no SVG
 */
export function rasterOf(svg: string, width: number, folder: string): Raster {
  if (font === null) {
    initSync(new WebAssembly.Module(readFileSync(path.join(folder, 'resvg.wasm'))));
    font = readFileSync(path.join(folder, 'DejaVuSans.ttf'));
  }
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [font], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  }).render();
  return { width: drawn.width, height: drawn.height, pixels: drawn.pixels, png: () => drawn.asPng() };
}
