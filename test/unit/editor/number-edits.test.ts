import { expect, it } from 'vitest';
import { isNumberEdit } from '../../../src/editor/number-edits.ts';

it.each([
  ['a digit typed over another', '5', 'fit(lr=0.05)', 10, true],
  ['a digit behind a number', '1', 'epochs = 31', 10, true],
  ['a point', '.', 'lr = 0.', 6, true],
  ['a digit deleted', '', 'lr = 0.0', 8, true],
  ['a digit in an exponent', '4', 'lr = 1e-4', 8, true],
  ['a whole number deleted', '', 'lr = ', 5, false],
  ['a digit of a name', '2', 'x2 = 1', 1, false],
  ['a digit behind a word', '1', 'conv.layer1', 10, false],
  ['an exponent that is not finished', 'e', 'lr = 1e', 6, false],
  ['a number in which one point is too many', '.', 'lr = 0..1', 7, false],
  ['a word', 'lr', 'lr', 0, false],
  ['several lines', '1\n2', '1', 0, false],
])('%s', (_, text, line, character, expected) => {
  expect(isNumberEdit({ text, line, character })).toBe(expected);
});
