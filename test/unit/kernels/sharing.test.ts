import { describe, expect, it } from 'vitest';
import { Arena, arenas, numbers, type Slice } from './arena.ts';
import { callHelpers, haveLeft } from './helpers.ts';
import { area, convolutionSpec, windows, type Convolution } from './windows.ts';

type Compute = (arena: Arena) => readonly Slice<Float32Array | Float64Array>[];

/** One random stream for all: a large array is a slice of it from some place on. */
const STREAM = Float32Array.from(numbers(1 << 18));

function filled(arena: Arena, length: number, seed: number): Slice {
  const slice = arena.take(Float32Array, length);
  for (let i = 0; i < length; i++) slice.values[i] = STREAM[(i + 977 * seed) & (STREAM.length - 1)] as number;
  return slice;
}

function doubled(arena: Arena, length: number, seed: number): Slice<Float64Array> {
  const slice = arena.take(Float64Array, length);
  for (let i = 0; i < length; i++) slice.values[i] = STREAM[(i + 977 * seed) & (STREAM.length - 1)] as number;
  return slice;
}

interface Product {
  readonly sizes: readonly [batch: number, m: number, n: number, k: number];
  readonly layout?: 'nn' | 'nt' | 'tn' | 'tt';
  readonly double?: boolean;
}

const product =
  ({ sizes: [batch, m, n, k], layout = 'nn', double = false }: Product): Compute =>
  (arena) => {
    const make = double ? doubled : filled;
    const [a, b, c] = [
      make(arena, batch * m * k, 1),
      make(arena, batch * k * n, 2),
      make(arena, batch * m * n, 3),
    ];
    const [aR, aC] = layout.startsWith('t') ? [1, m] : [k, 1];
    const [bR, bC] = layout.endsWith('t') ? [1, k] : [n, 1];
    const name = double ? 'gemm64' : 'gemm';
    const scratch = arena.scratch(arena.kernels[`${name}_scratch`](m, n, k));
    // prettier-ignore
    arena.kernels[name](batch, m, n, k, a.at, m * k, aR, aC, b.at, k * n, bR, bC, c.at, m * n, n, 1, scratch);
    return [c];
  };

const convolution =
  (problem: Convolution): Compute =>
  (arena) => {
    const { n, c, o, groups } = problem;
    const spec = arena.int32(convolutionSpec(problem)).at;
    const filters = (o * c * area(problem.kernel)) / groups;
    const [x, y] = [
      filled(arena, n * c * area(problem.size), 1),
      filled(arena, n * o * area(problem.out), 2),
    ];
    const [w, bias] = [filled(arena, filters, 3), filled(arena, o, 4)];
    const { kernels } = arena;
    const scratch = arena.scratch(kernels.conv_scratch(spec));
    const dw = arena.take(Float32Array, filters);
    const dx = arena.take(Float32Array, x.values.length);
    kernels.conv_dw(spec, x.at, y.at, dw.at, scratch);
    kernels.conv_dx(spec, y.at, w.at, dx.at, scratch);
    kernels.conv_forward(spec, x.at, w.at, bias.at, y.at, scratch);
    return [y, dw, dx];
  };

const made = (
  n: number,
  c: number,
  o: number,
  shape: ReturnType<typeof windows>,
  groups = 1,
): Convolution => ({
  ...shape,
  n,
  c,
  o,
  groups,
});

const elements =
  (name: 'exp' | 'relu' | 'gelu', length: number): Compute =>
  (arena) => {
    const [x, o] = [filled(arena, length, 1), arena.take(Float32Array, length)];
    arena.kernels[name](x.at, o.at, length);
    return [o];
  };

const CASES: Readonly<Record<string, Compute>> = {
  'a product': product({ sizes: [1, 130, 203, 300] }),
  'a product of a transposed right side': product({ sizes: [1, 257, 130, 70], layout: 'nt' }),
  'a product of a transposed left side': product({ sizes: [1, 129, 1100, 30], layout: 'tn' }),
  'a product of both transposed': product({ sizes: [1, 131, 131, 131], layout: 'tt' }),
  'a product of few rows': product({ sizes: [1, 11, 1100, 270] }),
  'a product of few columns': product({ sizes: [1, 1000, 10, 300], layout: 'nt' }),
  'a product whose right side stays': product({ sizes: [1, 6, 1024, 300] }),
  'a product of float64': product({ sizes: [1, 100, 121, 300], layout: 'nt', double: true }),
  'many products': product({ sizes: [70, 33, 35, 32], layout: 'nt' }),
  'few large products': product({ sizes: [2, 130, 70, 300] }),
  'LeNet, first': convolution(made(32, 1, 6, windows([1, 28, 28], [1, 5, 5], { padding: [0, 2, 2] }))),
  'LeNet, second': convolution(made(32, 6, 16, windows([1, 14, 14], [1, 5, 5]))),
  'a convolution of three positions': convolution(made(64, 3, 8, windows([1, 1, 900], [1, 1, 1]))),
  'a convolution with groups': convolution(
    made(9, 8, 12, windows([1, 20, 21], [1, 3, 3], { padding: [0, 1, 1] }), 4),
  ),
  'a convolution of more positions than a block': convolution(made(3, 29, 20, windows([1, 9, 9], [1, 3, 3]))),
  'a convolution of many positions, and one': convolution(made(3, 257, 20, windows([1, 12, 13], [1, 1, 1]))),
  relu: elements('relu', 140_003),
  exp: elements('exp', 40_003),
  gelu: elements('gelu', 65_536),
};

const bytesOf = (slices: ReturnType<Compute>): string[] =>
  slices.map(({ values }) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('latin1'),
  );

function results(arena: Arena): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, compute] of Object.entries(CASES)) {
    all.set(name, bytesOf(compute(arena)));
    arena.check();
  }
  return all;
}

describe.for(await arenas())('helpers of the build %s', ([, { module }]) => {
  const alone = results(new Arena(module));

  describe.for([1, 3])('%i of them', (count) => {
    const arena = new Arena(module);
    const helped = callHelpers(arena, count).then((workers) => {
      const rounds = [results(arena), results(arena)];
      arena.kernels.dismiss_helpers();
      return { rounds, left: haveLeft(workers) };
    });

    it.for(Object.keys(CASES))('make nothing else of %s', async (name) => {
      for (const round of (await helped).rounds) expect(round.get(name)).toEqual(alone.get(name));
    });

    it('leave when they are dismissed', async () => {
      await (
        await helped
      ).left;
      expect(arena.kernels.helpers_ready()).toBe(0);
      expect(arena.kernels.helpers_arrived()).toBe(count);
    });
  });
});
