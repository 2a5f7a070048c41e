import { expect, it } from 'vitest';
import { weightTable } from '../../../src/cli/weights.ts';

const w = {
  name: 'w',
  shape: [2, 1],
  learned: [2.00012345, -3.39],
  true: [2, -3.4],
  difference: [0.00012345, 0.01],
};
const b = { name: 'b', shape: [1], learned: [4.1], true: null, difference: null };

it('aligns learned, true and difference', () => {
  expect(weightTable([w, b])).toEqual([
    '  weight  learned  true  difference',
    '  w[0,0]  2.00012     2    0.000123',
    '  w[1,0]    -3.39  -3.4        0.01',
    '  b           4.1     -           -',
  ]);
});

it('shows the learned values alone where no truth is known', () => {
  expect(weightTable([b])).toEqual(['  weight  learned', '  b           4.1']);
  expect(weightTable([])).toEqual([]);
});

it('shows values that are not finite', () => {
  expect(weightTable([{ ...w, learned: ['inf', 'nan'], difference: ['inf', 'nan'] }])[1]).toBe(
    '  w[0,0]      inf     2         inf',
  );
});

it('sums up the rest of a large weight', () => {
  const learned = Array.from({ length: 200 }, (_, nth) => nth);
  const difference = learned.map((value) => (value === 150 ? -7 : 1));
  const lines = weightTable([{ name: 'w', shape: [10, 20], learned, true: learned, difference }]);
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe('  w: 188 more elements, largest difference -7 at w[7,10]');
});
