/** On which of a chart's two axes a curve is read: pure functions. */

import { quantityOf, type Quantity } from '../../../training/protocol/curve-names.ts';
import { capitalised } from '../../../text/capitalised.ts';
import { all, t } from '../words.ts';

/** In the order in which they take the left axis. */
const QUANTITIES: readonly Quantity[] = ['loss', 'perplexity', 'accuracy'];

export interface ValueAxes {
  readonly left: Quantity;
  /** Null: there is none. */
  readonly right: Quantity | null;
}

export type Side = 'left' | 'right';

/** Losses are read on the left, accuracies on the right; what is alone in a chart on the left. */
export function axesOf(labels: readonly string[]): ValueAxes {
  const drawn = new Set(labels.map(quantityOf));
  const [left = 'loss', ...others] = QUANTITIES.filter((quantity) => drawn.has(quantity));
  return { left, right: others.at(-1) ?? null };
}

/** Where the curve of this name is read. */
export function sideOf(label: string, { right }: ValueAxes): Side {
  return quantityOf(label) === right ? 'right' : 'left';
}

/** A share between 0 and 1 has no decades. */
export function mayBeLogarithmic(quantity: Quantity): boolean {
  return quantity !== 'accuracy';
}

/** `Loss`, `Loss and accuracy`, `Perplexity`: what a chart of these curves shows. */
export function chartName(labels: readonly string[]): string {
  const drawn = new Set(labels.map(quantityOf));
  const shown = QUANTITIES.filter((quantity) => drawn.has(quantity));
  return capitalised(all((shown.length === 0 ? (['loss'] as const) : shown).map(quantityWord)));
}

/** The quantity as the learner reads it. */
export function quantityWord(quantity: Quantity): string {
  return { loss: t('loss'), perplexity: t('perplexity'), accuracy: t('accuracy') }[quantity];
}
