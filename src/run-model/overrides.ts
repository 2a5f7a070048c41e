/** Values that runs use and the code does not have: pure functions of the panel's state. */

import { wordsOfValue } from '../exercises/values.ts';
import type { PanelParameter } from './state.ts';

/** A literal in whose place a run uses another value, in words. */
export interface ActiveOverride {
  readonly key: string;
  /** The bare name where no other parameter has it, else the key. */
  readonly name: string;
  /** The value that runs use, and the one in the code, in Python's notation. */
  readonly runs: string;
  readonly code: string;
}

/** Every override of the exercise, in the order of its parameters. */
export function activeOverrides(parameters: readonly PanelParameter[]): readonly ActiveOverride[] {
  return parameters.flatMap(({ key, name, override, value }) => {
    if (override === null) return [];
    const isAlone = parameters.filter((other) => other.name === name).length === 1;
    return [{ key, name: isAlone ? name : key, runs: wordsOfValue(override), code: wordsOfValue(value) }];
  });
}

/** `lr = 0.1, max_epochs = 5`: what runs use. */
export function assignmentsOf(overrides: readonly ActiveOverride[]): string {
  return overrides.map(({ name, runs }) => `${name} = ${runs}`).join(', ');
}

/** `0.7, 3`: what the code says in their places. */
export function codeValuesOf(overrides: readonly ActiveOverride[]): string {
  return overrides.map(({ code }) => code).join(', ');
}
