/** Paragraphs that mark the answers of a page: `[1]`, `**[8-2]**`, `Q3.`, `1)` above the code. */

import { EXERCISES_TITLE } from './exercise-words.ts';
import { compareNumbers, readCounted, readNumbered, type NumberedHeading } from './numbers.ts';
import type { HeadingPiece, ParagraphPiece, Piece } from './pieces.ts';

/** What is known of the code below a heading. */
interface Holder {
  readonly level: number;
  /** The heading says that exercises or answers follow: plain numbers count them. */
  readonly isOfExercises: boolean;
}

/** The page itself, without a heading. */
const PAGE: Holder = { level: 0, isOfExercises: false };

interface Candidate {
  readonly at: number;
  readonly heading: NumberedHeading;
  readonly holder: Holder;
}

/**
 * The pieces with those paragraphs as headings that mark answers, and without all others. A paragraph marks the code
 * up to the next one. It is one level below the heading that holds it, so that headings below that one (`#### Answer`)
 * do not end it.
 */
export function placeAnswers(pieces: readonly Piece[]): Piece[] {
  const chosen = new Map(chooseAnswers(pieces).map((candidate) => [candidate.at, candidate]));
  return pieces.flatMap((piece, at): Piece[] => {
    if (piece.type !== 'paragraph') return [piece];
    const answer = chosen.get(at);
    return answer === undefined ? [] : [asHeading(piece, answer)];
  });
}

/** A heading over exercises: it is called so, or it is a number and nothing else. */
export function isOverExercises({ number, title }: { number: string | null; title: string }): boolean {
  return EXERCISES_TITLE.test(title) || (title === '' && /^\d+\.\d+\.\d+$/.test(number ?? ''));
}

function asHeading({ line }: ParagraphPiece, { heading, holder }: Candidate): HeadingPiece {
  const words = `[${heading.number}] ${heading.title}`;
  return { type: 'heading', level: holder.level + 0.5, words, line, isAnswer: true };
}

function chooseAnswers(pieces: readonly Piece[]): Candidate[] {
  const candidates = followedByCode(pieces);
  const groups = new Map<Holder, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.holder);
    if (group === undefined) groups.set(candidate.holder, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()].flatMap(countedIn);
}

/** Paragraphs of this kind that have code of their own. */
function followedByCode(pieces: readonly Piece[]): Candidate[] {
  const found: Candidate[] = [];
  let holder = PAGE;
  let last: Candidate | undefined;
  pieces.forEach((piece, at) => {
    if (piece.type === 'code') {
      if (last !== undefined) found.push(last);
      last = undefined;
    } else if (piece.type === 'heading') {
      const next = holderAt(holder, piece);
      if (next !== holder) last = undefined;
      holder = next;
    } else {
      const heading = readCounted(piece.words);
      if (heading !== null) last = { at, heading, holder };
    }
  });
  return found;
}

function holderAt(holder: Holder, { level, words }: HeadingPiece): Holder {
  const heading = readNumbered(words) ?? { number: null, title: words };
  if (isOverExercises(heading)) return { level, isOfExercises: true };
  if (level <= holder.level) return { level, isOfExercises: false };
  return holder.isOfExercises || heading.number === null ? holder : { level, isOfExercises: false };
}

/** Of one holder: plain numbers only where they count up below a heading of exercises. */
function countedIn(candidates: readonly Candidate[]): Candidate[] {
  const isPlain = ({ heading }: Candidate): boolean => /^(?:plain|dotted)$/.test(heading.spelling);
  const sure = candidates.filter((candidate) => !isPlain(candidate));
  if (candidates[0]?.holder.isOfExercises !== true) return sure.length > 1 ? sure : [];
  if (sure.length > 0) return sure;
  const isCounting = candidates.every(({ heading }, nth) => {
    const before = candidates[nth - 1]?.heading.number;
    return before === undefined || compareNumbers(before, heading.number) < 0;
  });
  return isCounting ? [...candidates] : [];
}
