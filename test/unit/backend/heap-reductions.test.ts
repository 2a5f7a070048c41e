/** Sums in the heap, over any dimensions and of both floating dtypes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { contiguousStrides } from '../../../src/training/backend/layout.ts';
import { connectHeap } from '../../../src/training/backend/wasm/heap.ts';
import { unary } from '../../../src/training/backend/wasm/elementwise.ts';
import { reduce } from '../../../src/training/backend/wasm/reductions.ts';
import { heapModules } from './heap-modules.ts';

const SHAPE = [2, 3, 4] as const;

describe.each(heapModules)('sums in the heap, $name', ({ compile }) => {
  beforeAll(async () => {
    connectHeap(await compile());
  }, 120_000);
  afterAll(() => {
    connectHeap(null);
  });

  it.each(['float32', 'float64'] as const)('go over any dimensions of %s', (dtype) => {
    const values = Array.from({ length: 24 }, (_, i) => i);
    for (const dims of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]) {
      const x = {
        buffer: new Buffer(dtype, 24, (dtype === 'float32' ? Float32Array : Float64Array).from(values)),
        ...{ offset: 0, shape: SHAPE, strides: contiguousStrides(SHAPE) },
      };
      const wanted = new Map<string, number>();
      values.forEach((value, i) => {
        const index = [Math.floor(i / 12), Math.floor(i / 4) % 3, i % 4];
        const kept = index.filter((_, d) => !dims.includes(d)).join();
        wanted.set(kept, (wanted.get(kept) ?? 0) + value);
      });
      expect([...reduce('sum', x, dims, dtype).read()]).toEqual([...wanted.values()]);
    }
  });

  it.each(['argmax', 'argmin'] as const)('%s of many rows leaves the kernels’ constants alone', (kernel) => {
    const shape = [2000, 2];
    for (const dim of [0, 1]) {
      const elements = Float32Array.from({ length: 4000 }, (_, i) => i % 7);
      const x = {
        ...{ buffer: new Buffer('float32', 4000, elements), offset: 0 },
        ...{ shape: dim === 0 ? shape.toReversed() : shape, strides: [dim === 0 ? 2000 : 2, 1] },
      };
      const places = reduce(kernel, x, [dim], 'int64').read();
      expect(places).toHaveLength(2000);
      const one = {
        buffer: new Buffer('float32', 1, Float32Array.of(1)),
        offset: 0,
        shape: [1],
        strides: [1],
      };
      expect(unary('exp', one, 'float32').read()[0]).toBe(Math.fround(Math.E));
    }
  });
});
