/** A sweep as the panel shows it: plain data, and how its runs come in. */

import type { FitSummary } from '../training/protocol/protocol.ts';
import type { SweepRequest } from '../sweep/model.ts';
import type { Outcome } from '../sweep/outcome.ts';
import { thinned, type Curve, type Point } from './fit.ts';

/** A run of a sweep that has ended. */
export interface SweepRun extends Outcome {
  /** Index of its value. */
  readonly at: number;
  readonly seed: number;
  /** Of its last fit; thinned. */
  readonly curves: readonly Curve[];
}

/** `failed`: it could not be carried out, the engine was not to be had. */
export type SweepStatus = 'running' | 'done' | 'stopped' | 'failed';

export interface Sweep extends SweepRequest {
  /** Tells its runs from those of an earlier sweep. */
  readonly id: number;
  readonly status: SweepStatus;
  /** As they ended. */
  readonly runs: readonly SweepRun[];
  /** From its start to its end; null while it goes on. */
  readonly milliseconds: number | null;
  /** Runs at a time; null until the engine was there. */
  readonly threads: number | null;
  /** What went wrong with the whole of it. */
  readonly problem: string | null;
  /** The code, the seed or another parameter is not the same any more. */
  readonly outdated: boolean;
}

export function plannedRuns({ values, seeds }: SweepRequest): number {
  return values.length * seeds;
}

/** With one more run; one that belongs to another sweep changes nothing. */
export function withSweepRun(sweep: Sweep | null, id: number, run: SweepRun): Sweep | null {
  return sweep?.id === id ? { ...sweep, runs: [...sweep.runs, run] } : sweep;
}

/** Points kept per curve: there may be hundreds of curves. */
const MAX_SWEEP_POINTS = 64;

/** The curves of a fit as a sweep keeps them. */
export function sweepCurves(fit: FitSummary | undefined): readonly Curve[] {
  return Object.entries(fit?.curves ?? {}).map(([label, points]) => sweepCurve(label, points));
}

function sweepCurve(label: string, points: readonly Point[]): Curve {
  return {
    label,
    points: thinned(points, MAX_SWEEP_POINTS),
    open: [],
    stride: 1,
    count: points.length,
    first: points[0] ?? null,
    last: points.at(-1) ?? null,
    diverged: points.find(([, y]) => typeof y === 'string') ?? null,
  };
}
