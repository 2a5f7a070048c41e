/** Pixels of an SVG: resvg as WebAssembly, with the one font that it has. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { initSync } from '@resvg/resvg-wasm';
import { rasterised, type Raster } from './rasterised.ts';

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
  return rasterised(svg, width, font);
}
