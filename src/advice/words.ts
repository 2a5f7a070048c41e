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
  /** `4.0`, with one decimal. */
  tenths(value: number): string;
  /** `a, b and c` */
  all(parts: readonly string[]): string;
  /** Parts of one sentence with commas between them; empty ones are left out. */
  joined(parts: readonly string[]): string;
}

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/**
 * What it takes of `Intl` is made at the first use, and once: the first number format of a process takes Node some 20 ms.
 *
 * @param language one that `Intl` knows
 */
export function wordsOf(language: string, table: Table): Words {
  const sentences = new Map(Object.entries(table));
  const rules = once(() => new Intl.PluralRules(language));
  const integers = once(() => new Intl.NumberFormat(language));
  const decimals = once(() => new Intl.NumberFormat(language, ONE_DECIMAL));
  const list = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const t: Translate = (message, ...values) => english(sentences.get(message) ?? message, ...values);
  const number = (value: number): string => integers().format(value);
  return {
    language,
    t,
    plural: (count, one, other, ...values) =>
      t(rules().select(count) === 'one' ? one : other, number(count), ...values),
    number,
    tenths: (value) => decimals().format(value),
    all: (parts) => list().format(parts),
    joined: (parts) => parts.filter((part) => part !== '').join(t(', ')),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

export const ENGLISH = wordsOf('en', {});
