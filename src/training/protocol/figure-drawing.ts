/** What is needed to draw a figure into a file: data only, so that whoever wants the file can draw it, or not. */

import type { Figure } from './figure.ts';

export type FigureFormat = 'png' | 'svg' | 'svgz' | 'jpg' | 'pdf';

const FIGURE_FORMATS: readonly FigureFormat[] = ['png', 'svg', 'svgz', 'jpg', 'pdf'];

export interface FigureDrawing {
  readonly format: FigureFormat;
  /** Inches. */
  readonly width: number;
  readonly height: number;
  /** Pixels to an inch, where the format has pixels. */
  readonly dpi: number;
  /** Behind everything, as figures write colours; null: transparent. */
  readonly background: string | null;
  /** All axes in which something is drawn. */
  readonly axes: readonly Figure[];
}

/** Pixels along either side of the largest picture that is drawn. */
const MOST_PIXELS = 8192;

/** What is wrong with a drawing that came from an exercise; null: nothing. */
export function drawingProblem({ format, width, height, dpi, axes }: FigureDrawing): string | null {
  if (!FIGURE_FORMATS.includes(format)) return `${String(format)} is no format of figures`;
  if (![width, height, dpi].every((size) => Number.isFinite(size) && size > 0))
    return 'the figure has no size';
  const pixels = Math.max(width, height) * dpi;
  if (pixels > MOST_PIXELS)
    return `the figure would have ${Math.round(pixels)} pixels along one side, more than ${MOST_PIXELS}: choose a smaller dpi`;
  return Array.isArray(axes) ? null : 'the figure has no axes';
}
