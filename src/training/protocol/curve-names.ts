/** What a curve measures, and of which data, by its name: the learner's code gives it. */

export type Quantity = 'loss' | 'perplexity' | 'accuracy';

const PERPLEXITY = /(?:^|[^a-z])(?:ppl|perplexity)(?:[^a-z]|$)/i;
const ACCURACY = /(?:^|[^a-z])(?:acc|accuracy)(?:[^a-z]|$)/i;

/** Of `val_acc`, `test acc`, `train_ppl`; what says nothing else counts as a loss. */
export function quantityOf(label: string): Quantity {
  if (ACCURACY.test(label)) return 'accuracy';
  return PERPLEXITY.test(label) ? 'perplexity' : 'loss';
}

/** Of data that is not trained with: `val_loss`, `test acc`. */
export function isValidation(label: string): boolean {
  return /^(?:val|valid|validation|test)(?:[^a-z]|$)/.test(label);
}

interface Named {
  readonly label: string;
}

/** The curve that speaks for several of one kind: that of data which is not trained with, where there is one. */
export function tellingCurve<T extends Named>(curves: readonly T[]): T | undefined {
  return curves.find(({ label }) => isValidation(label)) ?? curves[0];
}

/** The curve that speaks for the loss of a fit, or for what it has instead. */
export function lossCurve<T extends Named>(curves: readonly T[]): T | undefined {
  return tellingCurve(curves.filter(({ label }) => quantityOf(label) !== 'accuracy')) ?? tellingCurve(curves);
}
