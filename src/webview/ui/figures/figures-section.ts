/** What the exercise drew with `plt`, figure by figure. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { FigureCard } from './figure-card.ts';
import type { FigureFile } from '../../../run-model/state.ts';
import type { Host } from '../host.ts';
import { SavedFigures } from './saved-figures.ts';
import { section } from '../elements/section.ts';
import type { ThemeSource } from '../theme.ts';

export class FiguresSection {
  readonly #part;
  readonly #saved: SavedFigures;
  readonly #cards: FigureCard[] = [];
  #shown: readonly Figure[] = [];

  constructor(
    private readonly host: Host,
    private readonly theme: ThemeSource,
  ) {
    this.#part = section('figures', 'Figures', host);
    this.#part.setVisible(false);
    this.#saved = new SavedFigures(host);
    this.#part.body.append(this.#saved.element);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  /** A figure of a new run takes the place of the one that stood there. */
  update(figures: readonly Figure[], files: readonly FigureFile[] = []): void {
    this.#saved.update(files);
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
    const card = new FigureCard(this.host, this.theme);
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
