/** Products whose terms are below float32's normal numbers: raised, computed, and lowered again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import type { Operand } from '../../../src/training/backend/operand.ts';
import { connectHeap, heapState } from '../../../src/training/backend/wasm/heap.ts';
import { matmul } from '../../../src/training/backend/wasm/products.ts';
import { heapModules } from './heap-modules.ts';

const SIZE = 64;

/** A square matrix, or its transpose. */
function matrix(values: (i: number) => number, strides: readonly [number, number]): Operand {
  const elements = Float32Array.from({ length: SIZE * SIZE }, (_, i) => values(i));
  const buffer = new Buffer('float32', elements.length, elements);
  return { buffer, offset: 0, shape: [1, SIZE, SIZE], strides: [0, ...strides] };
}

/** The elements of the product; what was taken for it is given back. */
function productOf(a: Operand, b: Operand): number[] {
  const result = matmul(a, b);
  const elements = [...result.read()];
  for (const buffer of [result, a.buffer, b.buffer]) buffer.release();
  expect(heapState().used).toBe(0);
  return elements;
}

describe.each(heapModules)('a product of tiny numbers, $name', ({ compile }) => {
  beforeAll(async () => {
    connectHeap(await compile());
  }, 120_000);
  afterAll(() => {
    connectHeap(null);
  });

  it('loses no term, whichever side they are on and however they lie', () => {
    for (const strides of [
      [SIZE, 1],
      [1, SIZE],
    ] as const) {
      const tiny = (): Operand => matrix(() => 2 ** -140, strides);
      const small = (): Operand => matrix(() => 2 ** -12, [SIZE, 1]);
      expect(new Set(productOf(tiny(), small()))).toEqual(new Set([2 ** -146]));
      expect(new Set(productOf(small(), tiny()))).toEqual(new Set([2 ** -146]));
    }
  });

  it('is right where both sides are tiny, and where only some numbers are', () => {
    const both = productOf(
      matrix(() => 2 ** -110, [SIZE, 1]),
      matrix(() => 2 ** -30, [SIZE, 1]),
    );
    expect(new Set(both)).toEqual(new Set([2 ** -134]));
    const mixed = productOf(
      matrix((i) => (i % 2 === 0 ? 2 ** -130 : 0.5), [SIZE, 1]),
      matrix((i) => (i < SIZE ? 3 : 1), [SIZE, 1]),
    );
    expect(new Set(mixed)).toEqual(new Set([16]));
  });

  it('lets large numbers, infinities and NaN be what they are', () => {
    for (const [large, wanted] of [
      [1e38, Math.fround(1e38) / 2],
      [Infinity, Infinity],
      [NaN, NaN],
    ] as const) {
      const a = matrix((i) => (i % SIZE === 0 ? 2 ** -140 : i % SIZE === 1 ? 0.5 : 0), [SIZE, 1]);
      const b = matrix((i) => (i >= SIZE && i < 2 * SIZE ? large : 0), [SIZE, 1]);
      expect(new Set(productOf(a, b))).toEqual(new Set([wanted]));
    }
  });
});
