/** Who is told of operations that spread their operands over each other. */
import { numel, type Shape } from '../backend/layout.ts';

/** @param result larger than either operand */
export type SpreadListener = (a: Shape, b: Shape, result: Shape) => void;

let listener: SpreadListener | null = null;

/** Tells `next` from now on; null: nobody. */
export function tellOfSpreads(next: SpreadListener | null): void {
  listener = next;
}

/** An operation has broadcast `a` and `b`, whose shapes differ, to `result`. */
export function broadcastTo(a: Shape, b: Shape, result: Shape): void {
  if (listener === null) return;
  const count = numel(result);
  if (count > numel(a) && count > numel(b)) listener(a, b, result);
}
