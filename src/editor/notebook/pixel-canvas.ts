/** As much of a canvas as an image of a figure needs: pixels in, a PNG out. */

import { png, type Pixels } from '../png.ts';

export class PixelCanvas {
  width = 1;
  height = 1;
  #pixels: Pixels | undefined;

  /** Gives an element a canvas's properties. */
  static behind(element: HTMLElement): HTMLElement {
    const canvas = new PixelCanvas();
    return Object.defineProperties(element, {
      width: { get: () => canvas.width, set: (width: number) => (canvas.width = width) },
      height: { get: () => canvas.height, set: (height: number) => (canvas.height = height) },
      getContext: { value: () => canvas.#context },
      toDataURL: { value: () => canvas.#toDataUrl() },
    });
  }

  readonly #context = {
    createImageData: (width: number, height: number): Pixels => ({
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
    }),
    putImageData: (pixels: Pixels): void => {
      this.#pixels = pixels;
    },
  };

  #toDataUrl(): string {
    return this.#pixels === undefined
      ? 'data:,'
      : `data:image/png;base64,${png(this.#pixels).toString('base64')}`;
  }
}
