/** Places of a document followed through the edits of its text. */

import type { PlainPosition, PlainRange } from '../run-problems.ts';

/** One replacement, as the editor tells it: those of one event are applied one after the other. */
export interface TextChange {
  readonly range: PlainRange;
  readonly text: string;
}

/** What can be part of a literal that it is typed next to: `0.1` becomes `0.15`, `-0.1` or `10.1`. */
const GROWS = /[\p{L}\p{N}_.+\-'"]/u;

/** Where the literal at `place` stands after the edits; null: it was edited itself. */
export function movedBy(place: PlainRange, changes: readonly TextChange[]): PlainRange | null {
  return changes.reduce<PlainRange | null>((found, change) => found && movedByOne(found, change), place);
}

function movedByOne(place: PlainRange, { range, text }: TextChange): PlainRange | null {
  const { start, end } = range;
  if (compare(start, place.end) >= 0) {
    return compare(start, place.end) === 0 && GROWS.test(text.slice(0, 1)) ? null : place;
  }
  if (compare(end, place.start) > 0) return null;
  if (compare(end, place.start) === 0 && GROWS.test(text.slice(-1))) return null;
  const move = (position: PlainPosition): PlainPosition => moved(position, { range, text });
  return { start: move(place.start), end: move(place.end) };
}

/** A position at or after the end of what was replaced. */
function moved(position: PlainPosition, { range: { start, end }, text }: TextChange): PlainPosition {
  const lines = text.split(/\r\n|\r|\n/);
  const line = position.line + lines.length - 1 - (end.line - start.line);
  if (position.line !== end.line) return { line, character: position.character };
  const before = lines.length === 1 ? start.character : 0;
  return { line, character: before + (lines.at(-1) ?? '').length + position.character - end.character };
}

function compare(left: PlainPosition, right: PlainPosition): number {
  return left.line - right.line || left.character - right.character;
}
