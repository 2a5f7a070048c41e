/** What a classifier takes for what: the confusion matrix as a table in colours, and the pictures that it gets most wrong. */

import { predictionsSentence } from '../../../training/protocol/confusions.ts';
import type { Predictions } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { judgedPicture } from './judged-picture.ts';
import { t, words } from '../words.ts';

export class PredictionsSection {
  readonly #part;
  readonly #sentence = create('p', 'sentence');
  readonly #head = create('thead');
  readonly #rows = create('tbody');
  readonly #worst = create('ul', 'worst-pictures');
  readonly #worstTitle = create('h3', '', t('Worst predictions'));
  #shown: Predictions | undefined;

  constructor({ host }: Page) {
    this.#part = section('predictions', t('Predictions'), host);
    const caption = create(
      'caption',
      '',
      t('Rows: what the pictures show; columns: what they are taken for'),
    );
    const table = create('table', 'confusions', caption, this.#head, this.#rows);
    this.#part.body.append(
      this.#sentence,
      scrollable(table, t('Confusion matrix')),
      this.#worstTitle,
      this.#worst,
    );
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(_: PanelView, isWide: boolean): Place {
    return isWide ? 'results' : 'turn';
  }

  update({ results: { fits }, newest, choice, former }: PanelView): void {
    this.element.classList.toggle('former', former.fits);
    const predictions = fits[typeof choice === 'number' ? choice : newest]?.predictions;
    if (predictions === this.#shown) return;
    this.#shown = predictions;
    this.#part.setVisible(predictions !== undefined);
    if (predictions !== undefined) this.#render(predictions);
  }

  #render(predictions: Predictions): void {
    const { classes, worst } = predictions;
    setText(this.#sentence, predictionsSentence(predictions, words.t));
    this.#head.replaceChildren(row(...['', ...classes].map((name) => headingCell(name, 'col'))));
    this.#rows.replaceChildren(...classes.map((_, truth) => confusionRow(predictions, truth)));
    this.#worst.replaceChildren(...worst.map((picture) => judgedPicture(picture, classes)));
    this.#worstTitle.hidden = worst.length === 0;
  }
}

/** Names of classes are cut where there is no room; the whole is in the title. */
function headingCell(name: string, side: 'col' | 'row'): HTMLTableCellElement {
  const heading = cell('', name === '' ? undefined : side);
  if (name === '') return heading;
  const element = create('th', '', create('span', 'class-name', name));
  element.scope = side;
  element.title = name;
  return element;
}

/** The shade of a cell says which part of its row it is. */
function confusionRow({ classes, counts }: Predictions, truth: number): HTMLTableRowElement {
  const own = counts.slice(truth * classes.length, (truth + 1) * classes.length);
  const all = Math.max(
    1,
    own.reduce((sum, count) => sum + count, 0),
  );
  const cells = own.map((count, predicted) => {
    const element = cell(count === 0 ? '' : String(count));
    element.classList.add(predicted === truth ? 'right' : 'wrong');
    element.style.setProperty('--share', `${((100 * count) / all).toFixed(1)}%`);
    if (count > 0)
      element.title = t('{0} taken for {1}: {2}', classes[truth] ?? '', classes[predicted] ?? '', count);
    return element;
  });
  return row(headingCell(classes[truth] ?? '', 'row'), ...cells);
}
