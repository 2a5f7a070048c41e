import { describe, expect, it } from 'vitest';
import { arenas, EDGES, numbers } from './arena.ts';

type Four = [number, number, number, number];

const COMPARISONS = {
  eq: (a: number, b: number) => a === b,
  ne: (a: number, b: number) => a !== b,
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
};
const NAMES = Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[];
const PAIRS = EDGES.flatMap((a) => EDGES.map((b) => [a, b] as const));

describe.each(await arenas())('comparisons and what they choose, %s', (_build, arena) => {
  it.each(NAMES)('%s of every length, edges too', (name) => {
    const f = (a: number, b: number) => Number(COMPARISONS[name](a, b));
    for (const n of [0, 1, 3, 4, 5, 7, 8, 9, 16, 23, PAIRS.length]) {
      const x = n === PAIRS.length ? PAIRS.map(([a]) => a) : numbers(n, 1).map((v) => Math.round(v * 3));
      const y = n === PAIRS.length ? PAIRS.map(([, b]) => b) : numbers(n, 2).map((v) => Math.round(v * 3));
      const { kernels } = arena;
      const [a, b, o] = [arena.float32(x), arena.float32(y), arena.take(Uint8Array, n)];
      kernels[name](a.at, b.at, o.at, n);
      expect([...o.values]).toEqual(x.map((value, at) => f(value, y[at]!)));
      kernels[`${name}_s`](a.at, 1, o.at, n);
      expect([...o.values]).toEqual(x.map((value) => f(value, 1)));
      const [c, d] = [arena.float64(x), arena.float64(y)];
      kernels[`${name}64`](c.at, d.at, o.at, n);
      expect([...o.values]).toEqual(x.map((value, at) => f(value, y[at]!)));
      kernels[`${name}64_s`](c.at, 1, o.at, n);
      expect([...o.values]).toEqual(x.map((value) => f(value, 1)));
      arena.check();
    }
  });

  it.each(['32', '64'] as const)('where and masked_fill of %s bits over any strides', (bits) => {
    const put = (values: number[]) => (bits === '32' ? arena.float32(values) : arena.float64(values));
    const shape: Four = [2, 3, 5, 7];
    const whole: Four = [105, 35, 7, 1];
    const strides: Four[] = [whole, [0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 1, 0], [105, 35, 1, 5]];
    const [mask, x, y] = [numbers(210, 1).map((v) => Number(v > 0)), numbers(210, 2), numbers(210, 3)];
    for (const s of strides)
      for (const t of strides)
        for (const u of strides) {
          const [c, a, b] = [arena.bool(mask), put(x), put(y)];
          const o = put(numbers(210, 4));
          const { kernels } = arena;
          const wanted = (value?: number) =>
            Array.from({ length: 210 }, (_, at) => {
              const index = [Math.floor(at / 105), Math.floor(at / 35) % 3, Math.floor(at / 7) % 5, at % 7];
              const place = (of: readonly number[]) => index.reduce((sum, i, dim) => sum + i * of[dim]!, 0);
              return mask[place(s)] ? (value ?? x[place(t)]!) : y[place(u)]!;
            });
          kernels[`where${bits}`](c.at, ...s, a.at, ...t, b.at, ...u, o.at, ...shape);
          expect([...o.values]).toEqual(wanted());
          kernels[`masked_fill${bits}`](b.at, ...u, c.at, ...s, -1.5, o.at, ...shape);
          expect([...o.values]).toEqual(wanted(-1.5));
          arena.check();
        }
  });

  it('dropout keeps NaN seen', () => {
    const values = [...numbers(20, 1), NaN, Infinity];
    const kept = values.map((_, at) => Number(at % 3 !== 0));
    const [x, mask, o] = [arena.float32(values), arena.bool(kept), arena.take(Float32Array, 22)];
    arena.kernels.dropout(x.at, mask.at, 2, o.at, 22);
    values.forEach((value, at) =>
      expect(o.values[at]).toEqual(Math.fround(value * 2 * kept[at]!) + 0 * value),
    );
    arena.check();
  });

  it('gather rows, and add to them', () => {
    for (const cols of [1, 4, 6, 33]) {
      const [table, places] = [numbers(5 * cols, 1), [4, 0, 4, 2]];
      const grads = numbers(4 * cols, 2);
      const [w, idx, g] = [arena.float32(table), arena.float64(places), arena.float32(grads)];
      const o = arena.take(Float32Array, 4 * cols);
      arena.kernels.gather_rows(w.at, idx.at, o.at, 4, cols);
      expect([...o.values]).toEqual(places.flatMap((row) => table.slice(row * cols, (row + 1) * cols)));
      arena.kernels.scatter_add_rows(g.at, idx.at, w.at, 4, cols);
      const wanted = [...table];
      places.forEach((row, i) => {
        for (let j = 0; j < cols; j++) wanted[row * cols + j]! += grads[i * cols + j]!;
      });
      w.values.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 5));
      arena.check();
    }
  });

  it('cumulative sums', () => {
    const values = numbers(2 * 7 * 3, 1);
    const [x, y] = [arena.float32(values), arena.float64(values)];
    const [o, p] = [arena.take(Float32Array, 42), arena.take(Float64Array, 42)];
    arena.kernels.cumsum(x.at, o.at, 2, 7, 3);
    arena.kernels.cumsum64(y.at, p.at, 2, 7, 3);
    const wanted = [...values];
    wanted.forEach((_, at) => {
      if (at % 21 >= 3) wanted[at]! += wanted[at - 3]!;
    });
    expect([...p.values]).toEqual(wanted);
    expect([...o.values]).toEqual(wanted.map(Math.fround));
    arena.check();
  });
});
