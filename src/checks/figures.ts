/** Wants about what was plotted. */

import type { Figure, Series } from '../training/protocol/protocol.ts';
import { fromReal } from '../training/protocol/real.ts';
import { say, type Want } from './check.ts';

/** Wants a figure that `accept` takes. */
export function wantFigure(accept: (figure: Figure) => boolean, missing: string): Want {
  return ({ figures }) => {
    if (figures.length === 0) return say('Nothing is plotted yet: d2l.plot(…) draws curves.');
    return figures.some(accept) ? null : say(missing);
  };
}

/** Curves of a figure with at least so many points. */
export function curvesWith(figure: Figure, points: number): readonly Series[] {
  return figure.series.filter(({ kind, x }) => kind !== 'image' && x.length >= points);
}

/** Whether the x of a curve reach from `low` or below to `high` or above. */
export function spans({ x }: Series, low: number, high: number): boolean {
  const values = x.map(fromReal);
  return Math.min(...values) <= low && Math.max(...values) >= high;
}
