/** Colours and widths of what a series draws. */

import type { Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { colorMap } from './color-map.ts';
import { paintOf } from './look.ts';
import { POINT } from './words.ts';

/** matplotlib's, in points. */
export const LINE_WIDTH = 1.5;

/** Every n-th, so that no more than `most` are left. */
export function everyNth<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / most);
  return step <= 1 ? items : items.filter((_, index) => index % step === 0);
}

/** A colour that is taken as it is, not as a value for a scale of colours. */
export const paint = { value: ({ color }: { readonly color: string }): string => color, scale: null };
export const edgePaint = { value: ({ edge }: { readonly edge: string }): string => edge, scale: null };

/** Width of a line in CSS pixels. */
export function lineWidth({ linewidth }: Series): number {
  return Math.max(0.5, toNumber(linewidth ?? LINE_WIDTH) * POINT);
}

/** The colour of each point, bar or area. */
export function pointColors(series: Series, color: string, theme: Theme): (index: number) => string {
  if (series.values !== undefined) {
    const values = series.values.map(toNumber);
    const map = colorMap(series, series.values);
    return (index) => map(values[index] ?? NaN) ?? 'none';
  }
  const own = series.colors?.map((name) => paintOf(name, theme));
  return (index) => own?.[index % own.length] ?? color;
}
