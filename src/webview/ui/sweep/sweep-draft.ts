/** What is typed into a sweep's form, where it begins, and the request that it means: pure functions. */

import type { SweepRequest } from '../../../sweep/model.ts';
import { suggestedRange } from '../../../sweep/suggestion.ts';
import { rangeValues, readSeeds, readValues, sweptKind, type RangeText } from '../../../sweep/values.ts';
import type { PanelParameter } from '../../../run-model/state.ts';
import { valueText } from '../parameters/parameter-value.ts';
import { t } from '../words.ts';

/** For one parameter. */
export interface SweepDraft extends RangeText {
  readonly key: string;
  /** Values from the list, not from the range. */
  readonly byList: boolean;
  readonly list: string;
  readonly seeds: string;
  /** Which element of a vector. */
  readonly element: number;
}

/** Whether the parameter has numbers, so that a range can be given. */
export function takesRange({ kind }: PanelParameter): boolean {
  return kind !== 'boolean' && kind !== 'string';
}

/** A range about the value that runs use now; for words and switches a list. */
export function newDraft(parameter: PanelParameter, element = 0): SweepDraft {
  const value = parameter.override ?? parameter.value;
  const number = typeof value === 'object' ? value[element] : value;
  const range = suggestedRange(parameter.kind, typeof number === 'number' ? number : 0, parameter.name);
  const ends: RangeText = range ?? { from: '', to: '', count: '', scale: 'linear' };
  const { key } = parameter;
  return { key, byList: range === null, ...ends, list: firstList(parameter, range), seeds: '1', element };
}

function firstList({ kind, value }: PanelParameter, range: RangeText | null): string {
  if (range !== null) return rangeValues(range, sweptKind(kind)).join(', ');
  return kind === 'boolean' ? 'False, True' : valueText(value);
}

/** @throws SweepError */
export function requestOf(parameter: PanelParameter, draft: SweepDraft): SweepRequest {
  const { key, kind } = parameter;
  const listed = draft.byList || !takesRange(parameter);
  const values = listed ? readValues(draft.list, sweptKind(kind), t) : rangeValues(draft, sweptKind(kind), t);
  const seeds = readSeeds(draft.seeds, values.length, t);
  return { key, element: kind === 'vector' ? draft.element : null, values, seeds };
}
