/** The latest run's results behind the lines of its code, until these are edited. */

import * as vscode from 'vscode';
import type { RunEvent } from '../../training/protocol/protocol.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { lineBreaks } from '../run-problems.ts';
import { LineNotes, type LineNote } from './line-notes.ts';
import { afterEdit, type ShownNotes } from './shown-notes.ts';
import { fenced } from '../../text/markdown.ts';
import { visibleLine } from '../../text/visible.ts';

/** Milliseconds between two changes while a run goes on. */
const PAUSE = 100;

export class RunDecorations implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3ch', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #shown = new Map<string, ShownNotes>();
  /** The run whose notes are being collected. */
  #current: { readonly record: ExerciseRecord; readonly notes: LineNotes } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #disposables = [
    this.#type,
    vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#draw(editor))),
  ];

  /** A run of the exercise has come further; its record has taken `event` in. */
  accept(record: ExerciseRecord, event: RunEvent): void {
    if (event.type === 'started') {
      this.#current = { record, notes: new LineNotes(record.document.name, vscode.l10n.t) };
    }
    if (this.#current?.record !== record) return;
    this.#current.notes.accept(event);
    if (event.type === 'ended') this.#refresh();
    else this.#timer ??= setTimeout(() => this.#refresh(), PAUSE);
  }

  /** Takes everything away. */
  clear(): void {
    this.#current = undefined;
    for (const uri of [...this.#shown.keys()]) this.#replace(uri, undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#current === undefined) return;
    const { record, notes } = this.#current;
    const all = notes.all(record.state.results.fits);
    const isOver = record.state.results.milliseconds !== null;
    // Until a run has something to say of its own, what the one before it said stays.
    if (all.length === 0 && !isOver) return;
    const code = record.plan.blocks.map(({ firstLine, lastLine }) => ({ first: firstLine, last: lastLine }));
    this.#replace(record.document.uri, { notes: all, code });
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    // Lines that a run under way still tells of are those of the text that it was started with.
    if (this.#current?.record.document.uri === uri) this.#current = undefined;
    let shown = this.#shown.get(uri);
    if (shown === undefined) return;
    for (const { range, text } of contentChanges) {
      shown = shown && (afterEdit(shown, { range, added: lineBreaks(text) }) ?? undefined);
    }
    this.#replace(uri, shown);
  }

  #replace(uri: string, notes: ShownNotes | undefined): void {
    if (notes === undefined) this.#shown.delete(uri);
    else this.#shown.set(uri, notes);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri) this.#draw(editor);
    }
  }

  #draw(editor: vscode.TextEditor): void {
    const notes = this.#shown.get(editor.document.uri.toString())?.notes ?? [];
    const inside = notes.filter(({ line }) => line <= editor.document.lineCount);
    editor.setDecorations(
      this.#type,
      inside.map((note) => decoration(note, editor.document)),
    );
  }
}

function decoration(
  { line, text, whole }: LineNote,
  document: vscode.TextDocument,
): vscode.DecorationOptions {
  const { end } = document.lineAt(line - 1).range;
  const options = {
    range: new vscode.Range(end, end),
    renderOptions: { after: { contentText: visibleLine(text) } },
  };
  if (whole === null) return options;
  return { ...options, hoverMessage: new vscode.MarkdownString(fenced(whole)) };
}
