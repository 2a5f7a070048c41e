import { beforeEach, describe, expect, it } from 'vitest';
import type { OutputMessage } from '../../src/training/protocol/protocol.ts';
import { visible } from '../../src/text/visible.ts';
import { after, started } from './fake-feed.ts';
import { openPage, type Page } from './page.ts';

describe('control characters', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['bell\u0007 null\u0000 delete\u007f', 'bell␇ null␀ delete␡'],
    ['a\tb\nc', 'a\tb\nc'],
    ['one\r\ntwo\r\n', 'one\ntwo\n'],
    ['10 %\r50 %\r100 %\ndone', '100 %\ndone'],
    ['10 %\r', '10 %'],
    ['naïve 🙂 ␛', 'naïve 🙂 ␛'],
  ])('%j stands as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('output on the page', () => {
  let page: Page;
  let printed: OutputMessage[];

  beforeEach(() => {
    page = openPage();
    printed = [];
  });

  async function print(
    text: string,
    stream: OutputMessage['stream'] = 'stdout',
  ): Promise<readonly Element[]> {
    printed.push({ type: 'output', run: 1, stream, text });
    await page.show(after([started(), ...printed]));
    return [...page.section('output').querySelectorAll('pre')];
  }

  it('grows where it stands, so that a selection in it stays', async () => {
    const [before] = await print('one\n');
    const text = before?.firstChild;
    const [now] = await print('two\n');
    expect(now).toBe(before);
    expect(now?.firstChild).toBe(text);
    expect(now?.textContent).toBe('one\ntwo\n');
  });

  it('is rewritten where a carriage return takes back what stood there', async () => {
    await print('50 %');
    const [now] = await print('\r100 %\n');
    expect(now?.textContent).toBe('100 %\n');
  });

  it('keeps the streams apart', async () => {
    await print('out');
    await print('err', 'stderr');
    const parts = await print('[1, 2]', 'displayed');
    expect(parts.map((part) => [part.className, part.textContent])).toEqual([
      ['stdout', 'out'],
      ['stderr', 'err'],
      ['displayed', '[1, 2]'],
    ]);
  });

  it('shows no terminal’s colours', async () => {
    const [part] = await print('\u001b[1mbold');
    expect(part?.innerHTML).toBe('␛[1mbold');
  });
});
