/** What a kernel reads of a tensor. */
import type { Buffer } from './buffer.ts';
import { isContiguous, numel, type Shape } from './layout.ts';

/** What a kernel reads: a buffer and the way through it. A tensor is one. */
export interface Operand {
  readonly buffer: Buffer;
  readonly shape: Shape;
  readonly strides: Shape;
  readonly offset: number;
}

/** Whether the operand is the whole of its buffer in row-major order, so that a kernel may read the array as it stands. */
export function isWhole(x: Operand): boolean {
  return x.offset === 0 && x.buffer.length === numel(x.shape) && isContiguous(x.shape, x.strides);
}
