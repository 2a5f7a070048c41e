/** How a weight and its gradient are spread: through the steps of a training as a map, and at one of them in a table. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Figure, Real, Spread, StepWeight, TrainingStep } from '../../../training/protocol/protocol.ts';
import { cell, create, row } from '../elements/dom.ts';
import { shortNumber, toNumber, unitWord } from '../numbers.ts';
import { rangeOf } from './learned-figure.ts';
import { t } from '../words.ts';

/** Rows of a map: equally wide parts of all that the weight has been. */
const ROWS = 24;

/** Of the weight with this name: its values, and its gradient, by the steps. */
export function spreadFigures(steps: readonly TrainingStep[], name: string, unit: string): readonly Figure[] {
  const named = steps.flatMap(({ x, weights }) => {
    const weight = weights.find((one) => one.name === name);
    return weight === undefined ? [] : [{ x, weight }];
  });
  const map = (title: string, spreads: readonly Dated[]): readonly Figure[] =>
    spreads.length < 2 ? [] : [spreadMap(title, spreads, unit)];
  const figures = [
    ...map(
      t('values'),
      named.map(({ x, weight: { values } }) => ({ x, spread: values })),
    ),
    ...map(
      t('gradient'),
      named.flatMap(({ x, weight: { gradient } }) => (gradient === null ? [] : [{ x, spread: gradient }])),
    ),
  ];
  const columns = figures.length;
  return figures.map((figure, index) => ({
    ...figure,
    subplot: { figure: 0, rows: 1, columns, index: index + 1, title: '' },
  }));
}

interface Dated {
  readonly x: Real;
  readonly spread: Spread;
}

/** A column for each step, a row for each part of the range; the darker, the more of the elements. */
function spreadMap(title: string, spreads: readonly Dated[], unit: string): Figure {
  const [low, high] = rangeOf(
    spreads.flatMap(({ spread: { least, most } }) => [least ?? 'nan', most ?? 'nan']),
  );
  const [bottom, top] = low < high ? [low, high] : [low - 0.5, low + 0.5];
  const columns = spreads.map(({ spread }) => shares(spread, bottom, top));
  const values = [...Array(ROWS).keys()]
    .toReversed()
    .flatMap((place) => columns.map((column) => column[place] ?? 0));
  const extent = [spreads[0]?.x ?? 0, spreads.at(-1)?.x ?? 1, bottom, top] as const;
  return {
    ...EMPTY_FIGURE,
    title,
    xlabel: unitWord(unit),
    ylabel: '',
    xlim: [extent[0], extent[1]],
    ylim: [bottom, top],
    series: [
      {
        kind: 'image',
        label: '',
        x: [],
        y: values,
        columns: columns.length,
        extent,
        cmap: 'Blues',
        vmin: 0,
        vmax: 1,
      },
    ],
  };
}

/** Part of the largest share that lies in each row. */
function shares({ least, most, histogram }: Spread, bottom: number, top: number): readonly number[] {
  const counts = Array<number>(ROWS).fill(0);
  if (least === null || most === null) return counts;
  const width = (most - least) / histogram.length;
  histogram.forEach((count, index) => {
    const middle = least + width * (index + 0.5);
    const place = Math.min(ROWS - 1, Math.floor((ROWS * (middle - bottom)) / (top - bottom)));
    counts[place] = (counts[place] ?? 0) + count;
  });
  const largest = counts.reduce((high, count) => Math.max(high, count), 1);
  return counts.map((count) => count / largest);
}

/** Weights with their spreads at one step. */
export function spreadRow({ name, shape, values, gradient, gradientNorm }: StepWeight): HTMLTableRowElement {
  const size = shape.length === 0 ? '' : ` ${shape.join('×')}`;
  const heading = cell(`${name}${size}`, 'row');
  heading.title = name;
  const norm = gradientNorm === null ? '' : shortNumber(toNumber(gradientNorm), 3);
  return row(heading, cell(rangeText(values)), bars(values), cell(norm), bars(gradient));
}

function rangeText({ least, most, notFinite }: Spread): string {
  const range =
    least === null || most === null ? t('none finite') : `${shortNumber(least, 3)} … ${shortNumber(most, 3)}`;
  return notFinite === 0 ? range : t('{0} ({1} not finite)', range, notFinite);
}

/** Decoration: the numbers beside it say what it shows. */
function bars(spread: Spread | null): HTMLTableCellElement {
  const place = create('td', 'histogram-place');
  place.setAttribute('aria-hidden', 'true');
  const { histogram } = spread ?? { histogram: [] };
  const most = histogram.reduce((high, count) => Math.max(high, count), 1);
  const columns = histogram.map((count) => {
    const column = create('span');
    column.style.setProperty('height', `${((100 * count) / most).toFixed(0)}%`);
    return column;
  });
  place.append(create('div', 'histogram', ...columns));
  return place;
}
