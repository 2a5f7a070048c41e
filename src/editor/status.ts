/** What the status bar says of the exercise in the panel. */

import type { PanelState } from '../webview/state.ts';
import { assignmentsOf, toldOverrides } from '../webview/overrides.ts';
import { outcomeText, overrideText } from './outcomes.ts';
import type { Translate } from '../advice/translate.ts';

export interface Status {
  /** With icons in VS Code's notation `$(name)`. */
  readonly text: string;
  readonly tooltip: string;
  readonly command: 'd2l.stop' | 'd2l.openPanel' | 'workbench.trust.manage';
}

/** Null: nothing to say, because nothing was run. */
export function statusOf(state: PanelState, t: Translate): Status | null {
  const told = toldOverrides(state.parameters);
  const name = ['D2L', state.exercise?.id ?? ''].filter((part) => part !== '').join(' ');
  switch (state.status) {
    case 'idle':
      return null;
    case 'starting':
    case 'running':
      return { text: `$(sync~spin) ${name}`, tooltip: t('Running: click to stop'), command: 'd2l.stop' };
    case 'restricted':
      return {
        text: `$(shield) ${name}`,
        tooltip: t('This window is restricted: exercises run once you trust the workspace.'),
        command: 'workbench.trust.manage',
      };
    default:
      return {
        text: `${name}: ${[outcomeText(state, t) ?? '', ...(told.length === 0 ? [] : [assignmentsOf(told)])].join(' · ')}`,
        tooltip: told.length === 0 ? t('Show the results in the panel') : overrideText(told, t),
        command: 'd2l.openPanel',
      };
  }
}
