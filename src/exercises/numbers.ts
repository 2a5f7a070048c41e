/**
 * Exercise numbers and how headings spell them.
 *
 * The canonical form is the number as the book counts, then, where a heading names one part of an exercise, a
 * hyphen and the part: `3.4.6`, `6`, `3.4` (a section's own program), `3.4.8-2`, `8-2`. A part belongs to its
 * exercise: everything that asks "which exercise?" compares {@link exerciseOf}.
 */

import { EXERCISE_WORDS } from './exercise-words.ts';

const PART = '-[1-9]\\d*';
const WHOLE = '[1-9]\\d*(?:\\.[1-9]\\d*)*';
const NUMBER = `${WHOLE}(?:${PART})?`;
const DOTTED = `[1-9]\\d*(?:\\.[1-9]\\d*)+(?:${PART})?`;
/** A letter for a part: `1a`, `1(a)`. */
const LETTER = '(?:\\s?\\(([a-h])\\)|([a-h]))?';
const END = '(?=$|[\\s:,)\\]}、，）(（]|\\.(?:\\s|$)|[–—])';
/** `No.`, `Nr.`, `#` between a word and its number. */
const SIGN = '\\s{0,3}\\.?\\s{0,3}(?:(?:n[or]\\.?|№|#|第)\\s?)?[:(\\[]?\\s?';

/** What kind of spelling names a number, by how sure it is that an exercise is meant. */
export type Spelling =
  /** `[8-2]` */
  | 'bracket'
  /** `Exercise 6`, `Q1`, `문제 1` */
  | 'word'
  /** `3.4.6 (1)` */
  | 'counted'
  /** `3.4.6` */
  | 'dotted'
  /** `1.`, `1)`, `(1)`, `1:`, `1` on its own */
  | 'plain';

export interface Heading {
  /** Canonical number, or null where the heading names none. */
  readonly number: string | null;
  /** The words without the number. */
  readonly title: string;
}

export interface NumberedHeading extends Heading {
  readonly number: string;
  readonly spelling: Spelling;
}

/** Groups of each: the number, then a letter or a further number in parentheses. */
const SPELLINGS: readonly (readonly [Spelling, RegExp])[] = [
  ['bracket', new RegExp(`^\\[\\s*(?:(?:${EXERCISE_WORDS})${SIGN})?(${NUMBER})${LETTER}\\s*\\]`, 'iu')],
  ['word', new RegExp(`^(?:${EXERCISE_WORDS})${SIGN}(${NUMBER})${LETTER}[\\])]?\\s?[번題题]?${END}`, 'iu')],
  ['word', /^(?:第|제)\s?([1-9]\d*)\s?(?:道?[题題]|[问問]|문제|문|번|회)/u],
  ['word', /^([1-9]\d*)\s?번(?:\s?문제)?(?=$|[\s:.)])/u],
  ['counted', new RegExp(`^(${DOTTED})\\.?\\s?\\(([1-9]\\d?|[a-h])\\)${END}`, 'iu')],
  ['dotted', new RegExp(`^(${DOTTED})${END}`, 'u')],
];

/** A number without section and without word: what it counts is known only from what is around it. */
const PLAIN: readonly RegExp[] = [
  new RegExp(
    `^([1-9]\\d{0,2}(?:${PART})?)${LETTER}(?:[.)]\\)?(?=\\s|$)|[:、．](?!\\d)|\\s[-–—]\\s|\\s*$)`,
    'u',
  ),
  new RegExp(`^\\(\\s?([1-9]\\d{0,2}(?:${PART})?)${LETTER}\\s?\\)`, 'u'),
];

/**
 * Reads the words of a heading, its marker (`# %%`, `##`) already removed. A bare number needs a section, so that
 * `# %% 2 layers` names nothing.
 */
export function readHeading(words: string): Heading {
  return readNumbered(words) ?? { number: null, title: words.trim() };
}

/** A heading that names a number in so many words; null: it names none. */
export function readNumbered(words: string): NumberedHeading | null {
  return match(words, SPELLINGS);
}

/** The same, and `1.`, `1)`, `(1)`: for places where such a number is known to count exercises. */
export function readCounted(words: string): NumberedHeading | null {
  return (
    readNumbered(words) ??
    match(
      words,
      PLAIN.map((form) => ['plain', form]),
    )
  );
}

function match(words: string, spellings: readonly (readonly [Spelling, RegExp])[]): NumberedHeading | null {
  if (!/\d|[^\0-\x7f]/.test(words)) return null;
  const text = words.normalize('NFKC').trim();
  for (const [spelling, form] of spellings) {
    const found = form.exec(text);
    const [whole, number, ...further] = found ?? [];
    if (whole === undefined || number === undefined) continue;
    const title = text.slice(whole.length).replace(/^[\s.,:)、–—-]+/, '');
    return { number: withFurther(number, further.find(Boolean)), title, spelling };
  }
  return null;
}

/** `8` and `b` are `8-2`, `3.4.6` and `1` are `3.4.6.1`. */
function withFurther(number: string, further: string | undefined): string {
  if (further === undefined || number.includes('-')) return number;
  return /\d/.test(further)
    ? `${number}.${further}`
    : `${number}-${'abcdefgh'.indexOf(further.toLowerCase()) + 1}`;
}

/** The exercise a canonical number belongs to: `3.4.8-2` is a part of `3.4.8`. */
export function exerciseOf(number: string): string {
  return number.replace(/-\d+$/, '');
}

/** Chapter and section of a number: `3.4` for `3.4`, `3.4.6` and `3.4.8.1`; null for `6`. */
export function sectionOf(number: string): string | null {
  const [chapter, section] = exerciseOf(number).split('.');
  return section === undefined ? null : `${chapter}.${section}`;
}

/**
 * Whether a number typed without section (`6`, `8-2`) is the end of an exercise's (`3.4.6`, `3.4.8-2`, `3.4.6.8-2`);
 * `4` is not for section 3.4.
 */
export function abbreviates(typed: string, number: string): boolean {
  const section = sectionOf(number);
  return sectionOf(typed) === null && section !== null && number.slice(section.length).endsWith(`.${typed}`);
}

/** Compares numbers as one counts: `8-2` before `8-10` before `9`. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((number) => number.split(/[.-]/).map(Number)) as [number[], number[]];
  for (let nth = 0; nth < Math.max(left.length, right.length); nth += 1) {
    const difference = (left[nth] ?? 0) - (right[nth] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares names of files that begin with a section's number: `5.1-mlp.py` before `12.2-convexity.py`. */
export function compareSectionFiles(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((name) => /^[\d.]*/.exec(name)?.[0]);
  return compareNumbers(left, right) || (a < b ? -1 : 1);
}
