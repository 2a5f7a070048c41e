/** Edits that leave a number in the place of a number: after each of their keystrokes the code is whole, so a run need not wait. */

export interface LineEdit {
  /** What was typed; empty for a deletion. */
  readonly text: string;
  /** The line as it is afterwards. */
  readonly line: string;
  /** Where in it the edit began, 0-based. */
  readonly character: number;
}

const NUMBER = /^(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d+)?$/i;

/** Whether digits, a point or nothing took the place of something, and what stands there now is a number. */
export function isNumberEdit({ text, line, character }: LineEdit): boolean {
  if (!/^[\d.]*$/.test(text)) return false;
  const before = /[\w.]*$/.exec(line.slice(0, character))?.[0] ?? '';
  const after = /^[\w.]*/.exec(line.slice(character))?.[0] ?? '';
  return NUMBER.test(before + after);
}
