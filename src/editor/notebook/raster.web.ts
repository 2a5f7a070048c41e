/** In the place of `raster.ts`: the rasteriser and its font are handed over. */
import { initSync, Resvg } from '@resvg/resvg-wasm';
import type { Raster } from './raster.ts';

let font: Uint8Array | null = null;

/** To be called before the first {@link rasterOf}. */
export function provideRasteriser(program: WebAssembly.Module, itsFont: Uint8Array): void {
  if (font === null) initSync(program);
  font = itsFont;
}

/** @param width in pixels; the height follows. @throws Error when the text is no SVG */
export function rasterOf(svg: string, width: number): Raster {
  if (font === null) throw new Error('the rasteriser is not loaded');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [font], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  }).render();
  return { width: drawn.width, height: drawn.height, pixels: drawn.pixels, png: () => drawn.asPng() };
}
