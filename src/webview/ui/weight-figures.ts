/** Weights as charts: learned against true for many elements, and each element's error through the epochs. */

import type { Figure, Real, Series, Weight } from '../../training/protocol.ts';
import type { PathPoint } from '../fit.ts';
import { toNumber } from './numbers.ts';
import { elementName } from './weight-rows.ts';

/** More curves than this cannot be told apart: of more elements those that end furthest from the truth. */
const MAX_CURVES = 5;

const PLAIN: Omit<Figure, 'series' | 'xlabel' | 'ylabel' | 'yscale'> = {
  title: '',
  xscale: 'linear',
  xlim: null,
  ylim: null,
};

/** A point per element that has a true value, and the line on which they would all lie; null: there is none. */
export function scatterFigure(weights: readonly Weight[]): Figure | null {
  const series = weights.flatMap(({ name, learned, true: truth }): Series[] =>
    truth === null ? [] : [{ kind: 'scatter', label: name, x: truth, y: learned, format: 'o' }],
  );
  const values = series.flatMap(({ x }) => x.map(toNumber)).filter(Number.isFinite);
  if (values.length === 0) return null;
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  const diagonal: Series = { kind: 'line', label: 'true', x: [least, most], y: [least, most], format: '--' };
  return { ...PLAIN, xlabel: 'true', ylabel: 'learned', yscale: 'linear', series: [...series, diagonal] };
}

/** |learned - true| of single elements by epoch on a logarithmic axis; null: fewer than two epochs, or no true values. */
export function errorFigure(path: readonly PathPoint[]): Figure | null {
  const finite = path.filter(({ weights }) => weights.some(({ difference }) => difference !== null));
  if (finite.length < 2) return null;
  const curves = errorCurves(finite).toSorted((a, b) => lastOf(b) - lastOf(a));
  const series = curves.slice(0, MAX_CURVES);
  if (series.every(({ y }) => y.length < 2)) return null;
  return { ...PLAIN, xlabel: 'epoch', ylabel: '|error|', yscale: 'log', series };
}

/** Zeros, which a logarithmic axis has no place for, and what is not finite are left out. */
function errorCurves(path: readonly PathPoint[]): readonly Series[] {
  const curves = new Map<string, { x: Real[]; y: Real[] }>();
  for (const { epoch, weights } of path) {
    for (const weight of weights) {
      weight.difference?.forEach((value, index) => {
        const error = Math.abs(toNumber(value));
        if (error === 0 || !Number.isFinite(error)) return;
        const name = elementName(weight, index);
        const curve = curves.get(name) ?? { x: [], y: [] };
        curve.x.push(epoch);
        curve.y.push(error);
        curves.set(name, curve);
      });
    }
  }
  return [...curves].map(([label, points]) => ({ kind: 'line', label, ...points }));
}

function lastOf({ y }: Series): number {
  return toNumber(y.at(-1) ?? 0);
}
