/** A sweep: one parameter with each of several values, each with one or several seeds. Plain data. */

import type { ParameterValue } from '../exercises/model.ts';

/** One value of a sweep; of a vector one element is swept. */
export type SweepValue = number | boolean | string;

/** Runs of one sweep, values times seeds. */
export const MOST_RUNS = 200;

export interface SweepRequest {
  /** Key of the parameter. */
  readonly key: string;
  /** Which element of a vector; null for the other kinds. */
  readonly element: number | null;
  readonly values: readonly SweepValue[];
  /** How many seeds each value runs with. */
  readonly seeds: number;
}

/** What the parameter is given for one value of the sweep: of a vector one element is replaced. */
export function valueWith(
  parameter: { readonly value: ParameterValue },
  override: ParameterValue | null | undefined,
  { element }: Pick<SweepRequest, 'element'>,
  value: SweepValue,
): ParameterValue {
  if (element === null) return value;
  const vector = override ?? parameter.value;
  const elements = typeof vector === 'object' ? vector : [];
  return elements.map((old, index) => (index === element ? Number(value) : old));
}
