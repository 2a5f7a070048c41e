/** A sweep's outcomes value by value, with mean and spread over the seeds. */

import { english, type Translate } from '../advice/translate.ts';
import { lossCurve } from '../training/protocol/curve-names.ts';
import type { Real } from '../training/protocol/protocol.ts';
import { isUsable, problemOf, type Outcome } from './outcome.ts';
import type { SweepValue } from './model.ts';

/** Of the finite ones among some numbers. */
export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

export interface LossSpread {
  readonly label: string;
  /** Null: no seed brought a finite number. */
  readonly spread: Spread | null;
}

export interface SweepRow {
  readonly value: SweepValue;
  /** Runs that have ended, one per seed. */
  readonly outcomes: readonly Outcome[];
  readonly losses: readonly LossSpread[];
  readonly weightError: Spread | null;
  /** Mean of the runs' times; null: none has ended. */
  readonly milliseconds: number | null;
  /** What went wrong, each kind once with the number of seeds; empty: nothing. */
  readonly problems: readonly { readonly text: string; readonly seeds: number }[];
}

/** `outcomes`: with the index of their value, in any order. */
export function sweepRows(
  values: readonly SweepValue[],
  outcomes: readonly (Outcome & { readonly at: number })[],
  t: Translate = english,
): readonly SweepRow[] {
  const labels = [...new Set(outcomes.flatMap(({ losses }) => losses.map(({ label }) => label)))];
  return values.map((value, index) =>
    sweepRow(
      value,
      outcomes.filter(({ at }) => at === index),
      labels,
      t,
    ),
  );
}

function sweepRow(
  value: SweepValue,
  outcomes: readonly Outcome[],
  labels: readonly string[],
  t: Translate,
): SweepRow {
  const usable = outcomes.filter(isUsable);
  const lossesOf = (label: string): readonly Real[] =>
    usable.flatMap(({ losses }) => losses.filter((loss) => loss.label === label).map((loss) => loss.value));
  return {
    value,
    outcomes,
    losses: labels.map((label) => ({ label, spread: spreadOf(lossesOf(label)) })),
    weightError: spreadOf(usable.flatMap(({ weightError }) => weightError ?? [])),
    milliseconds: spreadOf(outcomes.map(({ milliseconds }) => milliseconds))?.mean ?? null,
    problems: problemsOf(outcomes, t),
  };
}

/** Null where none is finite. */
function spreadOf(values: readonly Real[]): Spread | null {
  const finite = values.filter((value) => typeof value === 'number');
  if (finite.length === 0) return null;
  return {
    mean: finite.reduce((sum, value) => sum + value, 0) / finite.length,
    least: Math.min(...finite),
    most: Math.max(...finite),
  };
}

/** Seeds that diverged count together, though not at the same epoch: the first speaks for them. */
function problemsOf(outcomes: readonly Outcome[], t: Translate): SweepRow['problems'] {
  const problems = new Map<string, { readonly text: string; readonly seeds: number }>();
  for (const outcome of outcomes) {
    const text = problemOf(outcome, t);
    if (text === null) continue;
    const kind = outcome.status === 'ok' ? 'diverged' : text;
    const known = problems.get(kind);
    problems.set(kind, { text: known?.text ?? text, seeds: (known?.seeds ?? 0) + 1 });
  }
  return [...problems.values()];
}

/** The loss that speaks for a sweep: of validation where there is one. */
export function tellingLabel(rows: readonly SweepRow[]): string | null {
  return lossCurve(rows[0]?.losses ?? [])?.label ?? null;
}

/** The row with the lowest mean of that loss; null: there is none. */
export function bestRow(rows: readonly SweepRow[], label: string): SweepRow | null {
  const meanOf = (row: SweepRow): number =>
    row.losses.find((loss) => loss.label === label)?.spread?.mean ?? Infinity;
  return rows.reduce<SweepRow | null>(
    (least, row) => (meanOf(row) < (least === null ? Infinity : meanOf(least)) ? row : least),
    null,
  );
}

/** Whether several seeds brought the very same numbers at every value: then the code seeds itself. */
export function seedsChangeNothing(rows: readonly SweepRow[]): boolean {
  const repeated = rows.filter(({ outcomes }) => outcomes.filter(isUsable).length > 1);
  return (
    repeated.length > 0 &&
    repeated.every(({ losses }) =>
      losses.every(({ spread }) => spread === null || spread.least === spread.most),
    )
  );
}
