/** The panel's page: no content of its own, everything is drawn by its one script under a strict policy. */

import { createHash, randomBytes } from 'node:crypto';
import type { Table } from '../advice/words.ts';

export interface PageSources {
  /** The webview's own origin for the policy: `webview.cspSource`. */
  readonly cspSource: string;
  /** Webview URIs of the script and of the style sheet. */
  readonly script: string;
  readonly style: string;
  /** BCP 47: of the sentences, for screen readers and for numbers. */
  readonly language: string;
  /** The sentences of that language by the English ones; missing: the page is in English. */
  readonly sentences?: Table;
}

/** 128 random bits, as the policy's specification asks for. */
export function createNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * Allows an inline style element without a single character in it. FAST, below the toolkit, makes one to find out whether
 * the browser knows `:focus-visible`; refused, it logs a violation and falls back to a focus ring on every click.
 */
export const EMPTY_STYLE_SOURCE = `'sha256-${createHash('sha256').update('').digest('base64')}'`;

/**
 * Content security policy: nothing but the script with this nonce, the extension's own style sheets and fonts.
 * No inline styles (but for the empty one), no evaluation, no images, no connections.
 */
function contentSecurityPolicy(cspSource: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} ${EMPTY_STYLE_SOURCE}`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The whole page, with a nonce of its own: call it anew each time a webview loads. */
export function panelHtml(sources: PageSources, nonce: string = createNonce()): string {
  const policy = contentSecurityPolicy(sources.cspSource, nonce);
  return `<!DOCTYPE html>
<html lang="${escapeText(sources.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>D2L Exercises</title>
${sentencesElement(sources.sentences)}
<link rel="stylesheet" href="${escapeText(sources.style)}">
</head>
<body>
<main id="panel"></main>
<script nonce="${escapeText(nonce)}" crossorigin="anonymous" src="${escapeText(sources.script)}"></script>
</body>
</html>`;
}

/** What the page's script takes its sentences from before it draws anything. */
export function sentencesElement(sentences: Table = {}): string {
  return `<meta name="sentences" content="${escapeText(JSON.stringify(sentences))}">`;
}

/** Text as markup, between tags or between double quotes. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
