/**
 * Python fences of a Markdown document.
 *
 * Own line scan instead of a Markdown parser: fences and `#` headings are decided line by line, and what D2L,
 * Quarto and MyST add to them (`{.python .input}`, `%%tab`, `{code-cell}`) no parser of CommonMark knows.
 */

import type { Line } from './lines.ts';
import { splitLines } from './lines.ts';
import { commentOptions, neutralizeMagics } from './magics.ts';
import { readMarkdownHeading } from './markdown-heading.ts';
import type { Piece } from './outline.ts';
import { foreignTab } from './tabs.ts';

interface Fence {
  readonly indent: number;
  readonly mark: string;
  readonly info: string;
}

/** The Markdown headings and the Python fences that run, in order. */
export function readMarkdownFences(text: string, document: string): Piece[] {
  const lines = splitLines(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.text ?? '';
    const fence = openFence(line);
    if (fence) {
      const end = closingLine(lines, at + 1, fence);
      pieces.push(...fencedCode(fence, at + 1, lines.slice(at + 1, end), document));
      at = end;
      continue;
    }
    const heading = readMarkdownHeading(line);
    if (heading) pieces.push({ type: 'heading', ...heading, line: at + 1 });
  }
  return pieces;
}

function openFence(text: string): Fence | undefined {
  const match = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(text);
  if (!match) return undefined;
  const [, indent = '', mark = '', info = ''] = match;
  return mark.startsWith('`') && info.includes('`')
    ? undefined
    : { indent: indent.length, mark, info: info.trim() };
}

/** Index of the fence's closing line, or of the document's end where it is never closed. */
function closingLine(lines: readonly Line[], from: number, fence: Fence): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]?.text ?? '';
    if (!line.includes(fence.mark)) continue;
    const text = line.trim();
    if (text.startsWith(fence.mark) && text === fence.mark.charAt(0).repeat(text.length)) return at;
  }
  return lines.length;
}

function fencedCode(fence: Fence, markerLine: number, fenced: readonly Line[], document: string): Piece[] {
  const language = languageOf(fence.info);
  if (language === undefined) return [];
  const lines =
    fence.indent === 0 ? fenced : fenced.map((line) => ({ ...line, text: dedent(line.text, fence.indent) }));
  if (foreignTab(lines) !== null) return [];
  const code = neutralizeMagics(language === 'code-cell' ? commentOptions(lines) : lines);
  return code
    ? [
        {
          type: 'code',
          marker: '',
          markerLine,
          firstLine: markerLine + 1,
          lines: code,
          indent: fence.indent,
          document,
        },
      ]
    : [];
}

function dedent(text: string, indent: number): string {
  const space = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return text.slice(Math.min(indent, space));
}

const PYTHON = /^(?:python3?|py|ipython3?)$/i;

/**
 * What the words after the fence's mark call its language: `python`, `{.python .input}`, `{python,
 * echo=false}` or MyST's `{code-cell} ipython3`.
 */
function languageOf(info: string): 'python' | 'code-cell' | undefined {
  const braced = /^\{([^}]*)\}?\s*(\S*)/.exec(info);
  if (!braced) return PYTHON.test(/^[^\s,{:]*/.exec(info)?.[0] ?? '') ? 'python' : undefined;
  const [, inside = '', language = ''] = braced;
  const words = inside.split(/[\s,]+/).filter((word) => word !== '');
  if (words[0] === 'code-cell') return language === '' || PYTHON.test(language) ? 'code-cell' : undefined;
  const isPython = words.some(
    (word, nth) => (nth === 0 || word.startsWith('.')) && PYTHON.test(word.replace(/^\./, '')),
  );
  return isPython ? 'python' : undefined;
}
