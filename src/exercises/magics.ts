/** What only IPython or MyST understands becomes comments, so that all other lines keep their numbers. */

import type { Line } from './lines.ts';
import { START, scan, startsStatement } from './line-scan.ts';

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
    if (startsStatement(state) && looksSpecial(line.text)) return { ...line, text: asComment(line.text) };
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
