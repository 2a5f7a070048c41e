/** A series as it is drawn: its look, and its points in the numbers of the axes. */

import type { Figure, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { isAcross, type Span } from './domain.ts';
import type { SeriesLook } from './look.ts';
import type { Box, Scaling } from './scaling.ts';

/** A series with all that its marks need. */
export interface Drawn {
  readonly series: Series;
  readonly look: SeriesLook;
  readonly color: string;
  readonly theme: Theme;
  readonly x: Scaling;
  readonly y: Scaling;
  readonly box: Box;
  readonly figure: Figure;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points of a series in the axes' numbers; its infinite ends lie on the edges where it reaches across. */
export function pointsOf({ series, x, y }: Pick<Drawn, 'series' | 'x' | 'y'>): readonly Point[] {
  const [xs, ys] = [placesAlong(series, 'x', x.domain), placesAlong(series, 'y', y.domain)];
  return xs.map((place, index) => ({ x: place, y: ys[index] ?? NaN }));
}

function placesAlong(series: Series, axis: 'x' | 'y', [start, end]: Span): readonly number[] {
  const own = (axis === 'x' ? series.x : series.y).map(toNumber);
  if (!isAcross(series, axis)) return own.map((value) => (Number.isFinite(value) ? value : NaN));
  return own.map((value) => (value < 0 ? Math.min(start, end) : Math.max(start, end)));
}
