import { describe, expect, it } from 'vitest';
import { arenas, numbers } from './arena.ts';
import { area, eachWindow, poolSpec, windows, type Windows } from './windows.ts';

const CASES: Record<string, Windows> = {
  'quarters of even images': windows([1, 8, 24], [1, 2, 2], { stride: [1, 2, 2] }),
  'quarters of odd images': windows([1, 7, 21], [1, 2, 2], { stride: [1, 2, 2] }),
  overlapping: windows([1, 9, 8], [1, 3, 3], { stride: [1, 2, 2], padding: [0, 1, 1] }),
  'in one dimension': windows([1, 1, 30], [1, 1, 4], { stride: [1, 1, 3], padding: [0, 0, 2] }),
  'in three dimensions': windows([4, 5, 6], [2, 2, 3], { stride: [2, 1, 2], padding: [1, 0, 1] }),
  'of whole images': windows([1, 5, 7], [1, 5, 7]),
  'with a last window beyond the image': {
    ...windows([1, 5, 5], [1, 2, 2]),
    stride: [1, 2, 2],
    out: [1, 3, 3],
  },
};
const DILATED = windows([1, 9, 9], [1, 3, 2], { dilation: [1, 2, 3], padding: [0, 1, 1] });
const PLANES = 3;

describe.each(await arenas())('pools, %s', (_build, arena) => {
  it.each(Object.entries({ ...CASES, dilated: DILATED }))('maximum, %s', (_name, pool) => {
    const input = numbers(PLANES * area(pool.size), 1).map((value) => Math.round(value * 5));
    input[3] = NaN;
    input[area(pool.size) + 1] = -Infinity;
    const grads = numbers(PLANES * area(pool.out), 2);
    const [x, dy] = [arena.float32(input), arena.float32(grads)];
    const y = arena.take(Float32Array, grads.length);
    const idx = arena.take(Int32Array, grads.length);
    const dx = arena.take(Float32Array, input.length);
    const spec = arena.int32(poolSpec(PLANES, pool)).at;
    arena.kernels.maxpool(spec, x.at, y.at, idx.at);
    arena.kernels.maxpool_backward(spec, dy.at, idx.at, dx.at);
    const back = new Float32Array(input.length);
    eachWindow(pool, (output, inputs) => {
      for (let plane = 0; plane < PLANES; plane++) {
        const [from, at] = [plane * area(pool.size), plane * area(pool.out) + output];
        const values = inputs.map(([place]) => input[from + place]!);
        const best = values.some(Number.isNaN)
          ? values.findLastIndex(Number.isNaN)
          : values.indexOf(Math.max(...values));
        expect([at, y.values[at], idx.values[at]]).toEqual([at, values[best], inputs[best]![0]]);
        back[from + inputs[best]![0]]! += grads[at]!;
      }
    });
    dx.values.forEach((value, at) => expect(value).toBeCloseTo(back[at]!, 5));
    arena.check();
  });

  it.each(Object.entries(CASES))('mean, %s', (_name, pool) => {
    const input = numbers(PLANES * area(pool.size), 1);
    const grads = numbers(PLANES * area(pool.out), 2);
    for (const div of [0, -1, 3]) {
      const [x, dy] = [arena.float32(input), arena.float32(grads)];
      const [y, dx] = [arena.take(Float32Array, grads.length), arena.take(Float32Array, input.length)];
      const spec = arena.int32(poolSpec(PLANES, pool)).at;
      arena.kernels.avgpool(spec, x.at, y.at, div);
      arena.kernels.avgpool_backward(spec, dy.at, dx.at, div);
      const back = new Float64Array(input.length);
      // What lies in the padding counts, what lies beyond it does not.
      const padded: Windows = {
        ...pool,
        size: pool.size.map((n, dim) => n + 2 * pool.padding[dim]!) as unknown as Windows['size'],
        padding: [0, 0, 0],
      };
      const sizes: number[] = [];
      eachWindow(padded, (_output, inputs) => sizes.push(inputs.length));
      eachWindow(pool, (output, inputs) => {
        const by = div > 0 ? div : div === 0 ? sizes[output]! : inputs.length;
        for (let plane = 0; plane < PLANES; plane++) {
          const [from, at] = [plane * area(pool.size), plane * area(pool.out) + output];
          const total = inputs.reduce((sum, [place]) => sum + input[from + place]!, 0);
          expect(y.values[at]).toBeCloseTo(total / by, 5);
          for (const [place] of inputs) back[from + place]! += grads[at]! / by;
        }
      });
      dx.values.forEach((value, at) => expect(value).toBeCloseTo(back[at]!, 5));
      arena.check();
    }
  });
});
