/** What stands at a pixel of an image, and where keys lead from it: pure functions. */

import { mathWords } from '../../../text/mathtext.ts';
import type { Figure, Series, Ticks } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { imageSize } from './domain.ts';
import { t } from '../words.ts';

/** A pixel by row and column, the first row on top. */
export interface Pixel {
  readonly row: number;
  readonly column: number;
}

/** Words for a pixel's place, where more is known of it than its row and column. */
export type PixelWords = (pixel: Pixel) => string;

/** The image that the axes show; null: none, or several over each other. */
export function readImage({ series, twins }: Figure): Series | null {
  const images = series.filter(({ kind }) => kind === 'image');
  return images.length === 1 && twins === undefined ? (images[0] ?? null) : null;
}

/** Whether there is a number at the pixel: gaps between the tiles of a mosaic have none. */
export function isThere(series: Series, { row, column }: Pixel): boolean {
  const [columns] = imageSize(series);
  return (
    series.channels !== undefined || Number.isFinite(toNumber(series.y[row * columns + column] ?? 'nan'))
  );
}

/** `row 3, column 5: 0.12`; of axes with names or words at their marks with these, of colours their parts. */
export function pixelText(figure: Figure, series: Series, pixel: Pixel, words?: PixelWords): string {
  const place = words?.(pixel) ?? placeWords(figure, pixel);
  return `${place}: ${valueWords(series, pixel)}`;
}

function placeWords({ xlabel, ylabel, xticks, yticks }: Figure, { row, column }: Pixel): string {
  const [down, across] = [mathWords(ylabel) || t('row'), mathWords(xlabel) || t('column')];
  return `${down} ${markWords(yticks, row)}, ${across} ${markWords(xticks, column)}`;
}

/** The word at the mark, else its number: of a mark that is called `1.00` as well. */
function markWords(ticks: Ticks | undefined, index: number): string {
  const place = ticks?.labels === undefined ? -1 : ticks.at.findIndex((at) => toNumber(at) === index);
  const label = mathWords(ticks?.labels?.[place] ?? '');
  return label === '' || Number.isFinite(Number(label)) ? String(index) : label;
}

function valueWords(series: Series, { row, column }: Pixel): string {
  const [columns] = imageSize(series);
  const { channels = 1 } = series;
  const start = (row * columns + column) * channels;
  const values = series.y.slice(start, start + channels).map(toNumber);
  if (channels === 1) return shortNumber(values[0] ?? NaN);
  const names = [t('red'), t('green'), t('blue'), t('opacity')];
  return values.map((value, index) => `${names[index] ?? ''} ${shortNumber(value)}`).join(', ');
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Where a key leads from a pixel, past what has no number; `at` null: to the first one. Undefined: it leads nowhere. */
export function movedPixel(key: string, at: Pixel | null, series: Series): Pixel | undefined {
  const [columns, rows] = imageSize(series);
  if (key === 'Home' || key === 'End') {
    const row = at?.row ?? 0;
    const ends = [...Array(columns).keys()].map((column) => ({ row, column }));
    return (key === 'Home' ? ends : ends.toReversed()).find((pixel) => isThere(series, pixel));
  }
  const step = STEPS[key];
  if (step === undefined) return undefined;
  if (at === null) return { row: 0, column: 0 };
  const [down, across] = step;
  let [row, column] = [at.row + down, at.column + across];
  while (row >= 0 && row < rows && column >= 0 && column < columns) {
    if (isThere(series, { row, column })) return { row, column };
    row += down;
    column += across;
  }
  return at;
}
