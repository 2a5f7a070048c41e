/**
 * Figures' files for runs that read what they have saved. The drawing is a large script of its own, beside the worker's:
 * it is loaded when the first such file is read.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { drawingProblem, type FigureDrawing } from '../protocol/figure-drawing.ts';

const nodeRequire = createRequire(__filename);

interface DrawingScript {
  figureFile(drawing: FigureDrawing, folder: string): Uint8Array;
}

/** Resolves when figures can be drawn: at once, under Node. */
export function drawingReady(): Promise<void> {
  return Promise.resolve();
}

/**
 * A figure's file.
 * @param folder `engine` of the distribution
 * @throws Error saying what is wrong with the drawing
 */
export function figureBytes(drawing: FigureDrawing, folder: string): Uint8Array {
  const problem = drawingProblem(drawing);
  if (problem !== null) throw new Error(problem);
  const { figureFile } = nodeRequire(path.join(folder, '..', 'figure-svg.js')) as DrawingScript;
  return figureFile(drawing, folder);
}

/**
 * The same for the realm: `text` is a `FigureDrawing` as JSON, the file has a character each byte.
 * @throws Error saying what is wrong with the drawing
 */
export function drawnFigure(text: string, folder: string): string {
  return Buffer.from(figureBytes(JSON.parse(text) as FigureDrawing, folder)).toString('latin1');
}
