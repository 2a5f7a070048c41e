/** What was translated: each sentence with its translation, the right one, and how near they are. */

import type { Translation } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import { shortNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';

export class TranslationsSection {
  readonly #part;
  readonly #rows = create('tbody');
  #shown: readonly Translation[] = [];

  constructor({ host }: Page) {
    this.#part = section('translations', 'Translations', host);
    const headings = ['sentence', 'translation', 'right', 'BLEU'].map((heading) => cell(heading, 'col'));
    const caption = create('caption', 'unseen', 'Sentences with their translations');
    const table = create('table', '', caption, create('thead', '', row(...headings)), this.#rows);
    this.#part.body.append(scrollable(table, 'Translations'));
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'results';
  }

  update({ results: { translations } }: PanelView): void {
    if (translations === this.#shown) return;
    this.#shown = translations;
    this.#part.setVisible(translations.length > 0);
    this.#rows.replaceChildren(...translations.map(translationRow));
  }
}

function translationRow({ source, translation, reference, bleu }: Translation): HTMLTableRowElement {
  const score = cell(bleu === null ? '' : shortNumber(bleu, 2));
  const written = translation === '' ? '(nothing)' : translation;
  return row(cell(source, 'row'), cell(written), cell(reference), score);
}
