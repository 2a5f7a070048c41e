/**
 * The panel's words in the language of the display: the page around it holds the sentences of that language by the English
 * ones, which are the keys in the code. Numbers that Python writes stay as it writes them; counts and times are written as
 * the language does.
 */

import { wordsOf, type Table } from '../../advice/words.ts';

/** Of the page; of one that names none, such as that of a notebook's figures, English. */
function languageOf(page: Document): string {
  return page.documentElement.getAttribute('lang') || 'en';
}

function tableOf(page: Document): Table {
  const text = page.querySelector('meta[name="sentences"]')?.getAttribute('content') ?? '{}';
  return JSON.parse(text) as Table;
}

/** Undefined where what is drawn is only computed, without a page. */
const page = globalThis.document as Document | undefined;

export const words = page === undefined ? wordsOf('en', {}) : wordsOf(languageOf(page), tableOf(page));
export const { t, plural, all, joined } = words;
