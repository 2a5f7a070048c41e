/** Wants about what was trained: weights beside the true ones, and losses. */

import { weightError } from '../training/protocol/fit-end.ts';
import type { FitSummary, RunResult } from '../training/protocol/protocol.ts';
import { fromReal } from '../training/protocol/real.ts';
import { say, type Said, type Want } from './check.ts';
import { short } from './printed.ts';

const NOTHING_TRAINED = say('Nothing was trained: call the fit method of a Trainer.');

/** {@link weightError} as a number; infinite where it is none. */
export function largestError({ weights }: FitSummary): number | null {
  const error = weightError(weights);
  return error === null ? null : error === 'nan' ? Infinity : fromReal(error);
}

/** The values of a fit's curve in order. */
export function losses({ curves }: FitSummary, label = 'val_loss'): readonly number[] {
  return (curves[label] ?? []).map(([, y]) => fromReal(y));
}

/** Whether the validation loss grew, or became infinite or NaN. */
export function diverged(fit: FitSummary): boolean {
  const values = losses(fit);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return !values.every(Number.isFinite) || last > 2 * first;
}

/** Wants something of the last fit. */
export function wantLastFit(accept: (fit: FitSummary) => boolean, missing: (fit: FitSummary) => Said): Want {
  return ({ fits }) => {
    const fit = fits.at(-1);
    if (fit === undefined) return NOTHING_TRAINED;
    return accept(fit) ? null : missing(fit);
  };
}

/** Wants one of the run's fits to be such. */
export function wantSomeFit(accept: (fit: FitSummary) => boolean, missing: string): Want {
  return ({ fits }) => {
    if (fits.length === 0) return NOTHING_TRAINED;
    return fits.some(accept) ? null : say(missing);
  };
}

/** Whether every weight was learned to `tolerance`. */
export function learned(fit: FitSummary, tolerance: number): boolean {
  return (largestError(fit) ?? Infinity) < tolerance;
}

/** Wants the last fit to learn every weight to `tolerance`. */
export function wantLearned(tolerance: number, hint: string): Want {
  return wantLastFit(
    (fit) => learned(fit, tolerance),
    (fit) =>
      say(
        'The weights are off by up to {0}, and should be by less than {1}. {2}',
        errorSaid(fit),
        tolerance,
        say(hint),
      ),
  );
}

function errorSaid(fit: FitSummary): string | Said {
  const error = largestError(fit);
  return error === null ? say('an unknown amount') : short(error);
}

/** Wants as many fits as that. @param missing the sentence, in which `{0}` is how many there are */
export function wantFits(count: number, missing: string): Want {
  return ({ fits }: RunResult) => (fits.length >= count ? null : say(missing, fits.length));
}
