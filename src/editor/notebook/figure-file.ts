/**
 * Figures as files: what `savefig` writes, and what is saved from the panel and by the command line. Drawn as the panel
 * draws them, in matplotlib's colours; pixels come from resvg.
 */

import { gzipSync } from 'node:zlib';
import type { FigureDrawing } from '../../training/protocol/figure-drawing.ts';
import { drawPicture, svgText } from '../../webview/ui/figures/figure-drawing.ts';
import type { Theme } from '../../webview/ui/theme.ts';
import { jpegOf } from './jpeg.ts';
import { pdfOf } from './pdf.ts';
import { rasterOf } from './raster.ts';

/** matplotlib's own: the first of its ten colours, black on white. */
const THEME: Theme = {
  foreground: '#000000',
  dim: '#262626',
  grid: '#b0b0b0',
  error: '#d62728',
  background: '#ffffff',
  series: [
    ...['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd'],
    ...['#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf'],
  ],
  font: '10px "DejaVu Sans", sans-serif',
};

/** Pixels of CSS to an inch: what SVG counts in. */
const CSS_INCH = 96;

/**
 * The bytes of a figure's file.
 * @param folder where the rasteriser and its font are: `engine` of the distribution
 */
export function figureFile(drawing: FigureDrawing, folder: string): Uint8Array {
  const { format, dpi } = drawing;
  const svg = svgOf(drawing);
  if (format === 'svg') return Buffer.from(svg);
  if (format === 'svgz') return gzipSync(svg);
  const raster = rasterOf(svg, Math.round(drawing.width * dpi), folder);
  if (format === 'png') return raster.png();
  const picture = { jpeg: jpegOf(raster), width: raster.width, height: raster.height };
  return format === 'jpg' ? picture.jpeg : pdfOf(picture, dpi);
}

/** The picture, put into the middle of a sheet of the figure's size. */
function svgOf({ width, height, background, axes }: FigureDrawing): string {
  const picture = drawPicture(axes, { ...THEME, background: background ?? 'none' });
  const sheet = { width: width * CSS_INCH, height: height * CSS_INCH };
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  picture.setAttribute('font-family', 'DejaVu Sans, sans-serif');
  picture.setAttribute('width', String(sheet.width));
  picture.setAttribute('height', String(sheet.height));
  picture.setAttribute('style', `background: ${background ?? 'none'}`);
  return svgText(picture);
}
