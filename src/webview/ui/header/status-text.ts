/** Did it run: the state of the run in words. */

import { hasFitDiverged } from '../../../run-model/fit.ts';
import { isActive, type PanelState, type Results } from '../../../run-model/state.ts';
import type { PyTorchVersion } from '../../../training/protocol/protocol.ts';
import { pytorchName } from '../../../training/protocol/pytorch-version.ts';
import { counted, duration, groupedInteger, shortNumber, toNumber } from '../numbers.ts';
import { verdictTitle } from './verdict-line.ts';

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
  return { icon: 'history', text: `${told.text}, before the last change`, tone: 'warn' };
}

function runStatus(state: PanelState, elapsed: number | null = null): StatusText {
  const time = state.results.milliseconds;
  const took = time === null ? '' : duration(time);
  switch (state.status) {
    case 'idle':
      return { icon: 'circle-outline', text: 'Not run yet', tone: 'plain' };
    case 'queued':
      return { icon: 'clock', text: 'Waiting', tone: 'plain' };
    case 'starting':
      return {
        icon: 'loading',
        text: isRestart(state) ? 'Restarting Python…' : 'Starting Python…',
        tone: 'plain',
      };
    case 'running':
      return underWay(state, elapsed);
    case 'ok':
      return finished(state.results, took);
    case 'error':
      return { icon: 'error', text: `${state.results.error?.type ?? 'Error'} after ${took}`, tone: 'bad' };
    case 'stopped':
      return { icon: 'debug-stop', text: `${stopWord(state.results)} after ${took}`, tone: 'warn' };
    case 'timeout':
      return { icon: 'watch', text: `Time limit reached after ${took}`, tone: 'warn' };
    case 'restricted':
      return { icon: 'workspace-untrusted', text: 'Nothing runs in a restricted workspace', tone: 'warn' };
  }
}

function underWay({ standsAt, isPaused, results }: PanelState, elapsed: number | null): StatusText {
  if (standsAt !== null)
    return { icon: 'debug-pause', text: `In the debugger, at line ${String(standsAt.line)}`, tone: 'warn' };
  if (isPaused) return { icon: 'debug-pause', text: `Paused: ${place(results)}`, tone: 'warn' };
  return { icon: 'loading', text: `Running… ${progress(results, elapsed)}`.trim(), tone: 'plain' };
}

/** What ran to its end is well only where the training was. */
function finished({ fits }: Results, took: string): StatusText {
  const diverged = fits.filter(hasFitDiverged).length;
  if (diverged === 0) return { icon: 'check', text: took, tone: 'good' };
  const who = fits.length === 1 ? 'Diverged' : `${String(diverged)} of ${String(fits.length)} fits diverged`;
  return { icon: 'warning', text: `${who} \u00b7 ${took}`, tone: 'warn' };
}

function stopWord({ interrupted }: Results): string {
  return interrupted === true ? 'Interrupted by a reload of the window' : 'Stopped';
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
  const left = known ? `, about ${seconds((elapsed * (1 - done)) / done)} left` : '';
  const open = fit.epochs === 0 && sofar !== '' ? ', of how many is not known' : left;
  return `${place(results)}${sofar === '' ? '' : `, ${sofar}`}${open}`;
}

/** `epoch 3 of 5` of the newest fit. */
function place({ fits }: Results): string {
  const fit = fits.at(-1);
  if (fit === undefined) return '';
  const total = fit.epochs === 0 ? '' : ` of ${groupedInteger(fit.epochs)}`;
  return `${fit.unit} ${shortNumber(Math.floor(reached(fit)), 6)}${total}`;
}

/** In whole seconds, as it changes all the time. */
function seconds(milliseconds: number): string {
  const whole = Math.max(1, Math.round(milliseconds / 1000));
  return whole < 60 ? `${String(whole)} s` : duration(1000 * whole);
}

/** `5 epochs`, `seed 0`, `js 12,480 operations` or `PyTorch 2.9.0, Python 3.11`: what there is to know of a run that ended. */
export function runFacts(state: PanelState): readonly string[] {
  const { fits, operations, backend, pytorch } = state.results;
  const epochs = fits.reduce((sum, fit) => sum + (fit.completed ?? 0), 0);
  const facts = epochs === 0 ? [] : [counted(epochs, 'epoch')];
  if (state.exercise !== null) facts.push(`seed ${String(state.seed)}`);
  if (pytorch !== undefined) return [...facts, pytorchText(pytorch)];
  if (operations === null || backend === null) return facts;
  // Where another engine is chosen it is said that it was not that one.
  if (state.engine.kind !== 'built-in') facts.push('built in');
  const used = (['js', 'wasm', 'tensorflow'] as const).filter((name) => operations[name] > 0);
  const counts = used.map((name) => `${name} ${groupedInteger(operations[name])} ops`);
  return [...facts, counts.length === 0 ? backend : counts.join(' · ')];
}

function pytorchText(version: PyTorchVersion): string {
  return `${pytorchName(version)}${version.place === 'server' ? ' on a server' : ''}`;
}

/** What a screen reader is told: changes of the run's state, never single points. */
export function announcement(state: PanelState, sentence: string): string {
  const waits = state.isPaused || state.standsAt !== null;
  if (state.status === 'running') return waits ? runStatus(state).text : 'Running';
  if (state.status === 'ok')
    return `Finished in ${runStatus(state).text}. ${judged(state)}${sentence}`.trim();
  if (state.status === 'error') return `${runStatus(state).text}: ${state.results.error?.message ?? ''}`;
  return state.status === 'idle' ? '' : runStatus(state).text;
}

function judged({ verdict }: PanelState): string {
  return verdict === null ? '' : `${verdictTitle(verdict)} ${verdict.text} `;
}
