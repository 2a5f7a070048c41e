import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fenced, iconless, linkless } from '../../../src/text/markdown.ts';
import { shown } from '../../../src/text/shown.ts';
import { visible, visibleLine } from '../../../src/text/visible.ts';
import { FORBIDDEN, FORBIDDEN_ANYWHERE, HOSTILE } from './hostile.ts';

/** The package has no types of its own. */
const MarkdownIt = createRequire(import.meta.url)('markdown-it') as (options: object) => {
  render(text: string): string;
};

describe('visible text', () => {
  it.each([
    ['\x1b[2J\x1b]0;title\x07', '␛[2J␛]0;title␇'],
    ['a\tb\r\nc', 'a\tb\nc'],
    ['10%\r50%\rdone\n', 'done\n'],
    ['50%\r', '50%'],
    ['\0\b\x7f', '␀␈␡'],
    ['\x9b31m', '\\x9b31m'],
    ['a\u202eb', 'a\\u202eb'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['ü 𝒳 中 עברית', 'ü 𝒳 中 עברית'],
    ['👩‍👩‍👧 ❤️‍🔥 👩🏽‍💻', '👩‍👩‍👧 ❤️‍🔥 👩🏽‍💻'],
    ['a\u200db', 'a\\u200db'],
  ])('of %j is %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it.each(HOSTILE)('holds nothing that does more: %j', (text) => {
    expect(visible(text)).not.toMatch(FORBIDDEN);
    expect(visibleLine(text)).not.toMatch(/[\n\t]/);
    expect(visibleLine(text)).not.toMatch(FORBIDDEN);
  });

  it('holds nothing that does more, whatever it was, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(FORBIDDEN_ANYWHERE);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('Markdown', () => {
  const markdown = MarkdownIt({ html: true, linkify: true });
  const render = (text: string): string => markdown.render(text);

  it.each(HOSTILE)('of a block of code is one block of code: %j', (text) => {
    expect(render(fenced(text))).toMatch(/^<pre><code class="language-text">[^<]*<\/code><\/pre>\n$/);
  });

  it('of a block of code is one, whatever the text', () => {
    const part = fc.constantFrom(
      '`',
      '```',
      '~~~',
      '\n',
      ' ',
      '    ',
      '[a](command:b)',
      '<b>',
      '\r',
      '![](x)',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(render(fenced(parts.join('')))).toMatch(
          /^<pre><code class="language-text">[^<]*<\/code><\/pre>\n$/,
        );
      }),
    );
  });

  it.each(HOSTILE)('of a notification has no link, of a label no icon: %j', (text) => {
    expect(linkless(text)).not.toContain('](');
    expect(iconless(text)).not.toContain('$(');
  });
});

test('a message is shown with every text made visible, but for the names by which places are found', () => {
  const message = {
    label: 'a\x1bb',
    document: 'a\x1bb',
    points: [[0, 1]],
    frames: [{ text: '\u202e' }],
    nothing: null,
  };
  expect(shown(message)).toEqual({
    label: 'a␛b',
    document: 'a\x1bb',
    points: [[0, 1]],
    frames: [{ text: '\\u202e' }],
    nothing: null,
  });
});
