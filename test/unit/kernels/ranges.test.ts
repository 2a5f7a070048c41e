import { describe, expect, it } from 'vitest';
import { arenas, EDGES, numbers } from './arena.ts';

describe.each(await arenas())('the range of numbers, %s', (_, arena) => {
  it('has the largest magnitude, of any length and at any place', () => {
    for (let n = 1; n <= 19; n++)
      for (let at = 0; at < n; at++) {
        const values = numbers(n, n);
        values[at] = at % 2 === 0 ? 7 : -7;
        expect(arena.kernels.largest(arena.float32(values).at, n)).toBe(7);
        arena.check();
      }
    expect(arena.kernels.largest(arena.float32([]).at, 0)).toBe(0);
  });

  it('counts NaN as more than infinity, which is more than any number', () => {
    expect(arena.kernels.largest(arena.float32(EDGES).at, EDGES.length)).toBeNaN();
    const rest = EDGES.filter((value) => !Number.isNaN(value));
    expect(arena.kernels.largest(arena.float32(rest).at, rest.length)).toBe(Infinity);
    arena.check();
  });

  it('says whether there are numbers near 0, which 0 itself is not', () => {
    const tiny = (value: number): number => {
      const values = new Array<number>(64).fill(1);
      values[2] = value;
      return arena.kernels.has_tiny(arena.float32(values).at, values.length);
    };
    for (const value of [1e-45, -1e-40, 2 ** -101, -(2 ** -126)]) expect(tiny(value)).toBe(1);
    for (const value of [0, -0, 2 ** -100, -1, 3e38, Infinity, NaN]) expect(tiny(value)).toBe(0);
    arena.check();
  });
});
