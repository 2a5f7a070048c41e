/** How a series of a figure looks: matplotlib's format strings (`m--`, `o`, `C1-.`) and options, in the theme's colours. */

import type { Figure, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';

/** Index into the theme's series colours; null: the foreground; text: a colour of CSS. */
export type LookColor = number | string | null;

export interface SeriesLook {
  readonly color: LookColor;
  /** Lengths of dashes and gaps in widths of the line; empty: solid; null: no line. */
  readonly dash: readonly number[] | null;
  /** Whether points are marked. */
  readonly markers: boolean;
  /** matplotlib's letter of the marks. */
  readonly marker: string;
}

/** Names of colours, as indices of {@link Theme.series} (blue, yellow, green, purple, red) where the theme has them. */
const NAMES: Readonly<Record<string, LookColor>> = {
  blue: 0,
  green: 2,
  magenta: 3,
  purple: 3,
  yellow: 1,
  red: 4,
  cyan: 'darkcyan',
  black: null,
  white: '#ffffff',
};

/** `C0` … `C9`, matplotlib's cycle: blue, orange, green, red and purple are the theme's, the others its own. */
const CYCLE: readonly LookColor[] = [0, 1, 2, 4, 3, '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf'];

const LETTERS: Readonly<Record<string, string>> = {
  b: 'blue',
  g: 'green',
  m: 'magenta',
  y: 'yellow',
  r: 'red',
  c: 'cyan',
  k: 'black',
  w: 'white',
};

/** matplotlib's `lines.dashed_pattern` and its like. */
const LINES: readonly (readonly [string, readonly number[]])[] = [
  ['--', [3.7, 1.6]],
  ['-.', [6.4, 1.6, 1, 1.6]],
  [':', [1, 1.65]],
  ['-', []],
];

const MARKERS = /[.,ov^<>12348spP*hH+xXDd|_]/;

/** How series number `index` of a figure looks; its own colour and format string rule where it has them. */
export function seriesLook(series: Series, index: number): SeriesLook {
  const { color, line, marker } = formatParts(series.format ?? '');
  const markers = series.kind === 'scatter' || marker !== undefined;
  const lineless = series.kind === 'scatter' || (line === undefined && markers);
  const named = series.color ?? color;
  const width = toNumber(series.linewidth ?? 1.5) || 1;
  const own = series.dashes?.map((length) => toNumber(length) / width);
  return {
    color: named === undefined ? index : namedColor(named),
    dash: lineless ? null : (own ?? line ?? []),
    markers,
    marker: marker ?? 'o',
  };
}

/** The dashes of matplotlib's letters for a line (`--`), in widths of the line. */
export function dashOf(letters: string): readonly number[] {
  return LINES.find(([mark]) => mark === letters)?.[1] ?? [];
}

interface FormatParts {
  readonly color: string | undefined;
  readonly line: readonly number[] | undefined;
  readonly marker: string | undefined;
}

function formatParts(text: string): FormatParts {
  const numbered = /C\d/.exec(text)?.[0];
  const format = text.replace(/C\d/, '');
  const line = LINES.find(([mark]) => format.includes(mark));
  const rest = line === undefined ? format : format.replace(line[0], '');
  const letter = [...rest].find((character) => character in LETTERS) ?? '';
  return {
    color: numbered ?? LETTERS[letter],
    line: line?.[1],
    marker: MARKERS.exec(rest.replace(letter, ''))?.[0],
  };
}

/** `C3`, a colour's name in CSS or `#rrggbb`. */
function namedColor(name: string): LookColor {
  const turn = /^C(\d)$/.exec(name);
  if (turn !== null) return CYCLE[Number(turn[1])] ?? 0;
  return name in NAMES ? (NAMES[name] ?? null) : name;
}

/** The colour in a theme. Where the theme's own run out they come again, paler. */
export function themeColor(color: LookColor, { series, foreground }: Theme): string {
  if (color === null) return plain(foreground);
  if (typeof color === 'string') return color === 'none' ? color : plain(color);
  const full = series[color % series.length] ?? foreground;
  return color < series.length ? plain(full) : `color-mix(in srgb, ${full} 55%, ${foreground})`;
}

/** A colour that the exercise named, in a theme. */
export function paintOf(name: string, theme: Theme): string {
  return themeColor(namedColor(name), theme);
}

/**
 * The theme for what is drawn onto colours of its own, alike in every theme (an image, filled contours): there black is
 * black, so that it is read on them.
 */
export function themeOver(figure: Figure, theme: Theme): Theme {
  const covered = figure.series.some(({ kind, filled }) => kind === 'image' || filled === true);
  return covered ? { ...theme, foreground: '#000000' } : theme;
}

/** Plot takes a word for the name of a column unless it knows it for a colour; it does not know the system's. */
function plain(color: string): string {
  return /^#|\(/.test(color) ? color : `color-mix(in srgb, ${color} 100%, transparent)`;
}
