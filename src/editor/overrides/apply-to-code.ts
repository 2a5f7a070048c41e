/** *Apply to code*: writes the panel's values into the document, as one step to undo. */

import * as vscode from 'vscode';
import type { RunController } from '../run-controller.ts';
import { codeEdits } from './code-edits.ts';

export async function applyToCode(controller: RunController): Promise<void> {
  const record = controller.upToDate();
  if (record === undefined) return;
  const uri = vscode.Uri.parse(record.document.uri, true);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of codeEdits(record.plan, record.activeOverrides())) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), text);
  }
  if (edit.size === 0) return;
  if (await vscode.workspace.applyEdit(edit)) {
    controller.overridesApplied(record);
  } else {
    void vscode.window.showWarningMessage(vscode.l10n.t('The document cannot be changed.'));
  }
}
