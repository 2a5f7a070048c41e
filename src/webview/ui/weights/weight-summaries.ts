/** Weights of many elements and no truth: mean, spread and a histogram of each, its values behind a fold. */

import { histogramOf, summaryOf } from '../../../training/protocol/value-summary.ts';
import type { Weight } from '../../../training/protocol/protocol.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import { alignedNumber, shortNumber, toNumber } from '../numbers.ts';
import { elementName } from './weight-rows.ts';
import { joined, plural, t, words } from '../words.ts';

const HEADINGS = [t('weight'), 'mean', 'std', 'min', 'max', ''];

/** Parts of a histogram. */
const BINS = 16;

/** Values written out of one weight. */
const MOST_VALUES = 512;

export class WeightSummaries {
  readonly element = create('div');
  readonly #table: HTMLElement;
  readonly #rows = create('tbody');

  constructor() {
    const name = t('Learned weights of many elements: mean, standard deviation, least and largest');
    const caption = create('caption', 'unseen', name);
    const head = create('thead', '', row(...HEADINGS.map((heading) => cell(heading, 'col'))));
    this.#table = scrollable(create('table', 'summaries-table', caption, head, this.#rows), name);
  }

  /** What was unfolded stays so. */
  show(weights: readonly Weight[]): void {
    if (weights.length === 0) return this.element.replaceChildren();
    this.element.replaceChildren(this.#table);
    const open = new Set(
      [...this.#rows.querySelectorAll<HTMLDetailsElement>('details[open]')].map(
        ({ dataset }) => dataset['weight'],
      ),
    );
    this.#rows.replaceChildren(
      ...weights.flatMap((weight) => [summaryRow(weight), valuesRow(weight, open.has(weight.name))]),
    );
  }
}

function summaryRow(weight: Weight): HTMLTableRowElement {
  const summary = summaryOf(weight.learned);
  const heading = cell(weight.name, 'row');
  heading.title = weight.name;
  const numbers =
    summary === null
      ? HEADINGS.slice(1, 5).map(() => cell('\u2013'))
      : [summary.mean, summary.std, summary.least, summary.most].map((value) => cell(shortNumber(value, 2)));
  return row(heading, ...numbers, histogramCell(weight));
}

/** Decoration: the numbers beside it tell where the values are. */
function histogramCell({ learned }: Weight): HTMLTableCellElement {
  const counts = histogramOf(learned, BINS);
  const most = Math.max(1, ...counts);
  const bars = counts.map((count) => {
    const bar = create('span');
    bar.style.setProperty('height', `${String(Math.round((100 * count) / most))}%`);
    return bar;
  });
  const place = create('td', 'histogram-place', create('span', 'histogram', ...bars));
  place.setAttribute('aria-hidden', 'true');
  return place;
}

function valuesRow(weight: Weight, open: boolean): HTMLTableRowElement {
  const { name, shape, learned } = weight;
  const size = shape.length < 2 ? '' : ` (${shape.join(' \u00d7 ')})`;
  const lost = summaryOf(learned)?.notFinite ?? learned.length;
  const much = `${plural(learned.length, '{0} value', '{0} values')}${size}`;
  const notFinite = lost === 0 ? '' : t('{0} not finite', words.number(lost));
  const summary = create('summary', '', joined([much, notFinite]));
  const text = create('pre', 'values');
  const details = create('details', '', summary, text);
  details.dataset['weight'] = name;
  const write = (): void => {
    if (details.open && text.textContent === '') text.textContent = valuesText(weight);
  };
  details.addEventListener('toggle', write);
  details.open = open;
  write();
  const place = create('td', 'values-place', details);
  place.colSpan = HEADINGS.length;
  return row(place);
}

/** An element to a line, with its place. */
function valuesText(weight: Weight): string {
  const { learned } = weight;
  const lines = learned
    .slice(0, MOST_VALUES)
    .map((value, index) => `${elementName(weight, index)} ${alignedNumber(toNumber(value))}`);
  const more = learned.length - lines.length;
  return [...lines, ...(more > 0 ? [plural(more, 'and {0} more value', 'and {0} more values')] : [])].join(
    '\n',
  );
}
