/** What only IPython or MyST understands and a run passes over becomes comments, so that all other lines keep their numbers. */

import type { Line } from './lines.ts';
import { START, scan, startsStatement } from './line-scan.ts';

/** Cell magics whose cell is still Python, or a file that is written. */
const CELL_MAGICS = new Set(['tab', 'time', 'timeit', 'capture', 'prun', 'matplotlib', 'writefile', 'file']);

/**
 * Makes comments of the lines that only IPython understands and that nothing is lost with: `%magic`, `!command`, `name?`
 * and the `get_ipython().…` that an exported notebook has in their place. Each keeps its length (the first character
 * becomes `#`), so that every position in the document stays what it was. What has a result or is all of a block's body
 * is left as it is: see `executable`.
 *
 * @returns undefined when a cell magic such as `%%bash` says that the cell is no Python.
 */
export function neutralizeMagics(lines: readonly Line[]): readonly Line[] | undefined {
  if (!lines.some(({ text }) => looksSpecial(text))) return lines;
  const head = lines.findIndex(({ text }) => text.trim() !== '');
  const magic = /^%%(\w*)/.exec(lines[head]?.text ?? '')?.[1];
  if (magic !== undefined && !CELL_MAGICS.has(magic)) return undefined;
  if (magic?.endsWith('file')) return lines.map((line, at) => (at === head ? asComment(line) : line));
  let state = START;
  return lines.map((line) => {
    if (startsStatement(state) && isPassedOver(line.text)) return asComment(line);
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
    return asComment(line);
  });
}

const SPECIAL = /^\s*(?:[%!]|get_ipython\(\)\.|[\w.]+\?{1,2}\s*$|\?{1,2}[\w.]+\s*$)/;
/** At the left margin with a result of their own, or indented, where a body may have nothing else. */
const CARRIED_OUT = /^(?:%time(?:it)?\b|\s+[!%](?!%))/;

function looksSpecial(text: string): boolean {
  return SPECIAL.test(text);
}

function isPassedOver(text: string): boolean {
  return looksSpecial(text) && !CARRIED_OUT.test(text);
}

function asComment(line: Line): Line {
  return { ...line, text: line.text.replace(/\S/, '#') };
}
