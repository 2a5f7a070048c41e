/** In the place of `drawn-figure.ts`: what draws figures' files has to be read and compiled before. */
import { drawingProblem, type FigureDrawing } from '../protocol/figure-drawing.ts';

type Draw = (drawing: FigureDrawing) => Uint8Array;

let load: (() => Promise<Draw>) | null = null;
let loaded: Draw | null = null;

/** Says where it is had. */
export function provideDrawing(get: () => Promise<Draw>): void {
  load = get;
}

/** Resolves when figures can be drawn. @throws Error when something is missing */
export async function drawingReady(): Promise<void> {
  loaded ??= (await load?.()) ?? null;
}

/**
 * A figure's file, after {@link drawingReady}.
 * @throws Error saying what is wrong with the drawing
 */
export function figureBytes(drawing: FigureDrawing): Uint8Array {
  const problem = drawingProblem(drawing);
  if (problem !== null) throw new Error(problem);
  if (loaded === null) throw new Error('nothing is there to draw it');
  return loaded(drawing);
}
