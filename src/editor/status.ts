/** What the status bar says of the exercise in the panel. */

import { elapsedOf, nearLimit, type PanelState } from '../run-model/state.ts';
import { assignmentsOf, activeOverrides } from '../run-model/overrides.ts';
import { outcomeText, overrideText, progressText } from './outcomes.ts';
import type { Translate } from '../advice/translate.ts';
import { iconless } from '../text/markdown.ts';

export interface Status {
  /** With icons in VS Code's notation `$(name)`. */
  readonly text: string;
  readonly tooltip: string;
  readonly command: 'd2l.stop' | 'd2l.continueRun' | 'd2l.openPanel' | 'workbench.trust.manage';
  /** It wants to be looked at. */
  readonly isWarning?: boolean;
}

/** Null: nothing to say, because nothing was run. */
export function statusOf(state: PanelState, t: Translate, now = Date.now()): Status | null {
  const told = activeOverrides(state.parameters);
  const name = ['D2L', state.exercise?.id ?? ''].filter((part) => part !== '').join(' ');
  switch (state.status) {
    case 'idle':
      return null;
    case 'starting':
    case 'running':
      return runningStatus(state, name, t, now);
    case 'queued':
      return { text: `$(clock) ${name}`, tooltip: outcomeText(state, t) ?? '', command: 'd2l.openPanel' };
    case 'restricted':
      return {
        text: `$(shield) ${name}`,
        tooltip: t('This window is restricted: exercises run once you trust the workspace.'),
        command: 'workbench.trust.manage',
      };
    default:
      return {
        text: iconless(
          `${name}: ${[outcomeText(state, t) ?? '', ...(told.length === 0 ? [] : [assignmentsOf(told)])].join(' · ')}`,
        ),
        tooltip: told.length === 0 ? t('Show the results in the panel') : overrideText(told, t),
        command: 'd2l.openPanel',
      };
  }
}

/** How far the run is; near its time limit, that it can be let go on. */
function runningStatus(state: PanelState, name: string, t: Translate, now: number): Status {
  const { clock, results, standsAt } = state;
  const place = [name, ...progressText(results, t)].join(' · ');
  if (standsAt !== null) {
    return {
      text: `$(debug-pause) ${[place, t('line {0}', standsAt.line)].join(' · ')}`,
      tooltip: t('It stands in the debugger. Click to show what it has brought so far'),
      command: 'd2l.openPanel',
    };
  }
  if (clock !== null && 1000 * clock.limit - elapsedOf(clock, now) <= nearLimit(clock)) {
    return {
      text: `$(watch) ${[place, t('Continue?')].join(' · ')}`,
      tooltip: t(
        'The time limit of {0} s ends this run soon: click to let it go on for another {1} s',
        clock.limit,
        clock.more,
      ),
      command: 'd2l.continueRun',
      isWarning: true,
    };
  }
  return { text: `$(sync~spin) ${place}`, tooltip: t('Running: click to stop'), command: 'd2l.stop' };
}
