/** Operands of any shape and layout for the kernels' tests, and the plainest way to read them. */
import fc from 'fast-check';
import { Buffer } from '../../../src/training/backend/buffer.ts';
import { newElements, type DType } from '../../../src/training/backend/dtype.ts';
import { contiguousStrides, numel, type Shape } from '../../../src/training/backend/layout.ts';
import type { Operand } from '../../../src/training/backend/operand.ts';

export const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
export const filledShapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** Values that float32 holds exactly, some equal to each other, zeros of either sign among them. */
const wholes = fc.integer({ min: -6, max: 6 });
const halves = wholes.map((value) => value / 2);

export function valueOf(dtype: DType): fc.Arbitrary<number> {
  if (dtype === 'bool') return fc.integer({ min: 0, max: 1 });
  if (dtype === 'uint8') return fc.integer({ min: 0, max: 12 });
  return dtype.startsWith('float') ? halves : wholes;
}

/**
 * An operand of `shape` over a buffer that holds more than it shows: its dimensions permuted in memory, with gaps, some
 * of size 1 or expanded with stride 0, after an offset.
 */
export function operandOf(shape: Shape, dtype: DType): fc.Arbitrary<Operand> {
  return layoutOf(shape).chain(({ strides, offset, length }) =>
    fc
      .array(valueOf(dtype), { minLength: length, maxLength: length })
      .map((values) => ({ buffer: bufferOf(values, dtype), shape, strides, offset })),
  );
}

interface Layout {
  readonly strides: Shape;
  readonly offset: number;
  readonly length: number;
}

function layoutOf(shape: Shape): fc.Arbitrary<Layout> {
  return fc
    .record({
      kind: fc.constantFrom('row-major', 'any' as const),
      order: fc.shuffledSubarray(
        shape.map((_, d) => d),
        { minLength: shape.length },
      ),
      gaps: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: shape.length, maxLength: shape.length }),
      expanded: fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }),
      offset: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ kind, order, gaps, expanded, offset }) => {
      if (kind === 'row-major')
        return { strides: contiguousStrides(shape), offset, length: offset + numel(shape) };
      const strides = shape.map(() => 0);
      let step = 1;
      for (const d of order) {
        if (expanded[d] === true) continue;
        step *= gaps[d] as number;
        strides[d] = step;
        step *= Math.max(shape[d] as number, 1);
      }
      return { strides, offset, length: offset + step };
    });
}

export function bufferOf(values: readonly number[], dtype: DType): Buffer {
  const elements = newElements(dtype, values.length);
  elements.set(values);
  return new Buffer(dtype, values.length, elements);
}

/** All indices of a shape in row-major order. */
export function indicesOf(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (found, size) => found.flatMap((index) => Array.from({ length: size }, (_, i) => [...index, i])),
    [[]],
  );
}

/** The element at an index; dimensions of size 1 repeat, missing leading ones are ignored. */
export function elementAt(x: Operand, index: readonly number[]): number {
  const lead = index.length - x.shape.length;
  let at = x.offset;
  x.shape.forEach(
    (size, d) => (at += (size === 1 ? 0 : (index[d + lead] as number)) * (x.strides[d] as number)),
  );
  return x.buffer.read()[at] as number;
}

/** The elements in row-major order. */
export const elementsOf = (x: Operand): number[] => indicesOf(x.shape).map((index) => elementAt(x, index));
