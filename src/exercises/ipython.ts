/**
 * What IPython adds to Python, in the sources that a run executes: lines of it become calls of `get_ipython()`, one line
 * for one, and the magic in a cell's head is told apart.
 */

import { joinLines, splitLines } from './lines.ts';
import { START, scan, startsStatement } from './line-scan.ts';

/** A cell's source as Python, and what its `%%` line asks for: `time`, `capture out`, `writefile model.py`. */
export interface Executable {
  readonly source: string;
  readonly magic?: string;
}

/** Cell magics that the engine carries out; a cell with another one is not Python, or is run as if there were none. */
const CARRIED_OUT = /^#%((?:time|timeit|capture|writefile|file)\b.*)$/;

/** @param source of a block, in which {@link neutralizeMagics} has made comments of what is passed over. */
export function executable(source: string): Executable {
  const lines = splitLines(source);
  const head = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const magic = CARRIED_OUT.exec(head)?.[1]?.trim();
  if (magic !== undefined && isFile(magic)) return { source, magic };
  let state = START;
  const python = lines.map((line) => {
    const text = startsStatement(state) ? statement(line.text) : line.text;
    state = scan(text, state);
    return { ...line, text };
  });
  return { source: joinLines(python), ...(magic === undefined ? {} : { magic }) };
}

/** Whether the block's text goes into a file: it is not executed, nor has it parameters. */
export function isFileBlock(source: string): boolean {
  return /^\s*#%(?:writefile|file)\b/.test(source);
}

function isFile(magic: string): boolean {
  return /^(?:writefile|file)\b/.test(magic);
}

const ASSIGNED = /^(\s*[\w.,[\] ]*[\w\]]\s*=\s*)([!%])(.+)$/;
const LINE = /^(\s*)([!%])(?!%)(.+)$/;

/** The line as Python; any line that is Python already stays as it is. */
function statement(text: string): string {
  const [, targets, mark, rest = ''] = ASSIGNED.exec(text) ?? [];
  if (targets !== undefined) return targets + (mark === '!' ? call('getoutput', rest) : magicCall(rest));
  const [, indent, sign, words = ''] = LINE.exec(text) ?? [];
  if (indent === undefined) return text;
  return indent + (sign === '!' ? call('system', words.replace(/^!/, '')) : magicCall(words));
}

function magicCall(words: string): string {
  const [, name = '', rest = ''] = /^(\w*)\s*(.*)$/.exec(words) ?? [];
  return call('run_line_magic', name, rest);
}

function call(method: string, ...words: readonly string[]): string {
  return `get_ipython().${method}(${words.map((word) => JSON.stringify(word.trim())).join(', ')})`;
}
