import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/pages/report-page.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { runReport } from '../../src/pages/run-report.ts';
import { visibleLine } from '../../src/text/visible.ts';
import { FORBIDDEN, FORBIDDEN_ANYWHERE, HOSTILE } from '../unit/text/hostile.ts';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import { FRESH, after, ended, started } from './fake-feed.ts';
import { SCENES } from './scenes.ts';
import { isShown, openPage } from './page.ts';

const SOURCES = { script: 'draw("page")', style: 'p { color: red }' };
const WORDS = { language: 'en', title: '3.4 · <Rates> & "more"', origin: 'a.py' };

function scene(name: string): PanelState {
  const state = SCENES[name]?.();
  if (state === undefined) throw new Error(`no scene ${name}`);
  return state;
}

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function policyOf(page: Document): string {
  return page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
}

function hash(text: string | null | undefined): string {
  return `'sha256-${createHash('sha256')
    .update(text ?? '')
    .digest('base64')}'`;
}

describe('the page without an editor', () => {
  it('holds the state, whatever was printed', () => {
    const text = '</script><script>alert(1)</script><!-- \u2028 "';
    const good = scene('ok');
    const state = {
      ...good,
      results: { ...good.results, outputs: [{ stream: 'stdout' as const, text }] },
    };
    const html = reportHtml(state, SOURCES, WORDS);
    expect(html).not.toContain('<script>alert');
    const page = parsed(html);
    expect(page.querySelectorAll('script')).toHaveLength(2);
    expect(JSON.parse(page.getElementById('state')?.textContent ?? '')).toEqual(state);
    expect(page.title).toBe(WORDS.title);
  });

  it('allows its one script and its one style sheet by their hashes, and nothing from elsewhere', () => {
    const page = parsed(reportHtml(scene('ok'), SOURCES, WORDS));
    const policy = policyOf(page);
    expect(policy).toContain(`script-src ${hash(page.querySelector('script:not([type])')?.textContent)};`);
    expect(policy).toContain(`style-src ${hash(page.querySelector('style')?.textContent)} `);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.querySelectorAll('[src], link, iframe')).toHaveLength(0);
  });

  it.each([
    ['script', { ...SOURCES, script: 'a = "</script>"' }],
    ['script', { ...SOURCES, script: 'a = "<SCRIPT"' }],
    ['style', { ...SOURCES, style: '</style>' }],
  ])('refuses a %s that would end its element', (name, sources) => {
    expect(() => reportHtml(scene('ok'), sources, WORDS)).toThrow(`the report's ${name} cannot`);
  });
});

describe('what an exercise says', () => {
  const text = HOSTILE.join('\n');
  const error = { type: text, message: text, line: 1, column: 1, traceback: text, frames: [] };
  const hostile = after(
    [
      started(),
      { type: 'fitStarted', run: 1, fit: 0, model: text, epochs: 1 },
      { type: 'points', run: 1, fit: 0, curves: HOSTILE.map((label) => ({ label, points: [[0, 1]] })) },
      {
        type: 'fitEnded',
        run: 1,
        fit: 0,
        epochs: 1,
        weights: HOSTILE.map((name) => ({ name, shape: [1], learned: [1], true: null, difference: null })),
      },
      ...(['stdout', 'stderr', 'displayed'] as const).map(
        (stream) => ({ type: 'output', run: 1, stream, text }) as const,
      ),
      { type: 'figure', run: 1, figure: { ...EMPTY_FIGURE, title: text, xlabel: text, ylabel: text } },
      ended({ status: 'error', error }),
    ],
    // Its title is the document's, which is made visible where it is read.
    { ...FRESH, exercise: { id: '3.4', title: visibleLine(text), line: 1 } },
  );
  const html = runReport(hostile, SOURCES, { version: '1', when: new Date(0), language: 'en' });

  it('is data in the page and no part of it', () => {
    const page = parsed(html);
    expect(page.querySelectorAll('script')).toHaveLength(2);
    expect(page.querySelectorAll('img, a, iframe, [onerror], [src], [href]')).toHaveLength(0);
    expect(JSON.parse(page.getElementById('state')?.textContent ?? '')).toEqual(hostile);
    expect(page.title).not.toMatch(FORBIDDEN);
  });

  it('is shown there and obeyed by nothing', async () => {
    const page = openPage(undefined, false);
    await page.show(JSON.parse(parsed(html).getElementById('state')?.textContent ?? '') as PanelState);
    expect(page.root.querySelectorAll('img, script, iframe, [onerror], [href^="http"]')).toHaveLength(0);
    expect(page.root.textContent).toContain('alert(1)');
    expect(page.root.textContent).not.toMatch(FORBIDDEN_ANYWHERE);
  });
});

describe('the panel without an editor', () => {
  it('shows curves, weights, values and output, and offers nothing that needs one', async () => {
    const page = openPage(undefined, false);
    await page.show(scene('ok'));
    expect(page.section('loss').textContent).toContain('Validation loss fell');
    expect(page.section('weights').textContent).toContain('w[1]');
    expect(page.section('output').textContent).toContain('weight diff');
    const shown = [...page.root.querySelectorAll('button, vscode-button')].filter(isShown);
    const names = shown.map((element) => element.getAttribute('aria-label') ?? element.textContent.trim());
    expect(names).toEqual(['Log', 'Table', 'Export', 'train', 'validation']);
    expect(page.root.querySelectorAll('vscode-text-field, input:not(.scrubber)')).toHaveLength(0);
  });

  it('tells the values in words, and the code’s own where they differ', async () => {
    const page = openPage(undefined, false);
    await page.show(scene('ok'));
    const rows = [...page.section('parameters').querySelectorAll('.parameter')].map((row) => row.textContent);
    expect(rows.slice(0, 4)).toEqual(['seed0', 'lr0.1 (in the code 0.03)', 'sigma0.01', 'max_epochs5']);
  });

  it('names the lines of a traceback without leading there', async () => {
    const page = openPage(undefined, false);
    await page.show(scene('error'));
    const error = page.root.querySelector('section.error');
    expect(error?.textContent).toContain('line 91');
    expect(error?.querySelectorAll('button')).toHaveLength(0);
  });
});
