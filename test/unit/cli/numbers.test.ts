import { expect, it } from 'vitest';
import { count, formatDuration, formatReal } from '../../../src/cli/numbers.ts';
import type { Real } from '../../../src/training/protocol/protocol.ts';

it.each<[Real, string]>([
  [0, '0'],
  [2, '2'],
  [-3.4000000953674316, '-3.4'],
  [1234567, '1234570'],
  [12638600000000000000, '1.26386e+19'],
  [-0.0001, '-0.0001'],
  [0.0000123456789, '1.23457e-5'],
  ['inf', 'inf'],
  ['nan', 'nan'],
])('writes %j as %s', (value, text) => {
  expect(formatReal(value)).toBe(text);
});

it.each([
  [0.1234, '0.123 ms'],
  [12.345, '12.3 ms'],
  [999.4, '999 ms'],
  [2510, '2.51 s'],
])('writes %j ms as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

it('counts one and many', () => {
  expect([count(1, 'point'), count(0, 'point')]).toEqual(['1 point', '0 points']);
});
