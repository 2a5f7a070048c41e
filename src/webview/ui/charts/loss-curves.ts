/** Which curves are drawn, and how they are called: pure functions. */

import type { Curve, Fit } from '../../../run-model/state.ts';
import { isValidation, quantityOf } from '../../../training/protocol/curve-names.ts';
import { toNumber } from '../numbers.ts';
import { mayBeLogarithmic } from './quantities.ts';
import { t } from '../words.ts';

/** A curve with all that drawing it takes. */
export interface ShownCurve {
  /** `train`, `validation`, with the fit's number in front when several fits are shown, or a pinned run's name. */
  readonly label: string;
  /** Curves of one entry share a place in the legend; each of the newest run has one of its own. */
  readonly entry: string;
  /** Index into the theme's series colours; counts on from there. */
  readonly color: number;
  /** Validation is dashed, so that the two differ without colour. */
  readonly dashed: boolean;
  /** Of a pinned run: drawn behind, dimmed. */
  readonly pinned: boolean;
  /** Of a sweep's run, or of one of many fits: its place among the others, from 0 to 1. */
  readonly shade?: number;
  readonly curve: Curve;
}

/** Index of a fit, all of them in one chart, or each in a small chart of its own. */
export type FitChoice = number | 'all' | 'each';

/** So many fits of one run in one chart; from {@link MANY_FITS} on their colours go from the first one's to the last one's. */
const MAX_OVERLAID_FITS = 48;

/** More fits than this have no colours that can be told apart. */
const MANY_FITS = 6;

/** Small charts. */
const MAX_SMALL_CHARTS = 12;

/** How many fits a view of several has room for. */
export function mostFits(view: 'all' | 'each'): number {
  return view === 'all' ? MAX_OVERLAID_FITS : MAX_SMALL_CHARTS;
}

/** The fits that are drawn, in one chart or in several. */
export function chosenFits(fits: readonly Fit[], choice: FitChoice): readonly Fit[] {
  return typeof choice === 'number' ? fits.slice(choice, choice + 1) : fits.slice(0, mostFits(choice));
}

/** `train_loss` is called `train`, `val_loss` `validation`, `val_acc` `validation accuracy`, anything else by its own words. */
export function curveName(label: string): string {
  if (label === 'train_loss') return t('train');
  if (label === 'val_loss') return t('validation');
  const measured = label
    .replace(/^val_/, '')
    .replaceAll('_', ' ')
    .replace(/\bacc\b/, t('accuracy'))
    .replace(/\bppl\b/, t('perplexity'));
  return label.startsWith('val_') ? t('validation {0}', measured) : measured;
}

/** `training loss`, `validation loss`, else the curve's own words: for a sentence. */
export function quantityName(label: string): string {
  if (label === 'train_loss') return t('training loss');
  return label === 'val_loss' ? t('validation loss') : curveName(label);
}

/** Whether the curve has its values on an axis of decades, where one is asked for. */
function isLogarithmic({ label }: Curve): boolean {
  return mayBeLogarithmic(quantityOf(label));
}

/** The curves of the chosen fit; for `all` one colour per fit instead of one per curve. */
export function shownCurves(fits: readonly Fit[], choice: number | 'all'): readonly ShownCurve[] {
  if (choice !== 'all') {
    return (fits[choice]?.curves ?? []).map((curve, index) => ownCurve(curve, curveName(curve.label), index));
  }
  const drawn = chosenFits(fits, choice);
  if (drawn.length > MANY_FITS) return drawn.flatMap((fit, index) => shadedCurves(fit, index, drawn.length));
  return drawn.flatMap((fit, index) =>
    fit.curves.map((curve) => ownCurve(curve, numbered(index, curve), index)),
  );
}

/** One entry of the legend for all curves of a fit. */
function shadedCurves(fit: Fit, index: number, count: number): readonly ShownCurve[] {
  return fit.curves.map((curve) => ({
    ...ownCurve(curve, numbered(index, curve), 0),
    entry: t('fit {0}', index + 1),
    shade: index / (count - 1),
  }));
}

/** `2 validation`, of the second fit. */
export function numbered(fit: number, { label }: Curve): string {
  return `${String(fit + 1)} ${curveName(label)}`;
}

export function ownCurve(curve: Curve, label: string, color: number): ShownCurve {
  return { label, entry: label, color, dashed: isValidation(curve.label), pinned: false, curve };
}

