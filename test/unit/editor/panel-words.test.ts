/** The panel shows no text of ours that is not in the bundles of sentences. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, untranslated } from './sentences.ts';

/** What stays as it is in every language: names, formats of files, Python's words. */
const NAMES = ['D2L Exercises', 'PyTorch', 'PNG…', 'SVG…', 'CSV…', 'JSON…', 'True', 'False', 'False, True'];
/** What nobody reads: colours, selectors, keys of what has the focus, names of parts of a picture that is one image to a screen reader. */
const UNREAD = [
  /^(?:color-mix|linear-gradient)\(|^Canvas$|^11px |^screen and /,
  /^(?:Blues|Reds)$/,
  /^(?:script|style|font|img)-src /,
  /^defs, clipPath|^link \{\}$|^words$/,
  /^(?:sweep|more|name|pin|fold|use) \{\}$/,
  /^\{\}-axis (?:tick|tick label|label)$|^legend entry$/,
];

const textOf = (found: string): string => found.replace(/^[^:]+:\d+: /, '');

describe('the panel', () => {
  it.each(['src/webview/ui', 'src/pages'])('shows no text that cannot be translated: %s', (folder) => {
    const left = filesIn(folder)
      .flatMap(untranslated)
      .filter(
        (found) => !NAMES.includes(textOf(found)) && !UNREAD.some((known) => known.test(textOf(found))),
      );
    expect(left).toEqual([]);
  });

  it.each([
    ["setText(element, 'run');", 'run'],
    ["element.setAttribute('aria-label', `Go to ${name}`);", 'Go to {}'],
    ["const text = isBad ? 'It diverged.' : t('It fell.');", 'It diverged.'],
    ["element.title = isBad ? 'bad' : '';", 'bad'],
    ["create('p', 'dim', 'not drawn')", 'not drawn'],
    ["button({ label: 'Run', onPress })", 'Run'],
    ["t('Run', `in ${count} epochs`);", 'in {} epochs'],
  ])('would show %s', (code, text) => {
    expect(found(code)).toEqual([text]);
  });

  it.each([
    "create('p', 'dim small', t('Run'))",
    "plural(count, '{0} epoch', '{0} epochs')",
    "if (status === 'Not run yet') return;",
    "throw new Error('No such section here');",
    "element.className = 'status bad';",
  ])('would not show %s', (code) => {
    expect(found(code)).toEqual([]);
  });
});

/** What is found in a file with this code. */
function found(code: string): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'panel-words-'));
  const file = path.join(folder, 'code.ts');
  writeFileSync(file, code);
  const texts = untranslated(file).map((one) => one.slice(one.indexOf(': ') + 2));
  rmSync(folder, { recursive: true });
  return texts;
}
