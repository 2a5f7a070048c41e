/** Largest and smallest elements, their places, and order. */
import { Buffer } from '../../backend/buffer.ts';
import * as compute from '../../backend/compute.ts';
import { TorchError } from '../../backend/error.ts';
import { toContiguous } from '../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../backend/layout.ts';
import { full, Tensor } from '../../tensor/tensor.ts';
import type { Gradients } from '../node.ts';
import { operation } from '../operation.ts';
import { typeOfBoth, type Scalar } from '../scalar.ts';
import { div, mul } from './arithmetic.ts';
import { elementwise } from './binary.ts';
import { clone, toDType } from './conversion.ts';
import { gather, scatterAdd } from './indexing.ts';
import { eq, geScalar, gtScalar, leScalar, logicalAnd, ltScalar, where } from './selection.ts';
import { reducedDimensions, reducedShape, spread, sumDims } from './sums.ts';
import { flatten, reshape, squeezeDim, unsqueeze } from './views.ts';

function checkNotEmpty(name: string, self: Tensor): void {
  if (self.numel > 0) return;
  throw new TorchError(
    name.startsWith('arg') ? 'IndexError' : 'RuntimeError',
    `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  );
}

/** The gradient of an extreme value goes to all elements that have it, in equal parts. */
function shared(grad: Tensor, self: Tensor, result: Tensor, dims: readonly number[]): Tensor {
  const isExtreme = toDType(eq(self, spread(result, self.shape, dims)), grad.dtype);
  const counts = spread(sumDims(isExtreme, dims, false, null), self.shape, dims);
  return mul(spread(grad, self.shape, dims), div(isExtreme, counts));
}

interface ExtremeForms {
  readonly along: (self: Tensor, dim: number, keepdim: boolean) => Tensor[];
  readonly over: (self: Tensor, dims: Shape, keepdim: boolean) => Tensor;
}

/** Declares all forms of a maximum or minimum; returns those along one dimension and over several. */
function extreme(name: 'max' | 'min', doc: string): ExtremeForms {
  const kernel = name === 'max' ? 'argmax' : 'argmin';
  operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor) => {
      checkNotEmpty(name, self);
      return new Tensor(compute.reduce(name, self, reducedDimensions(self, null), self.dtype), []);
    },
    gradient: (grad, node): Gradients => {
      const self = node.savedTensor(0);
      return [shared(grad, self, node.savedTensor(1), reducedDimensions(self, null))];
    },
    saves: ['self', 'result'],
    node: name === 'max' ? 'MaxBackward1' : 'MinBackward1',
    doc,
  });
  const along = operation(
    `${name}.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`,
    {
      forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
        const indices = argument(kernel, self, wrapDimension(dim, self.rank), true);
        if (self.rank === 0) return [clone(self), indices];
        const values = gather(self, dim, indices);
        return keepdim ? [values, indices] : [squeezeDim(values, dim), squeezeDim(indices, dim)];
      },
      gradient: (grad, node): Gradients => {
        const self = node.savedTensor(0);
        if (self.rank === 0) return [grad];
        const [, dim, keepdim] = node.args as [Tensor, number, boolean];
        const indices = argument(kernel, self, wrapDimension(dim, self.rank), true);
        const zeros = full(self.shape, 0, grad.dtype);
        return [scatterAdd(zeros, dim, indices, keepdim ? grad : unsqueeze(grad, dim))];
      },
      saves: ['self'],
    },
  );
  operation(`${name}.other(Tensor self, Tensor other) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, other: Tensor): Tensor =>
      name === 'max' ? maximum(self, other) : minimum(self, other),
  });
  const over = operation(`a${name}(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: Shape, keepdim: boolean) => {
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
    doc: `The ${name === 'max' ? 'largest' : 'smallest'} elements along the dimensions.`,
  });
  return { along, over };
}

/** Index of the extreme element along a dimension. */
function argument(kernel: 'argmax' | 'argmin', self: Tensor, dim: number, keepdim: boolean): Tensor {
  const dims = self.rank === 0 ? [] : [dim];
  const indices = compute.reduce(kernel, self, dims, 'int64');
  return new Tensor(indices, reducedShape(self.shape, dims, keepdim));
}

function place(kernel: 'argmax' | 'argmin', doc: string): void {
  operation(`${kernel}(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`, {
    forward: (self: Tensor, dim: number | null, keepdim: boolean): Tensor => {
      if (dim !== null) return argument(kernel, self, wrapDimension(dim, self.rank), keepdim);
      checkNotEmpty(kernel, self);
      const flat = flatten(self, 0, -1);
      return reshape(argument(kernel, flat, 0, false), keepdim ? self.shape.map(() => 1) : []);
    },
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
      const [wins, loses] = kernel === 'maximum' ? [a, b] : [b, a];
      const isLess = less(loses, wins);
      const tie = eq(a, b);
      const forA = where(tie, half, where(isLess, grad, zero));
      return [forA, where(tie, half, where(isLess, zero, grad))];
    },
    saves: ['self', 'other'],
    doc,
  });
}

const less = (a: Tensor, b: Tensor): Tensor => elementwise('lt', a, b, typeOfBoth(a, b), 'bool');

export const maximum = choice('maximum', 'The larger of two elements.');
export const minimum = choice('minimum', 'The smaller of two elements.');

export const { along: maxAlong, over: amax } = extreme(
  'max',
  'The largest element; with `dim` the largest ones along it and their indices; of two tensors the larger elements.',
);
export const { along: minAlong, over: amin } = extreme(
  'min',
  'The smallest element; with `dim` the smallest ones along it and their indices; of two tensors the smaller elements.',
);
place('argmax', 'The index of the largest element, of the flattened tensor or along `dim`.');
place('argmin', 'The index of the smallest element, of the flattened tensor or along `dim`.');

const inside = (self: Tensor, min: Scalar | null, max: Scalar | null): Tensor => {
  if (min === null) return leScalar(self, max as Scalar);
  const above = geScalar(self, min);
  return max === null ? above : logicalAnd(above, leScalar(self, max));
};

function clampWith(names: readonly string[]): void {
  for (const name of names) {
    operation(`${name}(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`, {
      forward: (self: Tensor, min: Scalar | null, max: Scalar | null): Tensor => {
        if (min === null && max === null) {
          throw new TorchError(
            'RuntimeError',
            "torch.clamp: At least one of 'min' or 'max' must not be None",
          );
        }
        const raised =
          min === null ? self : where(ltScalar(self, min), full([], min.value, self.dtype), self);
        return max === null ? raised : where(gtScalar(raised, max), full([], max.value, self.dtype), raised);
      },
      gradient: (grad, node): Gradients => {
        const [, min, max] = node.args as [Tensor, Scalar | null, Scalar | null];
        return [where(inside(node.savedTensor(0), min, max), grad, full([], 0, grad.dtype))];
      },
      saves: ['self'],
      node: 'ClampBackward1',
      inPlace: true,
      doc: 'Elements below `min` become `min`, those above `max` become `max`.',
    });
  }
}

clampWith(['clamp', 'clip']);

/** The order of each row along `dim`: stable, NaN last, as an int64 tensor. */
export function orderAlong(self: Tensor, dim: number, descending: boolean): Tensor {
  const rows = toContiguous(movedLast(self, dim), self.dtype);
  const size = self.rank === 0 ? 1 : (self.shape[dim] as number);
  const out = new Float64Array(rows.length);
  for (let start = 0; start < rows.length; start += size) {
    const order = Array.from({ length: size }, (_, i) => i);
    order.sort((i, j) => compare(rows[start + i] as number, rows[start + j] as number, descending) || i - j);
    out.set(order, start);
  }
  const last = self.shape.toSpliced(dim, 1).concat(self.rank === 0 ? [] : [size]);
  return backFromLast(new Tensor(new Buffer('int64', out.length, out), last), dim);
}

function compare(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) {
    const order = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return descending ? -order : order;
  }
  return descending ? b - a : a - b;
}

function movedLast(self: Tensor, dim: number): Tensor {
  if (self.rank === 0) return self;
  const move = (values: Shape): number[] => [...values.toSpliced(dim, 1), values[dim] as number];
  return self.alias(move(self.shape), move(self.strides), self.offset);
}

function backFromLast(self: Tensor, dim: number): Tensor {
  if (self.rank === 0) return self;
  const move = (values: Shape): number[] => values.slice(0, -1).toSpliced(dim, 0, values.at(-1) as number);
  const view = self.alias(move(self.shape), move(self.strides), self.offset);
  return new Tensor(compute.copy(view, self.dtype), view.shape);
}

export const sort = operation(
  'sort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> (Tensor values, Tensor indices)',
  {
    composite: true,
    node: 'Sort',
    forward: (self: Tensor, dim: number, descending: boolean, _stable: boolean): Tensor[] => {
      const indices = orderAlong(self, wrapDimension(dim, self.rank), descending);
      return [self.rank === 0 ? self : gather(self, dim, indices), indices];
    },
    doc: 'The elements in order along a dimension, and where they were.',
  },
);

operation('argsort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> Tensor', {
  forward: (self: Tensor, dim: number, descending: boolean, _stable: boolean): Tensor =>
    orderAlong(self, wrapDimension(dim, self.rank), descending),
  doc: 'The indices that put the elements in order along a dimension.',
});

operation(
  'topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)',
  {
    composite: true,
    node: 'Topk',
    forward: (self: Tensor, k: number, dim: number, largest: boolean, _sorted: boolean): Tensor[] => {
      const at = wrapDimension(dim, self.rank);
      if (k > (self.shape[at] ?? 1)) throw new TorchError('RuntimeError', 'selected index k out of range');
      const order = orderAlong(self, at, largest);
      const shape = self.shape.with(at, k);
      const first = order.alias(shape, order.strides, order.offset);
      const indices = new Tensor(compute.copy(first, 'int64'), shape);
      return [gather(self, dim, indices), indices];
    },
    doc: 'The `k` largest (or smallest) elements along a dimension, and their indices.',
  },
);

operation('median(Tensor self) -> Tensor', {
  composite: true,
  node: 'Median',
  forward: (self: Tensor): Tensor => {
    const flat = flatten(self, 0, -1);
    const [values] = sort(flat, 0, false, true) as [Tensor];
    const middle = full([1], Math.floor((self.numel - 1) / 2), 'int64');
    return squeezeDim(gather(values, 0, middle), 0);
  },
  doc: 'The middle element in order; of two, the lower one.',
});
