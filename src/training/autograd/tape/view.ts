/** Views of tensors on the tape. */
import type { Shape } from '../../backend/layout.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** A view that the tape follows: in-place changes through it reach the history of the tensor it shows. */
export function view(self: Tensor, shape: Shape, strides: Shape, offset: number): Tensor {
  const result = self.alias(shape, strides, offset);
  result.base = (self.base ?? self).retain();
  result.nodeVersion = self.buffer.version;
  return result;
}
