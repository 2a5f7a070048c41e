/** The loss over the plane of the two numbers that a model learns, as contours with the way of the descent on them. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Figure, Real, Series, Surface } from '../../../training/protocol/protocol.ts';
import { shortNumber, toNumber } from '../numbers.ts';
import { t } from '../words.ts';

/** Lines of equal loss. */
const LEVELS = 11;

export function surfaceFigure(surface: Surface): Figure {
  const { names, x, y, path, random } = surface;
  return {
    ...EMPTY_FIGURE,
    xlabel: names[0],
    ylabel: names[1],
    xlim: endsOf(x),
    ylim: endsOf(y),
    series: [contours(surface), way(path), ...marks(surface)],
    ...(random
      ? { note: t('In training the loss varies at random (dropout); drawn is the loss without.') }
      : {}),
  };
}

function contours({ x, y, loss }: Surface): Series {
  return {
    kind: 'contour',
    label: '',
    x,
    y,
    values: loss,
    columns: x.length,
    levels: levelsOf(loss),
    color: 'C0',
    alpha: 0.65,
  };
}

/** Evenly spaced in the root of the height above the lowest point: rings of a bowl, evenly apart. */
function levelsOf(loss: readonly Real[]): readonly number[] {
  const [low, high] = rangeOf(loss);
  return [...Array(LEVELS).keys()].map((index) => low + (high - low) * ((index + 0.5) / LEVELS) ** 2);
}

function rangeOf(values: readonly Real[]): readonly [number, number] {
  const finite = values.map(toNumber).filter(Number.isFinite);
  return [
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}

function way(path: Surface['path']): Series {
  return {
    kind: 'line',
    label: t('weights, epoch by epoch'),
    x: path.map(([across]) => across),
    y: path.map(([, up]) => up),
    format: 'o-',
    color: 'C1',
  };
}

function marks({ path, true: truth }: Surface): readonly Series[] {
  const start = path[0];
  const at = (label: string, point: readonly [Real, Real], format: string, color: string): Series => ({
    kind: 'scatter',
    label,
    x: [point[0]],
    y: [point[1]],
    format,
    color,
    sizes: [70],
  });
  return [
    ...(start === undefined ? [] : [at(t('start'), start, 's', 'C1')]),
    ...(truth === null ? [] : [at(t('true'), truth, 'x', 'black')]),
  ];
}

function endsOf(places: readonly Real[]): readonly [Real, Real] {
  return [places[0] ?? 0, places.at(-1) ?? 1];
}

/** `Loss over w and b: from 0.0001 at (2.01, 4.19) to 12. The weights went from (0, 0) to (1.9, 4) in 5 epochs.` */
export function surfaceSentence({ names, x, y, loss, path }: Surface): string {
  const [low, high] = rangeOf(loss);
  const lowest = loss.findIndex((value) => value === low);
  const place = pair([x[lowest % x.length] ?? 'nan', y[Math.floor(lowest / x.length)] ?? 'nan']);
  const drawn = t(
    'Loss over {0} and {1}: from {2} near {3} to {4}.',
    ...names,
    shortNumber(low, 3),
    place,
    shortNumber(high, 3),
  );
  const [first, last] = [path[0], path.at(-1)];
  return first === undefined || last === undefined
    ? drawn
    : `${drawn} ${t('The weights went from {0} to {1}.', pair(first), pair(last))}`;
}

function pair([across, up]: readonly [Real, Real]): string {
  return `(${shortNumber(toNumber(across), 3)}, ${shortNumber(toNumber(up), 3)})`;
}
