/** matplotlib's format strings (`m--`, `o`, `C1-.`) as looks in the theme's colours. */

import type { Series } from '../../training/protocol.ts';

export interface SeriesLook {
  /** Index into the theme's series colours; null: the foreground. */
  readonly color: number | null;
  /** Lengths of dashes and gaps in CSS pixels; empty: solid; null: no line. */
  readonly dash: readonly number[] | null;
  /** Whether points are marked; every marker is drawn as a disc. */
  readonly markers: boolean;
}

/** Letters of matplotlib's colours, as indices of {@link Theme.series} (blue, yellow, green, purple, red). */
const LETTERS: Readonly<Record<string, number | null>> = {
  b: 0,
  g: 2,
  m: 3,
  y: 1,
  r: 4,
  c: 0,
  k: null,
  w: null,
};

const LINES: readonly (readonly [string, readonly number[]])[] = [
  ['--', [6, 4]],
  ['-.', [6, 3, 1.5, 3]],
  [':', [1.5, 3]],
  ['-', []],
];

const MARKERS = /[.,ov^<>12348spP*hH+xXDd|_]/;

/** How series number `index` of a figure looks; its format string rules where it has one. */
export function seriesLook(series: Series, index: number): SeriesLook {
  const numbered = /C(\d)/.exec(series.format ?? '');
  const format = (series.format ?? '').replace(/C\d/, '');
  const line = LINES.find(([mark]) => format.includes(mark));
  const rest = line === undefined ? format : format.replace(line[0], '');
  const letter = [...rest].find((character) => character in LETTERS);
  const markers =
    series.kind === 'scatter' || MARKERS.test(letter === undefined ? rest : rest.replace(letter, ''));
  const lineless = series.kind === 'scatter' || (line === undefined && markers);
  const color =
    numbered !== null ? Number(numbered[1]) : letter === undefined ? index : (LETTERS[letter] ?? null);
  return { color, dash: lineless ? null : (line?.[1] ?? []), markers };
}
