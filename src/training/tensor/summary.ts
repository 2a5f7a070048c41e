/** Which elements of a large tensor are printed. */
import type { Operand } from '../backend/operand.ts';

/** What is printed of an element; a bigint where a double is too short. */
export type Printed = number | bigint;

/** All elements of the tensor's buffer as they are printed. */
export const printedElements = (x: Operand): ArrayLike<Printed> => x.buffer.wide ?? x.buffer.read();

/** Which of a dimension's indices are shown: all, or some at either end with a gap between them. */
export interface Shown {
  readonly leading: readonly number[];
  readonly trailing: readonly number[];
  readonly hasGap: boolean;
}

/** @param edgeItems elements at either end of a longer dimension; null shows all */
export function shownIndices(size: number, edgeItems: number | null): Shown {
  const all = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  if (edgeItems === null || size <= 2 * edgeItems)
    return { leading: all(0, size), trailing: [], hasGap: false };
  return { leading: all(0, edgeItems), trailing: all(size - edgeItems, size), hasGap: true };
}

/** The elements that are shown, in row-major order: they alone decide the width. */
export function shownElements(x: Operand, edgeItems: number | null): Printed[] {
  const elements = printedElements(x);
  const found: Printed[] = [];
  const visit = (dim: number, at: number): void => {
    const size = x.shape[dim];
    if (size === undefined) {
      found.push(elements[at] as Printed);
      return;
    }
    const { leading, trailing } = shownIndices(size, edgeItems);
    for (const i of [...leading, ...trailing]) visit(dim + 1, at + i * (x.strides[dim] as number));
  };
  visit(0, x.offset);
  return found;
}

/** `(0, 3)`, as Python prints the tuple. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
