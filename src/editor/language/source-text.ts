/** A document's Python as one text: of a notebook the cells up to this one, of Markdown the fences that run. */

import * as vscode from 'vscode';
import { splitLines } from '../../exercises/lines.ts';
import { readMarkdownFences } from '../../exercises/markdown-fences.ts';

export interface SourceText {
  readonly text: string;
  /** Where in it the asked position is. */
  readonly at: number;
  /** What offsets in the text are in the document. */
  positionAt(offset: number): vscode.Position;
}

/** @returns undefined where there is no Python */
export function sourceTextAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): SourceText | undefined {
  if (document.languageId === 'markdown') return fencesAt(document, position);
  const above = cellsAbove(document);
  return {
    text: above + document.getText(),
    at: above.length + document.offsetAt(position),
    positionAt: (offset) => document.positionAt(offset - above.length),
  };
}

function cellsAbove(document: vscode.TextDocument): string {
  if (document.uri.scheme !== 'vscode-notebook-cell') return '';
  const cells = vscode.workspace.notebookDocuments
    .map((notebook) => notebook.getCells())
    .find((each) => each.some((cell) => cell.document === document));
  const above = cells?.slice(
    0,
    cells.findIndex((cell) => cell.document === document),
  );
  return (above ?? [])
    .filter((cell) => cell.document.languageId === 'python')
    .map((cell) => `${cell.document.getText()}\n`)
    .join('');
}

/** Lines outside the fences are left empty, so that lines keep their numbers. */
function fencesAt(document: vscode.TextDocument, position: vscode.Position): SourceText | undefined {
  const lines = new Map<number, { text: string; indent: number }>();
  for (const piece of readMarkdownFences(document.getText(), '')) {
    if (piece.type !== 'code') continue;
    const { firstLine, indent } = piece;
    piece.lines.forEach(({ text }, nth) => lines.set(firstLine - 1 + nth, { text, indent }));
  }
  const here = lines.get(position.line);
  if (here === undefined) return undefined;
  const texts = splitLines(document.getText()).map((_, line) => lines.get(line)?.text ?? '');
  const startOf = (line: number): number =>
    texts.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const start = startOf(position.line);
  return {
    text: texts.join('\n'),
    at: start + Math.max(position.character - here.indent, 0),
    positionAt: (offset) => new vscode.Position(position.line, offset - start + here.indent),
  };
}
