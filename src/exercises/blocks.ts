/** A document of any kind, read into blocks. */

import { joinLines, splitLines } from './lines.ts';
import { readMarkdownFences } from './markdown-fences.ts';
import { isFileBlock } from './ipython.ts';
import type { Block, DocumentKind } from './model.ts';
import { readNotebookCells } from './notebook-cells.ts';
import { placeCode, type PlacedCode } from './outline.ts';
import type { Piece } from './pieces.ts';
import { readPythonCells } from './python-cells.ts';

const KINDS: Readonly<Record<string, DocumentKind>> = {
  py: 'python',
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  ipynb: 'notebook',
};

/** The kind a file's name says, undefined where exercises cannot live in it. */
export function documentKind(fileName: string): DocumentKind | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
}

const READERS: Readonly<Record<DocumentKind, (text: string, document: string) => Piece[]>> = {
  python: readPythonCells,
  markdown: readMarkdownFences,
  notebook: readNotebookCells,
};

/**
 * Finds what can be run in a document, in order. Any text is accepted; what is not Python, or is blank, is no
 * block.
 *
 * @param text the document; a notebook's is its JSON.
 * @param document what tracebacks call it.
 */
export function readBlocks(text: string, kind: DocumentKind, document: string): readonly Block[] {
  const blocks = placeCode(READERS[kind](text, document))
    .map(trim)
    .filter((placed) => placed.code.lines.length > 0)
    .map(toBlock);
  return blocks.some(({ isRunnable }) => isRunnable) || !blocks.some(usesPyTorch)
    ? blocks
    : blocks.map((block) => ({ ...block, isRunnable: true }));
}

function usesPyTorch({ source }: Block): boolean {
  return /^[ \t]*(?:import|from)\s+(?:[\w.]+\s*(?:as\s+\w+\s*)?,\s*)*(?:torch|d2l)\b/m.test(source);
}

/** A position of a block's source in its document: 1-based line, 0-based column in UTF-16 units. */
export function placeInDocument(block: Block, offset: number): { line: number; column: number } {
  const before = splitLines(block.source.slice(0, offset));
  const last = before.at(-1);
  const column = last?.terminator === '' ? last.text.length : 0;
  return { line: block.firstLine + before.length - (column > 0 ? 1 : 0), column: block.indent + column };
}

/** Leaves out the blank lines around the code. */
function trim(placed: PlacedCode): PlacedCode {
  const { code } = placed;
  const isFilled = ({ text }: { text: string }): boolean => text.trim() !== '';
  const first = code.lines.findIndex(isFilled);
  const lines = first < 0 ? [] : code.lines.slice(first, code.lines.findLastIndex(isFilled) + 1);
  return { ...placed, code: { ...code, lines, firstLine: code.firstLine + Math.max(0, first) } };
}

function calls(source: string, method: RegExp): boolean {
  return method.test(source) && !isFileBlock(source);
}

function toBlock({ code, exercise, title, headingLine }: PlacedCode, index: number): Block {
  const source = joinLines(code.lines);
  return {
    index,
    exercise,
    title,
    headingLine,
    firstLine: code.firstLine,
    lastLine: code.firstLine + code.lines.length - 1,
    source,
    indent: code.indent,
    document: code.document,
    fits: calls(source, /^[^#\r\n]*\.fit\s*\(/m),
    isRunnable: exercise !== null || calls(source, /^[^#\r\n]*\.(?:fit|backward)\s*\(/m),
    origin: code.origin,
  };
}
