/** What one run of a sweep came to. */

import { english, type Translate } from '../advice/translate.ts';
import {
  endedCurves,
  finalLosses,
  hasDiverged,
  weightError,
  type FinalLoss,
} from '../training/protocol/fit-end.ts';
import type { FitUnit, Real, RunResult, RunStatus, Stability } from '../training/protocol/protocol.ts';

export interface Outcome {
  readonly status: RunStatus;
  readonly milliseconds: number;
  /** What was raised, in one line; null: nothing. */
  readonly error: string | null;
  /** Of the run's last fit, as is all that follows. */
  readonly losses: readonly FinalLoss[];
  /** What the first number of a point counts. */
  readonly unit: FitUnit;
  /** Largest distance of an element of a weight from its true value; null: nothing to compare with. */
  readonly weightError: Real | null;
  readonly stability: Stability | null;
}

export function outcomeOf(result: RunResult): Outcome {
  const { status, milliseconds, error, fits } = result;
  const fit = fits.at(-1);
  return {
    status,
    milliseconds,
    error: error === null ? null : `${error.type}: ${error.message}`.replace(/: $/, ''),
    losses: fit === undefined ? [] : finalLosses(endedCurves(fit)),
    unit: fit?.unit ?? 'epoch',
    weightError: fit === undefined ? null : weightError(fit.weights),
    stability: fit?.stability ?? null,
  };
}

/** Whether the run's numbers count: it ended as it should, with finite ones. */
export function isUsable(outcome: Outcome): boolean {
  return outcome.status === 'ok' && !hasDiverged(outcome);
}

/** Why a run did not come to an end with finite numbers; null: it did. */
export function problemOf(outcome: Outcome, t: Translate = english): string | null {
  switch (outcome.status) {
    case 'error':
      return outcome.error ?? t('failed');
    case 'stopped':
      return t('stopped');
    case 'timeout':
      return t('time limit reached');
    case 'ok':
      return hasDiverged(outcome) ? divergence(outcome, t) : null;
  }
}

/** `diverged at epoch 1.2`, with the reason where it is known: `lr 2 is above 2/λmax = 1.86`. */
function divergence({ losses, unit, stability }: Outcome, t: Translate): string {
  const first = losses.flatMap(({ diverged }) => (diverged === null ? [] : [diverged[0]]))[0];
  const diverged = first === undefined ? t('diverged') : divergedAt(unit, placeText(first, unit), t);
  if (stability === null || stability.learningRate <= stability.limit) {
    const hasRisen = first === undefined && losses.some(({ risen }) => risen === true);
    return hasRisen ? t('diverged: the loss ended far above its start') : diverged;
  }
  const [rate, limit] = [short(stability.learningRate), short(stability.limit)];
  return t('{0}: {1} is above 2/λmax = {2}', diverged, rate, limit);
}

function divergedAt(unit: FitUnit, place: string, t: Translate): string {
  return unit === 'step' ? t('diverged at step {0}', place) : t('diverged at epoch {0}', place);
}

/** Steps are whole: a point may stand for several of them. */
function placeText(x: Real, unit: FitUnit): string {
  return unit === 'step' && typeof x === 'number' ? String(Math.round(x)) : short(x);
}

function short(value: Real): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(3)));
}
