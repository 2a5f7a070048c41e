/** Views: other shapes over the same elements. */
import { runtimeError } from '../../../backend/error.ts';
import { inferShape, numel, viewStrides, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';
import { clone } from '../creation/conversion.ts';

const viewAs = operation('_view(Tensor self, int[] size) -> Tensor(a)', {
  forward: (self: Tensor, size: Shape) => {
    const strides = viewStrides(self.shape, self.strides, size);
    if (strides === null) {
      throw runtimeError(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      );
    }
    return view(self, size, strides, self.offset);
  },
  gradient: (grad, node): Gradients => [reshape(grad, (node.inputs[0] as Tensor).shape)],
  node: 'View',
  variants: 'internal',
});

export const viewSizes = operation('view(Tensor self, int[] size) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, size: Shape): Tensor => viewAs(self, inferShape(size, self.numel)),
  variants: 'method',
  doc: 'A view of the same elements in another shape; one size may be -1.',
});

export const reshape = operation('reshape(Tensor self, int[] shape) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, shape: Shape): Tensor => {
    const target = inferShape(shape, self.numel);
    return viewAs(viewStrides(self.shape, self.strides, target) === null ? clone(self) : self, target);
  },
  doc: 'The same elements in another shape, as a view where that is possible; one size may be -1.',
});

/** What `compute` makes of `self` along a dimension, where a single element counts as a vector of one. */
export function asVector(self: Tensor, compute: (self: Tensor) => Tensor[]): Tensor[] {
  if (self.rank > 0) return compute(self);
  return compute(reshape(self, [1])).map((result) => reshape(result, []));
}

/** Like {@link reshape}, of a result that nobody else sees: PyTorch shows another name. */
export const unsafeView = operation('_unsafe_view(Tensor self, int[] size) -> Tensor', {
  composite: true,
  node: 'UnsafeView',
  forward: (self: Tensor, size: Shape): Tensor => viewAs(self, size),
  variants: 'internal',
});

export const permute = operation('permute(Tensor self, int[] dims) -> Tensor(a)', {
  forward: (self: Tensor, dims: Shape) => {
    if (dims.length !== self.rank) {
      throw runtimeError(
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${self.rank} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const order = dims.map((d) => wrapDimension(d, self.rank));
    if (new Set(order).size !== order.length)
      throw runtimeError('permute(): duplicate dims are not allowed.');
    return view(
      self,
      order.map((d) => self.shape[d] as number),
      order.map((d) => self.strides[d] as number),
      self.offset,
    );
  },
  gradient: (grad, node): Gradients => {
    const dims = (node.args[1] as Shape).map((d) => wrapDimension(d, grad.rank));
    return [
      permute(
        grad,
        dims.map((_, d) => dims.indexOf(d)),
      ),
    ];
  },
  doc: 'A view with the dimensions in the order `dims`.',
});

export const transpose = operation('transpose.int(Tensor self, int dim0, int dim1) -> Tensor(a)', {
  aliases: ['swapaxes', 'swapdims'],
  forward: (self: Tensor, dim0: number, dim1: number) => {
    const [a, b] = [wrapDimension(dim0, self.rank), wrapDimension(dim1, self.rank)];
    if (self.rank === 0) return view(self, [], [], self.offset);
    const swapped = (values: Shape): number[] =>
      values.map((value, d) => (d === a ? values[b] : d === b ? values[a] : value) as number);
    return view(self, swapped(self.shape), swapped(self.strides), self.offset);
  },
  gradient: (grad, node): Gradients => [transpose(grad, node.args[1] as number, node.args[2] as number)],
  doc: 'A view with two dimensions swapped.',
});

export const t = operation('t(Tensor self) -> Tensor(a)', {
  forward: (self: Tensor) => {
    if (self.rank > 2) {
      throw runtimeError(`t() expects a tensor with <= 2 dimensions, but self is ${self.rank}D`);
    }
    return view(self, [...self.shape].reverse(), [...self.strides].reverse(), self.offset);
  },
  gradient: (grad): Gradients => [t(grad)],
  node: 'T',
  doc: 'A matrix transposed, as a view; a vector stays as it is.',
});

/** `Tensor.T`: all dimensions reversed. */
export const numpyT = operation('numpy_T(Tensor self) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor): Tensor =>
    permute(
      self,
      self.shape.map((_, d) => self.rank - 1 - d),
    ),
  variants: 'internal',
});

operation('squeeze(Tensor self) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor): Tensor =>
    withoutDimensions(
      self,
      self.shape.map((_, d) => d),
    ),
  doc: 'A view without the dimensions of size 1.',
});

export const squeezeDim = operation('squeeze.dim(Tensor self, int dim) -> Tensor(a)', {
  composite: true,
  node: 'SqueezeBackward1',
  forward: (self: Tensor, dim: number): Tensor => withoutDimensions(self, [wrapDimension(dim, self.rank)]),
});

operation('squeeze.dims(Tensor self, int[] dim) -> Tensor(a)', {
  composite: true,
  node: 'SqueezeBackward2',
  forward: (self: Tensor, dims: Shape): Tensor =>
    withoutDimensions(
      self,
      dims.map((d) => wrapDimension(d, self.rank)),
    ),
});

const squeezed = operation('_squeeze(Tensor self, int[] dims) -> Tensor(a)', {
  forward: (self: Tensor, dims: Shape) => {
    const kept = self.shape.map((_, d) => d).filter((d) => !dims.includes(d));
    return view(
      self,
      kept.map((d) => self.shape[d] as number),
      kept.map((d) => self.strides[d] as number),
      self.offset,
    );
  },
  gradient: (grad, node): Gradients => [reshape(grad, (node.inputs[0] as Tensor).shape)],
  node: 'Squeeze',
  variants: 'internal',
});

const withoutDimensions = (self: Tensor, dims: Shape): Tensor =>
  squeezed(
    self,
    dims.filter((d) => self.shape[d] === 1),
  );

export const unsqueeze = operation('unsqueeze(Tensor self, int dim) -> Tensor(a)', {
  forward: (self: Tensor, dim: number) => {
    const at = wrapDimension(dim, self.rank + 1);
    const stride = at < self.rank ? (self.shape[at] as number) * (self.strides[at] as number) : 1;
    return view(self, self.shape.toSpliced(at, 0, 1), self.strides.toSpliced(at, 0, stride), self.offset);
  },
  gradient: (grad, node): Gradients => [squeezed(grad, [wrapDimension(node.args[1] as number, grad.rank)])],
  doc: 'A view with a new dimension of size 1 before `dim`.',
});

export const flatten = operation(
  'flatten.using_ints(Tensor self, int start_dim=0, int end_dim=-1) -> Tensor(a)',
  {
    composite: true,
    forward: (self: Tensor, start: number, end: number): Tensor => {
      if (self.rank === 0) return reshape(self, [1]);
      const [from, to] = [wrapDimension(start, self.rank), wrapDimension(end, self.rank)];
      if (from > to) throw runtimeError('flatten() has invalid args: start_dim cannot come after end_dim');
      const merged = numel(self.shape.slice(from, to + 1));
      return reshape(self, [...self.shape.slice(0, from), merged, ...self.shape.slice(to + 1)]);
    },
    doc: 'Merges the dimensions from `start_dim` to `end_dim` into one.',
  },
);
