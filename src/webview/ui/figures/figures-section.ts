/** What the exercise drew with `plt`, figure by figure. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { FigureCard } from './figure-card.ts';
import { section } from '../elements/section.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

export class FiguresSection {
  readonly #part;
  readonly #cards: FigureCard[] = [];
  #shown: readonly Figure[] = [];

  constructor(private readonly page: Page) {
    const { host } = page;
    this.#part = section('figures', t('Figures'), host);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  /** Figures answer how it went where nothing was fitted; else they come after what can be turned. */
  static place({ results }: PanelView): Place {
    return results.fits.length === 0 ? 'results' : 'turn';
  }

  /** A figure of a new run takes the place of the one that stood there. */
  update({ results: { figures }, former }: PanelView): void {
    this.element.classList.toggle('former', former.figures);
    if (figures === this.#shown) return;
    this.#shown = figures;
    this.#part.setVisible(figures.length > 0);
    const groups = grouped(figures);
    for (const card of this.#cards.splice(groups.length)) card.dispose();
    groups.forEach((group, index) => this.#card(index).show(group));
  }

  #card(index: number): FigureCard {
    const known = this.#cards[index];
    if (known !== undefined) return known;
    const card = new FigureCard(this.page.host, this.page.theme);
    this.#cards.push(card);
    this.#part.body.append(card.element);
    return card;
  }
}

/** Neighbouring axes of the same figure of the exercise, together. */
export function grouped(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups: Figure[][] = [];
  for (const figure of figures) {
    const own = figure.subplot?.figure;
    const last = groups.at(-1);
    if (own !== undefined && last?.[0]?.subplot?.figure === own) last.push(figure);
    else groups.push([figure]);
  }
  return groups;
}
