/** Reads an image that is drawn: the pixel under the pointer, or the one that arrow keys have gone to, with a frame around it. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { Announcer } from '../elements/announcer.ts';
import { create } from '../elements/dom.ts';
import { imageSize } from './domain.ts';
import { isThere, movedPixel, pixelText, readImage, type Pixel, type PixelWords } from './image-reading.ts';
import { t } from '../words.ts';

/** Milliseconds: a key that is held down passes many pixels. */
const READ_AFTER = 200;

/** CSS pixels of the frame of a pixel that is smaller. */
const LEAST_FRAME = 5;

export class ImageReader {
  /** Reads out what keys move to. */
  readonly said = new Announcer(READ_AFTER);
  readonly #frame = create('div', 'pixel-frame');
  #figure: Figure | null = null;
  #words: PixelWords | undefined;
  #at: Pixel | null = null;

  /**
   * @param view what the image is drawn in; it can be focused while it shows one
   * @param onRead gets what stands at the pixel, an empty text when it is left
   */
  constructor(
    private readonly view: HTMLElement,
    private readonly onRead: (text: string) => void,
  ) {
    this.#frame.hidden = true;
    view.append(this.#frame);
    view.addEventListener('pointermove', (event) => this.#go(this.#pixelAt(event)));
    view.addEventListener('pointerleave', () => this.#go(null));
    view.addEventListener('blur', () => this.#go(null));
    view.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** What is read from now on. */
  show(figure: Figure, words?: PixelWords): void {
    this.#figure = figure;
    this.#words = words;
    this.#go(null);
    const isReadable = readImage(figure) !== null;
    this.view.classList.toggle('readable', isReadable);
    if (isReadable) this.view.tabIndex = 0;
    else this.view.removeAttribute('tabindex');
    this.view.title = isReadable ? t('Arrow keys read the values') : '';
  }

  get #canvas(): HTMLCanvasElement | null {
    return this.view.querySelector<HTMLCanvasElement>('canvas.figure-image');
  }

  #pixelAt({ clientX, clientY }: PointerEvent): Pixel | null {
    const series = this.#figure === null ? null : readImage(this.#figure);
    const box = this.#canvas?.getBoundingClientRect();
    if (series === null || box === undefined || box.width === 0 || box.height === 0) return null;
    const [columns, rows] = imageSize(series);
    const column = Math.floor(((clientX - box.left) / box.width) * columns);
    const row = Math.floor(((clientY - box.top) / box.height) * rows);
    const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
    return isInside && isThere(series, { row, column }) ? { row, column } : null;
  }

  #onKey(event: KeyboardEvent): void {
    const series = this.#figure === null ? null : readImage(this.#figure);
    if (series === null || this.#figure === null) return;
    if (event.key === 'Escape' && this.#at !== null) {
      event.preventDefault();
      this.#go(null);
      return;
    }
    const target = movedPixel(event.key, this.#at, series);
    if (target === undefined) return;
    event.preventDefault();
    this.#go(target);
    this.said.say(pixelText(this.#figure, series, target, this.#words));
  }

  #go(pixel: Pixel | null): void {
    if (pixel?.row === this.#at?.row && pixel?.column === this.#at?.column) return;
    this.#at = pixel;
    const series = this.#figure === null ? null : readImage(this.#figure);
    this.#frame.hidden = pixel === null;
    if (pixel === null || series === null || this.#figure === null) {
      this.onRead('');
      return;
    }
    this.#place(pixel, imageSize(series));
    this.onRead(pixelText(this.#figure, series, pixel, this.#words));
  }

  #place({ row, column }: Pixel, [columns, rows]: readonly [number, number]): void {
    const box = this.#canvas?.getBoundingClientRect();
    if (box === undefined) return;
    const outer = this.view.getBoundingClientRect();
    const [width, height] = [box.width / columns, box.height / rows];
    const [across, down] = [Math.max(LEAST_FRAME, width), Math.max(LEAST_FRAME, height)];
    const { style } = this.#frame;
    style.setProperty('left', `${String(box.left - outer.left + (column + 0.5) * width - across / 2)}px`);
    style.setProperty('top', `${String(box.top - outer.top + (row + 0.5) * height - down / 2)}px`);
    style.setProperty('width', `${String(across)}px`);
    style.setProperty('height', `${String(down)}px`);
  }
}
