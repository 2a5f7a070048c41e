/** What the panel and the command ask of sweeps, and the choice of a parameter by the editor's own list. */

import * as vscode from 'vscode';
import { importanceOf } from '../../exercises/importance.ts';
import type { PanelActions } from '../../webview/protocol/messages.ts';
import type { PanelParameter } from '../../run-model/state.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import type { RunController } from '../run-controller.ts';

export function sweepActions({
  sweeps,
}: RunController): Pick<PanelActions, 'chooseSweep' | 'startSweep' | 'stopSweep' | 'clearSweep'> {
  return {
    chooseSweep: ({ key }) => sweeps.choose(key),
    startSweep: ({ request }) => void sweeps.start(request),
    stopSweep: () => sweeps.stop(),
    clearSweep: () => sweeps.clear(),
  };
}

/** Key of the parameter that the learner chose; undefined when none. */
export async function chooseParameter(record: ExerciseRecord): Promise<string | undefined> {
  const { parameters } = record.state;
  if (parameters.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This code has no parameter to sweep.'));
    return undefined;
  }
  const ordered = parameters.toSorted((a, b) => importanceOf(a) - importanceOf(b));
  const chosen = await vscode.window.showQuickPick(ordered.map(parameterItem), {
    title: vscode.l10n.t('Sweep a parameter'),
    placeHolder: vscode.l10n.t('Which parameter is to have several values?'),
    matchOnDescription: true,
  });
  return chosen?.key;
}

function parameterItem({ key, name, group, value, override, line }: PanelParameter) {
  const shown = override ?? value;
  return {
    key,
    label: name,
    description: typeof shown === 'object' ? shown.join(', ') : String(shown),
    detail: group === '' ? vscode.l10n.t('line {0}', line) : vscode.l10n.t('{0}(…), line {1}', group, line),
  };
}
