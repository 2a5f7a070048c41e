import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matmul } from '../../../src/training/backend/js/matmul.ts';
import { reduce, scan } from '../../../src/training/backend/js/reduce.ts';
import type { ReduceKernel, ScanKernel } from '../../../src/training/backend/kernels.ts';
import type { Shape } from '../../../src/training/backend/layout.ts';
import type { Operand } from '../../../src/training/backend/operand.ts';
import { bufferOf, elementAt, filledShapes, indicesOf, operandOf } from './operands.ts';

const plain: Readonly<Record<ReduceKernel, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((a, b) => a + b, 0),
  prod: (values) => values.reduce((a, b) => a * b, 1),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  argmax: (values) => values.indexOf(Math.max(...values)),
  argmin: (values) => values.indexOf(Math.min(...values)),
  any: (values) => Number(values.some((value) => value !== 0)),
  all: (values) => Number(values.every((value) => value !== 0)),
};

const running: Readonly<Record<ScanKernel, (values: readonly number[]) => number>> = {
  cumsum: plain.sum,
  cumprod: plain.prod,
};

const reduceKernels = fc.constantFrom(...(Object.keys(plain) as ReduceKernel[]));
const scanKernels = fc.constantFrom(...(Object.keys(running) as ScanKernel[]));
const same = (value: number): number => value + 0;

/** The values over which the result at `kept` reduces, in row-major order of the reduced dimensions. */
function valuesAt(x: Operand, dims: Shape, kept: readonly number[]): number[] {
  const inside = indicesOf(dims.map((d) => x.shape[d] as number));
  return inside.map((inner) => {
    let outer = 0;
    const index = x.shape.map((_, d) => {
      const position = dims.indexOf(d);
      return position >= 0 ? (inner[position] as number) : (kept[outer++] as number);
    });
    return elementAt(x, index);
  });
}

const reductions = filledShapes.chain((shape) =>
  fc.record({
    x: operandOf(shape, 'float64'),
    dims: fc.subarray(shape.map((_, d) => d)),
    kernel: reduceKernels,
  }),
);

describe('reductions', () => {
  it('reduce any dimensions of any layout', () => {
    fc.assert(
      fc.property(reductions, ({ x, dims, kernel }) => {
        const kept = x.shape.filter((_, d) => !dims.includes(d));
        const expected = indicesOf(kept).map((index) => plain[kernel](valuesAt(x, dims, index)));
        expect(Array.from(reduce(kernel, x, dims, 'float64'), same)).toEqual(expected.map(same));
      }),
      { numRuns: 500 },
    );
  });

  it('sum nothing to 0 and multiply nothing to 1', () => {
    const empty = { buffer: bufferOf([], 'float32'), shape: [2, 0], strides: [0, 1], offset: 0 };
    expect(Array.from(reduce('sum', empty, [1], 'float32'))).toEqual([0, 0]);
    expect(Array.from(reduce('prod', empty, [1], 'float32'))).toEqual([1, 1]);
    expect(Array.from(reduce('sum', empty, [0], 'float32'))).toEqual([]);
    expect(Array.from(reduce('all', empty, [0, 1], 'bool'))).toEqual([1]);
  });

  it('let NaN win over every number', () => {
    const x = { buffer: bufferOf([3, NaN, 5, NaN], 'float32'), shape: [4], strides: [1], offset: 0 };
    expect(Array.from(reduce('max', x, [0], 'float32'))).toEqual([NaN]);
    expect(Array.from(reduce('min', x, [0], 'float32'))).toEqual([NaN]);
    expect(Array.from(reduce('argmax', x, [0], 'int64'))).toEqual([1]);
  });

  it('add float32 numbers without losing the small ones', () => {
    const x = { buffer: bufferOf([2 ** 24, 1, 1, 1, 1], 'float32'), shape: [5], strides: [1], offset: 0 };
    expect(Array.from(reduce('sum', x, [0], 'float32'))).toEqual([2 ** 24 + 4]);
  });
});

describe('scans', () => {
  const scans = filledShapes
    .filter((shape) => shape.length > 0)
    .chain((shape) =>
      fc.record({
        x: operandOf(shape, 'float64'),
        dim: fc.integer({ min: 0, max: shape.length - 1 }),
        kernel: scanKernels,
      }),
    );

  it('run along any dimension of any layout', () => {
    fc.assert(
      fc.property(scans, ({ x, dim, kernel }) => {
        const expected = indicesOf(x.shape).map((index) => {
          const upTo = Array.from({ length: (index[dim] as number) + 1 }, (_, i) =>
            elementAt(x, index.with(dim, i)),
          );
          return running[kernel](upTo);
        });
        expect(Array.from(scan(kernel, x, dim, 'float64'), same)).toEqual(expected.map(same));
      }),
      { numRuns: 300 },
    );
  });
});

describe('matmul', () => {
  const size = fc.integer({ min: 0, max: 4 });
  const products = fc
    .tuple(fc.integer({ min: 1, max: 3 }), size, size, size)
    .chain(([batch, n, k, m]) =>
      fc.record({ a: operandOf([batch, n, k], 'float32'), b: operandOf([batch, k, m], 'float32') }),
    );

  it('multiplies batches of matrices of any layout', () => {
    fc.assert(
      fc.property(products, ({ a, b }) => {
        const [batch = 0, n = 0, k = 0] = a.shape;
        const expected = indicesOf([batch, n, b.shape[2] as number]).map(([p = 0, i = 0, j = 0]) =>
          plain.sum(Array.from({ length: k }, (_, l) => elementAt(a, [p, i, l]) * elementAt(b, [p, l, j]))),
        );
        expect(Array.from(matmul(a, b, 'float32'), same)).toEqual(expected.map(same));
      }),
      { numRuns: 300 },
    );
  });
});
