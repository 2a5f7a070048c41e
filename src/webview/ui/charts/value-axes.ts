/** The value axes of a loss chart: what they count, how far they reach, and the curves that are read on each. */

import uPlot from 'uplot';
import { axis, SCALES } from './axis.ts';
import type { Quantity } from '../../../training/protocol/curve-names.ts';
import { mayBeLogarithmic, quantityWord, type Side, type ValueAxes } from './quantities.ts';
import type { ThemeSource } from '../theme.ts';

export type Extent = readonly [least: number, most: number];

export interface ValueAxesModel {
  readonly axes: ValueAxes;
  readonly log: boolean;
  /** What an axis takes in where charts share it; unless given, the values of its own curves. */
  readonly values?: Partial<Record<Side, Extent>>;
}

/** The sides that have an axis, each with what it counts. */
function sidesOf({ left, right }: ValueAxes): readonly (readonly [Side, Quantity])[] {
  return right === null
    ? [['left', left]]
    : [
        ['left', left],
        ['right', right],
      ];
}

/** `model` is asked anew each time: values change without a new plot. */
export function valueScales(model: () => ValueAxesModel): uPlot.Scales {
  const { axes, log } = model();
  return Object.fromEntries(
    sidesOf(axes).map(([side, quantity]) => {
      const isLog = log && mayBeLogarithmic(quantity);
      const range: uPlot.Range.Function = (_, least, most) => {
        const extent = model().values?.[side];
        const [low, high] = extent ?? ([least, most] as const);
        return rangeOf(low, high, quantity, isLog);
      };
      return [SCALES[side], { ...(isLog ? { distr: 3 as const } : {}), range }];
    }),
  );
}

/** Where there are two they are named. */
export function valueAxes(theme: ThemeSource, { axes, log }: ValueAxesModel): uPlot.Axis[] {
  return sidesOf(axes).map(([side, quantity]) => {
    const label = axes.right === null ? '' : quantityWord(quantity);
    return axis({ theme, side, log: log && mayBeLogarithmic(quantity), label });
  });
}

/** Some room around the values; an accuracy is never below 0 nor above 1. */
export function valueRange(least: number, most: number, quantity: Quantity): [number, number] {
  const [low, high] = uPlot.rangeNum(least, most, 0.1, true);
  if (quantity !== 'accuracy' || least < 0 || most > 1) return [low ?? least, high ?? most];
  return [Math.max(0, low ?? least), Math.min(1, high ?? most)];
}

function rangeOf(
  least: number | null,
  most: number | null,
  quantity: Quantity,
  isLog: boolean,
): uPlot.Range.MinMax {
  if (isLog) return wholeDecades(least, most);
  return least === null || most === null ? [null, null] : valueRange(least, most, quantity);
}

/** A range that ends at powers of ten, at least one of them wide. */
export function wholeDecades(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null || least <= 0) return [0.1, 1];
  const first = Math.floor(Math.log10(least));
  const last = Math.max(first + 1, Math.ceil(Math.log10(most)));
  return [10 ** first, 10 ** last];
}
