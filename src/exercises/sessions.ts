/** What somebody typed into Python's prompt, with what it answered: `>>> x = 1`. */

import type { Line } from './lines.ts';

/** Columns of `>>> ` and of `... `. */
const WIDTH = 4;
const PROMPT = /^(?:>>>|\.\.\.)(?: |$)/;

/** Whether the first line of code stands behind a prompt. */
export function isSession(lines: readonly Line[]): boolean {
  return /^>>>(?: |$)/.test(lines.find(({ text }) => text.trim() !== '')?.text ?? '');
}

/**
 * The code behind the prompts, as many lines as before: answers become comments. `prompt`: columns taken off the left.
 */
export function sessionCode(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly prompt: number;
} {
  const code = lines.map((line) => ({ ...line, text: codeOf(line.text) }));
  return { lines: code, prompt: WIDTH };
}

function codeOf(text: string): string {
  if (PROMPT.test(text)) return text.slice(WIDTH);
  return text.trim() === '' ? '' : '#';
}
