/** Weights as charts: learned against true for many elements, and each element's error through the epochs. */

import { EMPTY_FIGURE } from '../../../training/protocol/figure.ts';
import type { Figure, Real, Series, Weight } from '../../../training/protocol/protocol.ts';
import type { PathPoint } from '../../../run-model/fit.ts';
import { toNumber } from '../numbers.ts';
import { elementName } from './weight-rows.ts';
import { t } from '../words.ts';

/** More curves than this cannot be told apart: of more elements those that end furthest from the truth. */
const MAX_CURVES = 5;

/** A point per element that has a true value, and the line on which they would all lie; null: there is none. */
export function scatterFigure(weights: readonly Weight[]): Figure | null {
  const series = weights.flatMap(({ name, learned, true: truth }): Series[] =>
    truth === null ? [] : [{ kind: 'scatter', label: name, x: truth, y: learned, format: 'o' }],
  );
  const values = series.flatMap(({ x }) => x.map(toNumber)).filter(Number.isFinite);
  if (values.length === 0) return null;
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  const diagonal: Series = {
    kind: 'line',
    label: t('true'),
    x: [least, most],
    y: [least, most],
    format: '--',
  };
  return {
    ...EMPTY_FIGURE,
    xlabel: t('true'),
    ylabel: t('learned'),
    yscale: 'linear',
    series: [...series, diagonal],
  };
}

/** |learned - true| of single elements by epoch on a logarithmic axis; null: fewer than two epochs, or no true values. */
export function errorFigure(path: readonly PathPoint[]): Figure | null {
  const finite = path.filter(({ weights }) => weights.some(({ difference }) => difference !== null));
  if (finite.length < 2) return null;
  const series = errorCurves(finite).largest(MAX_CURVES);
  if (series.every(({ y }) => y.length < 2)) return null;
  return { ...EMPTY_FIGURE, xlabel: t('epoch'), ylabel: t('|error|'), yscale: 'log', series };
}

/** Norm of each weight's gradient by epoch on a logarithmic axis; null: fewer than two epochs have one. */
export function gradientFigure(path: readonly PathPoint[]): Figure | null {
  const curves = new CurveSet();
  for (const { epoch, weights } of path) {
    for (const { name, gradient } of weights) {
      if (gradient !== null) curves.add(name, epoch, toNumber(gradient));
    }
  }
  const series = curves.largest(MAX_CURVES);
  if (series.every(({ y }) => y.length < 2)) return null;
  return { ...EMPTY_FIGURE, xlabel: t('epoch'), ylabel: t('‖gradient‖'), yscale: 'log', series };
}

function errorCurves(path: readonly PathPoint[]): CurveSet {
  const curves = new CurveSet();
  for (const { epoch, weights } of path) {
    for (const weight of weights) {
      weight.difference?.forEach((value, index) =>
        curves.add(elementName(weight, index), epoch, Math.abs(toNumber(value))),
      );
    }
  }
  return curves;
}

/** Curves by name for a logarithmic axis: zeros, which it has no place for, and what is not finite are left out. */
class CurveSet {
  readonly #curves = new Map<string, { x: Real[]; y: Real[] }>();

  add(name: string, x: number, y: number): void {
    if (y === 0 || !Number.isFinite(y)) return;
    const curve = this.#curves.get(name) ?? { x: [], y: [] };
    curve.x.push(x);
    curve.y.push(y);
    this.#curves.set(name, curve);
  }

  /** Those that end highest, highest first. */
  largest(count: number): readonly Series[] {
    return [...this.#curves]
      .map(([label, points]): Series => ({ kind: 'line', label, ...points }))
      .toSorted((a, b) => lastOf(b) - lastOf(a))
      .slice(0, count);
  }
}

function lastOf({ y }: Series): number {
  return toNumber(y.at(-1) ?? 0);
}
