/** Windows of a tensor along a dimension, as a view in which they overlap. */
import { runtimeError } from '../../../backend/error.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';
import { indexAddTo } from '../indexing/index-select.ts';
import { permute, reshape } from './views.ts';

/** How often a window begins within `length` elements. @throws TorchError when none fits, or `step` is none */
function windowCount(length: number, dim: number, size: number, step: number): number {
  if (size < 0) throw runtimeError(`size is ${size} but must be >= 0`);
  if (size > length) {
    throw runtimeError(`maximum size for tensor at dimension ${dim} is ${length} but size is ${size}`);
  }
  if (step <= 0) throw runtimeError(`step is ${step} but must be > 0`);
  return Math.floor((length - size) / step) + 1;
}

/** Adds the gradient of each window's elements where they come from: its last dimension goes back to `dim`. */
function addedBack(grad: Tensor, sizes: readonly number[], dim: number, size: number, step: number): Tensor {
  const count = grad.shape[dim] as number;
  const order = grad.shape.map((_, d) => d).slice(0, -1);
  order.splice(dim + 1, 0, grad.rank - 1);
  const merged = reshape(permute(grad, order), sizes.with(dim, count * size));
  const places = Float64Array.from(
    { length: count * size },
    (_, i) => Math.floor(i / size) * step + (i % size),
  );
  return indexAddTo(merged, sizes, dim, fromElements(places, 'int64', [count * size]));
}

operation('unfold.dimension(Tensor self, int dimension, int size, int step) -> Tensor(a)', {
  forward: (self: Tensor, dimension: number, size: number, step: number): Tensor => {
    const dim = wrapDimension(dimension, self.rank);
    const count = windowCount(self.shape[dim] ?? 1, dim, size, step);
    if (self.rank === 0) return view(self, [size], [1], self.offset);
    const stride = self.strides[dim] as number;
    return view(
      self,
      [...self.shape.with(dim, count), size],
      [...self.strides.with(dim, stride * step), stride],
      self.offset,
    );
  },
  gradient: (grad, node): Gradients => {
    const [, dimension, size, step] = node.args as [Tensor, number, number, number];
    const sizes = (node.inputs[0] as Tensor).shape;
    if (sizes.length === 0) return [size === 0 ? full([], 0, grad.dtype) : reshape(grad, [])];
    return [addedBack(grad, sizes, wrapDimension(dimension, sizes.length), size, step)];
  },
  variants: 'method',
  doc: 'The windows of `size` elements along a dimension, one every `step`, as a view: their elements come last.',
});
