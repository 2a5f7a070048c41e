/** What a run executed, in a form that two runs can be compared by: parameters by name, and the code around them. */

import type { Block, Overrides, Parameter, ParameterValue, Plan } from '../../exercises/model.ts';
import { sameValue } from '../../exercises/values.ts';
import type { Change, LinesChange } from '../../run-model/history.ts';
import { codeOf, type RunCode } from './run-code.ts';

export interface SnapshotParameter {
  readonly key: string;
  /** The bare name where no other parameter has it, else the key. */
  readonly name: string;
  readonly value: ParameterValue;
}

export interface Snapshot {
  readonly seed: number;
  readonly parameters: readonly SnapshotParameter[];
  /** Lines of all blocks as the document has them. */
  readonly lines: readonly string[];
  /** The same lines with a mark in place of each parameter's literal. */
  readonly masked: readonly string[];
  /** Absent from what the workspace's storage keeps. */
  readonly code?: RunCode;
}

/** Lines listed of a change; the rest is counted. */
const MAX_LINES = 6;

/** Begins the mark of a literal; no source holds it. */
const MARK = '\0';

export function snapshotOf(plan: Plan, overrides: Overrides, seed: number): Snapshot {
  const nameOf = parameterNames(plan.parameters);
  return {
    seed,
    parameters: plan.parameters.map((parameter) => ({
      key: parameter.key,
      name: nameOf(parameter),
      value: overrides[parameter.key] ?? parameter.value,
    })),
    lines: plan.blocks.flatMap(({ source }) => source.split('\n')),
    masked: plan.blocks.flatMap((block) => masked(block, plan.parameters).split('\n')),
    code: codeOf(plan),
  };
}

/** What past runs call a parameter: its bare name where no other one has it, else its key. */
export function parameterNames(parameters: readonly Parameter[]): (parameter: Parameter) => string {
  const names = parameters.map(({ name }) => name);
  return ({ key, name }) => (names.indexOf(name) === names.lastIndexOf(name) ? name : key);
}

/** Keeps the number of lines: a literal's line breaks stay. */
function masked(block: Block, parameters: readonly Parameter[]): string {
  const own = parameters.filter((parameter) => parameter.block === block.index);
  return own
    .toSorted((a, b) => b.start - a.start)
    .reduce((source, { key, start, end }) => {
      const breaks = source.slice(start, end).replace(/[^\n]/g, '');
      return `${source.slice(0, start)}${MARK}${key}${breaks}${source.slice(end)}`;
    }, block.source);
}

/** What differs from `before` to `after`: seed and parameters that both have, then the code apart from those. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly Change[] {
  const seeds: Change[] =
    before.seed === after.seed
      ? []
      : [{ kind: 'parameter', name: 'seed', from: before.seed, to: after.seed }];
  const parameters = after.parameters.flatMap(({ key, name, value }): Change[] => {
    const former = before.parameters.find((candidate) => candidate.key === key);
    if (former === undefined || sameValue(former.value, value)) return [];
    return [{ kind: 'parameter', name, from: former.value, to: value }];
  });
  const lines = changedLines(before, after);
  return [...seeds, ...parameters, ...(lines === null ? [] : [lines])];
}

/** Lines that only one side has, between the first and the last difference; null where there are none. */
function changedLines(before: Snapshot, after: Snapshot): LinesChange | null {
  const removed = withoutCommon(before, after);
  const added = withoutCommon(after, before);
  if (removed.length + added.length === 0) return null;
  const shownRemoved = removed.slice(0, MAX_LINES);
  const shownAdded = added.slice(0, MAX_LINES);
  const more = removed.length + added.length - shownRemoved.length - shownAdded.length;
  return { kind: 'lines', removed: shownRemoved, added: shownAdded, more };
}

/** Lines of `own` that `other` has not as often; blank ones and their indentation do not count. */
function withoutCommon(own: Snapshot, other: Snapshot): readonly string[] {
  const left = new Map<string, number>();
  for (const line of other.masked) left.set(line.trimEnd(), (left.get(line.trimEnd()) ?? 0) + 1);
  return own.masked.flatMap((line, index) => {
    const key = line.trimEnd();
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0 || key === '' ? [] : [(own.lines[index] ?? '').trim()];
  });
}
