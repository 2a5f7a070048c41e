/** A place for one figure that is replaced as a whole: chart, legend, and its end values in words for who cannot see it. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { create } from '../elements/dom.ts';
import { FigureView } from './figure-view.ts';
import { endsSentence } from './sentence.ts';
import type { ThemeSource } from '../theme.ts';

export class FigureSlot {
  readonly element = create('div', 'figure-slot');
  #view: FigureView | undefined;

  /** `name`: what the chart shows, for screen readers. */
  constructor(
    private readonly name: string,
    private readonly theme: ThemeSource,
  ) {
    this.element.hidden = true;
  }

  show(figure: Figure | null): void {
    this.element.hidden = figure === null;
    if (figure === null) return;
    if (this.#view === undefined) {
      this.#view = new FigureView(figure, this.theme);
      this.element.append(this.#view.element);
    } else {
      this.#view.show(figure);
    }
    this.#view.element.setAttribute('aria-label', endsSentence(this.name, figure));
  }
}
