/** What a figure's legend names, and how the marks of its entries look. */

import type { Figure, Legend, LegendEntry, Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { paintOf, seriesLook, themeColor, type SeriesLook } from './look.ts';

/** What stands before an entry's words. */
export interface Handle {
  readonly shape: 'line' | 'patch' | 'marker';
  readonly color: string;
  readonly look: SeriesLook;
  readonly series: Series;
  /** Of a patch's outline; undefined: none. */
  readonly edge: string | undefined;
}

export interface ShownEntry {
  readonly label: string;
  /** Drawn over each other. */
  readonly handles: readonly Handle[];
}

/** The legend of a figure; null: none. Figures that are not matplotlib's name all their series that have a name. */
export function legendOf(figure: Figure): Legend | null {
  if (figure.legend !== undefined) return figure.legend.entries.length === 0 ? null : figure.legend;
  if (figure.size !== undefined) return null;
  const entries = figure.series.flatMap(({ label }, index): LegendEntry[] =>
    label === '' || label.startsWith('_') ? [] : [{ label, series: [index] }],
  );
  return entries.length === 0 ? null : { entries, loc: 'above' };
}

/** Its entries with their marks. */
export function entriesOf(legend: Legend, figure: Figure, theme: Theme): readonly ShownEntry[] {
  const all = [figure, ...(figure.twins ?? [])].flatMap(({ series }) => series);
  return legend.entries.map(({ label, series }) => ({
    label,
    handles: series.flatMap((index) => {
      const one = all[index];
      return one === undefined ? [] : [handleOf(one, index, theme)];
    }),
  }));
}

function handleOf(series: Series, index: number, theme: Theme): Handle {
  const look = seriesLook(series, index);
  const shape =
    series.kind === 'line' || series.kind === 'contour'
      ? 'line'
      : series.kind === 'scatter'
        ? 'marker'
        : 'patch';
  const first = series.colors?.[0];
  const color = first === undefined ? themeColor(look.color, theme) : paintOf(first, theme);
  const edge = series.edgecolor === undefined ? undefined : paintOf(series.edgecolor, theme);
  return { shape, color, look, series, edge };
}

/** Diameter of a marker in points. */
export function markerSize({ kind, sizes, markersize }: Series): number {
  const [size = 36] = (sizes ?? []).map(toNumber);
  return kind === 'scatter' ? Math.min(12, Math.sqrt(size)) : toNumber(markersize ?? 6);
}
