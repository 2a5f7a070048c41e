import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { wordsOf, ENGLISH } from '../../src/advice/words.ts';
import { panelHtml } from '../../src/pages/panel-page.ts';
import { reportHtml } from '../../src/pages/report-page.ts';
import { SCENES } from './scenes.ts';

const PORTUGUESE = {
  '{0} epoch': '{0} época',
  '{0} epochs': '{0} épocas',
  'Run “{0}”': 'Executar “{0}”',
  ', ': ', ',
};

describe('words of a language', () => {
  const { t, plural, number, all, joined } = wordsOf('pt-br', PORTUGUESE);

  it('are its own where it has them, else English', () => {
    expect(t('Run “{0}”', 'a < b')).toBe('Executar “a < b”');
    expect(t('Stop {0}', 3)).toBe('Stop 3');
    expect(t('constructor')).toBe('constructor');
  });

  it('are counted by its own rules', () => {
    const counts = [0, 1, 2, 1234].map((count) => plural(count, '{0} epoch', '{0} epochs'));
    // Zero is one of something in Portuguese.
    expect(counts).toEqual(['0 época', '1 época', '2 épocas', '1.234 épocas']);
    expect(ENGLISH.plural(0, '{0} epoch', '{0} epochs')).toBe('0 epochs');
  });

  it('make what formats them at the first use, and once', () => {
    const made = { PluralRules: 0, NumberFormat: 0, ListFormat: 0 };
    const counting = <Maker extends abstract new (...args: never) => object>(
      maker: Maker,
      name: keyof typeof made,
    ): Maker =>
      new Proxy(maker, {
        construct(target, given, by) {
          made[name] += 1;
          return Reflect.construct(target, given, by) as object;
        },
      });
    vi.stubGlobal('Intl', {
      PluralRules: counting(Intl.PluralRules, 'PluralRules'),
      NumberFormat: counting(Intl.NumberFormat, 'NumberFormat'),
      ListFormat: counting(Intl.ListFormat, 'ListFormat'),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const words = wordsOf('ja', {});
    expect([words.t('Run'), words.joined(['a', 'b'])]).toEqual(['Run', 'a, b']);
    expect(made).toEqual({ PluralRules: 0, NumberFormat: 0, ListFormat: 0 });
    for (let redraw = 0; redraw < 60; redraw += 1) {
      words.plural(redraw, '{0} epoch', '{0} epochs');
      words.tenths(redraw);
      words.all(['a', 'b']);
    }
    // Whole numbers and those with a decimal have a format each.
    expect(made).toEqual({ PluralRules: 1, NumberFormat: 2, ListFormat: 1 });
  });

  it('are listed as it lists them', () => {
    expect([all(['a', 'b', 'c']), number(12480)]).toEqual(['a, b e c', '12.480']);
    expect(joined(['a', '', 'b'])).toBe('a, b');
  });
});

/** The page as a browser has it before its script is loaded. */
function open(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.lang = page.documentElement.lang;
  document.head.innerHTML = page.head.innerHTML;
}

describe('the page', () => {
  const sentences = { Run: '运行 <b>"&', '{0} s': '{0} 秒', '{0} min {1} s': '{0} 分 {1} 秒' };
  const page = { cspSource: '', script: '', style: '', language: 'zh-cn', sentences };

  beforeEach(() => vi.resetModules());

  it('hands its sentences to its script', async () => {
    open(panelHtml(page));
    const { t, words } = await import('../../src/webview/ui/words.ts');
    const { duration } = await import('../../src/webview/ui/numbers.ts');
    expect([words.language, t('Run'), t('Stop')]).toEqual(['zh-cn', '运行 <b>"&', 'Stop']);
    expect([duration(4200), duration(125_000)]).toEqual(['4.2 秒', '2 分 5 秒']);
  });

  it('keeps them in what is saved of it', async () => {
    const words = { language: 'zh-cn', sentences, title: 'x', origin: 'y' };
    open(reportHtml(SCENES['ok']!(), { script: '', style: '' }, words));
    const { t } = await import('../../src/webview/ui/words.ts');
    expect(t('Run')).toBe('运行 <b>"&');
  });

  it('is in English where it has none', async () => {
    open(panelHtml({ cspSource: '', script: '', style: '', language: 'en' }));
    const { t, words } = await import('../../src/webview/ui/words.ts');
    expect([words.language, t('Run')]).toEqual(['en', 'Run']);
  });
});
