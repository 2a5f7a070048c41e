/** Which exercise each piece of code belongs to, by the headings around it. */

import type { Line } from './lines.ts';
import type { Heading } from './numbers.ts';
import { readHeading, sectionOf } from './numbers.ts';

/** A heading of the prose around the code: Markdown's `#` to `######`. */
export interface HeadingPiece {
  readonly type: 'heading';
  readonly level: number;
  readonly words: string;
  /** 1-based; null where a CodeLens cannot stand on it, as in another cell of a notebook. */
  readonly line: number | null;
}

/** A run of code lines, not yet known to belong to an exercise. */
export interface CodePiece {
  readonly type: 'code';
  /** Words of the cell's own marker (`# %% …`), which rule over the headings around it. */
  readonly marker: string;
  /** Line of the marker or fence. */
  readonly markerLine: number;
  /** 1-based line of the first of `lines`. */
  readonly firstLine: number;
  readonly lines: readonly Line[];
  readonly indent: number;
  readonly document: string;
}

export type Piece = HeadingPiece | CodePiece;

/** A code piece and what its headings say about it. */
export interface PlacedCode {
  readonly code: CodePiece;
  readonly exercise: string | null;
  readonly title: string;
  readonly headingLine: number;
}

/** A heading in effect. */
interface Scope extends Heading {
  readonly level: number;
  /** Line of the heading until the first block under it has taken it. */
  line: number | null;
  /** True once an exercise is found beneath it: its own code is then set-up for them. */
  isSection: boolean;
}

/**
 * Decides to which exercise each piece of code belongs.
 *
 * A Markdown heading holds until the next one of the same or a higher level. A heading over the exercises of
 * its own number is a section, not an exercise: it lends them that number (`## 3.4 …` over `### Exercise 6`
 * makes 3.4.6) and its own code is shared set-up. So is the code under a heading called "Exercises".
 */
export function placeCode(pieces: readonly Piece[]): PlacedCode[] {
  const open: Scope[] = [];
  const found: { code: CodePiece; own: Heading; scopes: readonly Scope[] }[] = [];
  for (const piece of pieces) {
    if (piece.type === 'heading') {
      enter(open, piece);
    } else {
      const own = qualify(readHeading(piece.marker), open);
      noteExercise(own.number, open);
      found.push({ code: piece, own, scopes: [...open] });
    }
  }
  return found.map(({ code, own, scopes }) => place(code, own, scopes));
}

function enter(open: Scope[], piece: HeadingPiece): void {
  while (open.length > 0 && (open.at(-1)?.level ?? 0) >= piece.level) open.pop();
  const heading = qualify(readHeading(piece.words), open);
  const isSection = /^(exercises|problems)\b/i.test(heading.title);
  if (!isSection) noteExercise(heading.number, open);
  open.push({ ...heading, level: piece.level, line: piece.line, isSection });
}

/** Gives a number without section that of the nearest heading which has one. */
function qualify(heading: Heading, open: readonly Scope[]): Heading {
  if (heading.number === null || sectionOf(heading.number) !== null) return heading;
  for (const scope of open.toReversed()) {
    const section = scope.number === null ? null : sectionOf(scope.number);
    if (section !== null) return { ...heading, number: `${section}.${heading.number}` };
  }
  return heading;
}

function noteExercise(number: string | null, open: readonly Scope[]): void {
  if (number === null) return;
  for (const scope of open) {
    if (scope.number !== null && number.startsWith(`${scope.number}.`)) scope.isSection = true;
  }
}

function place(code: CodePiece, own: Heading, scopes: readonly Scope[]): PlacedCode {
  if (own.number !== null) {
    return { code, exercise: own.number, title: own.title, headingLine: code.markerLine };
  }
  const scope = scopes.findLast((candidate) => candidate.number !== null && !candidate.isSection);
  const title = own.title || (scope ?? scopes.at(-1))?.title || '';
  const headingLine = (own.title ? null : takeLine(scope)) ?? code.markerLine;
  return { code, exercise: scope?.number ?? null, title, headingLine };
}

function takeLine(scope: Scope | undefined): number | null {
  if (!scope) return null;
  const { line } = scope;
  scope.line = null;
  return line;
}
