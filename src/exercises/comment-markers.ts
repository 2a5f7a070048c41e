/** Comments of a plain script that may mark exercises: `# [8-2]`, `## Exercise 1`, `# 1. zero init`. */

import type { Line } from './lines.ts';
import { START, scan, startsStatement } from './line-scan.ts';
import { readCounted, type NumberedHeading } from './numbers.ts';

export interface CommentMarker extends NumberedHeading {
  /** Index of its line. */
  readonly at: number;
  /** A blank line, a comment or nothing stands above it. */
  readonly isApart: boolean;
}

/** A comment in which a number stands near the beginning. */
const POSSIBLE = /^#.{0,40}?(?:\d|[０-９])/;
/** Of a comment that marks an exercise, in characters. */
const LONGEST = 200;
const RULE = /^#[\s#=*~_.+─—-]*$/;
/** What goes on with the statement before it. */
const CONTINUES = /^(?:\s|(?:else|elif|except|finally)\b|[)\]}])/;

/**
 * Comments at the left margin whose first line names a number, where code may be parted: a statement ends before and
 * another begins behind. A comment of several such lines is a list, and marks nothing.
 */
export function findCommentMarkers(lines: readonly Line[]): CommentMarker[] {
  const isCandidate = ({ text }: Line): boolean => text.length <= LONGEST && POSSIBLE.test(text);
  if (lines.filter(isCandidate).length < 2) return [];
  const found: CommentMarker[] = [];
  const codeBehind = nextCode(lines);
  let state = START;
  let lastCode = '';
  lines.forEach((line, at) => {
    const { text } = line;
    const isPossible = startsStatement(state) && isCandidate(line) && !lastCode.startsWith('@');
    const marker = isPossible && isFirstOfComment(lines, at) ? readComment(text) : null;
    if (marker !== null && !isOneOfList(lines, at, marker) && !CONTINUES.test(codeBehind[at] ?? '')) {
      found.push({ ...marker, at, isApart: !/^\s*[^\s#]/.test(lines[at - 1]?.text ?? '') });
    }
    if (/^\s*[^\s#]/.test(text)) lastCode = text;
    state = scan(text, state);
  });
  return found;
}

/** The number that a comment's line names; rules around it (`# ---- 2 ----`) are left out. */
function readComment(text: string): NumberedHeading | null {
  const words = text.replace(/^#+\s*/, '').replace(/^[=*~_─—-]{2,}\s*|\*\*/g, '');
  const heading = readCounted(words.replace(/\s*[#=*~_─—-]{2,}\s*$/, ''));
  // `# [1, 2]` and `# 2.` behind a value are what a program prints; `# [1]: address` is a reference.
  return heading !== null && heading.spelling === 'bracket' && /^#+\s*\[[^\]]*\][:(]/.test(text)
    ? null
    : heading;
}

function isComment(line: Line | undefined): boolean {
  return line?.text.startsWith('#') ?? false;
}

function isFirstOfComment(lines: readonly Line[], at: number): boolean {
  let before = at - 1;
  while (isComment(lines[before]) && RULE.test(lines[before]?.text ?? '')) before -= 1;
  return !isComment(lines[before]);
}

function isOneOfList(lines: readonly Line[], at: number, { spelling }: NumberedHeading): boolean {
  for (let next = at + 1; isComment(lines[next]); next += 1) {
    if (readComment(lines[next]?.text ?? '')?.spelling === spelling) return true;
  }
  return false;
}

/** For each line the next line of code behind it. */
function nextCode(lines: readonly Line[]): string[] {
  let next = '';
  return lines
    .map(({ text }) => text)
    .toReversed()
    .map((text) => {
      const behind = next;
      if (/^\s*[^\s#]/.test(text)) next = text;
      return behind;
    })
    .toReversed();
}
