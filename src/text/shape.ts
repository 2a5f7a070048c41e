/** Shapes as Python writes them. */

/** `(32, 2)`, `(32,)`, `()` */
export function shapeText(shape: readonly number[]): string {
  return tupleText(shape.map(String));
}

export function tupleText(parts: readonly string[]): string {
  return parts.length === 1 ? `(${String(parts[0])},)` : `(${parts.join(', ')})`;
}

/** How many elements a tensor of this shape has. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
