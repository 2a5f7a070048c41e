/** Which exercise each piece of code belongs to, by the headings around it. */

import { readCounted, readHeading, sectionOf, type Heading } from './numbers.ts';
import type { CodePiece, HeadingPiece, Piece } from './pieces.ts';
import { isOverExercises, placeAnswers } from './answers.ts';
import { EXERCISES_TITLE } from './exercise-words.ts';

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
  /** It says that exercises follow. */
  readonly isOfExercises: boolean;
  /** True once an exercise is found beneath it: its own code is then set-up for them. */
  isSection: boolean;
}

/**
 * Decides to which exercise each piece of code belongs.
 *
 * A Markdown heading holds until the next one of the same or a higher level. A heading over the exercises of
 * its own number is a section, not an exercise: it lends them that number (`## 3.4 …` over `### Exercise 6`
 * makes 3.4.6) and its own code is shared set-up. So is the code under a heading called "Exercises", below which plain
 * numbers (`### 1.`) and paragraphs name exercises too; its own number is then part of theirs: 3.4.6.1.
 */
export function placeCode(pieces: readonly Piece[]): PlacedCode[] {
  const open: Scope[] = [];
  const found: { code: CodePiece; own: Heading; scopes: readonly Scope[] }[] = [];
  for (const piece of placeAnswers(pieces)) {
    if (piece.type === 'heading') {
      enter(open, piece);
    } else if (piece.type === 'code') {
      const own = qualify(readHeading(piece.marker), open, piece.origin === 'comment');
      noteExercise(own.number, open);
      found.push({ code: piece, own, scopes: [...open] });
    }
  }
  return found.map(({ code, own, scopes }) => place(code, own, scopes));
}

function enter(open: Scope[], piece: HeadingPiece): void {
  const level = levelOf(piece, open);
  while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
  const isBelowExercises = open.some(({ isOfExercises }) => isOfExercises);
  const own = (isBelowExercises ? readCounted(piece.words) : null) ?? readHeading(piece.words);
  const isCounted = piece.isAnswer === true || ('spelling' in own && own.spelling === 'plain');
  const heading = qualify(own, open, isCounted);
  const isOfExercises = isOverExercises(own);
  const isSection = piece.isSection === true || EXERCISES_TITLE.test(heading.title);
  if (!isSection) noteExercise(heading.number, open);
  open.push({ ...heading, level, line: piece.line, isOfExercises, isSection });
}

/** A number below a heading "Exercises" of the same level (`## Exercises`, `## 1.`) does not end that one. */
function levelOf({ level, words }: HeadingPiece, open: readonly Scope[]): number {
  const isBeside = open.some((scope) => scope.isOfExercises && scope.level === level);
  return isBeside && readCounted(words)?.spelling === 'plain' ? level + 0.25 : level;
}

/**
 * Gives a number without section that of the nearest heading which has one; `isCounted`: it counts the exercises of a
 * heading such as `3.4.6 Exercises`, so that the heading's whole number is part of it.
 */
function qualify(heading: Heading, open: readonly Scope[], isCounted: boolean): Heading {
  if (heading.number === null || sectionOf(heading.number) !== null) return heading;
  for (const { number, isOfExercises } of open.toReversed()) {
    const section = number === null ? null : isCounted && isOfExercises ? number : sectionOf(number);
    if (section?.includes('.')) return { ...heading, number: `${section}.${heading.number}` };
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
