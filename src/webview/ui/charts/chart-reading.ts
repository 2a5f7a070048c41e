/** What stands under the cursor of a loss chart, and where keys move it. */

import type uPlot from 'uplot';
import { positionName, positionText, shortNumber } from '../numbers.ts';
import type { ShownCurve } from './loss-curves.ts';

/** The values under the cursor. */
export interface Reading {
  readonly epoch: number;
  /** What `epoch` counts. */
  readonly unit: string;
  /** In the order of the curves; null where one has no point nearby. */
  readonly values: readonly { readonly curve: ShownCurve; readonly value: number | null }[];
}

/** What of a chart is read. */
interface ReadChart {
  readonly curves: readonly ShownCurve[];
  readonly unit: string;
}

/** Where a key leads from place `at` of `count`; null: from nowhere. */
export function targetIndex(key: string, at: number | null, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, at === null ? 0 : at + 1);
    case 'ArrowLeft':
      return Math.max(0, at === null ? count - 1 : at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The values at the cursor; null: it is on none. */
export function reading(plot: uPlot, { unit, curves }: ReadChart): Reading | null {
  const { idx, idxs } = plot.cursor;
  const epoch = idx === null || idx === undefined ? undefined : plot.data[0][idx];
  if (epoch === undefined) return null;
  const values = curves.map((curve, index) => {
    const at = idxs?.[index + 1];
    return {
      curve,
      value: at === null || at === undefined ? null : (plot.data[index + 1]?.[at] ?? null),
    };
  });
  return { epoch, unit, values };
}

/** `epoch 1.5: train 0.57, validation 0.31`. */
export function readingText(read: Reading | null): string {
  if (read === null) return '';
  const values = read.values.flatMap(({ curve: { label }, value }) =>
    value === null ? [] : [`${label} ${shortNumber(value, 3)}`],
  );
  return `${positionName(read.unit, positionText(read.epoch, read.unit))}: ${values.join(', ')}`;
}

type Column = ArrayLike<number | null | undefined> | undefined;

/** Index of the point nearest to `index` that the curve has; `index` itself where it has none. */
export function nearestPoint(column: Column, index: number): number {
  const count = column?.length ?? 0;
  for (let distance = 0; distance < count; distance += 1) {
    if ((column?.[index - distance] ?? null) !== null) return index - distance;
    if ((column?.[index + distance] ?? null) !== null) return index + distance;
  }
  return index;
}

/** Curves of few points show each of them, so that a single one is seen at all. */
export function isShort(column: Column): boolean {
  let points = 0;
  for (let index = 0; index < (column?.length ?? 0); index += 1) {
    if ((column?.[index] ?? null) !== null) points += 1;
    if (points > 12) return false;
  }
  return true;
}
