/** The notes of one document and what of its text they depend on, kept true through edits. */

import type { PlainChange } from '../run-problems.ts';
import type { LineNote } from './line-notes.ts';

/** Lines of the code that ran, 1-based and inclusive. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

export interface ShownNotes {
  readonly notes: readonly LineNote[];
  readonly code: readonly LineSpan[];
}

/** The notes after an edit: moved with the lines above them; null when the code that ran is another now. */
export function afterEdit(shown: ShownNotes, { range, added }: PlainChange): ShownNotes | null {
  const [start, end] = [range.start.line + 1, range.end.line + 1];
  if (shown.code.some(({ first, last }) => start <= last && end >= first)) return null;
  const by = added - (end - start);
  const moved = (line: number): number => (line > end ? line + by : line);
  return {
    notes: shown.notes.map((note) => ({ ...note, line: moved(note.line) })),
    code: shown.code.map(({ first, last }) => ({ first: moved(first), last: moved(last) })),
  };
}
