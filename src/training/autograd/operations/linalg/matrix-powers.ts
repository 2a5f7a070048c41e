/** Powers of square matrices. */
import { fillInto } from '../../../backend/compute.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { diagonal } from './diagonals.ts';
import { inv } from './inverses.ts';
import { checkSquare } from './matrices.ts';
import { matmul } from './products.ts';

/** Depends on nothing, and yet has a place on the tape. */
const unitLike = operation('_unit_like(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const result = full(self.shape, 0, self.dtype);
    fillInto(diagonal(result, 0, -2, -1), 1);
    return result;
  },
  gradient: (grad): Gradients => [full(grad.shape, 0, grad.dtype)],
  node: 'CopyBackwards',
  variants: 'internal',
});

/** By squaring. */
function power(self: Tensor, n: number): Tensor {
  if (n === 1) return self;
  const half = power(self, Math.floor(n / 2));
  const even = matmul(half, half);
  return n % 2 === 0 ? even : matmul(even, self);
}

function powerOf(self: Tensor, n: number): Tensor {
  checkSquare('linalg.matrix_power', self, null, n < 0);
  if (n === 0) return unitLike(self);
  return n < 0 ? power(inv(self), -n) : power(self, n);
}

for (const [name, namespace] of [
  ['matrix_power', 'torch'],
  ['linalg_matrix_power', 'linalg'],
] as const) {
  operation(`${name}(Tensor self, int n) -> Tensor`, {
    composite: true,
    forward: powerOf,
    namespace,
    doc: 'Square matrices multiplied with themselves n times; negative powers are those of the inverse.',
  });
}
