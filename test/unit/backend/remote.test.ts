/** The kernels of TensorFlow.js that the engine uses compute what the `js` kernels do, for operands of any layout. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { connectBackends } from '../../../src/training/backend/choice.ts';
import * as elementwise from '../../../src/training/backend/js/elementwise.ts';
import { matmul } from '../../../src/training/backend/js/matmul.ts';
import { BINARY, UNARY } from '../../../src/training/backend/js/pointwise.ts';
import { reduce } from '../../../src/training/backend/js/reduce.ts';
import type { BinaryKernel, ReduceKernel, UnaryKernel } from '../../../src/training/backend/kernels.ts';
import { broadcastShapes, type Shape } from '../../../src/training/backend/layout.ts';
import type { Operand } from '../../../src/training/backend/operand.ts';
import * as remote from '../../../src/training/backend/remote.ts';
import { matmul as matmulOn } from '../../../src/training/backend/remote-products.ts';
import type { TfjsKernels } from '../../../src/training/backend/tfjs-kernels.ts';
import { filledShapes, operandOf } from './operands.ts';
import { hasNative, NATIVE_SKIPPED, nativeKernels, standInKernels } from './remote-kernels.ts';

const UNARIES = (Object.keys(UNARY) as UnaryKernel[]).filter(remote.hasUnary);
const BINARIES = (Object.keys(BINARY) as BinaryKernel[]).filter(remote.hasBinary);
const REDUCTIONS = (['sum', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'] as ReduceKernel[]).filter(
  remote.hasReduce,
);

/** float32 results may differ in their last digits; what is no number or infinite must be so in both. */
function expectSame(actual: Buffer, expected: ArrayLike<number>, about: string): void {
  const values = actual.read();
  expect(values).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [got, wanted] = [values[i] as number, expected[i] as number];
    if (Number.isFinite(wanted)) {
      expect(
        Math.abs(got - wanted),
        `${about}, element ${i}: ${got} instead of ${wanted}`,
      ).toBeLessThanOrEqual(2e-6 * Math.max(1, Math.abs(wanted)));
    } else expect(got, `${about}, element ${i}`).toBe(wanted);
  }
  actual.release();
}

const flags = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
const partOf = (shape: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(flags, fc.integer({ min: 0, max: 4 }))
    .map(([ones, left]) => shape.map((size, d) => (ones[d] === true ? 1 : size)).slice(left));
const pairs = filledShapes
  .chain((shape) => fc.tuple(partOf(shape), partOf(shape)))
  .chain(([a, b]) => fc.record({ a: operandOf(a, 'float32'), b: operandOf(b, 'float32') }));

const size = fc.integer({ min: 1, max: 5 });

/** A batch of matrices; transposed in memory when asked for, as a gradient of a product has it. */
const matrices = (batch: number, rows: number, columns: number): fc.Arbitrary<Operand> =>
  fc.boolean().chain((transposed) =>
    transposed
      ? operandOf([batch, columns, rows], 'float32').map((x) => ({
          ...x,
          shape: [batch, rows, columns],
          strides: [x.strides[0] as number, x.strides[2] as number, x.strides[1] as number],
        }))
      : operandOf([batch, rows, columns], 'float32'),
  );
const products = fc
  .tuple(fc.integer({ min: 1, max: 3 }), size, size, size)
  .chain(([batch, n, k, m]) => fc.record({ a: matrices(batch, n, k), b: matrices(batch, k, m) }));

const reductions = filledShapes
  .filter((shape) => shape.length > 0)
  .chain((shape) =>
    fc.record({
      x: operandOf(shape, 'float32'),
      dims: fc.subarray(
        shape.map((_, d) => d),
        { minLength: 1 },
      ),
    }),
  );

const backend = 'tensorflow';

/** @param reducesAny whether its reductions take other dimensions than the innermost, and add up as accurately as ours */
function compare(load: () => TfjsKernels | Promise<TfjsKernels>, reducesAny: boolean): void {
  beforeAll(async () => {
    const kernels = await load();
    connectBackends(() => kernels);
  });

  it.each(UNARIES)('%s', (kernel) => {
    fc.assert(
      fc.property(
        filledShapes.chain((shape) => operandOf(shape, 'float32')),
        (x) => expectSame(remote.unary(backend, kernel, x), elementwise.unary(kernel, x, 'float32'), kernel),
      ),
      { numRuns: 40 },
    );
  });

  it.each(BINARIES)('%s, broadcast', (kernel) => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const shape = broadcastShapes(a.shape, b.shape);
        const expected = elementwise.binary(kernel, a, b, shape, 'float32');
        expectSame(remote.binary(backend, kernel, a, b), expected, kernel);
      }),
      { numRuns: 60 },
    );
  });

  it.each(BINARIES)('%s with a number on either side', (kernel) => {
    const scalars = fc.constantFrom(0, -0, 1, -2.5, 1e-3);
    const operands = filledShapes.chain((shape) => operandOf(shape, 'float32'));
    fc.assert(
      fc.property(operands, scalars, fc.boolean(), (x, scalar, reversed) => {
        const expected = elementwise.binaryScalar(kernel, x, Math.fround(scalar), reversed, 'float32');
        expectSame(remote.binaryScalar(backend, kernel, x, scalar, reversed), expected, kernel);
      }),
      { numRuns: 40 },
    );
  });

  it('thresholdBackward lets nothing through where the result was 0, infinity neither', () => {
    const of = (...values: number[]): Operand => ({
      buffer: new Buffer('float32', values.length, Float32Array.from(values)),
      shape: [values.length],
      strides: [1],
      offset: 0,
    });
    const result = remote.thresholdBackward(backend, of(Infinity, 2, 3, 4), of(0, 0.5, NaN, 0));
    expectSame(result, [0, 2, 3, 0], 'thresholdBackward');
  });

  it.runIf(reducesAny).each(REDUCTIONS)('%s over any dimensions', (kernel) => {
    fc.assert(
      fc.property(reductions, ({ x, dims }) => {
        expectSame(remote.reduce(backend, kernel, x, dims), reduce(kernel, x, dims, 'float32'), kernel);
      }),
      { numRuns: 60 },
    );
  });

  it('matmul, also of transposed matrices', () => {
    fc.assert(
      fc.property(products, ({ a, b }) => {
        expectSame(matmulOn(backend, a, b), matmul(a, b, 'float32'), 'matmul');
      }),
      { numRuns: 200 },
    );
  });
}

describe('the tensorflow backend, on a stand-in, computes what the js kernels do:', () => {
  compare(standInKernels, false);
});

const native = hasNative();
const note = native ? '' : NATIVE_SKIPPED;
describe.skipIf(!native)(`the tensorflow backend computes what the js kernels do${note}:`, () => {
  compare(nativeKernels, true);
});
