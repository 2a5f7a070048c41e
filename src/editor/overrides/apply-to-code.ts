/** *Apply to code*: writes the panel's values into the document, as one step to undo. That edit ends the overrides. */

import * as vscode from 'vscode';
import type { RunController } from '../run-controller.ts';
import { codeEdits } from './code-edits.ts';

/** `only`: key of the one parameter that is meant; all without it. */
export async function applyToCode(controller: RunController, only?: string): Promise<void> {
  const record = controller.upToDate();
  if (record === undefined) return;
  const overrides = Object.entries(record.activeOverrides());
  const chosen = Object.fromEntries(overrides.filter(([key]) => only === undefined || key === only));
  const uri = vscode.Uri.parse(record.document.uri, true);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of codeEdits(record.plan, chosen)) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), text);
  }
  if (edit.size === 0) return;
  if (await vscode.workspace.applyEdit(edit)) {
    controller.upToDate();
  } else {
    void vscode.window.showWarningMessage(vscode.l10n.t('The document cannot be changed.'));
  }
}
