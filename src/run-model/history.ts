/** Runs of one exercise that have ended, as the panel shows and the window keeps them: plain data. */

import type { ParameterValue } from '../exercises/model.ts';
import type { FinalLoss } from '../training/protocol/fit-end.ts';
import type { Real, RunStatus, Weight } from '../training/protocol/protocol.ts';
import { thinned, type Curve, type Fit } from './fit.ts';

/** A parameter that had another value in the run before. */
export interface ParameterChange {
  readonly kind: 'parameter';
  readonly name: string;
  readonly from: ParameterValue;
  readonly to: ParameterValue;
}

/** Code that was not the same in the run before, literals of parameters apart. */
export interface LinesChange {
  readonly kind: 'lines';
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Changed lines that are not listed. */
  readonly more: number;
}

export type Change = ParameterChange | LinesChange;

/** What a run executed: the host has the text. */
export interface PastCode {
  /** Name of the code around the literals. */
  readonly template: string;
  /** Literals as they were written, by the key of their parameter; none on the way to the panel. */
  readonly written: Readonly<Record<string, string>>;
}

export interface PastRun {
  /** Counts the runs of this exercise from 1; shown as `#12`. */
  readonly number: number;
  /** Given by the learner; empty: none. */
  readonly name: string;
  /** Since the run before; null: there was none. */
  readonly changes: readonly Change[] | null;
  readonly status: RunStatus;
  readonly milliseconds: number;
  readonly seed: number;
  /** Values of all parameters, by name. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Of the last fit. */
  readonly losses: readonly FinalLoss[];
  /** Largest distance of an element from its true value, in the last fit; null: nothing to compare with. */
  readonly weightError: Real | null;
  /** Whether one of its fits diverged; not known of runs that earlier versions kept. */
  readonly diverged?: boolean;
  /** null or absent: its code is not kept. */
  readonly code?: PastCode | null;
  /** Its curves stay behind those of later runs, its weights beside theirs. */
  readonly pinned: boolean;
  /** Thinned; in the panel's state only those of pinned runs and of the two that are compared. */
  readonly fits: readonly Fit[];
}

/** Two runs of the history by number, the earlier one first. */
export type ComparedRuns = readonly [number, number];

/** The newest run and the one before it that was another: what one wants to see first; null: there are no two. */
export function usualComparison(history: readonly PastRun[]): ComparedRuns | null {
  const newest = history.at(-1);
  if (newest === undefined || history.length < 2) return null;
  const begun = history.findLastIndex(({ changes }) => changes === null || changes.length > 0);
  const other = history[begun > 0 ? begun - 1 : history.length - 2];
  return other === undefined ? null : [other.number, newest.number];
}

/** Runs kept per exercise; the oldest that is not pinned goes first. */
export const MAX_RUNS = 50;

/** Runs pinned at a time: more could not be told apart. */
export const MAX_PINNED = 4;

/** Characters of a name given by the learner. */
export const MAX_NAME = 60;

/** Points kept per curve of a past run. */
const MAX_PAST_POINTS = 256;

/** Fits kept of a past run, the last ones; and elements of a weight. */
const MAX_PAST_FITS = 6;
const MAX_PAST_ELEMENTS = 128;

/** Fits as they are kept: fewer points per curve (extremes stay), fewer elements per weight, neither path nor surface, layers or predictions. */
export function pastFits(fits: readonly Fit[]): readonly Fit[] {
  return fits.slice(-MAX_PAST_FITS).map(({ model, unit, epochs, completed, stability, curves, weights }) => ({
    model,
    unit,
    epochs,
    completed,
    stability,
    path: [],
    surface: null,
    curves: curves.map(pastCurve),
    weights: weights.map(pastWeight),
  }));
}

function pastCurve(curve: Curve): Curve {
  return { ...curve, points: thinned(curve.points, MAX_PAST_POINTS) };
}

function pastWeight(weight: Weight): Weight {
  const bounded = (values: readonly Real[] | null): readonly Real[] | null =>
    values?.slice(0, MAX_PAST_ELEMENTS) ?? null;
  return {
    ...weight,
    learned: weight.learned.slice(0, MAX_PAST_ELEMENTS),
    true: bounded(weight.true),
    difference: bounded(weight.difference),
  };
}
