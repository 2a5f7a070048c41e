/** matplotlib's colour maps: from a number to a colour. They belong to the data, so that they are alike in every theme. */

import { scale, type ColorScheme } from '@observablehq/plot';
import type { Ramp, Real, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';

/** The colour of a number; what is not finite has none. */
export type ColorMap = (value: number) => string | null;

interface Scheme {
  readonly scheme: ColorScheme;
  readonly reverse: boolean;
}

const DEFAULT: ColorScheme = 'viridis';

/** matplotlib's names, in lower case, of maps that are called otherwise here; the nearest one where there is no same. */
const OTHER_NAMES: Readonly<Record<string, Scheme>> = {
  gray: { scheme: 'greys', reverse: true },
  grey: { scheme: 'greys', reverse: true },
  binary: { scheme: 'greys', reverse: false },
  gist_gray: { scheme: 'greys', reverse: true },
  gist_yarg: { scheme: 'greys', reverse: false },
  coolwarm: { scheme: 'rdbu', reverse: true },
  bwr: { scheme: 'rdbu', reverse: true },
  seismic: { scheme: 'rdbu', reverse: true },
  jet: { scheme: 'turbo', reverse: false },
  hot: { scheme: 'inferno', reverse: false },
  spring: { scheme: 'plasma', reverse: false },
  summer: { scheme: 'ylgn', reverse: true },
  hsv: { scheme: 'rainbow', reverse: false },
};

const SAME_NAMES: ReadonlySet<string> = new Set([
  ...['viridis', 'plasma', 'inferno', 'magma', 'cividis', 'turbo', 'rainbow', 'cubehelix'],
  ...['blues', 'greens', 'greys', 'oranges', 'purples', 'reds', 'bugn', 'bupu', 'gnbu', 'orrd', 'pubu'],
  ...['pubugn', 'purd', 'rdpu', 'ylgn', 'ylgnbu', 'ylorbr', 'ylorrd'],
  ...['brbg', 'prgn', 'piyg', 'puor', 'rdbu', 'rdgy', 'rdylbu', 'rdylgn', 'spectral'],
]);

/** What a series says of its colours. */
export type Coloring = Pick<Series, 'cmap' | 'ramp' | 'norm' | 'vmin' | 'vmax'>;

/** The map of a series, over `vmin` … `vmax` or the values that it has. */
export function colorMap(coloring: Coloring, values: readonly Real[]): ColorMap {
  const { cmap, ramp, norm, vmin, vmax } = coloring;
  const forward = norm === 'log' ? Math.log : (value: number): number => value;
  const [least, most] = finiteRange(norm === 'log' ? values.filter((value) => toNumber(value) > 0) : values);
  const low = forward(vmin === undefined ? least : toNumber(vmin));
  const high = forward(vmax === undefined ? most : toNumber(vmax));
  const [start, end] = low < high ? [low, high] : [low - 0.5, low + 0.5];
  const color = ramp === undefined ? scheme(cmap ?? DEFAULT) : mixed(ramp);
  return (value) => {
    const part = (forward(value) - start) / (end - start);
    return Number.isFinite(part) ? color(Math.min(1, Math.max(0, part))) : null;
  };
}

/** The colour at a part from 0 to 1 of a map that is known by its name. */
function scheme(name: string): (part: number) => string {
  const { apply } = scale({ color: { type: 'linear', ...schemeOf(name), domain: [0, 1], clamp: true } });
  return (part) => String(apply(part));
}

/** Colours of matplotlib's maps; a map of steps has fewer. */
export const SHADES = 256;

/** The colour at a part from 0 to 1 of a map whose colours were sent. */
function mixed(ramp: Ramp): (part: number) => string {
  const stops = ramp.map(([place, color]) => ({ place, parts: partsOf(color) }));
  const steps = stops.some(({ place }, index) => place === stops[index - 1]?.place);
  return (given) => {
    const part = steps ? given : Math.min(SHADES - 1, Math.floor(given * SHADES)) / (SHADES - 1);
    const found = stops.findIndex(({ place }) => place > part);
    const next = stops[found < 0 ? stops.length - 1 : found];
    const before = stops[found < 0 ? stops.length - 1 : Math.max(0, found - 1)];
    if (next === undefined || before === undefined) return '#000000';
    const share = next.place === before.place ? 0 : (part - before.place) / (next.place - before.place);
    const parts = before.parts.map((value, index) => value + ((next.parts[index] ?? 0) - value) * share);
    return `#${parts.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
  };
}

/** Red, green and blue of `rgb(1, 2, 3)` or `#010203`. */
export function partsOf(color: string): readonly [number, number, number] {
  const hex = /^#(..)(..)(..)/.exec(color);
  const found =
    hex === null ? (color.match(/\d+/g) ?? []).map(Number) : hex.slice(1).map((two) => parseInt(two, 16));
  return [found[0] ?? 0, found[1] ?? 0, found[2] ?? 0];
}

export function finiteRange(values: readonly Real[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value !== 'number') continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

function schemeOf(name: string): Scheme {
  const lower = name.toLowerCase();
  const turned = lower.endsWith('_r');
  const plain = turned ? lower.slice(0, -2) : lower;
  const known: Scheme = OTHER_NAMES[plain] ?? {
    scheme: (SAME_NAMES.has(plain) ? plain : DEFAULT) as ColorScheme,
    reverse: false,
  };
  return { scheme: known.scheme, reverse: known.reverse !== turned };
}
