import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageNamed, languageOfLocale, localeOf, spokenLanguage } from '../../../src/cli/language.ts';
import { main } from '../../../src/cli/main.ts';
import { aligned } from '../../../src/cli/table.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const FILE = { 'a.py': 'print(1)\n' };
const SAVED = {
  type: 'figureFile',
  name: 'a.png',
  drawing: { format: 'png', width: 1, height: 1, dpi: 72, background: null, axes: [] },
} as const;
const CHINESE = {
  'saved: {0}': '已保存：{0}',
  'saved in the run alone: {0} (--files FOLDER keeps what a run saves)': '仅在运行中：{0}',
  '{0} was not written: {1}': '{0} 未写入：{1}',
  'ok in {0}': '正常，用时 {0}',
  'seed {0}': '种子 {0}',
  ', ': '，',
};

async function told(words: readonly string[], locale: string): Promise<RecordedEnvironment> {
  const environment = new RecordedEnvironment(FILE, new ReplayedEngine([SAVED]));
  environment.locale = locale;
  environment.table = CHINESE;
  expect(await main(words, environment), environment.stderr.text).toBe(0);
  return environment;
}

describe('the language of the command line', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-cn'],
    ['zh_TW.UTF-8', 'en'],
    ['ko_KR.eucKR', 'ko'],
    ['ja', 'ja'],
    ['pt_BR@euro', 'pt-br'],
    ['de_DE.UTF-8', 'en'],
    ['C.UTF-8', 'en'],
    ['POSIX', 'en'],
    ['', 'en'],
  ])('of %j is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });

  it('is looked up as POSIX does', () => {
    expect(localeOf({ LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'ko_KR' })).toBe('ja_JP');
    expect(localeOf({ LC_ALL: 'C', LANG: 'ko_KR' })).toBe('C');
    expect(localeOf({ LANG: 'ko_KR' })).toBe('ko_KR');
    expect(localeOf({})).toBe('');
  });

  it('is named by an option, or refused', () => {
    expect([languageNamed('zh-CN'), languageNamed('pt_BR')]).toEqual(['zh-cn', 'pt-br']);
    expect(() => languageNamed('de')).toThrow('There is no language "de": it is en, zh-cn, ko, ja, pt-br');
  });

  it('is that of the environment, unless the option says another', async () => {
    expect((await told(['run', 'a.py'], 'zh_CN.UTF-8')).stdout.text).toMatch(/正常，用时 .*，种子 0\n/);
    expect((await told(['run', 'a.py', '--language', 'zh-cn'], 'ja_JP')).read).toEqual(['zh-cn']);
    const english = await told(['run', 'a.py', '--language', 'en'], 'zh_CN.UTF-8');
    expect([english.read, english.stdout.text]).toEqual([[], expect.stringMatching(/ok in .*, seed 0\n/)]);
  });

  it('is that of what is said of saved figures', async () => {
    const said = ['', '--files kept', '--files full'].map(
      async (files) =>
        (await told(['run', 'a.py', ...files.split(' ').filter(Boolean)], 'zh_CN')).stderr.text,
    );
    expect(await Promise.all(said)).toEqual([
      '仅在运行中：a.png\n',
      `已保存：${path.join('kept', 'a.png')}\n`,
      `${path.join('full', 'a.png')} 未写入：no space left on device\n`,
    ]);
  });

  it('is English where its sentences cannot be read', async () => {
    const broken = { locale: 'ja_JP', sentences: () => Promise.resolve({}) };
    expect(await spokenLanguage(undefined, broken)).toEqual({ language: 'en', sentences: {} });
    const whole = { ...broken, sentences: () => Promise.resolve({ Run: '実行' }) };
    expect(await spokenLanguage(undefined, whole)).toEqual({ language: 'ja', sentences: { Run: '実行' } });
  });

  it('is none of the JSON', async () => {
    const texts = ['zh_CN.UTF-8', ''].map(
      async (locale) => (await told(['run', 'a.py', '--json'], locale)).stdout.text,
    );
    const [chinese, english] = await Promise.all(texts);
    expect(chinese).toBe(english);
  });
});

it('aligns columns by the places that letters take', () => {
  expect(
    aligned([
      ['权重', '学到的'],
      ['w', '1.5'],
    ]),
  ).toEqual(['  权重  学到的', '  w        1.5']);
});
