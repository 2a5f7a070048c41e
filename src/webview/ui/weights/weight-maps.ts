/** Weights that are matrices, as maps whose colours tell sign and size. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Figure, Real, Series, Weight } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { t } from '../words.ts';

/** A row of as many weights as a square picture has pixels is shown as one; smaller ones are no pictures. */
const LEAST_PIXELS = 64;

/** Pictures shown of a weight. */
const MOST_PICTURES = 10;

/** One map for each matrix, or a picture for each output where the inputs are the pixels of one. */
export function mapFigures(weights: readonly Weight[]): readonly Figure[] {
  const figures = weights.flatMap((weight) => {
    const matrix = matrixOf(weight);
    return matrix === null ? [] : figuresOf(weight, matrix);
  });
  const columns = figures.length > 2 ? 5 : Math.max(1, figures.length);
  const rows = Math.ceil(figures.length / columns);
  return figures.map((figure, index) => ({
    ...figure,
    subplot: { figure: 0, rows, columns, index: index + 1, title: '' },
  }));
}

export function mapSentence(weights: readonly Weight[]): string {
  const told = weights
    .filter((weight) => matrixOf(weight) !== null)
    .map(({ name, shape, learned }) => {
      const most = largest(learned);
      return t('{0}, {1}, up to {2} in size', name, shape.join(' × '), shortNumber(most, 3));
    });
  return t('{0}. Blue is positive, red negative, pale near zero.', told.join('; '));
}

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly Real[];
}

/** Of more than one row and column, axes of one element left out; null: it is none. */
function matrixOf({ shape, learned }: Weight): Matrix | null {
  const sizes = shape.filter((size) => size !== 1);
  if (sizes.length !== 2) return null;
  const [rows = 0, columns = 0] = sizes;
  return { rows, columns, values: learned };
}

function figuresOf(weight: Weight, matrix: Matrix): readonly Figure[] {
  const most = largest(weight.learned);
  const inputs = matrix.rows >= matrix.columns ? transposed(matrix) : matrix;
  const side = Math.sqrt(inputs.columns);
  if (inputs.columns >= LEAST_PIXELS && Number.isInteger(side)) {
    return [...Array(Math.min(inputs.rows, MOST_PICTURES)).keys()].map((output) => ({
      ...EMPTY_FIGURE,
      aspect: 'equal',
      title: t('output {0}', output),
      series: [map(inputs.values.slice(output * inputs.columns, (output + 1) * inputs.columns), side, most)],
    }));
  }
  return [
    {
      ...EMPTY_FIGURE,
      aspect: 'equal',
      title: weight.name,
      xlabel: t('column'),
      ylabel: t('row'),
      series: [map(matrix.values, matrix.columns, most)],
    },
  ];
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = values.map(
    (_, index) => values[(index % rows) * columns + Math.floor(index / rows)] ?? 'nan',
  );
  return { rows: columns, columns: rows, values: turned };
}

/** Zero in the middle of the colours. */
function map(values: readonly Real[], columns: number, most: number): Series {
  return { kind: 'image', label: '', x: [], y: values, columns, cmap: 'RdBu', vmin: -most, vmax: most };
}

function largest(values: readonly Real[]): number {
  return values.reduce<number>((most, value) => {
    const size = Math.abs(toNumber(value));
    return Number.isFinite(size) ? Math.max(most, size) : most;
  }, 0);
}
