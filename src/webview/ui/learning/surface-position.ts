/** Where the two numbers of a model are on its loss surface, at one step of the training. */

import type { Figure, Real, Series, Surface, TrainingStep } from '../../../training/protocol/protocol.ts';
import { t } from '../words.ts';

/** The surface with that place marked, where the step tells it. */
export function withPosition(figure: Figure, { names }: Surface, { weights }: TrainingStep): Figure {
  const [x, y] = names.map((name) => elementOf(weights, name));
  if (x === undefined || y === undefined) return figure;
  const mark: Series = {
    kind: 'scatter',
    label: t('this step'),
    x: [x],
    y: [y],
    format: 'D',
    color: 'C2',
    sizes: [80],
  };
  return { ...figure, series: [...figure.series, mark] };
}

/** Of `w` or `w[1]`, as Python indexes a flattened weight. */
function elementOf(weights: TrainingStep['weights'], name: string): Real | undefined {
  const alone = weights.find((weight) => weight.name === name);
  if (alone !== undefined) return alone.elements[0];
  const [, own = '', index = '0'] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
  return weights.find((weight) => weight.name === own)?.elements[Number(index)];
}
