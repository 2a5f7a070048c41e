/** Errors of runs as diagnostics on the learner's lines, gone with the next run or an edit of their line. */

import * as vscode from 'vscode';
import type { RunError } from '../training/protocol.ts';
import { afterChange, problemOf } from './run-problems.ts';
import type { PlainRange, Problem } from './run-problems.ts';
import type { SourceDocument } from './source-document.ts';

const SOURCE = 'D2L';

export class RunDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('d2l');
  private readonly problems = new Map<string, Problem>();
  private readonly changes = vscode.workspace.onDidChangeTextDocument((event) => this.edited(event));

  /** A run of the document ended with `error`; null: older errors are over. */
  report(document: Pick<SourceDocument, 'uri' | 'name'>, error: RunError | null): void {
    this.show(document.uri, error === null ? null : problemOf(error, document.name, vscode.l10n.t));
  }

  dispose(): void {
    this.changes.dispose();
    this.collection.dispose();
  }

  private edited(event: vscode.TextDocumentChangeEvent): void {
    const uri = event.document.uri.toString();
    const before = this.problems.get(uri);
    if (before === undefined || event.contentChanges.length === 0) return;
    const after = event.contentChanges.reduce<Problem | null>(
      (problem, { range, text }) => problem && afterChange(problem, { range, added: lineBreaks(text) }),
      before,
    );
    this.show(uri, after);
  }

  private show(uri: string, problem: Problem | null): void {
    const target = vscode.Uri.parse(uri, true);
    if (problem === null) {
      this.problems.delete(uri);
      this.collection.delete(target);
    } else {
      this.problems.set(uri, problem);
      this.collection.set(target, [toDiagnostic(problem, target)]);
    }
  }
}

function toDiagnostic(problem: Problem, uri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(problem.range), problem.message);
  diagnostic.source = SOURCE;
  diagnostic.code = problem.type;
  diagnostic.relatedInformation = problem.related.map(
    ({ range, message }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
  );
  return diagnostic;
}

function toRange({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
