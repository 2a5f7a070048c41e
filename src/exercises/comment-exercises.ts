/**
 * Which comments of a plain script mark exercises, and which only number the steps of one program
 * (docs/decisions/0019-comment-exercises.md).
 */

import { namesOf } from './code-names.ts';
import { findCommentMarkers, type CommentMarker } from './comment-markers.ts';
import { joinLines, type Line } from './lines.ts';
import { compareNumbers, type Spelling } from './numbers.ts';

/** Spellings that say that an exercise is meant, and those that may as well count steps. */
const SURE: readonly Spelling[] = ['bracket', 'word', 'counted'];
const UNSURE: readonly Spelling[] = ['dotted', 'plain'];

/** The comments that mark exercises, in order; none where the script is one program. */
export function chooseMarkers(lines: readonly Line[]): readonly CommentMarker[] {
  const found = findCommentMarkers(lines);
  const withCode = found.filter(({ at }, nth) => hasCode(lines.slice(at + 1, found[nth + 1]?.at)));
  const ofKind = (kind: Spelling): CommentMarker[] => withCode.filter(({ spelling }) => spelling === kind);
  const sure = SURE.filter((kind) => isSure(ofKind(kind), lines));
  if (sure.length > 0) return withCode.filter(({ spelling }) => sure.includes(spelling));
  const unsure = UNSURE.map(ofKind).find((markers) => countsExercises(markers, lines));
  return unsure ?? [];
}

/** Whether a line of these is code. */
export function hasCode(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => /^\s*[^\s#]/.test(text));
}

/**
 * A lone one is no list of exercises. Values in brackets may be what the line above prints: they are apart from it, or
 * in order. Bracketed steps, each going on with what another left, are one program.
 */
function isSure(markers: readonly CommentMarker[], lines: readonly Line[]): boolean {
  if (markers.length < 2) return false;
  if (markers[0]?.spelling !== 'bracket') return true;
  if (!markers.every(({ isApart }) => isApart) && !areInOrder(markers, 0)) return false;
  const ties = tiesOf(markers, lines);
  return markers.length === 2 || !ties.slice(1).every(({ takes }) => takes);
}

/** They count up, their code is more than definitions, and only some of it goes on with what another's left. */
function countsExercises(markers: readonly CommentMarker[], lines: readonly Line[]): boolean {
  if (markers.length < 2 || !areInOrder(markers, 1)) return false;
  const ties = tiesOf(markers, lines);
  const tied = ties.filter(({ takes, gives }) => takes || gives).length;
  const acting = partsOf(markers, lines).filter((source) => ACTION.test(source)).length;
  return 2 * tied < markers.length && 2 * acting >= markers.length;
}

/** A statement at the left margin that is no definition and no import. */
const ACTION = /^(?!(?:async\s+)?def\s|class\s|@|import\s|from\s)[^\s#"')\]}]/m;

function areInOrder(markers: readonly CommentMarker[], least: 0 | 1): boolean {
  return markers.every((marker, nth) => {
    const before = markers[nth - 1];
    return before === undefined || Math.sign(compareNumbers(marker.number, before.number)) >= least;
  });
}

interface Tie {
  /** It needs a name that only an earlier exercise binds. */
  readonly takes: boolean;
  /** A later exercise needs a name that only this one and other exercises bind. */
  readonly gives: boolean;
}

function tiesOf(markers: readonly CommentMarker[], lines: readonly Line[]): Tie[] {
  const setUp = namesOf(joinLines(lines.slice(0, markers[0]?.at))).binds;
  const giver = new Map<string, number>();
  const ties = markers.map(() => ({ takes: false, gives: false }));
  partsOf(markers, lines).forEach((source, nth) => {
    const { binds, needs } = namesOf(source);
    for (const name of needs) {
      const tie = ties[nth];
      const given = ties[giver.get(name) ?? -1];
      if (tie && given && !setUp.has(name)) tie.takes = given.gives = true;
    }
    for (const name of binds) giver.set(name, nth);
  });
  return ties;
}

function partsOf(markers: readonly CommentMarker[], lines: readonly Line[]): string[] {
  return markers.map(({ at }, nth) => joinLines(lines.slice(at + 1, markers[nth + 1]?.at)));
}
