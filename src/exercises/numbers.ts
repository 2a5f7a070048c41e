/**
 * Exercise numbers and how headings spell them.
 *
 * The canonical form is the number as the book counts, then, where a heading names one part of an exercise, a
 * hyphen and the part: `3.4.6`, `6`, `3.4` (a section's own program), `3.4.8-2`, `8-2`. A part belongs to its
 * exercise: everything that asks "which exercise?" compares {@link exerciseOf}.
 */

const PART = '-[1-9]\\d*';
const NUMBER = '[1-9]\\d*(?:\\.[1-9]\\d*)*';
const DOTTED = '[1-9]\\d*(?:\\.[1-9]\\d*)+';
const END = '(?=$|[\\s:)]|\\.(?:\\s|$)|[–—])';

/**
 * `[3.4.6] Title`, `Exercise 6: Title`, `3.4.6 Title`; a bare number needs a section, so that `# %% 2 layers`
 * names nothing.
 */
const SPELLINGS = [
  new RegExp(`^\\[\\s*(?:exercise\\s+)?(${NUMBER}(?:${PART})?)\\s*\\]`, 'i'),
  new RegExp(`^ex(?:ercise\\s+|\\.\\s*|\\s+)(${NUMBER}(?:${PART})?)${END}`, 'i'),
  new RegExp(`^(${DOTTED}(?:${PART})?)${END}`),
];

export interface Heading {
  /** Canonical number, or null where the heading names none. */
  readonly number: string | null;
  /** The words without the number. */
  readonly title: string;
}

/** Reads the words of a heading, its marker (`# %%`, `##`) already removed. */
export function readHeading(words: string): Heading {
  const trimmed = words.trim();
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(trimmed);
    if (match?.[1]) {
      return { number: match[1], title: trimmed.slice(match[0].length).replace(/^[\s.:)–—-]+/, '') };
    }
  }
  return { number: null, title: trimmed };
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
 * Whether a number typed without section (`6`, `8-2`) is the end of an exercise's (`3.4.6`, `3.4.8-2`); `4`
 * is not for section 3.4.
 */
export function abbreviates(typed: string, number: string): boolean {
  return sectionOf(typed) === null && number === `${sectionOf(number)}.${typed}`;
}
