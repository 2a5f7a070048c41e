/** Filters and attention weights as one image each: matrices side by side, with a gap between them. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Figure, Matrices, Real, Ticks } from '../../../training/protocol/protocol.ts';
import type { Pixel } from '../figures/image-reading.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { joined, plural, t } from '../words.ts';

/** Matrices in a row where nothing says which belong together. */
const MOST_ACROSS = 4;

/** Matrices that have a table each. */
const MOST_TABLES = 24;

/** How many pixels lie between two matrices. */
const GAP = 1;

interface Grid {
  readonly across: number;
  readonly down: number;
  readonly count: number;
}

function gridOf({ rows, columns, across, values }: Matrices): Grid {
  const count = Math.floor(values.length / (rows * columns));
  const side = across > 1 ? across : Math.max(1, Math.min(MOST_ACROSS, count));
  return { across: side, down: Math.ceil(count / side), count };
}

/** Filters about zero in the middle of the colours, attention weights from zero up. */
export function mosaicFigure(matrices: Matrices): Figure {
  const { rows, columns, values, kind } = matrices;
  const { across, down, count } = gridOf(matrices);
  const width = across * (columns + GAP) - GAP;
  const pixels: Real[] = Array<Real>(width * (down * (rows + GAP) - GAP)).fill('nan');
  for (let matrix = 0; matrix < count; matrix += 1) {
    const [left, top] = [(matrix % across) * (columns + GAP), Math.floor(matrix / across) * (rows + GAP)];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1)
        pixels[(top + row) * width + left + column] =
          values[(matrix * rows + row) * columns + column] ?? 'nan';
    }
  }
  const most = values.reduce<number>((size, value) => Math.max(size, finite(Math.abs(toNumber(value)))), 0);
  const [vmin, cmap] = kind === 'filters' ? ([-most, 'RdBu'] as const) : ([0, 'Reds'] as const);
  const image = {
    kind: 'image',
    label: '',
    x: [],
    y: pixels,
    columns: width,
    cmap,
    vmin,
    vmax: most,
  } as const;
  return {
    ...EMPTY_FIGURE,
    aspect: 'equal',
    axis: 'off',
    series: [image],
    colorbars: [{ series: 0, vmin, vmax: most, ticks: barTicks(vmin, most) }],
  };
}

/** Round numbers away from the ends, where nothing is in the way of their words. */
function barTicks(vmin: number, vmax: number): Ticks {
  const round = roundBelow(0.8 * vmax);
  const at = vmin < 0 ? [-round, 0, round] : [round / 2, round];
  return { at, labels: at.map((value) => shortNumber(value, 2)) };
}

/** 1, 2 or 5 times a power of ten. */
function roundBelow(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((times) => times * power <= value) ?? 1) * power;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** `filter 3, input 0, row 1, column 2`: where a pixel of the mosaic is. */
export function mosaicPlace(matrices: Matrices, { row, column }: Pixel): string {
  const { rows, columns } = matrices;
  const matrix =
    Math.floor(row / (rows + GAP)) * gridOf(matrices).across + Math.floor(column / (columns + GAP));
  const [inRow, inColumn] = [row % (rows + GAP), column % (columns + GAP)];
  const name = matrixName(matrices, matrix);
  return matrices.kind === 'filters'
    ? t('{0}, row {1}, column {2}', name, inRow, inColumn)
    : t('{0}, query {1}, key {2}', name, inRow, inColumn);
}

function matrixName({ kind, across, all: [, inner] }: Matrices, matrix: number): string {
  if (kind === 'attention') return t('matrix {0}', matrix);
  if (inner === 1) return t('filter {0}', matrix);
  return t('filter {0}, input {1}', Math.floor(matrix / across), matrix % across);
}

/** The first matrices by themselves, for tables. */
export function singleFigures(matrices: Matrices): readonly Figure[] {
  const { rows, columns, values } = matrices;
  const size = rows * columns;
  return [...Array(Math.min(MOST_TABLES, gridOf(matrices).count)).keys()].map((matrix) => ({
    ...EMPTY_FIGURE,
    series: [
      {
        kind: 'image',
        label: matrixName(matrices, matrix),
        x: [],
        y: values.slice(matrix * size, (matrix + 1) * size),
        columns,
      },
    ],
  }));
}

/** `net.0: 6 filters of 5 × 5` */
export function matricesHeading(matrices: Matrices): string {
  const { kind, name, rows, columns, all } = matrices;
  const [outer, inner] = all;
  const size = `${String(rows)} × ${String(columns)}`;
  if (kind === 'attention') return t('{0}: attention, queries × keys {1}', name, size);
  if (inner === 1) return plural(outer, '{1}: {0} filter of {2}', '{1}: {0} filters of {2}', name, size);
  return plural(
    outer,
    '{1}: {0} filter of {2} for {3} inputs',
    '{1}: {0} filters of {2} for {3} inputs',
    name,
    size,
    inner,
  );
}

/** What the colours mean, how large the numbers get, and what is left out. */
export function matricesSentence(matrices: Matrices): string {
  const { kind, values, across, all } = matrices;
  const [outer, inner] = all;
  const { count } = gridOf(matrices);
  const numbers = values.map(toNumber).filter(Number.isFinite);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map((value) => shortNumber(value, 3));
  const span = numbers.length === 0 ? [] : [t('From {0} to {1}.', least ?? '', most ?? '')];
  if (kind === 'attention')
    return [
      t('{0} of {1} matrices of the last minibatch; rows are queries, columns keys.', count, outer),
      ...span,
    ].join(' ');
  const filters = count / across;
  const shown = joined([
    filters < outer
      ? t('The first {0} of {1} filters', filters, outer)
      : plural(filters, '{0} filter', '{0} filters'),
    inner > 1 ? t('a row each') : '',
    across < inner ? t('their first {0} of {1} inputs', across, inner) : '',
  ]);
  return [t('{0}.', shown), ...span, t('Blue is positive, red negative.')].join(' ');
}
