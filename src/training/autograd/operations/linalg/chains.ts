/** Products of several matrices, one after the other. */
import { runtimeError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { matmul } from './products.ts';

operation('chain_matmul(Tensor[] tensors) -> Tensor', {
  variadic: true,
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor =>
    tensors.reduce((product, matrix) => matmul(product, matrix)),
  variants: 'function',
  doc: 'The product of several matrices.',
});

/** @throws TorchError in PyTorch's words unless each can be multiplied with the next */
function checkChain(tensors: readonly Tensor[]): void {
  const last = tensors.length - 1;
  tensors.forEach(({ rank }, i) => {
    const isEnd = i === 0 || i === last;
    if (rank === 2 || (isEnd && rank === 1)) return;
    const place = i === 0 ? 'the first tensor' : i === last ? 'the last tensor' : `tensor ${i}`;
    throw runtimeError(`multi_dot(): ${place} must be ${isEnd ? '1D or 2D' : '2D'} but got ${rank}D`);
  });
  tensors.slice(1).forEach((next, i) => {
    const { shape } = tensors[i] as Tensor;
    if (shape.at(-1) === next.shape[0]) return;
    throw runtimeError(
      `multi_dot(): tensors ${i} and ${i + 1} with shapes [${shape.join(', ')}] and [${next.shape.join(', ')}] cannot be multiplied`,
    );
  });
}

operation('linalg_multi_dot(Tensor[] tensors) -> Tensor', {
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor => {
    if (tensors.length < 2)
      throw runtimeError('multi_dot(): expected at least 2 tensors but got ' + tensors.length);
    checkChain(tensors);
    return tensors.reduce((product, matrix) => matmul(product, matrix));
  },
  namespace: 'linalg',
  doc: 'The product of several matrices; the first and the last may be vectors.',
});
