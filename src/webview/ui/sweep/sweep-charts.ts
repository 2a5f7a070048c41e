/** What the charts of a sweep show, from its runs: pure functions. */

import type { SweepRow, Spread } from '../../../sweep/rows.ts';
import type { Curve } from '../../../run-model/fit.ts';
import type { Sweep } from '../../../run-model/sweep.ts';
import { isValidation } from '../../../training/protocol/curve-names.ts';
import { hasDiverged } from '../../../training/protocol/fit-end.ts';
import { curveName, spansDecades, type ShownCurve } from '../charts/loss-curves.ts';
import { toNumber } from '../numbers.ts';
import type { SweepPlotModel, SweepSeries } from './sweep-plot.ts';
import { sweptText } from './sweep-text.ts';
import { t } from '../words.ts';

/** The curves of one label: a colour for each value, in the order of the values. */
export function sweepShownCurves(sweep: Sweep, label: string): readonly ShownCurve[] {
  const ranks = ranksOf(sweep);
  const own = sweep.runs.flatMap((run) => {
    const curves = run.curves.filter((curve) => curve.label === label);
    return curves.map((curve) => ({
      isDiverging: hasDiverged(run),
      shown: shownCurve(sweep, run.at, curve, ranks),
    }));
  });
  const top = topOf(own.flatMap(({ isDiverging, shown }) => (isDiverging ? [] : [shown])));
  return own.map(({ isDiverging, shown }) =>
    isDiverging ? { ...shown, curve: below(top, shown.curve) } : shown,
  );
}

function shownCurve({ values }: Sweep, at: number, curve: Curve, ranks: readonly number[]): ShownCurve {
  const entry = sweptText(values[at] ?? '');
  return { label: entry, entry, color: 0, dashed: false, pinned: false, shade: ranks[at] ?? 0, curve };
}

/** How far above the others a curve that diverges is followed, on either axis: further up it would flatten the others. */
const HEADROOM = { linear: 1.5, log: 10 };

function topOf(converging: readonly ShownCurve[]): number {
  const values = converging.flatMap(({ curve }) => curve.points.map(([, y]) => toNumber(y)));
  const most = Math.max(0, ...values.filter(Number.isFinite));
  if (most === 0) return Infinity;
  return most * (spansDecades(converging) ? HEADROOM.log : HEADROOM.linear);
}

function below(top: number, curve: Curve): Curve {
  const beyond = curve.points.findIndex(([, y]) => !(toNumber(y) <= top));
  return beyond < 0 ? curve : { ...curve, points: curve.points.slice(0, beyond), last: null };
}

/** Each value's place among all from 0 to 1: numbers by size, others as they were given. */
export function ranksOf({ values }: Pick<Sweep, 'values'>): readonly number[] {
  const order = ascending(values);
  return values.map((_, index) => (values.length < 2 ? 0 : order.indexOf(index) / (values.length - 1)));
}

/** Right end of the curves' axis. */
export function lastPoint(curves: readonly ShownCurve[]): number {
  const ends = curves.map(({ curve }) => (curve.last === null ? 0 : toNumber(curve.last[0])));
  return Math.max(1, ...ends.filter(Number.isFinite));
}

function ascending(values: Sweep['values']): readonly number[] {
  const indices = values.map((_, index) => index);
  const isNumeric = values.every((value) => typeof value === 'number');
  return isNumeric ? indices.toSorted((a, b) => Number(values[a]) - Number(values[b])) : indices;
}

/** Decades from which on an axis is logarithmic. */
const LOG_RATIO = 100;

export function sweepPlotModel(name: string, rows: readonly SweepRow[], sentence: string): SweepPlotModel {
  const order = ascending(rows.map(({ value }) => value));
  const sorted = order.flatMap((index) => rows[index] ?? []);
  const isNumeric = rows.every(({ value }) => typeof value === 'number');
  const xs = sorted.map(({ value }, place) => (isNumeric ? Number(value) : place));
  const series = plotSeries(sorted);
  return {
    name,
    xs,
    texts: sorted.map(({ value }) => sweptText(value)),
    isNumeric,
    xLog: isNumeric && spansHundredfold(xs),
    yLog: spansHundredfold(
      series.flatMap(({ spreads }) => spreads.flatMap((spread) => (spread === null ? [] : [spread.mean]))),
    ),
    series,
    bad: sorted.flatMap(({ problems }, place) => (problems.length > 0 ? [place] : [])),
    sentence,
  };
}

/** Losses in the loss chart's own colours, then the weight error. */
function plotSeries(rows: readonly SweepRow[]): readonly SweepSeries[] {
  const labels = rows[0]?.losses.map(({ label }) => label) ?? [];
  const spreadsOf = (spreadIn: (row: SweepRow) => Spread | null | undefined): readonly (Spread | null)[] =>
    rows.map((row) => spreadIn(row) ?? null);
  const losses = labels.map((label, color) => ({
    label: curveName(label),
    color,
    dashed: isValidation(label),
    spreads: spreadsOf(({ losses }) => losses.find((loss) => loss.label === label)?.spread),
  }));
  const errors = spreadsOf(({ weightError }) => weightError);
  if (errors.every((spread) => spread === null)) return losses;
  const color = Math.max(2, losses.length);
  return [...losses, { label: t('weight error'), color, dashed: false, spreads: errors }];
}

function spansHundredfold(values: readonly number[]): boolean {
  const positive = values.filter((value) => value > 0);
  return (
    positive.length === values.length &&
    positive.length > 0 &&
    Math.max(...positive) >= LOG_RATIO * Math.min(...positive)
  );
}
