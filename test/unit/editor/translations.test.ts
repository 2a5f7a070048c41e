/** The translations beside the English words: complete, with the same code in them, and calling one thing one name. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Words<Value = string> = Readonly<Record<string, Value>>;

const LANGUAGES = ['ja', 'ko', 'pt-br', 'zh-cn'];
/** Names that are the same in every language. */
const PROPER_NAMES = ['CPU', 'D2L Exercises', 'PyTorch', 'Python'];
/** Words and units that a language shares with English. */
const SHARED: Words<readonly string[]> = {
  'pt-br': ['Log', 'ok', 'linear', '{0} ms', '{0} s', '{0} min', '{0} min {1} s', '{0} pixel', '{0} pixels'],
};
/** Punctuation alone, which a language may have its own of or not. */
const isPunctuation = (text: string): boolean => !/[A-Za-z]/.test(text);
/** What no translation may change: placeholders, links, code between backticks, calls and arguments, addresses. */
const FIXED =
  /\{\d+\}|\]\(command:[^)]+\)|`[^`]+`|[\w.]*\w\(\)|\w+=\w+(?:\.\w+)*|\.?[A-Za-z]\w*_\w+|https?|--\w+|\(N?[, ]*C?[, ]*H, W[, C]*\)|d2l-\w+/g;

const wordsOf = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;
const manifestFile = (language: string): string => `package.nls${language && `.${language}`}.json`;
const bundleFile = (language: string): string => `l10n/bundle.l10n${language && `.${language}`}.json`;

const fixedIn = (text: string): string[] => (text.match(FIXED) ?? []).sort();
const isBlank = (text: string): boolean => text.trim() === '';
const languagesOf = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .flatMap((file) => pattern.exec(file)?.[1] ?? [])
    .sort();

describe('the languages', () => {
  it('are the same for the manifest and for the code', () => {
    expect(languagesOf('.', /^package\.nls\.(.+)\.json$/)).toEqual(LANGUAGES);
    expect(languagesOf('l10n', /^bundle\.l10n\.(.+)\.json$/)).toEqual(LANGUAGES);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  describe.each([
    ['the manifest', manifestFile],
    ['the code', bundleFile],
  ] as const)('%s', (_, fileOf) => {
    const english = wordsOf(fileOf(''));
    const translated = wordsOf(fileOf(language));
    const pairs = Object.entries(english).map(([key, text]) => [key, text, translated[key] ?? ''] as const);

    it('has the English keys, in their order', () => {
      expect(Object.keys(translated)).toEqual(Object.keys(english));
    });

    it('has a text for each, which is not the English one', () => {
      const same = [...PROPER_NAMES, ...(SHARED[language] ?? [])];
      const left = pairs.filter(
        ([, text, other]) => isBlank(other) || (other === text && !isPunctuation(text)),
      );
      expect(left.map(([, text]) => text).filter((text) => !same.includes(text))).toEqual([]);
    });

    it('keeps placeholders, links and code', () => {
      for (const [key, text, other] of pairs) expect(fixedIn(other), key).toEqual(fixedIn(text));
    });

    it('begins and ends with spaces where English does, and has as many lines', () => {
      const frame = (text: string) => [
        /^\s*/.exec(text)?.[0],
        /\s*$/.exec(text)?.[0],
        text.split('\n').length,
      ];
      for (const [key, text, other] of pairs)
        if (!isPunctuation(text)) expect(frame(other), key).toEqual(frame(text));
    });
  });

  const manifest = wordsOf(manifestFile(language));
  const bundle = wordsOf(bundleFile(language));

  it('calls a command the same in the palette, above the code and in texts', () => {
    for (const [key, sentence] of [
      ['command.runExercise', 'Run D2L exercise'],
      ['command.debugExercise', 'Debug D2L exercise'],
      ['command.wrapAsCells', 'Wrap D2L exercises as cells'],
      ['command.compareWithOriginal', 'Compare with the original'],
      ['command.openTensor', 'Show as a table'],
    ] as const)
      expect(bundle[sentence], key).toBe(manifest[key]);
    for (const key of ['command.runExercise', 'command.debugExercise'])
      expect(manifest['walkthrough.run.description']).toContain(manifest[key]);
    const select = `*${manifest['command.selectEngine']?.replace('…', '') ?? ''}*`;
    for (const key of ['setting.engine', 'setting.jupyterServer']) expect(manifest[key]).toContain(select);
  });
});
