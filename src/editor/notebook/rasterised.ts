/** Pixels of an SVG by resvg, once that is loaded. */

import { Resvg } from '@resvg/resvg-wasm';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, row by row. */
  readonly pixels: Uint8Array;
  /** All of it as a file. */
  png(): Uint8Array;
}

/**
 * @param width in pixels; the height follows
 * @param font DejaVu Sans, the only one that there is
 * @throws Error when the text is no SVG
 */
export function rasterised(svg: string, width: number, font: Uint8Array): Raster {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [font], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  }).render();
  return { width: drawn.width, height: drawn.height, pixels: drawn.pixels, png: () => drawn.asPng() };
}
