import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmless, styled } from '../../../src/cli/terminal.ts';

it.each([
  ['\x1b[2J\x1b]0;title\x07', '␛[2J␛]0;title␇'],
  ['a\tb\r\nc', 'a\tb\r\nc'],
  ['\0\b\x7f', '␀␈␡'],
  ['\x9b31m', '\\x9b31m'],
  ['ü 𝒳 中', 'ü 𝒳 中'],
])('makes %j harmless', (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

it('leaves no control character but tab and line ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // eslint-disable-next-line no-control-regex -- that there are none is what is tested
      expect(harmless(text)).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
    }),
  );
});

it('colours only where colours are shown', () => {
  expect(styled({ hasColors: false }, 'red', 'a')).toBe('a');
  expect(styled({ hasColors: true }, 'red', 'a')).toBe('\x1b[31ma\x1b[0m');
});
