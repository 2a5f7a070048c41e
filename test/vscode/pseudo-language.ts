/** A language that nobody speaks: every sentence is readable still, has letters that English lacks, and is longer. */

import type { Table } from '../../src/advice/words.ts';

const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Á',
  E: 'Ë',
  O: 'Ö',
};

/** Of a sentence's own length that it is longer; short words grow most, as they do in German and Portuguese. */
const GROWTH = 0.4;

export function pseudoTranslated(english: Table): Table {
  return Object.fromEntries(Object.keys(english).map((sentence) => [sentence, longer(sentence)]));
}

function longer(sentence: string): string {
  const { length } = sentence.replaceAll(/\{\d+\}/g, '').trim();
  if (length === 0) return sentence;
  const words = sentence.replaceAll(/\{\d+\}|[aeiouAEO]/g, (part) => LETTERS[part] ?? part);
  return `[${words}${' ~~'.repeat(Math.ceil((GROWTH * length) / 3))}]`;
}
