import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, wrapped } from '../../../src/text/wrapped.ts';

describe('a paragraph in lines', () => {
  it('counts two columns for what is drawn in two', () => {
    expect(['abc', '学习率', '학습률', 'lr 为 0.03：', '…'].map(columnsOf)).toEqual([3, 6, 6, 12, 1]);
    expect(['𠀀', '🙂', '﹐', '𝑥'].map(columnsOf)).toEqual([2, 2, 2, 1]);
  });

  it('breaks English and Korean between words only', () => {
    expect(wrapped('change a number and watch', 12)).toEqual(['change a', 'number and', 'watch']);
    expect(wrapped('수를 바꾸고 곡선을 보세요', 12)).toEqual(['수를 바꾸고', '곡선을', '보세요']);
  });

  it('breaks Chinese between characters, but no word of code', () => {
    expect(wrapped('让manual_seed成为种子', 8)).toEqual(['让', 'manual_seed', '成为种子']);
  });

  it('begins no line with a mark that closes, and ends none with one that opens', () => {
    expect(wrapped('学习率，权重', 6)).toEqual(['学习', '率，权', '重']);
    expect(wrapped('读一《动手学》', 6)).toEqual(['读一', '《动手', '学》']);
  });

  it('leaves a word alone that is wider than the line', () => {
    expect(wrapped('a torch.autograd.functional.hessian b', 10)).toEqual([
      'a',
      'torch.autograd.functional.hessian',
      'b',
    ]);
  });

  const part = fc.constantFrom(
    '学',
    '习',
    '，',
    '《',
    '“',
    '”',
    '학습률',
    'lr',
    'f(x)',
    ' ',
    '。',
    'か',
    '…',
  );

  it('loses nothing but spaces at the breaks, and keeps to the width', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 8, max: 40 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrapped(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          expect(line).toBe(line.trim() === '' ? '' : line.trimEnd());
          if (columnsOf(line) > width) expect(wrapped(line, width)).toEqual([line]);
        }
      }),
    );
  });
});
