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

/** Visits the rows (last dimension) of operands that share `shape`, in row-major order. */
export function forEachRow(
  shape: Shape,
  operands: readonly [Strided, ...Strided[]],
  visit: RowVisitor,
): void {
  const rank = shape.length;
  const starts = operands.map((operand) => operand.offset) as [number, ...number[]];
  const steps = operands.map((operand) => operand.strides[rank - 1] ?? 0) as [number, ...number[]];
  const size = rank === 0 ? 1 : (shape[rank - 1] as number);
  for (const extent of shape) if (extent === 0) return;
  const index = new Array<number>(Math.max(rank - 1, 0)).fill(0);
  for (;;) {
    visit(size, starts, steps);
    let d = rank - 2;
    for (; d >= 0; d--) {
      const extent = shape[d] as number;
      const next = (index[d] as number) + 1;
      const wraps = next === extent;
      index[d] = wraps ? 0 : next;
      for (let k = 0; k < operands.length; k++) {
        const stride = operands[k]?.strides[d] ?? 0;
        starts[k] = (starts[k] as number) + (wraps ? -stride * (extent - 1) : stride);
      }
      if (!wraps) break;
    }
    if (d < 0) return;
  }
}
