/** Largest and smallest elements, and their places. */
import * as compute from '../../../backend/compute.ts';
import { TorchError } from '../../../backend/error.ts';
import { type Shape, wrapDimension } from '../../../backend/layout.ts';
import { full, itemOf, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { noBool } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth } from '../../scalar.ts';
import { div, mul } from '../pointwise/arithmetic.ts';
import { elementwise } from '../pointwise/binary.ts';
import { clone, toDType } from '../creation/conversion.ts';
import { gather, scatterAdd } from '../indexing/gather.ts';
import { eq, ne, where } from '../pointwise/selection.ts';
import { reducedDimensions, reducedShape, spread, sumDims } from './sums.ts';
import { flatten, reshape, squeezeDim, unsqueeze } from '../shape/views.ts';

function checkNotEmpty(name: string, self: Tensor): void {
  if (self.numel > 0) return;
  throw new TorchError(
    name.startsWith('arg') ? 'IndexError' : 'RuntimeError',
    `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  );
}

/** @throws TorchError in PyTorch's words where there is no element to choose from */
function checkChoice(name: string, self: Tensor, dims: Shape | null): void {
  if (dims === null || dims.length === 0) return checkNotEmpty(name, self);
  const none = reducedDimensions(self, dims).find((d) => self.shape[d] === 0);
  if (none === undefined) return;
  throw new TorchError(
    'IndexError',
    `${name === 'aminmax' ? name : `${name}()`}: Expected reduction dim ${none} to have non-zero size.`,
  );
}

/** The gradient of an extreme value goes to all elements that have it, in equal parts. */
function shared(grad: Tensor, self: Tensor, result: Tensor, dims: readonly number[]): Tensor {
  const isExtreme = toDType(eq(self, spread(result, self.shape, dims)), grad.dtype);
  const counts = spread(sumDims(isExtreme, dims), self.shape, dims);
  return mul(spread(grad, self.shape, dims), div(isExtreme, counts));
}

/** The gradient of one element of the whole tensor, in equal parts to all that equal it; of NaN to all that are NaN. */
export function evenlyShared(grad: Tensor, self: Tensor, result: Tensor): Tensor {
  const isNaN = Number.isNaN(itemOf(result));
  const chosen = toDType(isNaN ? ne(self, self) : eq(self, result), grad.dtype);
  return mul(grad, div(chosen, sumDims(chosen, null)));
}

/** The extreme element of the whole tensor. */
function overAll(name: 'max' | 'min', doc: string): void {
  operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor) => {
      checkNotEmpty(name, self);
      return new Tensor(compute.reduce(name, self, reducedDimensions(self, null), self.dtype), []);
    },
    gradient: (grad, node): Gradients => {
      return [evenlyShared(grad, node.savedTensor(0), node.savedTensor(1))];
    },
    saves: ['self', 'result'],
    node: name === 'max' ? 'MaxBackward1' : 'MinBackward1',
    doc,
  });
}

/** The extreme elements along one dimension, and their indices. */
function along(name: 'max' | 'min'): (self: Tensor, dim: number, keepdim: boolean) => Tensor[] {
  const kernel = name === 'max' ? 'argmax' : 'argmin';
  return operation(
    `${name}.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`,
    {
      forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
        checkExtent(name, self, dim);
        const indices = argument(kernel, self, wrapDimension(dim, self.rank), true);
        if (self.rank === 0) return [clone(self), indices];
        const values = gather(self, dim, indices);
        return keepdim ? [values, indices] : [squeezeDim(values, dim), squeezeDim(indices, dim)];
      },
      gradient: (grad, node): Gradients => {
        const { shape } = node.inputs[0] as Tensor;
        if (shape.length === 0) return [grad];
        const [, dim, keepdim] = node.args as [Tensor, number, boolean];
        const whole = (each: Tensor): Tensor => (keepdim ? each : unsqueeze(each, dim));
        return [scatterAdd(full(shape, 0, grad.dtype), dim, whole(node.savedTensor(0)), whole(grad))];
      },
      saves: ['result1'],
    },
  );
}

/** `torch.max(a, b)`, which is `torch.maximum`. */
function ofTwo(name: 'max' | 'min', chosen: (a: Tensor, b: Tensor) => Tensor): void {
  operation(`${name}.other(Tensor self, Tensor other) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, other: Tensor): Tensor => chosen(self, other),
  });
}