/** A pinned run as the charts and the weights name it, with its fit that stands beside the chosen one. */
export interface PinnedFit {
  readonly label: string;
  readonly fit: Fit;
}

/** The first two colours belong to the newest run. */
const FIRST_PINNED_COLOR = 2;

/** Curves of pinned runs: one colour and one entry of the legend per run. */
export function pinnedCurves(pinned: readonly PinnedFit[]): readonly ShownCurve[] {
  return pinned.flatMap(({ label, fit }, index) =>
    fit.curves.map((curve) => ({
      label,
      entry: label,
      color: FIRST_PINNED_COLOR + index,
      dashed: isValidation(curve.label),
      pinned: true,
      curve,
    })),
  );
}

/** Made anew with each state: compared by what they hold. */
export function samePinned(left: readonly PinnedFit[], right: readonly PinnedFit[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ label, fit }, index) => label === right[index]?.label && fit === right[index].fit)
  );
}

/** Right end of the base axis: what is yet to come of a fit that trains, what there is of one that is over. */
export function lastEpoch(fits: readonly Fit[]): number {
  return Math.max(1, ...fits.map(lastOf));
}

/** Part of the axis at the least that a fit has reached: a curve of a hundredth of it would be a line upright. */
const LEAST_SHARE = 1 / 50;

function lastOf({ epochs, completed, curves }: Fit): number {
  const ends = curves.map(({ last }) => (last === null ? 0 : toNumber(last[0])));
  const reached = Math.max(0, ...ends.filter(Number.isFinite));
  if (completed !== null) return Math.max(completed, reached);
  return reached > 0 && reached < LEAST_SHARE * epochs ? roundedUp(4 * reached) : Math.max(epochs, reached);
}

/** To 1, 2 or 5 times a power of ten, so that the axis changes seldom. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((digit) => digit * power >= value) ?? 10);
}

/** What the axis counts: `epoch`, `step`, or both where fits of both kinds are drawn. */
export function unitName(fits: readonly Fit[]): string {
  const units = new Set(fits.map(({ unit }) => unit));
  return units.size === 0 ? 'epoch' : [...units].sort().join(' or ');
}

/** Decades of values from which a linear axis hides most of what happens. */
const LOG_DECADES = 3;

/** Whether the positive finite values span three decades or more. */
export function spansDecades(curves: readonly ShownCurve[]): boolean {
  let least = Infinity;
  let most = 0;
  for (const { curve } of curves.filter((shown) => isLogarithmic(shown.curve))) {
    for (const [, y] of curve.points) {
      if (typeof y !== 'number' || y <= 0) continue;
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
  }
  return most > 0 && Math.log10(most / least) >= LOG_DECADES;
}

/** The lowest and the highest value that is drawn of some curves; null: there is none. */
export function valueExtent(curves: readonly ShownCurve[], log: boolean): readonly [number, number] | null {
  const [, ...columns] = alignCurves(
    curves.map(({ curve }) => curve),
    log,
  );
  let [least, most] = [Infinity, -Infinity];
  for (const value of columns.flat()) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least <= most ? [least, most] : null;
}

/** Columns of one table: ascending `x`, and per curve the value there, null where it has none. */
export type Aligned = [x: number[], ...ys: (number | null)[][]];

/**
 * The curves on one common axis. A curve ends before its first value that is infinite or NaN; on a logarithmic axis values at or
 * below zero are left out.
 */
export function alignCurves(curves: readonly Curve[], log: boolean): Aligned {
  const drawn = curves.map((curve) => finitePart(curve, log));
  // A typed array sorts numbers several times faster, and this happens in every frame of a training.
  const xs = Array.from(Float64Array.from(new Set(drawn.flatMap((points) => [...points.keys()]))).sort());
  return [xs, ...drawn.map((points) => xs.map((x) => points.get(x) ?? null))];
}

function finitePart(curve: Curve, wantsLog: boolean): ReadonlyMap<number, number> {
  const log = wantsLog && isLogarithmic(curve);
  const drawn = new Map<number, number>();
  const points = [...curve.points, ...curve.open, ...(curve.last === null ? [] : [curve.last])];
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
  return curves
    .filter(({ curve }) => isLogarithmic(curve))
    .reduce(
      (sum, { curve }) => sum + curve.points.filter(([, y]) => typeof y === 'number' && y <= 0).length,
      0,
    );
}
