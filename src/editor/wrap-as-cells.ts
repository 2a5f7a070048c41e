/** Makes cells of the comments that mark exercises in a script, as one edit: by a command, a CodeLens or a code action. */

import * as vscode from 'vscode';
import { wrapAsCells, type LineChange } from '../exercises/wrap.ts';
import { SELECTOR, sourceOf } from './documents.ts';
import type { RunController } from './run-controller.ts';

/** The changes that make cells of the document's exercises; none where it has cells, or no such exercises. */
function changesOf(controller: RunController, document: vscode.TextDocument): readonly LineChange[] {
  const source = sourceOf(document);
  return source === undefined ? [] : wrapAsCells(controller.blocksOf(source));
}

function toEdit(document: vscode.TextDocument, changes: readonly LineChange[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { line, text } of changes) edit.replace(document.uri, document.lineAt(line - 1).range, text);
  return edit;
}

/** Wraps the exercises of a document, and says so where there are none. */
export async function wrapExercises(controller: RunController, document: vscode.TextDocument): Promise<void> {
  const changes = changesOf(controller, document);
  if (changes.length > 0) return void (await vscode.workspace.applyEdit(toEdit(document, changes)));
  const text = vscode.l10n.t(
    'No comments of this file mark exercises, such as # [1] and # [2], each above code that can run without the others.',
  );
  void vscode.window.showInformationMessage(text);
}

/** Offers it at each comment that marks an exercise. */
export function registerWrapActions(controller: RunController): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorRewrite;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, { start }) => {
      const changes = changesOf(controller, document);
      if (!changes.some(({ line }) => line === start.line + 1)) return [];
      const action = new vscode.CodeAction(vscode.l10n.t('Wrap D2L exercises as cells'), kind);
      action.edit = toEdit(document, changes);
      return [action];
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, {
    providedCodeActionKinds: [kind],
  });
}
