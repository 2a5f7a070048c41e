/** Inlay hints and hovers that tell what the lines of code gave names to when they last ran. */

import * as vscode from 'vscode';
import type { LineValuesMessage, RunEvent } from '../../training/protocol/protocol.ts';
import type { LineSpan } from '../decorations/shown-notes.ts';
import { SHOW_GRAPH } from '../graph/show-graph.ts';
import { lineBreaks } from '../run-problems.ts';
import type { ShapesMode } from '../settings.ts';
import { broadcastDetails, valueDetails } from './details.ts';
import { hintsIn, valuesIn, type Hint, type HintPart } from './hints.ts';
import { after, afterEdit, during, NO_VALUES, ofDocument, type ShownValues } from './shown-values.ts';

/** Code that a run may tell of, and where it stands. */
export interface KnownCode {
  /** As frames call the document, and the document's URI. */
  readonly name: string;
  readonly uri: string;
  /** Those that the run executes; none where it only calls functions of an earlier run. */
  readonly lines: readonly LineSpan[];
  /** Whether an edit runs it again. */
  isLive(): boolean;
}

/** Languages of documents and of cells. */
const SELECTOR: vscode.DocumentSelector = [{ language: 'python' }, { language: 'markdown' }];

export class LineValueHints implements vscode.InlayHintsProvider, vscode.HoverProvider, vscode.Disposable {
  readonly #shown = new Map<string, ShownValues>();
  /** Documents whose text is not that of the run under way any more. */
  readonly #edited = new Set<string>();
  /** Of what ran last in a document. */
  readonly #isLive = new Map<string, KnownCode['isLive']>();
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changes.event;
  readonly #disposables = [
    this.#changes,
    vscode.languages.registerInlayHintsProvider(SELECTOR, this),
    vscode.languages.registerHoverProvider(SELECTOR, this),
    vscode.workspace.onDidChangeTextDocument((event) => this.#documentEdited(event)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('d2l.shapes')) this.#changes.fire();
    }),
  ];

  constructor(private readonly mode: (document: vscode.TextDocument) => ShapesMode) {}

  /** A run has come further. @param codes all that it may tell of */
  accept(event: RunEvent, codes: () => readonly KnownCode[]): void {
    if (event.type === 'started') {
      for (const { uri, lines } of codes()) if (lines.length > 0) this.#edited.delete(uri);
    } else if (event.type === 'lineValues') {
      for (const code of codes()) this.#take(code, event);
      this.#changes.fire();
    }
  }

  provideInlayHints(document: vscode.TextDocument, { start, end }: vscode.Range): vscode.InlayHint[] {
    const shown = this.#shown.get(document.uri.toString());
    if (shown === undefined || this.mode(document) !== 'on') return [];
    const last = Math.min(end.line + 1, document.lineCount);
    return hintsIn(shown, start.line + 1, last).map((hint) => toInlayHint(hint, document, shown));
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const shown = this.#shown.get(document.uri.toString());
    const range = document.getWordRangeAtPosition(position, /[\p{L}_][\p{L}\p{N}_]*/u);
    if (shown === undefined || range === undefined || this.mode(document) === 'off') return undefined;
    const word = document.getText(range);
    const named = valuesIn(shown, position.line + 1).filter(({ name }) => name.split('.').at(-1) === word);
    if (named.length === 0) return undefined;
    const texts = named.map((value) => valueDetails(value, shown.isOutdated, vscode.l10n.t));
    return new vscode.Hover(texts.map(withCommand), range);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #take(code: KnownCode, event: LineValuesMessage): void {
    const { name, uri, lines } = code;
    if (this.#edited.has(uri)) return;
    const isLive = (): boolean => code.isLive();
    this.#isLive.set(uri, isLive);
    const shown = this.#shown.get(uri) ?? NO_VALUES;
    const told = ofDocument(event, name, lines);
    // A run that fails before its first line tells nothing, and takes nothing away.
    if (told.values.length === 0 && isLive()) return;
    this.#shown.set(uri, event.isLast && lines.length > 0 ? after(shown, told) : during(shown, told));
  }

  #documentEdited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    // Lines that a run under way still tells of are those of the text that it was started with.
    this.#edited.add(uri);
    let shown = this.#shown.get(uri);
    if (shown === undefined) return;
    const isLive = this.#isLive.get(uri)?.() ?? false;
    for (const { range, text } of contentChanges)
      shown = afterEdit(shown, { range, added: lineBreaks(text) }, isLive);
    this.#shown.set(uri, shown);
    this.#changes.fire();
  }

  #forget(uri: string): void {
    this.#shown.delete(uri);
    this.#edited.delete(uri);
    this.#isLive.delete(uri);
  }
}

/** Markdown that may link to one command of ours. */
function withCommand(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = { enabledCommands: [SHOW_GRAPH] };
  return markdown;
}

function toInlayHint(
  { line, parts }: Hint,
  document: vscode.TextDocument,
  shown: ShownValues,
): vscode.InlayHint {
  const labels = parts.map((part, index) => {
    const label = new vscode.InlayHintLabelPart(index === 0 ? part.text : `, ${part.text}`);
    label.tooltip = withCommand(details(part, shown.isOutdated));
    return label;
  });
  const hint = new vscode.InlayHint(document.lineAt(line - 1).range.end, labels, vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  return hint;
}

function details({ of }: HintPart, isOutdated: boolean): string {
  return 'value' in of
    ? valueDetails(of.value, isOutdated, vscode.l10n.t)
    : broadcastDetails(of.broadcast, vscode.l10n.t);
}
