/** The language that the command line speaks to a person: of the option, else of the environment, else English. */

import type { Table } from '../advice/words.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage.ts';

const LANGUAGES = ['en', 'zh-cn', 'ko', 'ja', 'pt-br'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What people with these locales of POSIX read; those of a country come before their language's. */
const OF_LOCALES: Readonly<Record<string, Language>> = {
  zh_CN: 'zh-cn',
  zh_SG: 'zh-cn',
  zh: 'zh-cn',
  ko: 'ko',
  ja: 'ja',
  pt_BR: 'pt-br',
  pt: 'pt-br',
};

/** Countries whose language is written otherwise than the sentences that there are. */
const OTHERS = new Set(['zh_TW', 'zh_HK', 'zh_MO']);

/** @throws UsageError for a language that there are no sentences of */
export function languageNamed(name: string): Language {
  const found = LANGUAGES.find((language) => language === name.toLowerCase().replace('_', '-'));
  if (found === undefined)
    throw new UsageError(`There is no language "${name}": it is ${LANGUAGES.join(', ')}`);
  return found;
}

/** Of a locale such as `zh_CN.UTF-8` or `pt_BR@euro`; of `C` and of what is not known English. */
export function languageOfLocale(locale: string): Language {
  const [name = ''] = locale.split(/[.@]/);
  if (OTHERS.has(name)) return 'en';
  return OF_LOCALES[name] ?? OF_LOCALES[name.replace(/_.*$/, '')] ?? 'en';
}

/** The locale for messages, as POSIX looks it up: the first of these variables that is not empty. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
}

export interface Spoken {
  readonly language: Language;
  /** By the English ones. */
  readonly sentences: Table;
}

const IN_ENGLISH: Spoken = { language: 'en', sentences: {} };

/** English too where the sentences cannot be read: a page may not call itself Chinese that is not. */
export async function spokenLanguage(
  asked: Language | undefined,
  environment: Pick<Environment, 'locale' | 'sentences'>,
): Promise<Spoken> {
  const language = asked ?? languageOfLocale(environment.locale);
  if (language === 'en') return IN_ENGLISH;
  const sentences = await environment.sentences(language);
  return Object.keys(sentences).length === 0 ? IN_ENGLISH : { language, sentences };
}
