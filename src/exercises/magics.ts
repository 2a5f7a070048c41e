/** What only IPython or MyST understands becomes comments, so that all other lines keep their numbers. */

import type { Line } from './lines.ts';

/** Cell magics whose cell is still Python. */
const PYTHON_CELL_MAGICS = new Set(['tab', 'time', 'timeit', 'capture', 'prun', 'matplotlib']);

/**
 * Makes comments of the lines that only IPython understands: `%magic`, `!command`, `name?` and the
 * `get_ipython().…` that an exported notebook has in their place. Each keeps its length (the first character
 * becomes `#`), so that every position in the document stays what it was.
 *
 * @returns undefined when a cell magic such as `%%bash` says that the cell is no Python.
 */
export function neutralizeMagics(lines: readonly Line[]): readonly Line[] | undefined {
  if (!lines.some(({ text }) => looksSpecial(text))) return lines;
  const cellMagic = /^%%(\w*)/.exec(lines.find(({ text }) => text.trim() !== '')?.text ?? '');
  if (cellMagic && !PYTHON_CELL_MAGICS.has(cellMagic[1] ?? '')) return undefined;
  let state = START;
  return lines.map((line) => {
    const startsStatement = state.depth === 0 && state.quote === '' && !state.continued;
    if (startsStatement && looksSpecial(line.text)) return { ...line, text: asComment(line.text) };
    state = scan(line.text, state);
    return line;
  });
}

/** MyST's options at the head of a `{code-cell}`: `:key: value` lines or a block between `---` lines. */
export function commentOptions(lines: readonly Line[]): readonly Line[] {
  let inYaml = false;
  let inHead = true;
  return lines.map((line, index) => {
    if (!inHead || line.text.trim() === '') return line;
    const isRule = line.text.trimEnd() === '---';
    if (isRule && index === 0) inYaml = true;
    else if (isRule && inYaml) inHead = false;
    else if (!inYaml && !/^:[\w-]+:/.test(line.text)) {
      inHead = false;
      return line;
    }
    return { ...line, text: asComment(line.text) };
  });
}

const SPECIAL = /^\s*(?:[%!]|get_ipython\(\)\.|[\w.]+\?{1,2}\s*$|\?{1,2}[\w.]+\s*$)/;

function looksSpecial(text: string): boolean {
  return SPECIAL.test(text);
}

function asComment(text: string): string {
  return text.replace(/\S/, '#');
}

/**
 * How a line ends as Python's tokenizer sees it: inside brackets, inside a string, or continued by a
 * backslash.
 */
interface ScanState {
  readonly depth: number;
  /** The open triple quote, or empty. */
  readonly quote: string;
  readonly continued: boolean;
}

const START: ScanState = { depth: 0, quote: '', continued: false };
const TOKEN = /"""|'''|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|#.*|[([{]|[)\]}]/g;

function scan(text: string, { depth, quote }: ScanState): ScanState {
  let at = 0;
  while (at < text.length) {
    if (quote !== '') {
      const end = closingQuote(text, at, quote);
      if (end < 0) return { depth, quote, continued: false };
      at = end;
      quote = '';
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) break;
    at = TOKEN.lastIndex;
    if (token[0] === '"""' || token[0] === "'''") quote = token[0];
    else if (/^[([{]$/.test(token[0])) depth += 1;
    else if (/^[)\]}]$/.test(token[0])) depth = Math.max(0, depth - 1);
  }
  return { depth, quote, continued: quote === '' && text.endsWith('\\') };
}

/** Index behind the closing triple quote, or -1. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
