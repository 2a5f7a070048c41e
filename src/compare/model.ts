/** How two runs of the same code on two engines compare: plain data. */

/** What of a run is compared. */
export type PartKind = 'ended' | 'error' | 'printed' | 'displayed' | 'curve' | 'weight' | 'figure';

/** Where in a part two runs part. */
export type PartingPlace =
  /** The part as a whole: one run has it and the other has not, or they are of different kinds. */
  | { readonly kind: 'whole' }
  /** One has more than the other of what is named: 12 and 10 points. */
  | { readonly kind: 'count'; readonly of: 'points' | 'elements' | 'lines' | 'series' | 'values' }
  /** A line of text, from 1. */
  | { readonly kind: 'line'; readonly line: number }
  /** A point of a curve, by its number from 1. */
  | { readonly kind: 'point'; readonly point: number; readonly x: string }
  /** A value of a weight or of a figure's series, by its number from 1 in row-major order. */
  | { readonly kind: 'element'; readonly element: number; readonly series?: number };

/** The first difference of a part. */
export interface Parting {
  readonly place: PartingPlace;
  readonly one: string;
  readonly other: string;
}

export interface ComparedPart {
  readonly kind: PartKind;
  /** Number of its fit or figure, from 1; null: it belongs to the run. */
  readonly number: number | null;
  /** Label of a curve, name of a weight; else empty. */
  readonly name: string;
  /** Largest distance of two numbers of it ({@link distance}); null: they differ in more than numbers. */
  readonly largest: number | null;
  /** Where it is not the same to {@link SAME} for the first time; null: it is. */
  readonly first: Parting | null;
}

/**
 * `same`: every number to {@link SAME}. `close`: every number to {@link CLOSE}, as sums in another order come to in a long
 * training. `different`: something is not.
 */
export type Verdict = 'same' | 'close' | 'different';

export interface Comparison {
  readonly verdict: Verdict;
  /** Largest distance of two numbers; null: something differs in more than numbers. */
  readonly largest: number | null;
  /** In the order in which one would look for a reason: how the runs ended, what they printed, curves, weights, figures. */
  readonly parts: readonly ComparedPart[];
}

export const SAME = 1e-6;
export const CLOSE = 1e-3;

/** How far the whole, or a part of it, is apart. */
export function verdictOf(largest: number | null): Verdict {
  if (largest === null || largest > CLOSE) return 'different';
  return largest > SAME ? 'close' : 'same';
}
