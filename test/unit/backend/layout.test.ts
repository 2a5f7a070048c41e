import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DTYPES, isComplex, type DType } from '../../../src/training/backend/dtype.ts';
import { copyInto, fillInto, toContiguous } from '../../../src/training/backend/js/copy.ts';
import {
  broadcastShapes,
  contiguousStrides,
  inferShape,
  isContiguous,
  numel,
  viewStrides,
  wrapDimension,
} from '../../../src/training/backend/layout.ts';
import type { Operand } from '../../../src/training/backend/operand.ts';
import { bufferOf, elementsOf, filledShapes, operandOf, shapes } from './operands.ts';

const operands = fc
  .tuple(shapes, fc.constantFrom<DType>(...DTYPES.filter((dtype) => !isComplex(dtype))))
  .chain(([shape, dtype]) => operandOf(shape, dtype));

/** Another shape of as many elements: the factors of the sizes dealt out anew. */
const reshapes = filledShapes.chain((shape) =>
  fc.record({
    x: operandOf(shape, 'float64'),
    target: fc
      .shuffledSubarray([...shape], { minLength: shape.length })
      .chain((sizes) =>
        fc
          .integer({ min: 0, max: sizes.length })
          .map((cut) => [numel(sizes.slice(0, cut)), ...sizes.slice(cut)]),
      ),
  }),
);

describe('copies', () => {
  it('gather the elements in row-major order', () => {
    fc.assert(
      fc.property(operands, (x) => {
        expect(Array.from(toContiguous(x, 'float64'))).toEqual(elementsOf(x));
      }),
      { numRuns: 300 },
    );
  });

  it('convert: floats lose their fraction, all but 0 is true', () => {
    const x = { buffer: bufferOf([-1.5, 0, 0.25, 2.75], 'float32'), shape: [4], strides: [1], offset: 0 };
    expect(Array.from(toContiguous(x, 'int64'))).toEqual([-1, 0, 0, 2]);
    expect(Array.from(toContiguous(x, 'int32'))).toEqual([-1, 0, 0, 2]);
    expect(Array.from(toContiguous(x, 'bool'))).toEqual([1, 0, 1, 1]);
  });

  it('write through a view and leave the other elements of its buffer alone', () => {
    const both = shapes.chain((shape) => fc.tuple(operandOf(shape, 'float32'), operandOf(shape, 'int64')));
    fc.assert(
      fc.property(both, ([target, source]) => {
        const shown = shownPositions(target);
        fc.pre(new Set(shown).size === shown.length);
        const before = Array.from(target.buffer.read());
        copyInto(target, source);
        expect(elementsOf(target)).toEqual(elementsOf(source));
        const hidden = before.map((_, i) => i).filter((i) => !shown.includes(i));
        expect(hidden.map((i) => target.buffer.read()[i])).toEqual(hidden.map((i) => before[i]));
        fillInto(target, 7);
        expect(elementsOf(target)).toEqual(shown.map(() => 7));
      }),
      { numRuns: 300 },
    );
  });

  it('read an overlapping source before it is overwritten', () => {
    const buffer = bufferOf([1, 2, 3, 4], 'float32');
    const view = (offset: number): Operand => ({ buffer, shape: [3], strides: [1], offset });
    copyInto(view(1), view(0));
    expect(Array.from(buffer.read())).toEqual([1, 1, 2, 3]);
  });
});

function shownPositions(x: Operand): number[] {
  const positions = { ...x, buffer: bufferOf([...x.buffer.read().keys()], 'float64') };
  return elementsOf(positions);
}

describe('viewStrides', () => {
  it('shows the same elements in the same order under another shape', () => {
    fc.assert(
      fc.property(reshapes, ({ x, target }) => {
        const strides = viewStrides(x.shape, x.strides, target);
        fc.pre(strides !== null);
        expect(elementsOf({ ...x, shape: target, strides: strides ?? [] })).toEqual(elementsOf(x));
      }),
      { numRuns: 500 },
    );
  });

  it('always finds the way of a row-major tensor', () => {
    fc.assert(
      fc.property(reshapes, ({ x, target }) => {
        expect(viewStrides(x.shape, contiguousStrides(x.shape), target)).not.toBeNull();
      }),
    );
  });

  it('splits and merges within a transposed tensor, but not across', () => {
    expect(viewStrides([4, 6], [1, 4], [2, 2, 6])).toEqual([2, 1, 4]);
    expect(viewStrides([4, 6], [1, 4], [24])).toBeNull();
    expect(viewStrides([2, 3, 4], [1, 8, 2], [2, 12])).toEqual([1, 2]);
  });
});

describe('shapes', () => {
  it('knows what lies row-major', () => {
    fc.assert(
      fc.property(operands, ({ shape, strides, buffer }) => {
        const positions = shownPositions({ buffer, shape, strides, offset: 0 });
        expect(isContiguous(shape, strides)).toBe(positions.every((position, i) => position === i));
      }),
      { numRuns: 300 },
    );
  });

  it('broadcasts from the last dimension on, or says where it cannot', () => {
    expect(broadcastShapes([3, 1], [2, 1, 4])).toEqual([2, 3, 4]);
    expect(broadcastShapes([], [0, 2])).toEqual([0, 2]);
    expect(broadcastShapes([1], [0])).toEqual([0]);
    expect(() => broadcastShapes([2, 3], [2])).toThrow(
      'The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1',
    );
  });

  it('infers one unknown size', () => {
    expect(inferShape([2, -1], 6)).toEqual([2, 3]);
    expect(inferShape([0, 3], 0)).toEqual([0, 3]);
    expect(() => inferShape([-1, 4], 6)).toThrow("shape '[-1, 4]' is invalid for input of size 6");
    expect(() => inferShape([-1, -1], 6)).toThrow('only one dimension can be inferred');
    expect(() => inferShape([0, -1], 0)).toThrow('is ambiguous');
  });

  it('counts dimensions from the end', () => {
    expect([wrapDimension(-1, 3), wrapDimension(2, 3), wrapDimension(-1, 0)]).toEqual([2, 2, 0]);
    expect(() => wrapDimension(3, 3)).toThrow(
      'Dimension out of range (expected to be in range of [-3, 2], but got 3)',
    );
  });
});
