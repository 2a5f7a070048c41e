/** Figures under a heading that unfolds them; they are drawn only while they are open. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { create, setText } from '../elements/dom.ts';
import { FigureCard, type CardReading } from './figure-card.ts';
import type { Host } from '../host.ts';
import type { ThemeSource } from '../theme.ts';

export interface FoldedFiguresOptions {
  /** Names it in the page's remembered folds. */
  readonly id: string;
  readonly heading: string;
  /** Whether it is open until the learner folds it. */
  readonly open?: boolean;
}

export class FoldedFigures {
  readonly element = create('details', 'weights-chart');
  readonly #card: FigureCard;
  readonly #heading;
  #figures: readonly Figure[] = [];
  #sentence = '';
  #reading: CardReading | undefined;

  constructor({ id, heading, open = false }: FoldedFiguresOptions, host: Host, theme: ThemeSource) {
    this.#card = new FigureCard(host, theme);
    this.#heading = create('summary', '', heading);
    this.element.append(this.#heading, this.#card.element);
    this.element.hidden = true;
    this.element.open = host.uiState.folds[id] ?? open;
    this.element.addEventListener('toggle', () => {
      if ((host.uiState.folds[id] ?? open) !== this.element.open)
        host.remember({ folds: { ...host.uiState.folds, [id]: this.element.open } });
      this.#draw();
    });
  }

  setHeading(text: string): void {
    setText(this.#heading, text);
  }

  /** Axes that belong together; none hides all of it. `sentence` says what they show. */
  show(figures: readonly Figure[], sentence: string, reading?: CardReading): void {
    this.#figures = figures;
    this.#sentence = sentence;
    this.#reading = reading;
    this.element.hidden = figures.length === 0;
    this.#draw();
  }

  #draw(): void {
    if (this.element.open && this.#figures.length > 0)
      this.#card.show(this.#figures, this.#sentence, this.#reading);
  }
}
