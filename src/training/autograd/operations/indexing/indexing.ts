/** Choosing and setting elements by tensors of indices. */
import { Buffer } from '../../../backend/buffer.ts';
import type { Elements } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import {
  broadcastShapes,
  broadcastStrides,
  contiguousStrides,
  numel,
  wrapDimension,
  type Shape,
} from '../../../backend/layout.ts';
import { indexAdd, indexSelect as jsIndexSelect, put, take } from '../../../backend/js/gather.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { alongDimension, checkGather, checkScatter } from './along-dimension.ts';
import { addedRows, movesRows, rowsOf } from './rows.ts';

function checkedIndices(index: Tensor, size: number): Elements {
  const indices = toContiguous(index, 'int64');
  for (let i = 0; i < indices.length; i++) {
    const value = indices[i] as number;
    if (value < -size || value >= size) throw new TorchError('IndexError', 'index out of range in self');
    if (value < 0) indices[i] = value + size;
  }
  return indices;
}

export const indexSelect = operation('index_select(Tensor self, int dim, Tensor index) -> Tensor', {
  forward: (self: Tensor, dim: number, index: Tensor): Tensor => {
    const at = wrapDimension(dim, self.rank);
    if (index.rank > 1)
      throw new TorchError('IndexError', 'index_select(): Index is supposed to be a vector');
    const indices = checkedIndices(index, self.shape[at] ?? 1);
    const shape = self.rank === 0 ? [] : self.shape.with(at, indices.length);
    if (at === 0 && movesRows(self, numel(shape))) return new Tensor(rowsOf(self, indices), shape);
    const elements = jsIndexSelect(self, at, indices);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), shape);
  },
  gradient: (grad, node): Gradients => {
    const [input, dim] = node.args as [Tensor, number];
    return [indexAddTo(grad, input.shape, wrapDimension(dim, input.rank), node.savedTensor(0)), null];
  },
  saves: ['index'],
  doc: 'The slices along `dim` that the one-dimensional `index` names.',
});

/** Zeros of `size` to which the slices of `grad` are added at `index`. */
export const indexAddTo = operation(
  '_index_add_to(Tensor self, int[] size, int dim, Tensor index) -> Tensor',
  {
    forward: (grad: Tensor, size: Shape, dim: number, index: Tensor): Tensor => {
      const indices = checkedIndices(index, size[dim] ?? 1);
      if (dim === 0 && movesRows(grad, grad.numel)) return addedRows(grad, size, indices);
      const elements = indexAdd(size, dim, indices, toContiguous(grad, grad.dtype), grad.dtype);
      return new Tensor(new Buffer(grad.dtype, elements.length, elements), size);
    },
    gradient: (grad, node): Gradients => [
      indexSelect(grad, node.args[2] as number, node.savedTensor(0)),
      null,
    ],
    saves: ['index'],
    variants: 'internal',
  },
);

/** Where each element of an index expression lies in a row-major tensor of `shape`, and the expression's shape. */
interface Located {
  readonly positions: Float64Array;
  readonly shape: number[];
}

/**
 * Resolves `x[i, :, j]` with integer tensors at some dimensions (null: all of that dimension): the index tensors broadcast,
 * and their common shape stands where the first of them stood, or in front when they are not next to each other.
 */
function locate(shape: Shape, indices: readonly (Tensor | null)[]): Located {
  const named = indices.flatMap((index, d) => (index === null ? [] : [d]));
  const first = named[0] ?? 0;
  const adjacent = named.every((d, i) => d === first + i);
  let common: Shape = [];
  for (const d of named) common = indexShapes(common, indices[d] as Tensor, indices);
  const strides = contiguousStrides(shape);
  let pointed: Float64Array = new Float64Array(numel(common));
  // PyTorch counts the dimensions that have an index tensor, not those of the tensor.
  named.forEach((d, i) => {
    pointed = addOffsets(pointed, indices[d] as Tensor, common, i, shape[d] as number, strides[d] as number);
  });
  const free = shape.map((_, d) => d).filter((d) => (indices[d] ?? null) === null);
  const split = adjacent ? free.filter((d) => d < first).length : 0;
  const before = free.slice(0, split);
  const after = free.slice(split);
  const sizesOf = (dims: readonly number[]): number[] => dims.map((d) => shape[d] as number);
  const outer = offsetsOf(
    sizesOf(before),
    before.map((d) => strides[d] as number),
  );
  const inner = offsetsOf(
    sizesOf(after),
    after.map((d) => strides[d] as number),
  );
  return {
    positions: sums(outer, pointed, inner),
    shape: [...sizesOf(before), ...common, ...sizesOf(after)],
  };
}

function indexShapes(common: Shape, index: Tensor, all: readonly (Tensor | null)[]): Shape {
  try {
    return broadcastShapes(common, index.shape);
  } catch {
    const shapes = all.flatMap((tensor) => (tensor === null ? [] : [`[${tensor.shape.join(', ')}]`]));
    throw new TorchError(
      'IndexError',
      `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes.join(', ')}`,
    );
  }
}

function addOffsets(
  to: Float64Array,
  index: Tensor,
  common: Shape,
  dim: number,
  size: number,
  stride: number,
): Float64Array {
  const repeated = index.alias(common, broadcastStrides(index.shape, index.strides, common), index.offset);
  const values = toContiguous(repeated, 'int64');
  if (size === 0 && to.length > 0)
    throw new TorchError('IndexError', 'index is out of bounds for dimension with size 0');
  for (let i = 0; i < to.length; i++) {
    const value = values[i] as number;
    if (value < -size || value >= size) {
      throw new TorchError(
        'IndexError',
        `index ${value} is out of bounds for dimension ${dim} with size ${size}`,
      );
    }
    to[i] = (to[i] as number) + (value < 0 ? value + size : value) * stride;
  }
  return to;
}

