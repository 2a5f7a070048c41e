/**
 * Python fences of a Markdown document.
 *
 * Own line scan instead of a Markdown parser: fences and `#` headings are decided line by line, and what D2L,
 * Quarto, MyST and HackMD add to them (`{.python .input}`, `%%tab`, `{code-cell}`, `python=`) no parser of CommonMark
 * knows.
 */

import { splitLines, type Line } from './lines.ts';
import { commentOptions, neutralizeMagics } from './magics.ts';
import type { Piece } from './pieces.ts';
import { readProse } from './prose.ts';
import { isSession, sessionCode } from './sessions.ts';
import { foreignTab } from './tabs.ts';

interface Fence {
  /** Marks of the quotes around it, as many as `> ` stand before it. */
  readonly quotes: number;
  /** Columns before its mark, those of quotes included. */
  readonly indent: number;
  readonly mark: string;
  readonly info: string;
}

/** The Markdown headings and the Python fences that run, in order. */
export function readMarkdownFences(text: string, document: string): Piece[] {
  const lines = splitLines(text);
  const pieces: Piece[] = [];
  let before: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.text ?? '';
    const fence = openFence(line);
    if (fence) {
      const end = closingLine(lines, at + 1, fence);
      pieces.push(...fencedCode(fence, at + 1, lines.slice(at + 1, end.line), document));
      at = end.isMark ? end.line : end.line - 1;
      before = '```';
      continue;
    }
    pieces.push(...readProse(unquoted(line), before === undefined ? before : unquoted(before), at + 1));
    before = line;
  }
  return pieces;
}

/** Marks of quotes; the space behind the last one is the text's own. */
const QUOTE = /^(?: {0,3}>)+/;

function unquoted(text: string): string {
  const marks = QUOTE.exec(text)?.[0];
  return marks === undefined ? text : text.slice(marks.length).replace(/^ /, '');
}

function openFence(text: string): Fence | undefined {
  const match = /^((?: {0,3}>)*)([ \t]*)(`{3,}|~{3,})(.*)$/.exec(text);
  if (!match) return undefined;
  const [, quote = '', indent = '', mark = '', info = ''] = match;
  if (mark.startsWith('`') && info.includes('`')) return undefined;
  return { quotes: marksIn(quote), indent: quote.length + indent.length, mark, info: info.trim() };
}

function marksIn(quote: string): number {
  return quote.split('>').length - 1;
}

/** The fence's closing line; where it is never closed, the end of the quote that it stands in or of the document. */
function closingLine(
  lines: readonly Line[],
  from: number,
  fence: Fence,
): { readonly line: number; readonly isMark: boolean } {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]?.text ?? '';
    const quote = fence.quotes === 0 ? '' : (QUOTE.exec(line)?.[0] ?? '');
    if (marksIn(quote) < fence.quotes) return { line: at, isMark: false };
    if (!line.includes(fence.mark)) continue;
    const text = line.slice(quote.length).trim();
    if (text === fence.mark.charAt(0).repeat(text.length)) return { line: at, isMark: true };
  }
  return { line: lines.length, isMark: true };
}

function fencedCode(fence: Fence, markerLine: number, fenced: readonly Line[], document: string): Piece[] {
  const language = languageOf(fence.info);
  if (language === undefined) return [];
  const inside = fence.indent === 0 ? fenced : fenced.map((line) => withoutIndent(line, fence));
  const { lines, prompt } = isSession(inside) ? sessionCode(inside) : { lines: inside, prompt: 0 };
  if (language === 'session' && prompt === 0) return [];
  if (foreignTab(lines) !== null) return [];
  const code = neutralizeMagics(language === 'code-cell' ? commentOptions(lines) : lines);
  if (!code) return [];
  const firstLine = markerLine + 1;
  const indent = fence.indent + prompt;
  return [
    { type: 'code', marker: '', markerLine, firstLine, lines: code, indent, document, origin: 'fence' },
  ];
}

/** Takes the fence's indentation off, and the marks of the quotes that it stands in. */
function withoutIndent(line: Line, { indent, quotes }: Fence): Line {
  const { text } = line;
  const space = (quotes === 0 ? /^[ \t]*/ : /^[ \t>]*/).exec(text)?.[0].length ?? 0;
  return { ...line, text: text.slice(Math.min(indent, space)) };
}

const PYTHON = /^(?:python3?|py3?|ipython3?)$/i;
/** What a reader typed into Python's prompt, with the answers. */
const SESSION = /^(?:pycon3?|python-(?:repl|console)|pycon-session|doctest)$/i;

/**
 * What the words after the fence's mark call its language: `python`, HackMD's `python=`, `{.python .input}`, `{python,
 * echo=false}` or MyST's `{code-cell} ipython3`.
 */
function languageOf(info: string): 'python' | 'session' | 'code-cell' | undefined {
  const braced = /^\{([^}]*)\}?\s*(\S*)/.exec(info);
  if (!braced) return plainLanguage(/^[^\s,{:=!]*/.exec(info)?.[0] ?? '');
  const [, inside = '', language = ''] = braced;
  const words = inside.split(/[\s,]+/).filter((word) => word !== '');
  if (words[0] === 'code-cell') return language === '' || PYTHON.test(language) ? 'code-cell' : undefined;
  const isPython = words.some(
    (word, nth) => (nth === 0 || word.startsWith('.')) && PYTHON.test(word.replace(/^\./, '')),
  );
  return isPython ? 'python' : undefined;
}

function plainLanguage(word: string): 'python' | 'session' | undefined {
  if (PYTHON.test(word)) return 'python';
  return SESSION.test(word) ? 'session' : undefined;
}
