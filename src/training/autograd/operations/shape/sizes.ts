/** Checks of sizes that a caller gives. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';

/** The sizes of a new tensor. @throws TorchError for a negative one */
export function checkedSize(size: Shape): Shape {
  const negative = size.find((extent) => extent < 0);
  if (negative === undefined) return size;
  throw runtimeError(`Trying to create tensor with negative dimension ${negative}: [${size.join(', ')}]`);
}
