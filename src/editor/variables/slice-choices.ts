/** The slices of a tensor with more than two dimensions, chosen one dimension after the other. */

import { indexOfSlice, sliceAt } from './tensor-table.ts';

export interface SliceChoice {
  /** `[3, :, :, :]` */
  readonly label: string;
  /** Indices of the first dimensions, as far as they are chosen with it. */
  readonly index: readonly number[];
}

/** Dimensions of which an index is to be chosen: those before the last two that have more than one. */
export function chosenDimensions(shape: readonly number[]): readonly number[] {
  return shape.slice(0, -2).flatMap((size, dimension) => (size > 1 ? [dimension] : []));
}

/**
 * What can be chosen next.
 * @param index what is chosen already, from the first dimension on
 * @param known how many slices the table has
 */
export function choicesAfter(
  shape: readonly number[],
  index: readonly number[],
  known: number,
): readonly SliceChoice[] {
  const begun = withOnly(shape, index);
  const size = isWhole(shape, begun) ? 0 : (shape[begun.length] ?? 0);
  const next = Array.from({ length: size }, (_, at) => withOnly(shape, [...begun, at]));
  return (isWhole(shape, begun) ? [begun] : next)
    .filter((whole) => (numberOf(shape, whole) ?? known) < known)
    .map((whole) => ({ label: labelOf(shape, whole), index: whole }));
}

/** The choice that was typed as an index, `3, 0`; undefined: it is none, or of no slice of the table. */
export function typedChoice(shape: readonly number[], text: string, known: number): SliceChoice | undefined {
  const slice = sliceAt(shape, text);
  if (slice === null || slice >= known) return undefined;
  const index = indexOfSlice(shape, slice);
  return { label: labelOf(shape, index), index };
}

/** The number of the slice that begins with an index; undefined: it has none. */
export function numberOf(shape: readonly number[], index: readonly number[]): number | undefined {
  const whole = shape.slice(0, -2).map((_, dimension) => index[dimension] ?? 0);
  return sliceAt(shape, whole.join(',')) ?? undefined;
}

/** Whether nothing is left to choose. */
export function isWhole(shape: readonly number[], index: readonly number[]): boolean {
  return index.length >= shape.length - 2;
}

/** Dimensions of size 1 have nothing to choose. */
function withOnly(shape: readonly number[], index: readonly number[]): readonly number[] {
  const further = [...index];
  while (further.length < shape.length - 2 && shape[further.length] === 1) further.push(0);
  return further;
}

function labelOf(shape: readonly number[], index: readonly number[]): string {
  return `[${shape.map((_, dimension) => index[dimension] ?? ':').join(', ')}]`;
}
