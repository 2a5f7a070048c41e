/** Division by a number: also what means are made of. */
import { floatingType } from '../../../backend/dtype.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { typeWithScalar, type Scalar } from '../../scalar.ts';
import { overwriteScalar, withScalar } from './binary.ts';

export const divScalar = operation('div.Scalar(Tensor self, Scalar other) -> Tensor', {
  forward: (self: Tensor, other: Scalar): Tensor =>
    withScalar('div', self, other, false, floatingType(typeWithScalar(self, other))),
  gradient: (grad, node): Tensor[] => [divScalar(grad, node.args[1] as Scalar)],
  secondBackward: 'raises',
  inPlace: true,
  into: (self, other) => overwriteScalar('div', self, other),
});
