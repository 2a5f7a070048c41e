/** How a fit ended, in numbers. */

import type { EpochWeight, Real, Weight } from './protocol.ts';

/** Where a curve of a fit ended. */
export interface FinalLoss {
  /** `train_loss`, `val_loss`, … */
  readonly label: string;
  readonly value: Real;
  /** The first point that was infinite or NaN; null: there is none. */
  readonly diverged: readonly [x: Real, y: Real] | null;
}

/** Largest distance of an element from its true value; null: nothing to compare with. */
export function weightError(weights: readonly Pick<Weight, 'difference'>[]): Real | null {
  const differences = weights.flatMap(({ difference }) => difference ?? []);
  if (differences.length === 0) return null;
  const bad = differences.find((difference) => typeof difference === 'string');
  if (bad !== undefined) return bad === 'nan' ? 'nan' : 'inf';
  return differences.reduce((most: number, difference) => Math.max(most, Math.abs(Number(difference))), 0);
}

/** Weights as they were reported after an epoch, for a fit that did not come to tell them at its end. */
export function weightsAfterEpoch(weights: readonly EpochWeight[]): readonly Weight[] {
  return weights.map(({ name, shape, learned, difference }) => ({
    name,
    shape,
    learned,
    true: difference?.map((distance, index) => trueValue(learned[index], distance)) ?? null,
    difference,
  }));
}

/** What is true cannot be told from weights that left the finite numbers. */
function trueValue(learned: Real | undefined, difference: Real): Real {
  return typeof learned === 'number' && typeof difference === 'number' ? learned - difference : 'nan';
}