function offsetsOf(sizes: Shape, strides: Shape): Float64Array {
  let offsets: Float64Array = new Float64Array(1);
  sizes.forEach((size, d) => {
    const next = new Float64Array(offsets.length * size);
    let at = 0;
    for (const offset of offsets)
      for (let i = 0; i < size; i++) next[at++] = offset + i * (strides[d] as number);
    offsets = next;
  });
  return offsets;
}

function sums(outer: Float64Array, middle: Float64Array, inner: Float64Array): Float64Array {
  const all = new Float64Array(outer.length * middle.length * inner.length);
  let at = 0;
  for (const a of outer) for (const b of middle) for (const c of inner) all[at++] = a + b + c;
  return all;
}

type Indices = readonly (Tensor | null)[];

/** The index tensors as they were saved, null where a dimension is taken whole. */
function savedIndices(node: Node): Indices {
  let next = 0;
  return (node.args[1] as Indices).map((tensor) => (tensor === null ? null : node.savedTensor(next++)));
}

export const index = operation('index.Tensor(Tensor self, Tensor[] indices) -> Tensor', {
  forward: (self: Tensor, indices: Indices): Tensor => {
    const { positions, shape } = locate(self.shape, indices);
    const elements = take(toContiguous(self, self.dtype), positions, self.dtype);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), shape);
  },
  gradient: (grad, node): Gradients => {
    const { shape } = node.inputs[0] as Tensor;
    return [indexPutInto(full(shape, 0, grad.dtype), savedIndices(node), grad, true)];
  },
  saves: ['indices'],
  variants: 'internal',
});

/** A copy of `self` with `values` (broadcast) put, or added, at the indices. */
export const indexPutInto = operation(
  'index_put(Tensor self, Tensor[] indices, Tensor values, bool accumulate=False) -> Tensor',
  {
    forward: (self: Tensor, indices: Indices, values: Tensor, accumulate: boolean): Tensor => {
      const { positions, shape } = locate(self.shape, indices);
      const elements = toContiguous(self, self.dtype);
      put(elements, positions, valuesFor(values, shape, self), accumulate);
      return new Tensor(new Buffer(self.dtype, elements.length, elements), self.shape);
    },
    gradient: (grad, node): Gradients => {
      const indices = savedIndices(node);
      const kept = (): Tensor => indexPutInto(grad, indices, full([], 0, grad.dtype));
      const none = node.inputs.slice(2).map(() => null);
      const forValues = node.needs(node.inputs.length - 1) ? index(grad, indices) : null;
      return [node.args[3] === true ? grad : kept(), ...none, forValues];
    },
    saves: ['indices'],
    inPlace: true,
    variants: 'internal',
  },
);

function valuesFor(values: Tensor, shape: Shape, self: Tensor): Elements {
  if (values.numel === 1) return toContiguous(values, self.dtype);
  try {
    const strides = broadcastStrides(values.shape, values.strides, broadcastShapes(values.shape, shape));
    if (numel(broadcastShapes(values.shape, shape)) !== numel(shape)) throw new Error('too large');
    return toContiguous(values.alias(shape, strides.slice(-shape.length), values.offset), self.dtype);
  } catch {
    throw runtimeError(
      `shape mismatch: value tensor of shape [${values.shape.join(', ')}] cannot be broadcast to indexing result of shape [${shape.join(', ')}]`,
    );
  }
}

export const nonzero = operation('nonzero(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const elements = toContiguous(self, self.dtype);
    const strides = contiguousStrides(self.shape);
    const found: number[] = [];
    for (let i = 0; i < elements.length; i++) {
      if (elements[i] === 0) continue;
      strides.forEach((stride, d) => found.push(Math.floor(i / stride) % (self.shape[d] as number)));
    }
    const rows = self.rank === 0 ? Number(elements[0] !== 0) : found.length / self.rank;
    return new Tensor(new Buffer('int64', found.length, Float64Array.from(found)), [rows, self.rank]);
  },
  doc: 'The indices of all elements that are not 0, a row each.',
});

export const gather = operation('gather(Tensor self, int dim, Tensor index) -> Tensor', {
  forward: (self: Tensor, dim: number, chosen: Tensor): Tensor => {
    checkGather(self, dim, chosen);
    const positions = alongDimension(self.shape, dim, chosen);
    const elements = take(toContiguous(self, self.dtype), positions, self.dtype);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), chosen.shape);
  },
  gradient: (grad, node): Gradients => {
    const [input, dim] = node.args as [Tensor, number];
    return [scatterAdd(full(input.shape, 0, grad.dtype), dim, node.savedTensor(0), grad), null];
  },
  saves: ['index'],
  doc: 'For each entry of `index` the element at that index along `dim`, the other indices being its own.',
});

/** A copy of `self` to which `src` is added where `index` points along `dim`. */
export const scatterAdd = operation('scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor', {
  forward: (self: Tensor, dim: number, chosen: Tensor, src: Tensor): Tensor => {
    checkScatter(self, dim, chosen, src);
    const elements = toContiguous(self, self.dtype);
    put(elements, alongDimension(self.shape, dim, chosen), toContiguous(src, self.dtype), true);
    return new Tensor(new Buffer(self.dtype, elements.length, elements), self.shape);
  },
  gradient: (grad, node): Gradients => {
    const [, dim] = node.args as [Tensor, number];
    return [grad, null, gather(grad, dim, node.savedTensor(0))];
  },
  saves: ['index'],
  inPlace: true,
  doc: 'Adds the elements of `src` to those of `self` that `index` names along `dim`.',
});
