/** Errors of runs and advice as diagnostics on the learner's lines, gone with the next run or an edit of their line. */

import * as vscode from 'vscode';
import {
  afterChange,
  lineBreaks,
  problemsOf,
  type PlainRange,
  type Problem,
  type RunReport,
} from './run-problems.ts';
import type { SourceDocument } from './source-document.ts';

const SOURCE = 'D2L';

export class RunDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('d2l');
  readonly #problems = new Map<string, readonly Problem[]>();
  readonly #changes = vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event));

  /** A run of the document ended with this; null: what earlier ones said is over. */
  report(document: Pick<SourceDocument, 'uri' | 'name'>, report: RunReport | null): void {
    this.#show(document.uri, report === null ? [] : problemsOf(report, document.name, vscode.l10n.t));
  }

  /** What is shown of a document. */
  problemsIn(uri: vscode.Uri): readonly Problem[] {
    return this.#problems.get(uri.toString()) ?? [];
  }

  dispose(): void {
    this.#changes.dispose();
    this.#collection.dispose();
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const uri = event.document.uri.toString();
    const before = this.#problems.get(uri);
    if (before === undefined || event.contentChanges.length === 0) return;
    const after = before.flatMap((problem) => {
      const moved = event.contentChanges.reduce<Problem | null>(
        (found, { range, text }) => found && afterChange(found, { range, added: lineBreaks(text) }),
        problem,
      );
      return moved === null ? [] : [moved];
    });
    this.#show(uri, after);
  }

  #show(uri: string, problems: readonly Problem[]): void {
    const target = vscode.Uri.parse(uri, true);
    if (problems.length === 0) {
      this.#problems.delete(uri);
      this.#collection.delete(target);
    } else {
      this.#problems.set(uri, problems);
      this.#collection.set(
        target,
        problems.map((problem) => toDiagnostic(problem, target)),
      );
    }
  }
}

function toDiagnostic(problem: Problem, uri: vscode.Uri): vscode.Diagnostic {
  const severity = vscode.DiagnosticSeverity[problem.severity === 'error' ? 'Error' : 'Warning'];
  const diagnostic = new vscode.Diagnostic(toRange(problem.range), problem.message, severity);
  diagnostic.source = SOURCE;
  diagnostic.code = problem.type;
  diagnostic.relatedInformation = problem.related.map(
    ({ range, message }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
  );
  return diagnostic;
}

/** The editor's range. */
export function toRange({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
