import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/cli/encoding.ts';

const bytes = (head: string, ...tail: number[]): Uint8Array =>
  Uint8Array.from([...Buffer.from(head), ...tail]);

describe('the text of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes('x = "é"'), 'x = "é"'],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('é')]), 'é'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x60, 0x4f, 0x41, 0]), '你A'],
    ['UTF-16, big first', Uint8Array.from([0xfe, 0xff, 0x4f, 0x60, 0, 0x41]), '你A'],
    ['gbk', bytes('# -*- coding: gbk -*-\n', 0xc4, 0xe3), '# -*- coding: gbk -*-\n你'],
    [
      'gbk in the second line',
      bytes('#!/usr/bin/python\n# vim: set fileencoding=cp936 :\n', 0xc4, 0xe3),
      '#!/usr/bin/python\n# vim: set fileencoding=cp936 :\n你',
    ],
    ['latin-1', bytes('# coding: latin-1\n', 0xe9), '# coding: latin-1\né'],
    ['shift_jis', bytes('# coding=shift_jis\r\n', 0x82, 0xa0), '# coding=shift_jis\r\nあ'],
    ['euc-kr', bytes('# -*- coding: cp949 -*-\n', 0xb0, 0xa1), '# -*- coding: cp949 -*-\n가'],
    ['big5', bytes('# -*- coding: big5 -*-\n', 0xa7, 0x41), '# -*- coding: big5 -*-\n你'],
  ])('is read as %s', (_, file, text) => {
    expect(decodeText('a.py', file, true)).toBe(text);
  });

  it.each<[Uint8Array, boolean, RegExp]>([
    [
      bytes('é', 0xff),
      true,
      /a\.py is not UTF-8 text: save it as UTF-8, or name its encoding in the first line/,
    ],
    [bytes('é', 0xff), false, /a\.py is not UTF-8 text$/],
    [bytes('# coding: gbk\n', 0xc4, 0xe3), false, /a\.py is not UTF-8 text/],
    [bytes('x = 1\ny = 2\n# coding: gbk\n', 0xc4, 0xe3), true, /a\.py is not UTF-8 text/],
    [bytes('# coding: klingon\n'), true, /a\.py declares the encoding klingon, which is not known here/],
    [bytes('a\0b'), true, /a\.py is a binary file/],
  ])('or it is said why not', (file, declares, message) => {
    expect(() => decodeText('a.py', file, declares)).toThrow(message);
  });
});
