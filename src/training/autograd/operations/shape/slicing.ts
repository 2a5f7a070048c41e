/** Views of a part: one index or a range along a dimension. */
import { copyInto } from '../../../backend/compute.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';

export const select = operation('select.int(Tensor self, int dim, int index) -> Tensor(a)', {
  forward: (self: Tensor, dim: number, index: number): Tensor => {
    if (self.rank === 0) throw new TorchError('IndexError', 'select() cannot be applied to a 0-dim tensor.');
    const at = wrapDimension(dim, self.rank);
    const size = self.shape[at] as number;
    if (index < -size || index >= size) {
      throw new TorchError(
        'IndexError',
        `index ${index} is out of bounds for dimension ${at} with size ${size}`,
      );
    }
    const offset = self.offset + (index < 0 ? index + size : index) * (self.strides[at] as number);
    return view(self, self.shape.toSpliced(at, 1), self.strides.toSpliced(at, 1), offset);
  },
  gradient: (grad, node): Gradients => {
    const [input, dim, index] = node.args as [Tensor, number, number];
    return [selectBackward(grad, input.shape, dim, index)];
  },
  part: (whole: Tensor, node: Node): Tensor => select(whole, node.args[1] as number, node.args[2] as number),
  doc: 'The view at `index` along `dim`, which is absent from it.',
});

/** Zeros of the input's sizes with the gradient where `select` looked. */
const selectBackward = operation(
  'select_backward(Tensor grad_output, int[] input_sizes, int dim, int index) -> Tensor',
  {
    forward: (grad: Tensor, sizes: Shape, dim: number, index: number) => {
      const whole = full(sizes, 0, grad.dtype);
      copyInto(select(whole, dim, index), grad);
      return whole;
    },
    gradient: (grad, node): Gradients => [select(grad, node.args[2] as number, node.args[3] as number)],
    variants: 'internal',
  },
);

export const slice = operation(
  'slice.Tensor(Tensor self, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor(a)',
  {
    forward: (self: Tensor, dim: number, start: number | null, end: number | null, step: number): Tensor => {
      if (self.rank === 0) throw runtimeError('slice() cannot be applied to a 0-dim tensor.');
      if (step <= 0) throw new TorchError('ValueError', 'step must be greater than zero');
      const at = wrapDimension(dim, self.rank);
      const size = self.shape[at] as number;
      const clamp = (index: number): number => Math.min(Math.max(index < 0 ? index + size : index, 0), size);
      const from = clamp(start ?? 0);
      const to = Math.max(clamp(end ?? size), from);
      const stride = self.strides[at] as number;
      const count = Math.ceil((to - from) / step);
      return view(
        self,
        self.shape.with(at, count),
        self.strides.with(at, stride * step),
        self.offset + from * stride,
      );
    },
    gradient: (grad, node): Gradients => {
      const [input, ...range] = node.args as [Tensor, number, number | null, number | null, number];
      return [sliceBackward(grad, input.shape, ...range)];
    },
    part: (whole: Tensor, node: Node): Tensor => {
      const [, ...range] = node.args as [Tensor, number, number | null, number | null, number];
      return slice(whole, ...range);
    },
    variants: 'internal',
  },
);

/** Zeros of the input's sizes with the gradient where `slice` looked. */
const sliceBackward = operation(
  'slice_backward(Tensor grad_output, int[] input_sizes, int dim, int? start, int? end, int step) -> Tensor',
  {
    forward: (
      grad: Tensor,
      sizes: Shape,
      dim: number,
      start: number | null,
      end: number | null,
      step: number,
    ) => {
      const whole = full(sizes, 0, grad.dtype);
      copyInto(slice(whole, dim, start, end, step), grad);
      return whole;
    },
    gradient: (grad, node): Gradients => {
      const [, , ...range] = node.args as [Tensor, Shape, number, number | null, number | null, number];
      return [slice(grad, ...range)];
    },
    variants: 'internal',
  },
);

export const detach = operation('detach(Tensor self) -> Tensor(a)', {
  forward: (self: Tensor) => self.alias(),
  doc: 'The same elements, off the tape.',
});
