import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Arena } from './arena.ts';

/** [batch, m, n, k]: single elements, odd ends, every height of a tile, more than one block of k, rows and columns. */
const SIZES = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13].map((m) => [1, m, 10, 5] as const),
  ...[[1, 1, 1, 1] as const, [2, 17, 8, 3] as const, [1, 130, 19, 300] as const, [1, 5, 1030, 4] as const],
  ...[[3, 1, 24, 40] as const, [2, 40, 1, 33] as const, [1, 2, 3, 2100] as const, [2, 33, 16, 0] as const],
  [1, 1, 83, 300] as const,
];
const LAYOUTS = ['nn', 'nt', 'tn', 'tt'] as const;

interface Problem {
  readonly sizes: readonly [number, number, number, number];
  readonly layout: (typeof LAYOUTS)[number];
  readonly accumulate: boolean;
  readonly repeated: boolean;
}

function strides(transposed: boolean, rows: number, columns: number): [number, number] {
  return transposed ? [1, rows + 1] : [columns + 2, 1];
}

/** The largest difference to sums in float64, by the size of what was summed. */
function worst(arena: Arena, name: 'gemm' | 'gemm64', problem: Problem): number {
  const [batch, m, n, k] = problem.sizes;
  const put = (values: number[]) => (name === 'gemm' ? arena.float32(values) : arena.float64(values));
  const [aR, aC] = strides(problem.layout.startsWith('t'), m, k);
  const [bR, bC] = strides(problem.layout.endsWith('t'), k, n);
  const aB = (m + 2) * (k + 2);
  const bB = problem.repeated ? 0 : (k + 2) * (n + 2);
  const a = put(numbers(batch * aB + 1));
  const b = put(numbers(batch * (k + 2) * (n + 2) + 1, 2));
  const cR = n + 3;
  const before = numbers(batch * m * cR, 3);
  const c = put(before);
  const scratch = arena.scratch(arena.kernels[`${name}_scratch`](m, n, k));
  const accumulate = Number(problem.accumulate);
  arena.kernels[name](
    batch,
    m,
    n,
    k,
    a.at,
    aB,
    aR,
    aC,
    b.at,
    bB,
    bR,
    bC,
    c.at,
    m * cR,
    cR,
    accumulate,
    scratch,
  );
  let error = 0;
  for (let p = 0; p < batch; p++)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < cR; j++) {
        const at = (p * m + i) * cR + j;
        let [sum, size] = [j >= n || problem.accumulate ? before[at]! : 0, 1];
        for (let l = 0; l < k && j < n; l++) {
          const term = a.values[p * aB + i * aR + l * aC]! * b.values[p * bB + l * bR + j * bC]!;
          sum += term;
          size += Math.abs(term);
        }
        error = Math.max(error, Math.abs(sum - c.values[at]!) / size);
      }
  arena.check();
  return error;
}

describe.each(await arenas())('matrix products, %s', (_build, arena) => {
  it.each(LAYOUTS)('compute every size of %s and leave what lies between the rows', (layout) => {
    for (const sizes of SIZES)
      for (const accumulate of [false, true])
        for (const repeated of [false, true]) {
          const problem = { sizes, layout, accumulate, repeated };
          expect([sizes, worst(arena, 'gemm', problem) < 1e-6]).toEqual([sizes, true]);
          expect([sizes, worst(arena, 'gemm64', problem) < 1e-15]).toEqual([sizes, true]);
        }
  });

  it('treats the rows of a batch that share the right side as one product', () => {
    const [x, w] = [numbers(2 * 5 * 7), numbers(7 * 3, 2)];
    const a = arena.float32(x);
    const b = arena.float32(w);
    const c = arena.take(Float32Array, 30);
    const scratch = arena.scratch(arena.kernels.gemm_scratch(5, 3, 7));
    arena.kernels.gemm(2, 5, 3, 7, a.at, 35, 7, 1, b.at, 0, 3, 1, c.at, 15, 3, 0, scratch);
    const wanted = Array.from({ length: 30 }, (_, at) => {
      let sum = 0;
      for (let l = 0; l < 7; l++) sum += x[Math.floor(at / 3) * 7 + l]! * w[l * 3 + (at % 3)]!;
      return sum;
    });
    c.values.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 5));
    arena.check();
  });

  it('lets NaN and infinity through', () => {
    const a = arena.float32([NaN, 1, Infinity, 1]);
    const b = arena.float32([1, 2, 3, 4]);
    const c = arena.take(Float32Array, 4);
    const scratch = arena.scratch(arena.kernels.gemm_scratch(2, 2, 2));
    arena.kernels.gemm(1, 2, 2, 2, a.at, 0, 2, 1, b.at, 0, 2, 1, c.at, 0, 2, 0, scratch);
    expect([...c.values]).toEqual([NaN, NaN, Infinity, Infinity]);
    arena.check();
  });
});
