/** What a graph's parts are called where they have no name of the learner's. */

import type { GradientState } from '../../../run-model/graph/gradients.ts';
import type { Group } from '../../../run-model/graph/items.ts';
import { t } from '../words.ts';

export const STATE_WORDS: Readonly<Record<GradientState, string>> = {
  nan: 'NaN',
  inf: t('infinite'),
  zero: t('all 0'),
  vanished: t('vanished'),
  exploded: t('exploded'),
};

/** `net (MLP)`, `step 2 of 5`, `steps × 5`. */
export function groupName({ name, at }: Group): string {
  if (at === undefined) return name;
  const { step, times } = at;
  return step === undefined
    ? `${name === '' ? t('steps') : name} × ${String(times)}`
    : t('step {0} of {1}', step, times);
}
