/** Figures in words, for whoever cannot see them. */

import type { Figure, Series } from '../../../training/protocol/protocol.ts';
import { mathWords } from '../../../text/mathtext.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { finiteExtent, imageSize } from './domain.ts';
import { all, joined, plural, t } from '../words.ts';

/** Of one set of axes `Figure “Planck”: 2 lines (law, fitted), 400 points; x (frequency) from 0 to 3, y from 0 to 1.4.`; of several their titles. */
export function figureSentence(figures: readonly Figure[]): string {
  const [first] = figures;
  if (first === undefined) return '';
  if (figures.length === 1)
    return t('{0}: {1}.', named(first.subplot?.title || first.title), axesWords(first));
  const start = named(first.subplot?.title ?? '');
  return t('{0}: {1}.', start, isGallery(figures) ? gallery(figures) : plots(figures));
}

/** One set of axes by itself. */
export function axesSentence(figure: Figure): string {
  return t('{0}: {1}.', named(figure.title), axesWords(figure));
}

function named(title: string): string {
  return title === '' ? t('Figure') : t('Figure “{0}”', oneLine(title));
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
  const ranges = joined(spans);
  const series = joined([`${kinds(drawn)}${names}`, plural(points, '{0} point', '{0} points')]);
  return ranges === '' ? series : `${series}; ${ranges}`;
}

/** Not the walls of a box. */
function isData({ frame }: Series): boolean {
  return frame !== true;
}

/** So many series of a kind. */
const NUMBERS: Readonly<Record<Series['kind'], (count: number) => string>> = {
  line: (count) => plural(count, '{0} line', '{0} lines'),
  scatter: (count) => plural(count, '{0} scatter', '{0} scatters'),
  bar: (count) => plural(count, '{0} set of bars', '{0} sets of bars'),
  image: (count) => plural(count, '{0} image', '{0} images'),
  area: (count) => plural(count, '{0} area', '{0} areas'),
  contour: (count) => plural(count, '{0} set of contours', '{0} sets of contours'),
  arrow: (count) => plural(count, '{0} set of arrows', '{0} sets of arrows'),
  text: (count) => plural(count, '{0} text', '{0} texts'),
};

function kinds(series: readonly Series[]): string {
  if (series.length === 0) return t('empty');
  const counts = new Map<Series['kind'], number>();
  for (const { kind } of series) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return joined([...counts].map(([kind, count]) => NUMBERS[kind](count)));
}

function range(figure: Figure, axis: 'x' | 'y'): string {
  const [least, most] = finiteExtent(figure.series.filter(isData), axis);
  if (least > most) return '';
  const label = axis === 'x' ? figure.xlabel : figure.ylabel;
  const name = label === '' || label === axis ? axis : `${axis} (${oneLine(label)})`;
  return t('{0} from {1} to {2}', name, shortNumber(least, 3), shortNumber(most, 3));
}

function isImage({ kind }: Series): boolean {
  return kind === 'image';
}

function imageWords(series: Series): string {
  const [columns, rows] = imageSize(series);
  if (series.channels !== undefined) return t('an image of {0} × {1} colours', rows, columns);
  const size = t('an image of {0} × {1} values', rows, columns);
  const values = series.y.map(toNumber).filter(Number.isFinite);
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  return values.length === 0
    ? size
    : t('{0} from {1} to {2}', size, shortNumber(least, 3), shortNumber(most, 3));
}

/** Each of them has a sentence of its own. */
function plots(figures: readonly Figure[]): string {
  return `${plural(figures.length, '{0} plot', '{0} plots')}${titlesOf(figures)}`;
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
  return `${plural(figures.length, '{0} image of {1}', '{0} images of {1}', all([...new Set(sizes)]))}${titlesOf(figures)}`;
}

/** What is shown, and where each line ends; of scatters how many points there are. */
export function endsSentence(name: string, { series }: Figure): string {
  const ends = series
    .filter(({ kind }) => kind === 'line' || kind === 'scatter')
    .map(({ kind, label, y }) =>
      kind === 'scatter'
        ? `${label}: ${plural(y.length, '{0} point', '{0} points')}`
        : t('{0} ends at {1}', label, shortNumber(toNumber(y.at(-1) ?? 'nan'), 2)),
    );
  return t('{0}. {1}.', name, ends.join('; '));
}
