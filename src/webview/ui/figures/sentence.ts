/** Figures in words, for whoever cannot see them. */

import type { Figure, Series } from '../../../training/protocol/protocol.ts';
import { mathWords } from '../../../text/mathtext.ts';
import { counted, shortNumber, toNumber } from '../numbers.ts';
import { finiteExtent, imageSize } from './domain.ts';

/** Of one set of axes `Figure “Planck”: 2 lines (law, fitted), 400 points; x (frequency) from 0 to 3, y from 0 to 1.4.`; of several their titles. */
export function figureSentence(figures: readonly Figure[]): string {
  const [first] = figures;
  if (first === undefined) return '';
  if (figures.length === 1)
    return `${named('Figure', first.subplot?.title || first.title)}: ${axesWords(first)}.`;
  const start = named('Figure', first.subplot?.title ?? '');
  return `${start}: ${isGallery(figures) ? gallery(figures) : plots(figures)}.`;
}

/** One set of axes by itself. */
export function axesSentence(figure: Figure): string {
  return `${named('Figure', figure.title)}: ${axesWords(figure)}.`;
}

function named(word: string, title: string): string {
  return title === '' ? word : `${word} “${oneLine(title)}”`;
}

/** Words of a figure in a sentence. */
function oneLine(words: string): string {
  return mathWords(words).replace(/\s+/g, ' ');
}

function axesWords(figure: Figure): string {
  const drawn = [figure, ...(figure.twins ?? [])].flatMap(({ series }) => series).filter(isData);
  const images = drawn.filter(isImage);
  if (images.length > 0 && images.length === drawn.length) return images.map(imageWords).join(', ');
  const points = drawn.reduce((sum, series) => sum + (series.values ?? series.y).length, 0);
  const labels = drawn.map(({ label }) => label).filter((label) => label !== '' && !label.startsWith('_'));
  const names = labels.length === 0 ? '' : ` (${labels.map(oneLine).join(', ')})`;
  const spans = figure.projection === '3d' ? [] : [range(figure, 'x'), range(figure, 'y')];
  const ranges = spans.filter((words) => words !== '').join(', ');
  return `${kinds(drawn)}${names}, ${counted(points, 'point')}${ranges === '' ? '' : `; ${ranges}`}`;
}

/** Not the walls of a box. */
function isData({ frame }: Series): boolean {
  return frame !== true;
}

const NOUNS: Readonly<Record<Series['kind'], string>> = {
  line: 'line',
  scatter: 'scatter',
  bar: 'set of bars',
  image: 'image',
  area: 'area',
  contour: 'set of contours',
  arrow: 'set of arrows',
  text: 'text',
};

function kinds(series: readonly Series[]): string {
  if (series.length === 0) return 'empty';
  const counts = new Map<Series['kind'], number>();
  for (const { kind } of series) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => plural(NOUNS[kind], count)).join(', ');
}

function plural(noun: string, count: number): string {
  if (count === 1) return `1 ${noun}`;
  return `${String(count)} ${noun.startsWith('set ') ? noun.replace('set', 'sets') : `${noun}s`}`;
}

function range(figure: Figure, axis: 'x' | 'y'): string {
  const [least, most] = finiteExtent(figure.series.filter(isData), axis);
  if (least > most) return '';
  const label = axis === 'x' ? figure.xlabel : figure.ylabel;
  const name = label === '' || label === axis ? axis : `${axis} (${oneLine(label)})`;
  return `${name} from ${shortNumber(least, 3)} to ${shortNumber(most, 3)}`;
}

function isImage({ kind }: Series): boolean {
  return kind === 'image';
}

function imageWords(series: Series): string {
  const [columns, rows] = imageSize(series);
  const size = `an image of ${String(rows)} × ${String(columns)} ${series.channels === undefined ? 'values' : 'colours'}`;
  if (series.channels !== undefined) return size;
  const values = series.y.map(toNumber).filter(Number.isFinite);
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  return values.length === 0 ? size : `${size} from ${shortNumber(least, 3)} to ${shortNumber(most, 3)}`;
}

/** Each of them has a sentence of its own. */
function plots(figures: readonly Figure[]): string {
  return `${counted(figures.length, 'plot')}${titlesOf(figures)}`;
}

const MOST_TITLES = 10;

/** `: a, b, c`, each once. */
function titlesOf(figures: readonly Figure[]): string {
  const titles = [...new Set(figures.map(({ title }) => title).filter((title) => title !== ''))];
  const more = titles.length > MOST_TITLES ? ', …' : '';
  return titles.length === 0 ? '' : `: ${titles.slice(0, MOST_TITLES).map(oneLine).join(', ')}${more}`;
}

/** Images alone, one in each of the axes. */
export function isGallery(figures: readonly Figure[]): boolean {
  return figures.every(({ series }) => series.length === 1 && series.every(isImage));
}

function gallery(figures: readonly Figure[]): string {
  const sizes = figures.flatMap(({ series }) =>
    series.map((image) => imageSize(image).toReversed().join(' × ')),
  );
  return `${counted(figures.length, 'image')} of ${[...new Set(sizes)].join(' and ')}${titlesOf(figures)}`;
}

/** What is shown, and where each line ends; of scatters how many points there are. */
export function endsSentence(name: string, { series }: Figure): string {
  const ends = series
    .filter(({ kind }) => kind === 'line' || kind === 'scatter')
    .map(({ kind, label, y }) =>
      kind === 'scatter'
        ? `${label}: ${counted(y.length, 'point')}`
        : `${label} ends at ${shortNumber(toNumber(y.at(-1) ?? 'nan'), 2)}`,
    );
  return `${name}. ${ends.join('; ')}.`;
}
