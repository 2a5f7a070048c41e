/** The guide's first page in each language: it is there, it is linked, and calls commands and views by their names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const languages = readdirSync('l10n').flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? []);

/** The words of the manifest, with the labels of the buttons in them, as a reader sees them. */
function namesIn(language: string): ReadonlySet<string> {
  const words = JSON.parse(readFileSync(`package.nls.${language}.json`, 'utf8')) as Record<string, string>;
  const texts = Object.values(words);
  const buttons = texts.flatMap((text) => [...text.matchAll(/\[([^\]]+)\]\(command:/g)]);
  return new Set([
    ...texts.map((text) => text.replace(/…$/, '')),
    ...buttons.map(([, label]) => label ?? ''),
  ]);
}

describe.each(languages)('the first page in %s', (language) => {
  const file = `first-page.${language}.md`;
  const page = readFileSync(`docs/${file}`, 'utf8');

  it('is linked from the README and from the guide', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`](docs/${file})`);
    expect(readFileSync('docs/guide.md', 'utf8')).toContain(`](${file})`);
  });

  it('calls commands, buttons and views what they are called in VS Code', () => {
    const named = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) =>
      (name ?? '').replaceAll(/\s+/g, ' '),
    );
    const names = namesIn(language);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  it('says whether the tasks of the workbook are in the language too', () => {
    const isEnglish = /英語|inglês/.test(page.split('## ')[2] ?? '');
    expect(isEnglish).toBe(!existsSync(`l10n/workbook.${language}.json`));
  });
});
