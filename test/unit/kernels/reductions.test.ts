import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Arena, type Slice } from './arena.ts';

const SHAPES: [number, number, number][] = [
  [1, 1, 1],
  [3, 5, 1],
  [2, 700, 1],
  [1, 37, 21],
  [1, 9, 600],
  [4, 17, 5],
  [2, 3, 8],
  [3, 0, 4],
];

type Floats = Slice<Float32Array | Float64Array>;

function put(arena: Arena, suffix: '' | '64', values: number[]): Floats {
  return suffix === '' ? arena.float32(values) : arena.float64(values);
}

function room(arena: Arena, suffix: '' | '64', length: number): Floats {
  return suffix === '' ? arena.take(Float32Array, length) : arena.take(Float64Array, length);
}

/** Columns of x[outer][n][inner] over n, in the order of the result. */
function columns(x: number[], [outer, n, inner]: [number, number, number]): number[][] {
  return Array.from({ length: outer * inner }, (_, at) => {
    const start = Math.floor(at / inner) * n * inner + (at % inner);
    return Array.from({ length: n }, (_, i) => x[start + i * inner]!);
  });
}

const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
const most = (suffix: '' | '64') => (suffix === '' ? 1e-6 : 1e-13);

describe.each(await arenas())('reductions, %s', (_build, arena) => {
  describe.each(['', '64'] as const)('of float%s', (suffix) => {
    it('sum any number of elements', () => {
      for (const n of [0, 1, 3, 4, 7, 64, 255, 256, 257, 1000, 5000]) {
        const values = numbers(n, n + 1).map((value) => value + 0.5);
        const x = put(arena, suffix, values);
        expect(Math.abs(arena.kernels[`sum${suffix}`](x.at, n) - total(values))).toBeLessThan(
          1e-5 * n + 1e-9,
        );
        arena.check();
      }
    });

    it('sum the middle dimension', () => {
      for (const shape of SHAPES) {
        const values = numbers(shape[0] * shape[1] * shape[2]);
        const x = put(arena, suffix, values);
        const o = room(arena, suffix, shape[0] * shape[2]);
        arena.kernels[`sum_mid${suffix}`](x.at, o.at, ...shape);
        columns(values, shape).forEach((column, at) =>
          expect(Math.abs(o.values[at]! - total(column))).toBeLessThan(most(suffix) * 16),
        );
        arena.check();
      }
    });

    it('sum what surrounds a dimension', () => {
      for (const [a, c, b] of SHAPES) {
        const values = numbers(a * c * b);
        const x = put(arena, suffix, values);
        const o = room(arena, suffix, c);
        arena.kernels[`sum_ends${suffix}`](
          x.at,
          o.at,
          a,
          c,
          b,
          arena.scratch(arena.kernels.sum_ends_scratch(c)),
        );
        for (let j = 0; j < c; j++) {
          const part = values.filter((_, at) => Math.floor(at / b) % c === j);
          expect(Math.abs(o.values[j]! - total(part))).toBeLessThan(most(suffix) * 32);
        }
        arena.check();
      }
    });

    it.each(['max', 'min'] as const)('find the %s and its first place', (name) => {
      for (const shape of SHAPES.filter(([, n]) => n > 0))
        for (const special of [[], [NaN, NaN], [Infinity], [-Infinity]]) {
          const values = numbers(shape[0] * shape[1] * shape[2]).map((value) => Math.round(value * 9));
          special.forEach((value, i) => (values[Math.floor((values.length * (i + 1)) / 3)] = value));
          const x = put(arena, suffix, values);
          const o = room(arena, suffix, shape[0] * shape[2]);
          const idx = arena.take(Float64Array, shape[0] * shape[2]);
          arena.kernels[`${name}_mid${suffix}`](x.at, o.at, idx.at, ...shape);
          const found = columns(values, shape).map((column) => {
            const best = column.some(Number.isNaN) ? NaN : Math[name](...column);
            return [best, column.findIndex((value) => Object.is(value, best) || value === best)];
          });
          expect([...o.values]).toEqual(found.map(([best]) => best));
          expect([...idx.values]).toEqual(found.map(([, at]) => at));
          arena.kernels[`${name}_mid${suffix}`](x.at, o.at, 0, ...shape);
          expect([...o.values]).toEqual(found.map(([best]) => best));
          arena.check();
        }
    });
  });

  it('sums a million equal numbers to the last digit', () => {
    const x = arena.float32(new Float32Array(1_000_000).fill(0.1));
    const exact = 1_000_000 * Math.fround(0.1);
    expect(Math.abs(arena.kernels.sum(x.at, 1_000_000) / exact - 1)).toBeLessThan(2e-7);
    arena.check();
  });
});
