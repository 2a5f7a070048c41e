/** A fit as a figure: what the book's progress board draws into a notebook. */

import { EMPTY_FIGURE } from '../../training/protocol/figure.ts';
import type { Figure } from '../../training/protocol/protocol.ts';
import type { Fit } from '../../run-model/fit.ts';

export function fitFigure({ curves, unit, epochs, model }: Fit): Figure {
  return {
    ...EMPTY_FIGURE,
    series: curves.map(({ label, points, open }) => {
      const all = [...points, ...open];
      return { kind: 'line', label, x: all.map(([x]) => x), y: all.map(([, y]) => y) };
    }),
    title: model,
    xlabel: unit,
    xlim: epochs > 0 ? [0, epochs] : null,
  };
}
