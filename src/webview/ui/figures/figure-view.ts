/** One set of axes on the page: drawn when the drawing's script is there, and again when its width or the theme changes. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { create, setText } from '../elements/dom.ts';
import { oncePerFrame } from '../frame.ts';
import { reasonOf } from '../../../text/reason.ts';
import type { ThemeSource } from '../theme.ts';
import { ImageReader } from './image-reader.ts';
import type { PixelWords } from './image-reading.ts';
import { loadDrawing } from './load-drawing.ts';
import { t } from '../words.ts';

export class FigureView {
  /** Named for screen readers by its owner. */
  readonly element = create('div', 'figure-view');
  readonly #place = create('div', 'figure-place');
  readonly #problem = create('p', 'dim');
  readonly #reader;
  readonly #stop: () => void;
  readonly #resize = new ResizeObserver(() => this.#fit());
  readonly #redraw = oncePerFrame(() => void this.#draw());
  #drawnWidth = 0;
  #figure: Figure;

  /** `onRead` gets what stands at a pixel of an image, an empty text when it is left. */
  constructor(
    figure: Figure,
    private readonly theme: ThemeSource,
    onRead: (text: string) => void = () => undefined,
  ) {
    this.#figure = figure;
    this.element.setAttribute('role', 'img');
    this.element.append(this.#place, this.#problem);
    this.#reader = new ImageReader(this.element, onRead);
    this.#reader.show(figure);
    this.#stop = theme.onChange(() => this.#redraw());
    this.#resize.observe(this.element);
    this.#redraw();
  }

  /** Says what keys read, outside of the picture, whose parts no screen reader sees. */
  get said(): HTMLElement {
    return this.#reader.said.element;
  }

  /** Replaces what is drawn, in its place. `pixel`: words for the places of an image. */
  show(figure: Figure, pixel?: PixelWords): void {
    this.#figure = figure;
    this.#reader.show(figure, pixel);
    this.#redraw();
  }

  dispose(): void {
    this.#stop();
    this.#resize.disconnect();
  }

  #fit(): void {
    if (this.element.clientWidth !== this.#drawnWidth) this.#redraw();
  }

  async #draw(): Promise<void> {
    const width = this.element.clientWidth;
    if (width === 0) return;
    try {
      const { drawFigure } = await loadDrawing();
      this.#place.replaceChildren(
        drawFigure(this.#figure, { width, theme: this.theme.current, hover: true }),
      );
      this.#drawnWidth = width;
      setText(this.#problem, '');
    } catch (error) {
      setText(this.#problem, t('This figure could not be drawn: {0}', reasonOf(error)));
    }
  }
}
