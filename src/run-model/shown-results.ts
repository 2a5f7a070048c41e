/** Which results the panel draws: the run's own, and what stays of the one before it. */

import type { Fit } from './fit.ts';
import { hasEnded, isActive, type PanelState, type Results } from './state.ts';

/** Parts of the results that are those of an earlier run. */
export interface FormerParts {
  readonly fits: boolean;
  readonly figures: boolean;
  readonly output: boolean;
}

export interface ShownResults {
  readonly results: Results;
  /** The run has ended without these; they are the last ones that there were. */
  readonly former: FormerParts;
  /** Index of the fit that trains now or trained last; -1: there is none. */
  readonly newest: number;
}

const ALL_OWN: FormerParts = { fits: false, figures: false, output: false };

/**
 * The results to draw. During a run each part of the former ones stays until the run has brought its own, so that nothing jumps
 * from one keystroke to the next; of a run that failed, or was ended, before it trained anything they stay as well.
 */
export function shownResults(state: PanelState): ShownResults {
  const { results, lastGood, status } = state;
  if (lastGood === null || lastGood === results) return own(results);
  if (isActive(status)) {
    const fits = results.fits.length;
    const shown = own(renewed(results, lastGood));
    return fits === 0 ? shown : { ...shown, newest: fits - 1 };
  }
  return hasEnded(status) && status !== 'ok' ? kept(results, lastGood) : own(results);
}

function own(results: Results): ShownResults {
  return { results, former: ALL_OWN, newest: results.fits.length - 1 };
}

/** A run that has trained stands for itself; another one has what it printed and drew. */
function kept(results: Results, before: Results): ShownResults {
  if (results.fits.length > 0) return own(results);
  const former: FormerParts = {
    fits: before.fits.length > 0,
    figures: results.figures.length === 0 && before.figures.length > 0,
    output: results.outputs.length === 0 && before.outputs.length > 0,
  };
  const shown: Results = {
    ...results,
    fits: before.fits,
    figures: former.figures ? before.figures : results.figures,
    ...(former.output ? outputOf(before) : {}),
  };
  return { results: shown, former, newest: shown.fits.length - 1 };
}

function renewed(results: Results, before: Results): Results {
  return {
    ...results,
    fits: renewedFits(results.fits, before.fits),
    ...(results.outputs.length > 0 ? {} : outputOf(before)),
    figures: results.figures.length > 0 ? results.figures : before.figures,
  };
}

function outputOf({ outputs, outputTail, outputDropped }: Results) {
  return { outputs, outputTail, outputDropped };
}

/** A fit that still trains has the former weights; fits that are still to come are the former ones. */
function renewedFits(fits: readonly Fit[], before: readonly Fit[]): readonly Fit[] {
  if (fits.length === 0) return before;
  const begun = fits.map((fit, index) => {
    const weights = fit.completed === null ? (before[index]?.weights ?? fit.weights) : fit.weights;
    return weights === fit.weights ? fit : { ...fit, weights };
  });
  return [...begun, ...before.slice(fits.length)];
}
