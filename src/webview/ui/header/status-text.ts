/** Did it run: the state of the run in words. */

import { hasFitDiverged } from '../../../run-model/fit.ts';
import { isActive, type PanelState, type Results } from '../../../run-model/state.ts';
import type { PyTorchVersion } from '../../../training/protocol/protocol.ts';
import { pytorchName } from '../../../training/protocol/pytorch-version.ts';
import { duration, positionName, shortNumber, toNumber } from '../numbers.ts';
import { verdictTitle } from './verdict-line.ts';
import { joined, plural, t, words } from '../words.ts';

export interface StatusText {
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'warn';
}

/** `elapsed`: milliseconds since the run began, for the time that is left. */
export function statusText(state: PanelState, elapsed: number | null = null): StatusText {
  const told = runStatus(state, elapsed);
  if (!state.outdated || isActive(state.status)) return told;
  return { icon: 'history', text: t('{0}, before the last change', told.text), tone: 'warn' };
}

function runStatus(state: PanelState, elapsed: number | null = null): StatusText {
  const time = state.results.milliseconds;
  const took = time === null ? '' : duration(time);
  switch (state.status) {
    case 'idle':
      return { icon: 'circle-outline', text: t('Not run yet'), tone: 'plain' };
    case 'queued':
      return { icon: 'clock', text: t('Waiting'), tone: 'plain' };
    case 'starting':
      return {
        icon: 'loading',
        text: isRestart(state) ? t('Restarting Python…') : t('Starting Python…'),
        tone: 'plain',
      };
    case 'running':
      return underWay(state, elapsed);
    case 'ok':
      return finished(state.results, took);
    case 'error':
      return {
        icon: 'error',
        text: t('{0} after {1}', state.results.error?.type ?? t('Error'), took),
        tone: 'bad',
      };
    case 'stopped':
      return { icon: 'debug-stop', text: t('{0} after {1}', stopWord(state.results), took), tone: 'warn' };
    case 'timeout':
      return { icon: 'watch', text: t('Time limit reached after {0}', took), tone: 'warn' };
    case 'restricted':
      return { icon: 'workspace-untrusted', text: t('Nothing runs in a restricted workspace'), tone: 'warn' };
  }
}

function underWay({ standsAt, isPaused, results }: PanelState, elapsed: number | null): StatusText {
  if (standsAt !== null)
    return { icon: 'debug-pause', text: t('In the debugger, at line {0}', standsAt.line), tone: 'warn' };
  if (isPaused) return { icon: 'debug-pause', text: t('Paused: {0}', place(results)), tone: 'warn' };
  const sofar = progress(results, elapsed);
  const text = sofar === '' ? t('Running…') : t('Running… {0}', sofar);
  return { icon: 'loading', text, tone: 'plain' };
}

/** What ran to its end is well only where the training was. */
function finished({ fits }: Results, took: string): StatusText {
  const diverged = fits.filter(hasFitDiverged).length;
  if (diverged === 0) return { icon: 'check', text: took, tone: 'good' };
  const who = fits.length === 1 ? t('Diverged') : t('{0} of {1} fits diverged', diverged, fits.length);
  return { icon: 'warning', text: `${who} \u00b7 ${took}`, tone: 'warn' };
}

function stopWord({ interrupted }: Results): string {
  return interrupted === true ? t('Interrupted by a reload of the window') : t('Stopped');
}

/** The engine had ended by itself: what starts now is another one. */
function isRestart({ results }: PanelState): boolean {
  return results.error?.type === 'EngineError';
}

/** Part of the newest fit's epochs that is done, 0 to 1; null while nothing is known of it. */
export function fractionDone({ fits }: Results): number | null {
  const fit = fits.at(-1);
  if (fit?.completed !== null || fit.epochs <= 0) return null;
  return Math.min(1, reached(fit) / fit.epochs);
}

function reached({ curves }: Results['fits'][number]): number {
  return Math.max(0, ...curves.map(({ last }) => (last === null ? 0 : toNumber(last[0]))));
}

/** Milliseconds: before this a guess of the time left says nothing. */
const LEAST_ELAPSED = 1000;

/**
 * `epoch 3 of 5, 6 s, about 4 s left` of the newest fit, `step 120, 6 s, of how many is not known` of a loop over a generator. The time assumes that every epoch
 * takes as long.
 */
function progress(results: Results, elapsed: number | null): string {
  const sofar = elapsed !== null && elapsed >= LEAST_ELAPSED ? seconds(elapsed) : '';
  const fit = results.fits.at(-1);
  if (fit?.completed !== null) return sofar;
  const done = fractionDone(results) ?? 0;
  const known = elapsed !== null && elapsed >= LEAST_ELAPSED && done > 0 && results.fits.length === 1;
  const left = known ? t('about {0} left', seconds((elapsed * (1 - done)) / done)) : '';
  const open = fit.epochs === 0 && sofar !== '' ? t('of how many is not known') : left;
  return joined([place(results), sofar, open]);
}

/** `epoch 3 of 5` of the newest fit. */
function place({ fits }: Results): string {
  const fit = fits.at(-1);
  if (fit === undefined) return '';
  const at = shortNumber(Math.floor(reached(fit)), 6);
  if (fit.epochs === 0) return positionName(fit.unit, at);
  const total = words.number(fit.epochs);
  return fit.unit === 'step' ? t('step {0} of {1}', at, total) : t('epoch {0} of {1}', at, total);
}

/** In whole seconds, as it changes all the time. */
function seconds(milliseconds: number): string {
  const whole = Math.max(1, Math.round(milliseconds / 1000));
  return whole < 60 ? t('{0} s', whole) : duration(1000 * whole);
}

/** `5 epochs`, `seed 0`, `js 12,480 operations` or `PyTorch 2.9.0, Python 3.11`: what there is to know of a run that ended. */
export function runFacts(state: PanelState): readonly string[] {
  const { fits, operations, backend, pytorch } = state.results;
  const epochs = fits.reduce((sum, fit) => sum + (fit.completed ?? 0), 0);
  const facts = epochs === 0 ? [] : [plural(epochs, '{0} epoch', '{0} epochs')];
  if (state.exercise !== null) facts.push(t('seed {0}', state.seed));
  if (pytorch !== undefined) return [...facts, pytorchText(pytorch)];
  if (operations === null || backend === null) return facts;
  // Where another engine is chosen it is said that it was not that one.
  if (state.engine.kind !== 'built-in') facts.push(t('built in'));
  const used = (['js', 'wasm', 'tensorflow'] as const).filter((name) => operations[name] > 0);
  const counts = used.map((name) => t('{0} {1} ops', name, words.number(operations[name])));
  return [...facts, counts.length === 0 ? backend : counts.join(' · ')];
}

function pytorchText(version: PyTorchVersion): string {
  const name = pytorchName(version);
  return version.place === 'server' ? t('{0} on a server', name) : name;
}

/** What a screen reader is told: changes of the run's state, never single points. */
export function announcement(state: PanelState, sentence: string): string {
  const waits = state.isPaused || state.standsAt !== null;
  if (state.status === 'running') return waits ? runStatus(state).text : t('Running');
  if (state.status === 'ok')
    return [t('Finished in {0}.', runStatus(state).text), judged(state), sentence].filter(Boolean).join(' ');
  if (state.status === 'error') return `${runStatus(state).text}: ${state.results.error?.message ?? ''}`;
  return state.status === 'idle' ? '' : runStatus(state).text;
}

function judged({ verdict }: PanelState): string {
  return verdict === null ? '' : `${verdictTitle(verdict)} ${verdict.text}`;
}
