/** What an exercise asked for and figures do not show, in words. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { joined, t } from '../words.ts';

/** `Not drawn: bar(hatch=…), set_bounds.`, each once; empty: nothing is left out. */
export function leftOutWords(figures: readonly Figure[]): string {
  const names = new Set(
    figures.flatMap(({ leftOut = [], twins = [] }) => [
      ...leftOut,
      ...twins.flatMap((twin) => twin.leftOut ?? []),
    ]),
  );
  return names.size === 0 ? '' : t('Not drawn: {0}.', joined([...names]));
}
