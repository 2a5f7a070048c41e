/** Corrections of the mistakes that runs have shown, as quick fixes at their lines. */

import * as vscode from 'vscode';
import { toRange, type RunDiagnostics } from './diagnostics.ts';
import { SELECTOR } from './documents.ts';
import type { Problem, ProblemFix } from './run-problems.ts';

class QuickFixes implements vscode.CodeActionProvider {
  constructor(private readonly diagnostics: RunDiagnostics) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return this.diagnostics
      .problemsIn(document.uri)
      .filter((problem) => toRange(problem.range).intersection(range) !== undefined)
      .flatMap((problem) => problem.fixes.map((fix) => toAction(document, problem, fix, context)));
  }
}

function toAction(
  document: vscode.TextDocument,
  problem: Problem,
  fix: ProblemFix,
  context: vscode.CodeActionContext,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  if (fix.command !== undefined) {
    const words = fix.argument === undefined ? [] : [fix.argument];
    action.command = { command: fix.command, title: fix.title, arguments: words };
  } else action.edit = new vscode.WorkspaceEdit();
  for (const { range, text } of fix.edits) action.edit?.replace(document.uri, toRange(range), text);
  action.diagnostics = context.diagnostics.filter(({ code }) => code === problem.type);
  action.isPreferred = fix.command === undefined;
  return action;
}

export function registerQuickFixes(diagnostics: RunDiagnostics): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(SELECTOR, new QuickFixes(diagnostics), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
