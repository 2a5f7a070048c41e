import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newElements, type DType } from '../../../src/training/backend/dtype.ts';
import { binary, binaryScalar, unary } from '../../../src/training/backend/js/elementwise.ts';
import { BINARY, UNARY } from '../../../src/training/backend/js/pointwise.ts';
import type { BinaryKernel, UnaryKernel } from '../../../src/training/backend/kernels.ts';
import { broadcastShapes, type Shape } from '../../../src/training/backend/layout.ts';
import { elementAt, elementsOf, filledShapes, indicesOf, operandOf, shapes } from './operands.ts';

const DTYPES: readonly DType[] = ['float32', 'float64', 'int64', 'int32'];
const dtypes = fc.constantFrom(...DTYPES);
const binaryKernels = fc.constantFrom(...(Object.keys(BINARY) as BinaryKernel[]));
const unaryKernels = fc.constantFrom(...(Object.keys(UNARY) as UnaryKernel[]));

const flags = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

/** A shape that broadcasts to the given one: some sizes set to 1, some left out in front. */
const partOf = (shape: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(flags, fc.integer({ min: 0, max: 4 }))
    .map(([ones, left]) => shape.map((size, d) => (ones[d] === true ? 1 : size)).slice(left));

/** Two shapes that broadcast. */
const broadcastable = filledShapes.chain((shape) => fc.tuple(partOf(shape), partOf(shape)));

const pairs = fc
  .tuple(broadcastable, dtypes)
  .chain(([[a, b], dtype]) =>
    fc.record({ a: operandOf(a, dtype), b: operandOf(b, dtype), dtype: fc.constant(dtype) }),
  );

const stored = (values: readonly number[], dtype: DType): number[] => {
  const elements = newElements(dtype, values.length);
  elements.set(values);
  return Array.from(elements);
};

describe('binary kernels', () => {
  it('compute every element of the broadcast, wherever the operands lie in memory', () => {
    fc.assert(
      fc.property(pairs, binaryKernels, ({ a, b, dtype }, kernel) => {
        const shape = broadcastShapes(a.shape, b.shape);
        const expected = indicesOf(shape).map((index) =>
          BINARY[kernel](elementAt(a, index), elementAt(b, index)),
        );
        expect(Array.from(binary(kernel, a, b, shape, dtype))).toEqual(stored(expected, dtype));
      }),
      { numRuns: 500 },
    );
  });

  it('write into an operand that is given as the target', () => {
    const whole = filledShapes.chain((shape) =>
      fc.tuple(operandOf(shape, 'float32'), operandOf(shape, 'float32')),
    );
    fc.assert(
      fc.property(whole, binaryKernels, ([a, b], kernel) => {
        const target = Float32Array.from(elementsOf(a));
        const expected = stored(
          indicesOf(a.shape).map((index) => BINARY[kernel](elementAt(a, index), elementAt(b, index))),
          'float32',
        );
        expect(Array.from(binary(kernel, a, b, a.shape, 'float32', target))).toEqual(expected);
        expect(Array.from(target)).toEqual(expected);
      }),
    );
  });

  it('take a number on either side', () => {
    const operands = fc.tuple(shapes, dtypes).chain(([shape, dtype]) => operandOf(shape, dtype));
    fc.assert(
      fc.property(
        operands,
        fc.constantFrom(-2, 0, 0.5, 2),
        fc.boolean(),
        binaryKernels,
        (x, scalar, reversed, kernel) => {
          const f = BINARY[kernel];
          const expected = elementsOf(x).map((value) => (reversed ? f(scalar, value) : f(value, scalar)));
          expect(Array.from(binaryScalar(kernel, x, scalar, reversed, 'float64'))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('unary kernels', () => {
  it('compute every element, wherever the operand lies in memory', () => {
    const operands = fc.tuple(shapes, dtypes).chain(([shape, dtype]) => operandOf(shape, dtype));
    fc.assert(
      fc.property(operands, unaryKernels, (x, kernel) => {
        expect(Array.from(unary(kernel, x, 'float64'))).toEqual(elementsOf(x).map(UNARY[kernel]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('scalar functions', () => {
  const close = (actual: number, expected: number): void => {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(expected)));
  };

  it('round halves to even and keep the sign of zero', () => {
    const rounded = [-2.5, -1.5, -0.5, -0.2, 0.5, 1.5, 2.5, 0.49999999999999994].map(UNARY.round);
    expect(rounded).toEqual([-2, -2, -0, -0, 0, 2, 2, 0]);
  });

  it('give the error function and the gamma functions of known arguments', () => {
    close(UNARY.erf(0.5), 0.5204998778130465);
    close(UNARY.erf(-3), -0.9999779095030015);
    close(UNARY.lgamma(0.5), Math.log(Math.PI) / 2);
    close(UNARY.lgamma(11), Math.log(3628800));
    close(UNARY.digamma(1), -0.5772156649015329);
    close(BINARY.polygamma(1, 1), Math.PI ** 2 / 6);
    close(BINARY.polygamma(1, 2), -2.4041138063191885);
    close(BINARY.polygamma(0.5, 1), Math.PI ** 2 / 2);
  });

  it("divide and take remainders as Python does, and powers as C's pow does", () => {
    expect([BINARY.remainder(-7, 3), BINARY.remainder(7, -3), BINARY.fmod(-7, 3)]).toEqual([2, -2, -1]);
    expect([BINARY.floorDivide(-7, 2), BINARY.truncDivide(-7, 2)]).toEqual([-4, -3]);
    expect([BINARY.pow(1, NaN), BINARY.pow(-1, Infinity), BINARY.pow(NaN, 0)]).toEqual([1, 1, 1]);
    expect(UNARY.relu(NaN)).toBeNaN();
    expect([BINARY.maximum(1, NaN), BINARY.minimum(NaN, 1)]).toEqual([NaN, NaN]);
  });
});
