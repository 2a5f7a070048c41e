/** What a model makes of its inputs at one step of its training, as a figure and in a sentence. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Examples, Figure, Real, Series, TrainingStep } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { t } from '../words.ts';

/** Stretches of equal output over two inputs. */
const BANDS = 12;

/** Null: nothing of the model can be drawn. */
export function learnedFigure(examples: Examples, { learned }: TrainingStep): Figure | null {
  if (learned.length === 0) return null;
  switch (examples.kind) {
    case 'curve':
      return { ...EMPTY_FIGURE, xlabel: t('input'), ylabel: t('output'), series: curve(examples, learned) };
    case 'plane':
      return { ...plane(examples), series: [...outputs(examples, learned), ...points(examples)] };
    case 'regions':
      return { ...plane(examples), series: [regions(examples, learned), ...points(examples)] };
    case 'values':
      return {
        ...EMPTY_FIGURE,
        xlabel: t('true'),
        ylabel: t('predicted'),
        series: predictions(examples, learned),
      };
    case 'labels':
      return confusions(examples, learned);
  }
}

function curve({ x, across, truth }: Examples, learned: readonly Real[]): readonly Series[] {
  const data: Series = { kind: 'scatter', label: t('data'), x: across, y: truth, color: 'C1', alpha: 0.6 };
  const line: Series = { kind: 'line', label: t('learned'), x, y: learned, color: 'C0', linewidth: 2 };
  return truth.length === 0 ? [line] : [data, line];
}

function plane({ x, y }: Examples): Figure {
  const ends = (places: readonly Real[]): readonly [Real, Real] => [places[0] ?? 0, places.at(-1) ?? 1];
  return {
    ...EMPTY_FIGURE,
    xlabel: t('input {0}', 1),
    ylabel: t('input {0}', 2),
    xlim: ends(x),
    ylim: ends(y),
  };
}

/** Bands of equal output; where the model changes its mind a thick line, with a light edge that is seen on dark bands. */
function outputs({ x, y, boundary }: Examples, learned: readonly Real[]): readonly Series[] {
  const grid = { kind: 'contour', label: '', x, y, values: learned, columns: x.length } as const;
  const [low, high] = rangeOf(learned);
  if (!(low < high)) return [];
  const levels = [...Array(BANDS + 1).keys()].map((index) => low + ((high - low) * index) / BANDS);
  const bands: Series = { ...grid, levels, filled: true, cmap: 'viridis', alpha: 0.55 };
  if (boundary === null) return [bands];
  const line = { ...grid, levels: [boundary], dashes: [] };
  return [bands, { ...line, color: 'white', linewidth: 5 }, { ...line, color: 'black', linewidth: 2.5 }];
}

function regions({ x, y, classes }: Examples, learned: readonly Real[]): Series {
  const columns = x.length;
  const rows = Math.floor(learned.length / Math.max(1, columns));
  // An image begins at the top.
  const upright = [...Array(rows).keys()]
    .toReversed()
    .flatMap((row) => learned.slice(row * columns, (row + 1) * columns));
  const extent = [x[0] ?? 0, x.at(-1) ?? 1, y[0] ?? 0, y.at(-1) ?? 1] as const;
  const colors = { cmap: 'viridis', vmin: 0, vmax: classes - 1, alpha: 0.45 };
  return { kind: 'image', label: '', x: [], y: upright, columns, extent, ...colors };
}

/** The data, of few different values a series for each. */
function points({ across, up, truth, kind }: Examples): readonly Series[] {
  const values = [...new Set(truth.map(toNumber))].toSorted((a, b) => a - b);
  const isOfClasses = values.length > 0 && (kind === 'regions' || values.length <= 2);
  if (!isOfClasses) {
    const colored = truth.length === across.length ? { values: truth, cmap: 'viridis' } : {};
    const ends = rangeOf(truth);
    const range = truth.length === 0 ? {} : { vmin: ends[0], vmax: ends[1] };
    return [{ kind: 'scatter', label: t('data'), x: across, y: up, sizes: [14], ...colored, ...range }];
  }
  return values.map((value, index): Series => {
    const own = (all: readonly Real[]): readonly Real[] =>
      all.filter((_, i) => toNumber(truth[i] ?? 'nan') === value);
    const format = ['o', 's', '^', 'D', 'v'][index % 5] ?? 'o';
    return {
      kind: 'scatter',
      label: t('class {0}', shortNumber(value)),
      x: own(across),
      y: own(up),
      format,
      sizes: [18],
    };
  });
}

function predictions({ truth }: Examples, learned: readonly Real[]): readonly Series[] {
  const [low, high] = rangeOf(truth);
  return [
    { kind: 'scatter', label: t('examples'), x: truth, y: learned, format: 'o', alpha: 0.6, sizes: [16] },
    { kind: 'line', label: t('right'), x: [low, high], y: [low, high], format: '--' },
  ];
}

function confusions({ classes }: Examples, learned: readonly Real[]): Figure {
  const image: Series = {
    kind: 'image',
    label: '',
    x: [],
    y: learned,
    columns: classes,
    cmap: 'Blues',
    vmin: 0,
  };
  const title = { xlabel: t('taken for class'), ylabel: t('class') };
  return { ...EMPTY_FIGURE, ...title, aspect: 'equal', series: [image] };
}

export function rangeOf(values: readonly Real[]): readonly [number, number] {
  const finite = values.map(toNumber).filter(Number.isFinite);
  return [
    finite.reduce((low, value) => Math.min(low, value), Infinity),
    finite.reduce((high, value) => Math.max(high, value), -Infinity),
  ];
}

/** What the figure shows, for whoever does not see it. */
export function learnedSentence(examples: Examples, { learned }: TrainingStep): string {
  const [low = '', high = ''] = rangeOf(learned).map((value) => shortNumber(value, 3));
  const count = String(examples.truth.length);
  switch (examples.kind) {
    case 'curve':
      return t(
        'The learned function over its input, from {0} to {1}, through {2} examples.',
        low,
        high,
        count,
      );
    case 'plane':
      return [
        t('The model’s output over its two inputs, from {0} to {1}, with {2} examples.', low, high, count),
        ...(examples.boundary === null
          ? []
          : [t('It changes its mind at {0}.', shortNumber(toNumber(examples.boundary)))]),
      ].join(' ');
    case 'regions':
      return t(
        'Which of {0} classes the model sees over its two inputs, with {1} examples.',
        examples.classes,
        count,
      );
    case 'values':
      return `${t('What the model predicts of {0} examples, over what they are.', count)} ${errorText(examples, learned)}`;
    case 'labels':
      return rightText(examples, learned);
  }
}

function errorText({ truth }: Examples, learned: readonly Real[]): string {
  const errors = truth.map((value, index) => Math.abs(toNumber(value) - toNumber(learned[index] ?? 'nan')));
  const mean = errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
  return t('They are {0} apart on average.', shortNumber(mean, 3));
}

function rightText({ classes }: Examples, learned: readonly Real[]): string {
  const counts = learned.map(toNumber);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const right = [...Array(classes).keys()].reduce((sum, own) => sum + (counts[own * classes + own] ?? 0), 0);
  return t('{0} of {1} training examples are taken for what they are.', right, all);
}
