/** Linear equations between tensors of any number of dimensions. */
import { runtimeError } from '../../../backend/error.ts';
import { numel, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { moveDimensions } from '../shape/rearranging.ts';
import { reshape } from '../shape/views.ts';
import { inv, solve } from './inverses.ts';

operation('linalg_tensorinv(Tensor self, int ind=2) -> Tensor', {
  composite: true,
  forward: (self: Tensor, count: number): Tensor => {
    if (count <= 0) throw runtimeError(`Expected a strictly positive integer for 'ind', but got ${count}`);
    const [first, last] = [self.shape.slice(0, count), self.shape.slice(count)];
    if (numel(first) !== numel(last)) {
      throw runtimeError(
        `Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got ${numel(last)} != ${numel(first)}`,
      );
    }
    return reshape(inv(reshape(self, [numel(last), -1])), [...last, ...first]);
  },
  namespace: 'linalg',
  doc: 'The inverse with respect to `tensordot` over the first `ind` dimensions.',
});

operation('linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, other: Tensor, dims: Shape | null): Tensor => {
    const moved = (dims ?? []).map((d) => wrapDimension(d, self.rank));
    const ends = moved.map((_, i) => self.rank - moved.length + i);
    const a = moved.length > 0 ? moveDimensions(self, moved, ends) : self;
    const sizes = a.shape.slice(other.rank);
    const matrix = reshape(a, [other.numel, numel(sizes)]);
    return reshape(solve(matrix, reshape(other, [-1])), sizes);
  },
  namespace: 'linalg',
  doc: 'The X for which `tensordot(A, X, X.ndim)` is `other`.',
});
