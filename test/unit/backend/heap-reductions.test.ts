/** Sums in the heap, over any dimensions and of both floating dtypes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { contiguousStrides } from '../../../src/training/backend/layout.ts';
import { connectHeap } from '../../../src/training/backend/wasm/heap.ts';
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
});
