/** Walks over the elements of strided operands. */
import type { Shape } from '../layout.ts';

interface Strided {
  readonly strides: Shape;
  readonly offset: number;
}

/** Called once per row with the row's length, and for each operand its first index and its step. */
export type RowVisitor = (
  size: number,
  starts: readonly [number, ...number[]],
  steps: readonly [number, ...number[]],
) => void;

/**
 * Visits the elements of operands that share `shape` in row-major order, in rows that are as long as they can be:
 * dimensions of size 1 are left out and those that follow each other in every operand are taken together.
 */
export function forEachRow(
  shape: Shape,
  operands: readonly [Strided, ...Strided[]],
  visit: RowVisitor,
): void {
  for (const extent of shape) if (extent === 0) return;
  const sizes: number[] = [];
  const strides: number[][] = operands.map(() => []);
  for (let d = 0; d < shape.length; d++) addDimension(shape[d] as number, d, operands, sizes, strides);
  const inner = sizes.length - 1;
  const starts = operands.map((operand) => operand.offset) as [number, ...number[]];
  const steps = strides.map((own) => own[inner] ?? 0) as [number, ...number[]];
  const size = sizes[inner] ?? 1;
  const index = new Array<number>(Math.max(inner, 0)).fill(0);
  do visit(size, starts, steps);
  while (advance(index, sizes, strides, starts));
}

/** Appends a dimension, or widens the last one when all operands go on there where it ends. */
function addDimension(
  size: number,
  d: number,
  operands: readonly Strided[],
  sizes: number[],
  strides: number[][],
): void {
  if (size === 1) return;
  const last = sizes.length - 1;
  const goesOn =
    last >= 0 && operands.every(({ strides: own }, k) => strides[k]?.[last] === (own[d] as number) * size);
  if (goesOn) sizes[last] = (sizes[last] as number) * size;
  else sizes.push(size);
  const at = goesOn ? last : last + 1;
  for (let k = 0; k < operands.length; k++) (strides[k] as number[])[at] = operands[k]?.strides[d] as number;
}

/** Moves to the next row. @returns false after the last one */
function advance(
  index: number[],
  sizes: readonly number[],
  strides: readonly number[][],
  starts: [number, ...number[]],
): boolean {
  for (let d = index.length - 1; d >= 0; d--) {
    const extent = sizes[d] as number;
    const next = (index[d] as number) + 1;
    const wraps = next === extent;
    index[d] = wraps ? 0 : next;
    for (let k = 0; k < strides.length; k++) {
      const stride = strides[k]?.[d] ?? 0;
      starts[k] = (starts[k] as number) + (wraps ? -stride * (extent - 1) : stride);
    }
    if (!wraps) return true;
  }
  return false;
}
