/** Which run results belong to that are not those of the code as it is now. */

import { isRate } from '../../../exercises/rates.ts';
import type { ParameterValue } from '../../../exercises/model.ts';
import type { PanelState, RunOrigin } from '../../../run-model/state.ts';
import { valueText } from '../parameters/parameter-value.ts';
import { joined, t } from '../words.ts';

/** Values told of a run. */
const MOST_VALUES = 3;

/** How a run is called that ended like this. */
const ENDED = {
  ok: (run: string) => run,
  error: (run: string) => t('{0} (failed)', run),
  stopped: (run: string) => t('{0} (stopped)', run),
  timeout: (run: string) => t('{0} (time limit)', run),
} as const;

/** `From run 3, lr = 0.03, before this edit.` */
export function originText(state: PanelState): string {
  const { lastGoodFrom, status, results } = state;
  const isOfCode = status === 'error' && results.error?.type !== 'EngineError' && results.error !== null;
  const before = isOfCode ? t('before this edit') : t('before this run');
  if (lastGoodFrom === null) return dimmed([t('from the last run that brought a result'), before]);
  const { number, status: ended } = lastGoodFrom;
  const run = number === null ? t('from an earlier run') : t('from run {0}', number);
  return dimmed([ENDED[ended](run), ...valuesOf(lastGoodFrom, state), before]);
}

function dimmed(parts: readonly string[]): string {
  return t('Dimmed: {0}.', joined(parts));
}

/** Values that are others now; where all are the same, the learning rate. */
function valuesOf({ parameters }: RunOrigin, state: PanelState): readonly string[] {
  const now = new Map(
    state.parameters.flatMap(({ key, name, value, override }): [string, ParameterValue][] => [
      [key, override ?? value],
      [name, override ?? value],
    ]),
  );
  const entries = Object.entries(parameters);
  const others = entries.filter(
    ([name, value]) => now.has(name) && JSON.stringify(now.get(name)) !== JSON.stringify(value),
  );
  const told = others.length > 0 ? others : entries.filter(([name]) => isRate(name));
  return told.slice(0, MOST_VALUES).map(([name, value]) => `${name} = ${valueText(value)}`);
}
