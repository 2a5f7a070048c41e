/** Elements by their rank: the k-th smallest, medians; and the most frequent. */
import { isFloating } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { contiguousStrides, wrapDimension } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { gather } from '../indexing/gather.ts';
import { evenlyShared } from './extremes.ts';
import { quickSelect } from './quick-select.ts';
import { asVector, flatten, squeezeDim } from '../shape/views.ts';

/** The elements at one place of each row, where `indices` has size 1 along `dim`. */
function chosen(self: Tensor, dim: number, indices: Tensor, keepdim: boolean): Tensor[] {
  const values = gather(self, dim, indices);
  return keepdim ? [values, indices] : [squeezeDim(values, dim), squeezeDim(indices, dim)];
}

/** @throws TorchError in PyTorch's words for a dimension without elements */
function checkElements(name: string, self: Tensor, dim: number): void {
  if (self.shape[dim] !== 0) return;
  throw new TorchError('IndexError', `${name}(): Expected reduction dim ${dim} to have non-zero size.`);
}

/** The index that `choose` finds in each row along a dimension, which keeps size 1. */
function placeInRows(self: Tensor, dim: number, choose: (row: readonly number[]) => number): Tensor {
  const elements = toContiguous(self, 'float64');
  const size = self.shape[dim] as number;
  const stride = contiguousStrides(self.shape)[dim] as number;
  const places = full(self.shape.with(dim, 1), 0, 'int64');
  const found = places.buffer.write();
  for (let row = 0; row < found.length; row++) {
    const start = Math.floor(row / stride) * stride * size + (row % stride);
    found[row] = choose(Array.from({ length: size }, (_, i) => elements[start + i * stride] as number));
  }
  return places;
}

operation('kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  dtypes: numbers('kthvalue_cpu'),
  composite: true,
  node: 'Kthvalue',
  forward: (self: Tensor, k: number, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    checkElements('kthvalue', self, at);
    if (k < 1 || k > (self.shape[at] ?? 1)) {
      throw runtimeError('kthvalue(): selected number k out of range for dimension ' + at);
    }
    return asVector(self, (rows) =>
      chosen(
        rows,
        at,
        placeInRows(rows, at, (row) => quickSelect(row, k - 1)),
        keepdim || self.rank === 0,
      ),
    );
  },
  doc: 'The k-th smallest elements along a dimension, and their indices.',
});

/** The index of the middle element in order, of two the lower one; of a NaN, if there is one and it counts. */
function middlePlace(row: readonly number[], leavesOutNaN: boolean): number {
  const order = row.map((_, i) => i).sort((i, j) => compare(row[i] as number, row[j] as number) || i - j);
  const numbers = row.filter((value) => !Number.isNaN(value)).length;
  if (numbers < row.length && !leavesOutNaN) return row.findIndex(Number.isNaN);
  return order[Math.max(Math.floor((numbers - 1) / 2), 0)] as number;
}

/** NaN last. */
function compare(a: number, b: number): number {
  const notNumbers = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return notNumbers === 0 && !Number.isNaN(a) ? a - b : notNumbers;
}

for (const [name, node, leavesOutNaN] of [
  ['median', 'Median', false],
  ['nanmedian', 'Nanmedian', true],
] as const) {
  const middle = (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    checkElements(name, self, at);
    return asVector(self, (rows) =>
      chosen(
        rows,
        at,
        placeInRows(rows, at, (row) => middlePlace(row, leavesOutNaN)),
        keepdim || self.rank === 0,
      ),
    );
  };
  operation(`${name}(Tensor self) -> Tensor`, {
    dtypes: numbers('median_cpu'),
    node,
    forward: (self: Tensor): Tensor => {
      if (self.numel === 0) return full([], isFloating(self.dtype) ? NaN : -(2 ** 63), self.dtype);
      return middle(flatten(self), 0, false)[0] as Tensor;
    },
    gradient: (grad, node): Gradients => [evenlyShared(grad, node.savedTensor(0), node.savedTensor(1))],
    saves: ['self', 'result'],
    doc: `The middle element in order; of two, the lower one.${leavesOutNaN ? ' NaN does not count.' : ''}`,
  });
  operation(`${name}.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`, {
    dtypes: numbers('median_cpu'),
    composite: true,
    node: `${node}Backward1`,
    forward: middle,
  });
}

operation('mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)', {
  composite: true,
  node: 'Mode',
  forward: (self: Tensor, dim: number, keepdim: boolean): Tensor[] => {
    const at = wrapDimension(dim, self.rank);
    checkElements('mode', self, at);
    return asVector(self, (rows) =>
      chosen(rows, at, placeInRows(rows, at, mostFrequent), keepdim || self.rank === 0),
    );
  },
  doc: 'The most frequent elements along a dimension (the smallest of several), and their last indices.',
});

/** A NaN equals no other one, so that any number that comes once is before it. */
function mostFrequent(row: readonly number[]): number {
  const counts = new Map<number, number>();
  const numbersOf = row.filter((value) => !Number.isNaN(value));
  if (numbersOf.length === 0) return 0;
  for (const value of numbersOf) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const winner = Math.min(...[...counts].filter(([, count]) => count === most).map(([value]) => value));
  return row.lastIndexOf(winner);
}
