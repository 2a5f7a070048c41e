/** The order of the panel's parameters, and which of them it folds: pure functions. */

import { RANKS, importanceOf } from '../../../exercises/importance.ts';
import type { PanelParameter } from '../../../run-model/state.ts';

export interface ParameterGroup {
  /** The call, with the `#2` of a repeated one. */
  readonly name: string;
  readonly parameters: readonly PanelParameter[];
}

/**
 * Parameters by call, what is turned first at the top. A call keeps its parameters together and stands where the first of
 * them belongs; assignments belong to nothing, so each kind of them is a group.
 */
export function groupsOf(parameters: readonly PanelParameter[]): readonly ParameterGroup[] {
  const groups = new Map<string, Ranked[]>();
  for (const parameter of parameters) {
    const rank = importanceOf(parameter);
    const name = parameter.group === '' ? `${String(placeOf(rank))} ` : groupName(parameter);
    groups.set(name, [...(groups.get(name) ?? []), { parameter, rank }]);
  }
  const ordered = [...groups].map(([name, own]) => ({ name, own: own.toSorted((a, b) => a.rank - b.rank) }));
  return ordered
    .toSorted((a, b) => (a.own[0]?.rank ?? 0) - (b.own[0]?.rank ?? 0))
    .map(({ name, own }) => ({ name, parameters: own.map(({ parameter }) => parameter) }));
}

interface Ranked {
  readonly parameter: PanelParameter;
  readonly rank: number;
}

/** Hyperparameters of all ranks are one kind. */
function placeOf(rank: number): number {
  return rank < RANKS.ordinary ? RANKS.rate : rank;
}

function groupName({ group, key }: PanelParameter): string {
  return `${group}${/#\d+$/.exec(key)?.[0] ?? ''}`;
}
