/** Elements in order, and where they were. */
import { Buffer } from '../../../backend/buffer.ts';
import * as compute from '../../../backend/compute.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Elements } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { firstOf, orderOf } from '../../../backend/js/order.ts';
import { type Shape, wrapDimension } from '../../../backend/layout.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { clone } from '../creation/conversion.ts';
import { gather } from '../indexing/gather.ts';
import { asVector } from '../shape/views.ts';

/** The order of each row along `dim`: stable, NaN last, as an int64 tensor. */
function orderAlong(self: Tensor, dim: number, descending: boolean): Tensor {
  return ofRows(self, dim, rowLength(self, dim), (row, out) => orderOf(row, descending, out));
}

/** The first `count` of it. */
const firstAlong = (self: Tensor, dim: number, count: number, descending: boolean): Tensor =>
  ofRows(self, dim, count, (row, out) => out.set(firstOf(row, count, descending)));

const rowLength = (self: Tensor, dim: number): number => self.shape[dim] ?? 1;

/** What `fill` makes of each row along `dim`, `size` int64 numbers, at its place. */
function ofRows(
  self: Tensor,
  dim: number,
  size: number,
  fill: (row: Elements, out: Float64Array) => void,
): Tensor {
  const rows = toContiguous(movedLast(self, dim), self.dtype);
  const length = rowLength(self, dim);
  const count = length === 0 ? 0 : rows.length / length;
  const out = new Float64Array(count * size);
  for (let i = 0; i < count; i++)
    fill(rows.subarray(i * length, (i + 1) * length), out.subarray(i * size, (i + 1) * size));
  const last = self.shape.toSpliced(dim, 1).concat(self.rank === 0 ? [] : [size]);
  return backFromLast(new Tensor(new Buffer('int64', out.length, out), last), dim);
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

/** So many are found without putting all in order. */
const FEW = 64;

function firstInOrder(self: Tensor, k: number, dim: number, largest: boolean): Tensor[] {
  const indices = k <= FEW ? firstAlong(self, dim, k, largest) : firstOfAll(self, dim, k, largest);
  return [gather(self, dim, indices), indices];
}

function firstOfAll(self: Tensor, dim: number, count: number, descending: boolean): Tensor {
  const order = orderAlong(self, dim, descending);
  const shape = self.shape.with(dim, count);
  const first = order.alias(shape, order.strides, order.offset);
  return new Tensor(compute.copy(first, 'int64'), shape);
}

operation(
  'topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)',
  {
    composite: true,
    node: 'Topk',
    forward: (self: Tensor, k: number, dim: number, largest: boolean, _sorted: boolean): Tensor[] => {
      const at = wrapDimension(dim, self.rank);
      if (self.dtype === 'bool') throw runtimeError('topk does not support bool dtypes on CPU');
      if (k < 0 || k > (self.shape[at] ?? 1)) throw runtimeError('selected index k out of range');
      // Of a number none or one is chosen, and stays without dimensions.
      if (self.rank === 0 && k === 0) return [clone(self), full([], 0, 'int64')];
      return asVector(self, (vectors) => firstInOrder(vectors, k, at, largest));
    },
    doc: 'The `k` largest (or smallest) elements along a dimension, and their indices.',
  },
);

operation('msort(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => sort(self, 0)[0] as Tensor,
  doc: 'The elements in order along the first dimension.',
});
