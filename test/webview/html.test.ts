import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createNonce, panelHtml } from '../../src/pages/panel-page.ts';

const SOURCES = {
  cspSource: 'https://webview.test',
  script: 'https://x/panel.js',
  style: 'https://x/style.css',
  language: 'en',
};

/** Directives of the page's policy by name. */
function policyOf(html: string): Map<string, string[]> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return new Map(
    content.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources];
    }),
  );
}

describe('the page', () => {
  it('allows nothing but its script, its styles and its fonts', () => {
    const nonce = createNonce();
    const policy = policyOf(panelHtml(SOURCES, nonce));
    const empty = createHash('sha256').update('').digest('base64');
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual([`'nonce-${nonce}'`]);
    expect(policy.get('style-src')).toEqual([SOURCES.cspSource, `'sha256-${empty}'`]);
    expect(policy.get('font-src')).toEqual([SOURCES.cspSource]);
    for (const name of policy.keys())
      expect(['default-src', 'script-src', 'style-src', 'font-src', 'base-uri', 'form-action']).toContain(
        name,
      );
  });

  it('has a nonce of its own each time, of 128 bits', () => {
    const nonces = [panelHtml(SOURCES), panelHtml(SOURCES)].map(
      (html) => /<script nonce="([^"]+)"/.exec(html)?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    for (const nonce of nonces) expect(Buffer.from(nonce ?? '', 'base64')).toHaveLength(16);
  });

  it('gives the script the nonce that the policy names', () => {
    const html = panelHtml(SOURCES);
    const nonce = /<script nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policyOf(html).get('script-src')).toEqual([`'nonce-${nonce}'`]);
  });

  it('has one script, no inline code and no inline style', () => {
    const html = panelHtml(SOURCES);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/<script[^>]* src="https:\/\/x\/panel.js"><\/script>/);
    expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:/);
  });

  it('escapes what it is given', () => {
    const html = panelHtml({ ...SOURCES, language: '"><script>alert(1)</script>' });
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
