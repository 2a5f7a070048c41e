/** Which charts a choice of fits makes, with the curves of pinned runs behind: pure functions. */

import type { PastRun } from '../../../run-model/history.ts';
import type { Fit } from '../../../run-model/state.ts';
import {
  chosenFits,
  curveName,
  numbered,
  ownCurve,
  pinnedCurves,
  shownCurves,
  type FitChoice,
  type PinnedFit,
  type ShownCurve,
} from '../charts/loss-curves.ts';
import { runName } from '../runs/run-text.ts';

/** What one chart shows. */
export interface ChartCurves {
  readonly curves: readonly ShownCurve[];
  /** Index of its fit; null where several fits share the chart. */
  readonly fit: number | null;
}

/** The charts of a choice, curves of pinned runs behind those of the newest. Without a fit there still are pinned runs. */
export function chartsOf(
  fits: readonly Fit[],
  choice: FitChoice,
  history: readonly PastRun[],
): readonly ChartCurves[] {
  if (choice === 'each') return chosenFits(fits, choice).map((fit, index) => smallChart(fit, index, history));
  const pinned = pinnedCurves(pinnedFits(history, choice));
  return [{ curves: [...pinned, ...shownCurves(fits, choice)], fit: choice === 'all' ? null : choice }];
}

/** All small charts have the same colours and share the entries of the legend. */
function smallChart(fit: Fit, index: number, history: readonly PastRun[]): ChartCurves {
  const own = fit.curves.map((curve, place) => ({
    ...ownCurve(curve, numbered(index, curve), place),
    entry: curveName(curve.label),
  }));
  return { curves: [...pinnedCurves(pinnedFits(history, index)), ...own], fit: index };
}

/** Of each pinned run the fit in the chosen one's place, else its last. */
export function pinnedFits(history: readonly PastRun[], choice: FitChoice): readonly PinnedFit[] {
  return history.flatMap((run) => {
    const fit = (typeof choice === 'number' ? run.fits[choice] : undefined) ?? run.fits.at(-1);
    return run.pinned && fit !== undefined ? [{ label: runName(run), fit }] : [];
  });
}
