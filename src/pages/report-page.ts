/** A finished run as one page that needs no editor and nothing from elsewhere: the panel's own page with its state in it. */

import { createHash } from 'node:crypto';
import type { Table } from '../advice/words.ts';
import { EMPTY_STYLE_SOURCE, escapeText, sentencesElement } from './panel-page.ts';
import type { PanelState } from '../run-model/state.ts';

export interface ReportSources {
  /** Text of `dist/webview/report.js`. */
  readonly script: string;
  /** Text of `dist/webview/report.css`, its font in it. */
  readonly style: string;
}

/** What goes into the page beside the state. */
export interface ReportWords {
  /** BCP 47: of the sentences, for screen readers and for numbers. */
  readonly language: string;
  /** The sentences of that language by the English ones; missing: the page is in English. */
  readonly sentences?: Table;
  /** Of the page. */
  readonly title: string;
  /** Last line: who made it from what. */
  readonly origin: string;
  /** Markup below what the script draws; missing: none. */
  readonly below?: string;
}

/**
 * The page. It opens from a file: its policy names the hashes of the one script and the one style sheet in it, so that nothing else
 * is executed, loaded or sent, whatever an exercise printed.
 *
 * @throws Error when a source cannot stand inside a page
 */
export function reportHtml(state: PanelState, sources: ReportSources, words: ReportWords): string {
  const script = embeddable(sources.script, 'script');
  const style = embeddable(sources.style, 'style');
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(style)} ${EMPTY_STYLE_SOURCE}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeText(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(words.title)}</title>
${sentencesElement(words.sentences)}
<style>${style}</style>
</head>
<body>
<main id="panel"></main>
${words.below ?? ''}
<footer>${escapeText(words.origin)}</footer>
<script type="application/json" id="state">${jsonInMarkup(state)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Markup ends a script element at its end tag wherever that stands, in a string too. */
function jsonInMarkup(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** @throws Error where the text would end its element early or be read as another one than was hashed */
function embeddable(text: string, element: 'script' | 'style'): string {
  const unfit = element === 'script' ? /<\/?script|\r/i : /<\/style|\r/i;
  if (unfit.test(text)) throw new Error(`the report's ${element} cannot stand inside a page`);
  return text;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
