/** How the latest run of a block came out, in a few words for the CodeLens and the status bar. */

import type { Real } from '../training/protocol/protocol.ts';
import { assignmentsOf, codeValuesOf, type ActiveOverride } from '../run-model/overrides.ts';
import { hasFitDiverged } from '../run-model/fit.ts';
import type { PanelState, Results } from '../run-model/state.ts';
import type { Translate } from '../advice/translate.ts';

const CURVE_OF_CHOICE = 'val_loss';

/** `✓ 7.9 ms · val_loss 0.042`, `✗ RuntimeError`, …; null when no run has ended. */
export function outcomeText(state: PanelState, t: Translate): string | null {
  switch (state.status) {
    case 'ok':
      return finished(state.results, t);
    case 'error':
      return `✗ ${state.results.error?.type ?? t('The engine failed')}`;
    case 'stopped':
      return [
        `■ ${state.results.interrupted === true ? t('Interrupted') : t('Stopped')}`,
        ...lossText(state.results),
      ].join(' · ');
    case 'timeout':
      return [`✗ ${t('Time limit reached')}`, ...lossText(state.results)].join(' · ');
    case 'queued':
      return t('Waiting for {0} to finish', state.waitingFor ?? '');
    default:
      return null;
  }
}

/** `epoch 3 of 10`; nothing before anything trains. */
export function progressText({ fits }: Pick<Results, 'fits'>, t: Translate): string[] {
  const fit = fits.at(-1);
  if (fit?.completed !== null) return [];
  const places = fit.curves.flatMap(({ last }) => (typeof last?.[0] === 'number' ? [last[0]] : []));
  const reached = Math.max(0, ...places);
  if (fit.unit === 'step') {
    const step = Math.round(reached);
    return [fit.epochs > 0 ? t('step {0} of {1}', step, fit.epochs) : t('step {0}', step)];
  }
  const epoch = Math.floor(reached);
  return [fit.epochs > 0 ? t('epoch {0} of {1}', epoch, fit.epochs) : t('epoch {0}', epoch)];
}

/** `runs with lr = 0.1, the code says 0.7`. */
export function overrideText(told: readonly ActiveOverride[], t: Translate): string {
  return t('runs with {0}, the code says {1}', assignmentsOf(told), codeValuesOf(told));
}

/** A tick is for a run that went well: one that diverged says so. */
function finished(results: Results, t: Translate): string {
  const { fits, milliseconds } = results;
  const told = [duration(milliseconds ?? 0), ...lossText(results)].join(' · ');
  const diverged = fits.filter(hasFitDiverged).length;
  if (diverged === 0) return `✓ ${told}`;
  const who = fits.length === 1 ? t('diverged') : t('{0} of {1} fits diverged', diverged, fits.length);
  return `⚠ ${who} · ${told}`;
}

/** Wall time for people: `7.9 ms`, `320 ms`, `2.5 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${milliseconds.toFixed(0)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The newest value of the last fit's validation loss, else of its first curve. */
function lossText(results: Results): string[] {
  const curves = results.fits.at(-1)?.curves ?? [];
  const curve = curves.find(({ label }) => label === CURVE_OF_CHOICE) ?? curves[0];
  const value = curve?.last?.[1];
  return curve === undefined || value === undefined ? [] : [`${curve.label} ${short(value)}`];
}

function short(value: Real): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(3)));
}
