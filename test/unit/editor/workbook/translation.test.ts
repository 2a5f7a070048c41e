/** The workbook in other languages: each text is translated, and the code is the one that there is. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSection } from '../../../../src/editor/workbook/outline.ts';
import { TRANSLATED } from '../../../../src/editor/workbook/sections.ts';
import { textsOf, translateSection, type Texts } from '../../../../src/editor/workbook/translation.ts';
import { readBlocks } from '../../../../src/exercises/blocks.ts';
import { columnsOf } from '../../../../src/text/wrapped.ts';

/** The word before each task, and the name of the region of each hint. */
const WORDS: Readonly<Record<string, { task: string; hint: string }>> = {
  ko: { task: '과제: ', hint: '힌트' },
  'zh-cn': { task: '您的任务：', hint: '提示' },
};
/** What no translation may lose: code between backticks, calls, names with an underscore, numbers. */
const FIXED = /`[^`]+`|[\w.]*\w\(\)|[A-Za-z]\w*_\w+|\d+(?:[.,]\d+)*/g;

const files = readdirSync('workbook');
const english = new Map(files.map((file) => [file, readFileSync(`workbook/${file}`, 'utf8')]));
const codeOf = (text: string): string => text.replaceAll(/^#.*\n/gm, '');
const numbersOf = (text: string): string[] => text.match(/^# %% \[[^\]]+\]/gm) ?? [];

describe('a section', () => {
  const section = [
    '# 3.4 A model: its',
    '# exercises.',
    '#',
    '# Change a number.',
    '',
    '# %% Imports',
    'import torch  # the engine',
    '',
    '# %% [3.4.6] Learning rates',
    '# Your task: three.',
    'for lr in (1,):  # Your task: three.',
    "    text = '# Change a number.'",
    '    # Change a number.',
    '',
    '# region Hint',
    '# Change a number.',
    '# endregion',
    '',
  ].join('\n');

  it('says titles, paragraphs and names of regions', () => {
    expect(textsOf(section)).toEqual([
      '3.4 A model: its exercises.',
      'Change a number.',
      'Imports',
      'Learning rates',
      'Your task: three.',
      'Hint',
      'Change a number.',
    ]);
  });

  it('has them translated, and nothing else', () => {
    const texts = { 'Learning rates': '学习率', 'Change a number.': '改变一个数。', Hint: '提示' };
    expect(translateSection(section, texts).split('\n')).toEqual([
      '# 3.4 A model: its',
      '# exercises.',
      '#',
      '# 改变一个数。',
      '',
      '# %% Imports',
      'import torch  # the engine',
      '',
      '# %% [3.4.6] 学习率',
      '# Your task: three.',
      'for lr in (1,):  # Your task: three.',
      "    text = '# Change a number.'",
      '    # Change a number.',
      '',
      '# region 提示',
      '# 改变一个数。',
      '# endregion',
      '',
    ]);
  });

  it('is what it was where there is no translation', () => {
    for (const text of [...english.values(), section]) expect(translateSection(text, {})).toBe(text);
    expect(translateSection('# constructor\n', {})).toBe('# constructor\n');
  });
});

describe('the languages of the workbook', () => {
  it('are those that are tested here', () => {
    const translations = readdirSync('l10n').filter((file) => file.startsWith('workbook.'));
    expect(translations.sort()).toEqual(TRANSLATED.map((language) => `workbook.${language}.json`));
    expect(Object.keys(WORDS)).toEqual(TRANSLATED);
  });
});

describe.each(Object.entries(WORDS))('the workbook in %s', (language, { task, hint }) => {
  const texts = JSON.parse(readFileSync(`l10n/workbook.${language}.json`, 'utf8')) as Texts;

  it('has a translation of each text, and of nothing else', () => {
    const said = new Set([...english.values()].flatMap((text) => textsOf(text)));
    expect([...said].filter((text) => !Object.hasOwn(texts, text))).toEqual([]);
    expect(Object.keys(texts).filter((text) => !said.has(text))).toEqual([]);
  });

  it('keeps code and numbers, and the words for task and hint', () => {
    for (const [text, translation] of Object.entries(texts)) {
      const kept = new Set(translation.match(FIXED));
      expect(
        (text.match(FIXED) ?? []).filter((token) => !kept.has(token)),
        text,
      ).toEqual([]);
      expect(translation.startsWith(task), text).toBe(text.startsWith('Your task: '));
    }
    expect(texts['Hint']).toBe(hint);
  });

  it.each(files)('%s: the same code under the same numbers', (file) => {
    const original = english.get(file)!;
    const translated = translateSection(original, texts);
    expect(codeOf(translated)).toBe(codeOf(original));
    expect(numbersOf(translated)).toEqual(numbersOf(original));
    expect(textsOf(translated)).toHaveLength(textsOf(original).length);
    const exercises = (text: string) => readBlocks(text, 'python', file).map(({ exercise }) => exercise);
    expect(exercises(translated)).toEqual(exercises(original));
    const section = readSection(file, translated);
    expect(section?.number).toBe(readSection(file, original)?.number);
    expect(section?.title).not.toMatch(/[：:]/);
  });

  it.each(files)('%s: no line is wider than in English', (file) => {
    for (const line of translateSection(english.get(file)!, texts).split('\n'))
      if (line.startsWith('# ')) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
  });
});
