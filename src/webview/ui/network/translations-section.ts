/** What was translated: each sentence with its translation, the right one, and how near they are. */

import type { Translation } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import { shortNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

export class TranslationsSection {
  readonly #part;
  readonly #rows = create('tbody');
  #shown: readonly Translation[] = [];

  constructor({ host }: Page) {
    this.#part = section('translations', t('Translations'), host);
    const headings = [t('sentence'), t('translation'), t('right'), 'BLEU'].map((heading) =>
      cell(heading, 'col'),
    );
    const caption = create('caption', 'unseen', t('Sentences with their translations'));
    const table = create('table', '', caption, create('thead', '', row(...headings)), this.#rows);
    this.#part.body.append(scrollable(table, t('Translations')));
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
  const written = translation === '' ? t('(nothing)') : translation;
  return row(cell(source, 'row'), cell(written), cell(reference), score);
}
