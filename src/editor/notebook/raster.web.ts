/** In the place of `raster.ts`: the rasteriser and its font are handed over. */
import { initSync } from '@resvg/resvg-wasm';
import { rasterised, type Raster } from './rasterised.ts';

let font: Uint8Array | null = null;

/** To be called before the first {@link rasterOf}. */
export function provideRasteriser(program: WebAssembly.Module, itsFont: Uint8Array): void {
  if (font === null) initSync(program);
  font = itsFont;
}

/** @param width in pixels; the height follows. @throws Error when the text is no SVG */
export function rasterOf(svg: string, width: number): Raster {
  if (font === null) throw new Error('the rasteriser is not loaded');
  return rasterised(svg, width, font);
}
