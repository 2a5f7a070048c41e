/** matplotlib's colour maps: from a number to a colour. They belong to the data, so that they are alike in every theme. */

import { scale } from '@observablehq/plot';
import type { ColorScheme } from '@observablehq/plot';
import type { Real, Series } from '../../../training/protocol.ts';
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

/** The map of a series, over `vmin` … `vmax` or the values that it has. */
export function colorMap({ cmap, vmin, vmax }: Series, values: readonly Real[]): ColorMap {
  const [least, most] = finiteRange(values);
  const { scheme, reverse } = schemeOf(cmap ?? DEFAULT);
  const low = vmin === undefined ? least : toNumber(vmin);
  const high = vmax === undefined ? most : toNumber(vmax);
  const domain = low < high ? [low, high] : [low - 0.5, low + 0.5];
  const { apply } = scale({ color: { type: 'linear', scheme, reverse, domain, clamp: true } });
  return (value) => (Number.isFinite(value) ? String(apply(value)) : null);
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
