import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';
import { area, convolutionSpec, eachProduct, windows, type Convolution, type Windows } from './windows.ts';

const made = (n: number, c: number, o: number, shape: Windows, groups = 1): Convolution => ({
  ...shape,
  n,
  c,
  o,
  groups,
});

const CASES: Record<string, Convolution> = {
  'of LeNet, first': made(3, 1, 6, windows([1, 28, 28], [1, 5, 5], { padding: [0, 2, 2] })),
  'of LeNet, second': made(2, 6, 16, windows([1, 14, 14], [1, 5, 5])),
  'of small images, many together': made(70, 5, 7, windows([1, 3, 3], [1, 3, 3], { padding: [0, 1, 1] })),
  'of few channels less than a vector': made(2, 3, 3, windows([1, 5, 7], [1, 2, 3])),
  'with one filter': made(2, 4, 1, windows([1, 6, 6], [1, 3, 3])),
  'of one position': made(2, 9, 13, windows([1, 6, 5], [1, 1, 1])),
  'with strides': made(2, 3, 8, windows([1, 17, 19], [1, 3, 3], { stride: [1, 2, 2], padding: [0, 1, 1] })),
  'with strides that skip pixels': made(2, 3, 4, windows([1, 13, 20], [1, 2, 2], { stride: [1, 3, 4] })),
  'with dilation': made(
    2,
    3,
    5,
    windows([1, 13, 12], [1, 3, 3], { dilation: [1, 2, 3], padding: [0, 2, 1] }),
  ),
  'with groups': made(2, 6, 9, windows([1, 8, 9], [1, 3, 3], { padding: [0, 1, 1] }), 3),
  'by channel': made(2, 5, 10, windows([1, 8, 7], [1, 3, 3], { padding: [0, 1, 1], stride: [1, 2, 1] }), 5),
  'of a sequence': made(3, 4, 6, windows([1, 1, 37], [1, 1, 5], { padding: [0, 0, 2] })),
  'of a long sequence': made(1, 1, 2, windows([1, 1, 1201], [1, 1, 3])),
  'of a volume': made(2, 2, 3, windows([4, 5, 6], [2, 3, 3], { padding: [1, 0, 1], stride: [2, 1, 1] })),
  'of more positions than a block': made(1, 40, 4, windows([1, 7, 7], [1, 3, 3], { padding: [0, 1, 1] })),
  'of more filters than a block': made(1, 2, 270, windows([1, 5, 5], [1, 3, 3])),
  'of an image wider than a block': made(1, 1, 3, windows([1, 3, 700], [1, 3, 3])),
};

/** Sums, and by what their rounding is measured. */
class Sums {
  readonly values: Float64Array;
  readonly #sizes: Float64Array;

  constructor(length: number) {
    this.values = new Float64Array(length);
    this.#sizes = new Float64Array(length).fill(1);
  }

  add(at: number, term: number): void {
    this.values[at]! += term;
    this.#sizes[at]! += Math.abs(term);
  }

  worst(got: Slice): number {
    return this.values.reduce(
      (worst, value, at) => Math.max(worst, Math.abs(value - got.values[at]!) / this.#sizes[at]!),
      0,
    );
  }
}

describe.each(await arenas())('convolutions, %s', (_build, arena) => {
  it.each(Object.keys(CASES))('%s: result and both gradients', (name) => {
    const convolution = CASES[name]!;
    const { n, c, o, groups, size, kernel, out } = convolution;
    const input = numbers(n * c * area(size), 1);
    const filters = numbers((o * c * area(kernel)) / groups, 2);
    const grads = numbers(n * o * area(out), 3);
    const offsets = numbers(o, 4);
    const [x, w, dy, bias] = [input, filters, grads, offsets].map((values) => arena.float32(values)) as [
      Slice,
      Slice,
      Slice,
      Slice,
    ];
    const spec = arena.int32(convolutionSpec(convolution)).at;
    const [y, dx, dw] = [
      arena.take(Float32Array, grads.length),
      arena.take(Float32Array, input.length),
      arena.take(Float32Array, filters.length),
    ];
    const scratch = arena.scratch(arena.kernels.conv_scratch(spec));
    arena.kernels.conv_forward(spec, x.at, w.at, bias.at, y.at, scratch);
    arena.kernels.conv_dx(spec, dy.at, w.at, dx.at, scratch);
    arena.kernels.conv_dw(spec, x.at, dy.at, dw.at, scratch);
    const sums = [new Sums(grads.length), new Sums(input.length), new Sums(filters.length)] as const;
    for (let at = 0; at < grads.length; at++) sums[0].add(at, offsets[Math.floor(at / area(out)) % o]!);
    eachProduct(convolution, (i, j, k) => {
      sums[0].add(k, input[i]! * filters[j]!);
      sums[1].add(i, grads[k]! * filters[j]!);
      sums[2].add(j, grads[k]! * input[i]!);
    });
    expect(sums[0].worst(y)).toBeLessThan(1e-6);
    expect(sums[1].worst(dx)).toBeLessThan(1e-6);
    expect(sums[2].worst(dw)).toBeLessThan(1e-6);
    arena.check();
  });

  it('does without a bias', () => {
    const convolution = made(1, 1, 1, windows([1, 3, 3], [1, 2, 2]));
    const x = arena.float32([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const w = arena.float32([1, 0, 0, 1]);
    const y = arena.take(Float32Array, 4);
    const spec = arena.int32(convolutionSpec(convolution)).at;
    const scratch = arena.scratch(arena.kernels.conv_scratch(spec));
    arena.kernels.conv_forward(spec, x.at, w.at, 0, y.at, scratch);
    expect([...y.values]).toEqual([6, 8, 12, 14]);
    arena.check();
  });
});
