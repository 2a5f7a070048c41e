/** Results that PyTorch computes, but not their gradients. */
import { runtimeError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { clone } from '../creation/conversion.ts';

/** The same elements; the way back through them raises a RuntimeError with the message. */
export const withoutWayBack = operation('_without_way_back(Tensor self, str message) -> Tensor', {
  forward: (self: Tensor, _message: string): Tensor => clone(self),
  gradient: (_grad, node): Gradients => {
    throw runtimeError(node.args[1] as string);
  },
  variants: 'internal',
});
