/** Behind each literal in whose place runs use the panel's value: what they use, and the ways to make both agree. */

import * as vscode from 'vscode';
import { activeOverrides } from '../../run-model/overrides.ts';
import type { ParameterArgument } from '../arguments.ts';
import { toRange } from '../diagnostics.ts';
import { SELECTOR } from '../documents.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { overrideText } from '../outcomes.ts';
import { visibleLine } from '../../text/visible.ts';

interface Note {
  /** Of the literal. */
  readonly range: vscode.Range;
  /** `runs with lr = 0.1, the code says 0.7`. */
  readonly text: string;
  readonly argument: CommandArgument;
}

/** What our commands take: see {@link ParameterArgument}. */
type CommandArgument = { readonly uri: string; readonly block: number } & Pick<ParameterArgument, 'key'>;

export class OverrideNotes implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #literal = vscode.window.createTextEditorDecorationType({
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('editorGutter.modifiedBackground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #behind = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3ch', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #disposables = [
    this.#literal,
    this.#behind,
    vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
    vscode.languages.registerCodeActionsProvider(SELECTOR, this, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  ];
  /** Editors that have notes now. */
  readonly #drawn = new Set<vscode.TextEditor>();

  /** @param recordsIn the exercises of a document that were looked at, by its URI */
  constructor(private readonly recordsIn: (uri: string) => readonly ExerciseRecord[]) {}

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** An override began, ended or moved, or may have. */
  draw(): void {
    const { visibleTextEditors } = vscode.window;
    for (const editor of this.#drawn) if (!visibleTextEditors.includes(editor)) this.#drawn.delete(editor);
    for (const editor of visibleTextEditors) this.#drawIn(editor);
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    return this.#notesIn(document)
      .filter((note) => note.range.intersection(range) !== undefined)
      .flatMap(({ argument, text }) => [
        action(vscode.l10n.t('Apply to code: {0}', text), 'd2l.applyOverrides', argument),
        action(vscode.l10n.t('Reset: {0}', text), 'd2l.resetOverrides', argument),
      ]);
  }

  #drawIn(editor: vscode.TextEditor): void {
    const notes = this.#notesIn(editor.document);
    if (notes.length === 0 && !this.#drawn.has(editor)) return;
    if (notes.length === 0) this.#drawn.delete(editor);
    else this.#drawn.add(editor);
    editor.setDecorations(
      this.#literal,
      notes.map((note) => ({ range: note.range, hoverMessage: hoverOf(note) })),
    );
    editor.setDecorations(
      this.#behind,
      notes.map((note) => {
        const { end } = editor.document.lineAt(note.range.end.line).range;
        const after = { contentText: note.text };
        return {
          range: new vscode.Range(end, end),
          renderOptions: { after },
          hoverMessage: hoverOf(note),
        };
      }),
    );
  }

  #notesIn(document: vscode.TextDocument): Note[] {
    const uri = document.uri.toString();
    return this.recordsIn(uri).flatMap((record) => {
      const told = new Map(activeOverrides(record.state.parameters).map((each) => [each.key, each]));
      return record.overriddenPlaces.flatMap(({ key, place }): Note[] => {
        const override = told.get(key);
        const block = record.plan.blocks.at(-1)?.index;
        if (override === undefined || block === undefined || place.end.line >= document.lineCount) return [];
        const text = overrideText([override], vscode.l10n.t);
        return [{ range: toRange(place), text, argument: { uri, block, key } }];
      });
    });
  }
}

/** What is changed, and beside it the commands: what may call them holds no word of the document. */
function hoverOf({ text, argument }: Note): vscode.MarkdownString[] {
  const link = (command: string): string =>
    `command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[!'()*]/g, hexadecimal)}`;
  const hover = new vscode.MarkdownString();
  hover.isTrusted = { enabledCommands: ['d2l.applyOverrides', 'd2l.resetOverrides'] };
  hover.appendMarkdown(`[${vscode.l10n.t('Apply')}](${link('d2l.applyOverrides')}) · `);
  hover.appendMarkdown(`[${vscode.l10n.t('Reset')}](${link('d2l.resetOverrides')})`);
  return [new vscode.MarkdownString().appendText(visibleLine(text)), hover];
}

/** The characters that `encodeURIComponent` leaves, of which Markdown makes something. */
function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

function action(title: string, command: string, argument: CommandArgument): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: [argument] };
  return made;
}
