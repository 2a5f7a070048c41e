/** What stands below a cell: how its latest run ended, and what it runs with. */

import * as vscode from 'vscode';
import { assignmentsOf, activeOverrides } from '../../run-model/overrides.ts';
import type { PanelState } from '../../run-model/state.ts';
import { outcomeText } from '../outcomes.ts';

/** Undefined where there is nothing to say. */
export function cellStatusItem(
  cell: vscode.NotebookCell,
  state: PanelState,
): vscode.NotebookCellStatusBarItem | undefined {
  const outcome = outcomeText(state, vscode.l10n.t);
  if (outcome === null) return undefined;
  const overrides = assignmentsOf(activeOverrides(state.parameters));
  const item = new vscode.NotebookCellStatusBarItem(
    `$(graph-line) D2L ${outcome}${overrides === '' ? '' : ` · ${vscode.l10n.t('runs with {0}', overrides)}`}`,
    vscode.NotebookCellStatusBarAlignment.Left,
  );
  item.tooltip = vscode.l10n.t('Show the results in the panel');
  item.command = {
    command: 'd2l.openCellRun',
    title: item.tooltip,
    arguments: [cell.document.uri.toString()],
  };
  return item;
}