/** The extreme elements along several dimensions. */
function over(name: 'max' | 'min', doc: string): (self: Tensor, dims: Shape, keepdim: boolean) => Tensor {
  return operation(`a${name}(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: Shape, keepdim: boolean) => {
      checkChoice(`a${name}`, self, dim);
      const dims = reducedDimensions(self, dim);
      return new Tensor(
        compute.reduce(name, self, dims, self.dtype),
        reducedShape(self.shape, dims, keepdim),
      );
    },
    gradient: (grad, node): Gradients => {
      const self = node.savedTensor(0);
      return [shared(grad, self, node.savedTensor(1), reducedDimensions(self, node.args[1] as Shape))];
    },
    saves: ['self', 'result'],
    doc,
  });
}

/** Index of the extreme element along a dimension. */
function argument(kernel: 'argmax' | 'argmin', self: Tensor, dim: number, keepdim: boolean): Tensor {
  const dims = self.rank === 0 ? [] : [dim];
  const indices = compute.reduce(kernel, self, dims, 'int64');
  return new Tensor(indices, reducedShape(self.shape, dims, keepdim));
}

/** @throws TorchError when there is nothing along `dim` to choose from */
function checkExtent(name: string, self: Tensor, dim: number): void {
  if (self.shape[wrapDimension(dim, self.rank)] !== 0) return;
  throw new TorchError(
    'IndexError',
    `${name}(): Expected reduction dim ${wrapDimension(dim, self.rank)} to have non-zero size.`,
  );
}

function place(kernel: 'argmax' | 'argmin', doc: string): void {
  operation(`${kernel}(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: number | null, keepdim: boolean): Tensor => {
      if (dim !== null) checkExtent(kernel, self, dim);
      if (dim !== null) return argument(kernel, self, wrapDimension(dim, self.rank), keepdim);
      checkNotEmpty(kernel, self);
      const flat = flatten(self);
      return reshape(argument(kernel, flat, 0, false), keepdim ? self.shape.map(() => 1) : []);
    },
    dtypes: noBool(`${kernel}(): does not support bool input`),
    doc,
  });
}

/** Declares an element-wise choice between two tensors; equal elements share the gradient. */
function choice(kernel: 'maximum' | 'minimum', doc: string): (a: Tensor, b: Tensor) => Tensor {
  return operation(`${kernel}(Tensor self, Tensor other) -> Tensor`, {
    forward: (self: Tensor, other: Tensor): Tensor =>
      elementwise(kernel, self, other, typeOfBoth(self, other)),
    gradient: (grad, node): Gradients => {
      const [a, b] = [node.savedTensor(0), node.savedTensor(1)];
      const zero = full([], 0, grad.dtype);
      const half = mul(grad, full([], 0.5, grad.dtype));
      const [low, high] = kernel === 'maximum' ? [a, b] : [b, a];
      const tie = eq(a, b);
      // Where one is NaN neither loses.
      const forA = where(tie, half, where(less(low, high), zero, grad));
      return [forA, where(tie, half, where(less(high, low), zero, grad))];
    },
    saves: ['self', 'other'],
    doc,
  });
}

const less = (a: Tensor, b: Tensor): Tensor => elementwise('lt', a, b, typeOfBoth(a, b), 'bool');

export const maximum = choice('maximum', 'The larger of two elements.');
export const minimum = choice('minimum', 'The smaller of two elements.');

overAll(
  'max',
  'The largest element; with `dim` the largest ones along it and their indices; of two tensors the larger elements.',
);
const maxAlong = along('max');
ofTwo('max', maximum);
export const amax = over('max', 'The largest elements along the dimensions.');

overAll(
  'min',
  'The smallest element; with `dim` the smallest ones along it and their indices; of two tensors the smaller elements.',
);
const minAlong = along('min');
ofTwo('min', minimum);
export const amin = over('min', 'The smallest elements along the dimensions.');

place('argmax', 'The index of the largest element, of the flattened tensor or along `dim`.');
place('argmin', 'The index of the smallest element, of the flattened tensor or along `dim`.');

operation('aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)', {
  composite: true,
  node: 'Aminmax',
  forward: (self: Tensor, dim: number | null, keepdim: boolean): Tensor[] => {
    checkChoice('aminmax', self, dim === null ? null : [dim]);
    const source = dim === null ? reshape(self, [-1]) : self;
    const at = dim ?? 0;
    const both = [minAlong, maxAlong].map((along) => along(source, at, keepdim && dim !== null)[0] as Tensor);
    return dim === null && keepdim
      ? both.map((x) =>
          reshape(
            x,
            self.shape.map(() => 1),
          ),
        )
      : both;
  },
  doc: 'The smallest and the largest element, of all or along a dimension.',
});
