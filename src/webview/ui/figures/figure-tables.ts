/** The numbers of a figure as tables, bounded: the text alternative behind a toggle. */

import type { Figure, Real, Series } from '../../../training/protocol/protocol.ts';
import { mathWords } from '../../../text/mathtext.ts';
import { create } from '../elements/dom.ts';
import { toNumber } from '../numbers.ts';
import { seriesTable } from '../elements/series-table.ts';
import { imageSize } from './domain.ts';
import { t } from '../words.ts';

/** Columns shown of an image's table. */
const MOST_COLUMNS = 32;

/** One table for each series of each set of axes. */
export function figureTables(figures: readonly Figure[]): readonly HTMLElement[] {
  return figures.flatMap((figure) =>
    [figure, ...(figure.twins ?? [])].flatMap((axes) =>
      axes.series
        .filter(({ frame }) => frame !== true)
        .map((series, index) => tableOf(series, mathWords(nameOf(figure, series, index)), axes)),
    ),
  );
}

function nameOf(figure: Figure, { label, texts }: Series, index: number): string {
  const own = label || texts?.map((text) => `“${text}”`).join(', ') || t('series {0}', index + 1);
  return figure.title === '' ? own : `${figure.title}: ${own}`;
}

function tableOf(series: Series, caption: string, figure: Figure): HTMLElement {
  const table =
    series.kind === 'image'
      ? imageTable(series, caption)
      : seriesTable({ caption, ...columnsOf(series, figure) });
  return create('div', 'named-table', create('p', 'dim', caption), table);
}

interface Columns {
  readonly headings: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

function columnsOf(series: Series, { xlabel, ylabel }: Figure): Columns {
  const [x, y] = [xlabel || 'x', series.label || ylabel || 'y'].map(mathWords) as [string, string];
  const numbers = (values: readonly Real[] | undefined): readonly number[] => (values ?? []).map(toNumber);
  if (series.kind === 'contour') return contourColumns(series, x, ylabel || 'y');
  const plain: Columns = { headings: [x, y], columns: [numbers(series.x), numbers(series.y)] };
  const further: Columns =
    series.kind === 'arrow'
      ? {
          headings: [t('{0} of the head', x), t('{0} of the head', y)],
          columns: [numbers(series.x2), numbers(series.y2)],
        }
      : series.values === undefined
        ? { headings: [], columns: [] }
        : { headings: [t('value')], columns: [numbers(series.values)] };
  return {
    headings: [...plain.headings, ...further.headings],
    columns: [...plain.columns, ...further.columns],
  };
}

function contourColumns({ x, y, values = [], columns = 1 }: Series, across: string, up: string): Columns {
  const place = (own: readonly Real[], index: number, along: number): number =>
    toNumber((own.length === values.length ? own[index] : own[along]) ?? 'nan');
  return {
    headings: [across, up, t('value')],
    columns: [
      values.map((_, index) => place(x, index, index % columns)),
      values.map((_, index) => place(y, index, Math.floor(index / columns))),
      values.map(toNumber),
    ],
  };
}

/** A row for each row of pixels; of colours three or four numbers for each pixel stand side by side. */
function imageTable(series: Series, caption: string): HTMLElement {
  const [columns, rows] = imageSize(series);
  const width = columns * (series.channels ?? 1);
  const shown = Math.min(width, MOST_COLUMNS);
  const column = (place: number): readonly number[] =>
    [...Array(rows).keys()].map((row) => toNumber(series.y[row * width + place] ?? 'nan'));
  const table = seriesTable({
    caption,
    headings: [t('row'), ...[...Array(shown).keys()].map(String)],
    columns: [[...Array(rows).keys()], ...[...Array(shown).keys()].map(column)],
  });
  if (shown < width) table.append(create('p', 'dim', t('The first {0} of {1} columns.', shown, width)));
  return table;
}
