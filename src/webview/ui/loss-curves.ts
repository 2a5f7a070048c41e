/** Which curves are drawn, and how they are called: pure functions. */

import type { Curve, Fit } from '../state.ts';
import { toNumber } from './numbers.ts';

/** A curve with all that drawing it takes. */
export interface ShownCurve {
  /** `train`, `validation`, or with the fit's number in front when several fits are shown. */
  readonly label: string;
  /** Index into the theme's series colours; counts on from there. */
  readonly color: number;
  /** Validation is dashed, so that the two differ without colour. */
  readonly dashed: boolean;
  readonly curve: Curve;
}

/** Index of a fit, or all of them in one chart. */
export type FitChoice = number | 'all';

/** More curves than this in one chart cannot be told apart. */
export const MAX_OVERLAID_FITS = 6;

/** `train_loss` is called `train`, `val_loss` `validation`, anything else by its own words. */
export function curveName(label: string): string {
  if (label === 'train_loss') return 'train';
  if (label === 'val_loss') return 'validation';
  return label.replace(/^val_/, 'validation ').replaceAll('_', ' ');
}

export function isValidation(label: string): boolean {
  return /^val(_|idation|$)/.test(label);
}

/** The curves of the chosen fit; for `all` one colour per fit instead of one per curve. */
export function shownCurves(fits: readonly Fit[], choice: FitChoice): readonly ShownCurve[] {
  if (choice !== 'all') {
    return (fits[choice]?.curves ?? []).map((curve, index) => ({
      label: curveName(curve.label),
      color: index,
      dashed: isValidation(curve.label),
      curve,
    }));
  }
  return fits.slice(0, MAX_OVERLAID_FITS).flatMap((fit, index) =>
    fit.curves.map((curve) => ({
      label: `${String(index + 1)} ${curveName(curve.label)}`,
      color: index,
      dashed: isValidation(curve.label),
      curve,
    })),
  );
}

/** Epochs on the axis: what was asked for, or more where the points went further. */
export function lastEpoch(fits: readonly Fit[], choice: FitChoice): number {
  const chosen = choice === 'all' ? fits.slice(0, MAX_OVERLAID_FITS) : fits.slice(choice, choice + 1);
  const ends = chosen.flatMap((fit) => [
    fit.epochs,
    ...fit.curves.map((curve) => (curve.last === null ? 0 : toNumber(curve.last[0]))),
  ]);
  return Math.max(1, ...ends.filter(Number.isFinite));
}

/** Decades of values from which a linear axis hides most of what happens. */
const LOG_DECADES = 3;

/** Whether the positive finite values span three decades or more. */
export function spansDecades(curves: readonly ShownCurve[]): boolean {
  let least = Infinity;
  let most = 0;
  for (const { curve } of curves) {
    for (const [, y] of curve.points) {
      if (typeof y !== 'number' || y <= 0) continue;
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
  }
  return most > 0 && Math.log10(most / least) >= LOG_DECADES;
}

/** Columns of one table: ascending `x`, and per curve the value there, null where it has none. */
export type Aligned = [x: number[], ...ys: (number | null)[][]];

/**
 * The curves on one common axis. A curve ends before its first value that is infinite or NaN; on a logarithmic axis values at or
 * below zero are left out.
 */
export function alignCurves(curves: readonly Curve[], log: boolean): Aligned {
  const drawn = curves.map((curve) => finitePart(curve, log));
  const xs = [...new Set(drawn.flatMap((points) => [...points.keys()]))].sort((a, b) => a - b);
  return [xs, ...drawn.map((points) => xs.map((x) => points.get(x) ?? null))];
}

function finitePart(curve: Curve, log: boolean): ReadonlyMap<number, number> {
  const drawn = new Map<number, number>();
  const points = curve.last === null ? curve.points : [...curve.points, curve.last];
  for (const point of points) {
    const [x, y] = [toNumber(point[0]), toNumber(point[1])];
    if (!Number.isFinite(y) || isPast(x, curve)) break;
    if (Number.isFinite(x) && (!log || y > 0)) drawn.set(x, y);
  }
  return drawn;
}

/** A curve thinned beyond its divergence still has points after it. */
function isPast(x: number, curve: Curve): boolean {
  return curve.diverged !== null && x >= toNumber(curve.diverged[0]);
}

/** How many finite values a logarithmic axis cannot show. */
export function countNotPositive(curves: readonly ShownCurve[]): number {
  return curves.reduce(
    (sum, { curve }) => sum + curve.points.filter(([, y]) => typeof y === 'number' && y <= 0).length,
    0,
  );
}
