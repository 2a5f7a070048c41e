/** How a series of a figure looks: matplotlib's format strings (`m--`, `o`, `C1-.`) and options, in the theme's colours. */

import type { Series } from '../../../training/protocol.ts';
import type { Theme } from '../theme.ts';

/** Index into the theme's series colours; null: the foreground; text: a colour of CSS. */
export type LookColor = number | string | null;

export interface SeriesLook {
  readonly color: LookColor;
  /** Lengths of dashes and gaps in CSS pixels; empty: solid; null: no line. */
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
  white: null,
};

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

const LINES: readonly (readonly [string, readonly number[]])[] = [
  ['--', [6, 4]],
  ['-.', [6, 3, 1.5, 3]],
  [':', [1.5, 3]],
  ['-', []],
];

const MARKERS = /[.,ov^<>12348spP*hH+xXDd|_]/;

/** How series number `index` of a figure looks; its own colour and format string rule where it has them. */
export function seriesLook(series: Series, index: number): SeriesLook {
  const { color, line, marker } = formatParts(series.format ?? '');
  const markers = series.kind === 'scatter' || marker !== undefined;
  const lineless = series.kind === 'scatter' || (line === undefined && markers);
  const named = series.color ?? color;
  return {
    color: named === undefined ? index : namedColor(named),
    dash: lineless ? null : (line ?? []),
    markers,
    marker: marker ?? 'o',
  };
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
export function namedColor(name: string): LookColor {
  const turn = /^C(\d)$/.exec(name);
  if (turn !== null) return Number(turn[1]);
  return name in NAMES ? (NAMES[name] ?? null) : name;
}

/** The colour in a theme. Where the theme's own run out they come again, paler. */
export function themeColor(color: LookColor, { series, foreground }: Theme): string {
  if (color === null) return plain(foreground);
  if (typeof color === 'string') return plain(color);
  const full = series[color % series.length] ?? foreground;
  return color < series.length ? plain(full) : `color-mix(in srgb, ${full} 55%, ${foreground})`;
}

/** Plot takes a word for the name of a column unless it knows it for a colour; it does not know the system's. */
function plain(color: string): string {
  return /^#|\(/.test(color) ? color : `color-mix(in srgb, ${color} 100%, transparent)`;
}
