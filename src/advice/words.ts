/** Sentences of one language with the numbers in them: what a table has no sentence for is English. */

import { english, type Translate } from './translate.ts';

/** Sentences by the English ones, as in `l10n/bundle.l10n.*.json`. */
export type Table = Readonly<Record<string, string>>;

export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly t: Translate;
  /** The sentence for one of something or for `count` of them: `{0}` is the count, the values follow. */
  plural(count: number, one: string, other: string, ...values: readonly (string | number)[]): string;
  /** `12,480`, as the language groups digits. */
  number(value: number): string;
  /** `a, b and c` */
  all(parts: readonly string[]): string;
  /** Parts of one sentence with commas between them; empty ones are left out. */
  joined(parts: readonly string[]): string;
}

/** @param language one that `Intl` knows */
export function wordsOf(language: string, table: Table): Words {
  const sentences = new Map(Object.entries(table));
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const t: Translate = (message, ...values) => english(sentences.get(message) ?? message, ...values);
  const number = (value: number): string => format.format(value);
  return {
    language,
    t,
    plural: (count, one, other, ...values) =>
      t(rules.select(count) === 'one' ? one : other, number(count), ...values),
    number,
    all: (parts) => list.format(parts),
    joined: (parts) => parts.filter((part) => part !== '').join(t(', ')),
  };
}

export const ENGLISH = wordsOf('en', {});
