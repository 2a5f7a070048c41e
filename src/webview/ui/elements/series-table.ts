/** Numbers of a chart as a table, bounded: the text alternative behind a toggle. */

import { cell, create, row, scrollable } from './dom.ts';
import { positionText, shortNumber } from '../numbers.ts';
import { t, words } from '../words.ts';

/** Rows shown of a longer table, evenly spaced, the last one always among them. */
const MAX_ROWS = 100;

export interface SeriesColumns {
  readonly caption: string;
  /** Heading of each column, the base axis first. */
  readonly headings: readonly string[];
  /** Values by column; all of the same length. */
  readonly columns: readonly (readonly (number | null)[])[];
  /** What the first column counts; steps are whole. */
  readonly unit?: string;
}

/** A scrollable table; its caption is for screen readers, a line below says when rows were left out. */
export function seriesTable({ caption, headings, columns, unit = '' }: SeriesColumns): HTMLElement {
  const count = columns[0]?.length ?? 0;
  const step = Math.max(1, Math.ceil(count / MAX_ROWS));
  const rows = [...Array(count).keys()].filter((index) => index % step === 0 || index === count - 1);
  const table = create(
    'table',
    '',
    create('caption', 'unseen', caption),
    create('thead', '', row(...headings.map((heading) => cell(heading, 'col')))),
    create('tbody', '', ...rows.map((index) => tableRow(columns, index, unit))),
  );
  const note = step > 1 ? t('One in {0} of {1} rows.', step, words.number(count)) : '';
  return create('div', 'series-table', scrollable(table, caption), create('p', 'dim', note));
}

function tableRow(columns: SeriesColumns['columns'], index: number, unit: string): HTMLTableRowElement {
  const texts = columns.map((column, place) => {
    const value = column[index] ?? null;
    if (value === null) return '';
    return place === 0 ? positionText(value, unit, 5) : shortNumber(value, 5);
  });
  return row(...texts.map((text) => cell(text)));
}
