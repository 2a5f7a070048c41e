/** From a parameter and values to the runs of a sweep: what each executes, and with which seed. */

import type { Overrides, Parameter, Plan } from '../exercises/model.ts';
import { planCells } from '../exercises/plan.ts';
import { MAX_SEED } from '../training/protocol/choices.ts';
import type { Cell } from '../training/protocol/protocol.ts';
import { MOST_RUNS, valueWith, type SweepRequest } from './model.ts';
import { SweepError } from './values.ts';

export interface PlannedRun {
  /** Index of the value. */
  readonly at: number;
  readonly seed: number;
  readonly cells: readonly Cell[];
}

/**
 * One run for each value and seed, all values with the first seed first. Seeds count up from `seed`; other overrides stay
 * as they are.
 *
 * @throws SweepError
 */
export function planSweep(
  plan: Plan,
  overrides: Overrides,
  request: SweepRequest,
  seed: number,
): readonly PlannedRun[] {
  const { values, seeds } = request;
  const parameter = sweptParameter(plan, request);
  if (values.length * seeds > MOST_RUNS)
    throw new SweepError(`${values.length * seeds} runs are too many: ${MOST_RUNS} at most.`);
  const cells = values.map((value) =>
    planCells(plan, {
      ...overrides,
      [parameter.key]: valueWith(parameter, overrides[parameter.key], request, value),
    }),
  );
  return Array.from({ length: seeds }, (_, nth) => (seed + nth) % (MAX_SEED + 1)).flatMap((own) =>
    cells.map((sources, at) => ({ at, seed: own, cells: sources })),
  );
}

function sweptParameter(plan: Plan, { key, element }: SweepRequest): Parameter {
  const parameter = plan.parameters.find((candidate) => candidate.key === key);
  if (parameter === undefined) throw new SweepError(`The code has no parameter "${key}" any more.`);
  const length = typeof parameter.value === 'object' ? parameter.value.length : null;
  if (length === null && element !== null) throw new SweepError(`"${key}" has no elements.`);
  if (length !== null && (element === null || element >= length))
    throw new SweepError(`Choose one of the elements ${key}[0] to ${key}[${length - 1}].`);
  return parameter;
}
