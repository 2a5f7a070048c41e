/** The editor's documents as the pure parts see them, and which of them the learner looks at. */

import * as vscode from 'vscode';
import type { DocumentKind } from '../exercises/model.ts';
import { isNumberEdit } from './number-edits.ts';
import type { RunController } from './run-controller.ts';
import { ORIGINAL_SCHEME } from './workbook/originals.ts';
import type { SourceDocument } from './source-document.ts';

/** Documents that get CodeLenses. */
export const SELECTOR: vscode.DocumentSelector = [{ language: 'python' }, { language: 'markdown' }];

const KINDS: Readonly<Record<string, DocumentKind>> = { python: 'python', markdown: 'markdown' };

/** Read-only shadows of documents, and cells, which are parts of a document. */
const FOREIGN_SCHEMES = new Set([
  'git',
  'vscode-notebook-cell',
  'vscode-local-history',
  'output',
  'comment',
  ORIGINAL_SCHEME,
]);

/** The document, if it can hold blocks. */
export function sourceOf(document: vscode.TextDocument): SourceDocument | undefined {
  const { uri, languageId } = document;
  const kind = KINDS[languageId];
  if (kind === undefined || FOREIGN_SCHEMES.has(uri.scheme)) return undefined;
  return {
    uri: uri.toString(),
    name: uri.scheme === 'file' ? uri.fsPath : uri.toString(),
    title: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    kind,
    get version() {
      return document.version;
    },
    text: () => document.getText(),
  };
}

const isNumberIn = (document: vscode.TextDocument) => (change: vscode.TextDocumentContentChangeEvent) => {
  const { text, range } = change;
  const { line, character } = range.start;
  return range.isSingleLine && isNumberEdit({ text, line: document.lineAt(line).text, character });
};

export interface FollowedDocuments extends vscode.Disposable {
  /** Nothing was followed because no document has the focus: the one that is in view is. */
  followVisible(): void;
}

/** Tells the controller which document and line the learner looks at, and what happens to the documents. */
export function followDocuments(controller: RunController): FollowedDocuments {
  let last: string | undefined;
  const follow = (editor: vscode.TextEditor | undefined): void => {
    const source = editor === undefined ? undefined : sourceOf(editor.document);
    if (editor === undefined || source === undefined) return void (last = undefined);
    const line = editor.selection.active.line + 1;
    const place = `${source.uri}:${line}`;
    if (place === last) return;
    last = place;
    controller.follow(source, line);
  };
  const on = (act: (source: SourceDocument) => void) => (document: vscode.TextDocument) => {
    const source = sourceOf(document);
    if (source !== undefined) act(source);
  };
  follow(vscode.window.activeTextEditor);
  const listening = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor === vscode.window.activeTextEditor) follow(event.textEditor);
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return;
      const { document, contentChanges } = event;
      on((source) => controller.edited(source, contentChanges, contentChanges.every(isNumberIn(document))))(
        document,
      );
    }),
    // Also one whose language was changed: VS Code closes it and opens it anew.
    vscode.workspace.onDidOpenTextDocument((document) => {
      const { activeTextEditor } = vscode.window;
      if (activeTextEditor?.document === document) follow(activeTextEditor);
    }),
    vscode.workspace.onDidSaveTextDocument(on((source) => controller.saved(source))),
    vscode.workspace.onDidCloseTextDocument(
      on((source) => {
        last = undefined;
        controller.closed(source);
      }),
    ),
  );
  return {
    dispose: () => void listening.dispose(),
    followVisible: () => {
      const { visibleTextEditors } = vscode.window;
      follow(visibleTextEditors.find(({ document }) => sourceOf(document) !== undefined));
    },
  };
}
