/** Tensors put side by side, and taken apart again, along the first, second or third dimension. */
import { legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { cat } from './joining.ts';
import { slice } from './slicing.ts';
import { reshape, unsqueeze } from './views.ts';

const atLeast1 = (self: Tensor): Tensor => (self.rank === 0 ? reshape(self, [1]) : self);
const atLeast2 = (self: Tensor): Tensor => (self.rank < 2 ? unsqueeze(atLeast1(self), 0) : self);
const atLeast3 = (self: Tensor): Tensor => (self.rank < 3 ? unsqueeze(atLeast2(self), -1) : self);

for (const [rank, shaped, words] of [
  [1, atLeast1, 'one dimension'],
  [2, atLeast2, 'two dimensions'],
  [3, atLeast3, 'three dimensions'],
] as const) {
  operation(`atleast_${rank}d(Tensor self) -> Tensor(a)`, {
    composite: true,
    forward: shaped,
    variants: 'function',
    doc: `The tensor, or each of several, with at least ${words}, as a view where that is possible.`,
  });
  operation(`atleast_${rank}d.Sequence(Tensor[] tensors) -> Tensor[]`, {
    composite: true,
    forward: (tensors: readonly Tensor[]): Tensor[] => tensors.map(shaped),
    variants: 'function',
    variadic: true,
  });
}

/** Declares a function of a list of tensors that joins them once each has been shaped. */
function joining(
  name: string,
  doc: string,
  shaped: (tensor: Tensor) => Tensor,
  dim: (tensors: readonly Tensor[]) => number,
  aliases: readonly string[] = [],
): void {
  operation(`${name}(Tensor[] tensors) -> Tensor`, {
    composite: true,
    forward: (tensors: readonly Tensor[]): Tensor => {
      if (tensors.length === 0) throw runtimeError(`${name} expects a non-empty TensorList`);
      const parts = tensors.map(shaped);
      return cat(parts, dim(parts));
    },
    variants: 'function',
    aliases,
    doc,
  });
}

joining(
  'hstack',
  'Joins tensors along the second dimension; vectors along their only one.',
  atLeast1,
  ([first]) => (first?.rank === 1 ? 0 : 1),
);
joining('vstack', 'Joins tensors along the first dimension; vectors count as rows.', atLeast2, () => 0, [
  'row_stack',
]);
joining('dstack', 'Joins tensors along the third dimension.', atLeast3, () => 2);
joining(
  'column_stack',
  'Joins tensors along the second dimension; vectors count as columns.',
  (tensor) => (tensor.rank < 2 ? reshape(tensor, [tensor.numel, 1]) : tensor),
  () => 1,
);

function cutAt(self: Tensor, places: Shape, dim: number): Tensor[] {
  const size = self.shape[dim] as number;
  const ends = [...places.map((place) => (place < 0 ? place + size : place)), size];
  return ends.map((end, i) => slice(self, dim, i === 0 ? 0 : (ends[i - 1] as number), end));
}

/** Where `sections` parts end that differ by one element at most, the longer ones first. */
function evenPlaces(size: number, sections: number): number[] {
  const [share, longer] = [Math.floor(size / sections), size % sections];
  return Array.from({ length: sections - 1 }, (_, i) => (i + 1) * share + Math.min(i + 1, longer));
}

function evenSplit(self: Tensor, sections: number, dim: number): Tensor[] {
  const at = wrapDimension(dim, self.rank);
  if (sections <= 0) throw runtimeError(`number of sections must be larger than 0, got ${sections}`);
  return cutAt(self, evenPlaces(self.shape[at] as number, sections), at);
}

operation('tensor_split.sections(Tensor self, int sections, int dim=0) -> Tensor[]', {
  composite: true,
  forward: evenSplit,
  doc: 'Views of nearly equal size along a dimension, or between the given places.',
});

operation('tensor_split.indices(Tensor self, int[] indices, int dim=0) -> Tensor[]', {
  composite: true,
  forward: (self: Tensor, places: Shape, dim: number): Tensor[] =>
    cutAt(self, places, wrapDimension(dim, self.rank)),
});

operation(
  'tensor_split.tensor_indices_or_sections(Tensor self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, given: Tensor, dim: number): Tensor[] => {
      if (given.dtype !== 'int64') {
        throw runtimeError(
          `tensor_split expected tensor_indices_or_sections to have dtype of long, but got ${legacyName(given.dtype)}`,
        );
      }
      if (given.rank > 1) {
        throw runtimeError(
          `tensor_split expected tensor_indices_or_sections to be a zero-dimensional or one-dimensional tensor, but got a tensor with ${given.rank} dims`,
        );
      }
      const numbers = Array.from(toContiguous(given, 'float64'));
      return given.rank === 0
        ? evenSplit(self, numbers[0] as number, dim)
        : cutAt(self, numbers, wrapDimension(dim, self.rank));
    },
  },
);

/** Declares a split along one fixed dimension, into equal parts or at places. */
function splitting(name: string, rank: number, dimOf: (self: Tensor) => number): void {
  const checked = (self: Tensor): number => {
    if (self.rank >= rank) return dimOf(self);
    throw runtimeError(
      `torch.${name} requires a tensor with at least ${rank} dimension${rank > 1 ? 's' : ''}, but got a tensor with ${self.rank} dimensions!`,
    );
  };
  operation(`${name}.int(Tensor self, int sections) -> Tensor[]`, {
    composite: true,
    forward: (self: Tensor, sections: number): Tensor[] => {
      const dim = checked(self);
      const size = self.shape[dim] as number;
      if (size % sections !== 0) {
        throw runtimeError(
          `torch.${name} attempted to split along dimension ${dim}, but the size of the dimension ${size} is not divisible by the split_size ${sections}!`,
        );
      }
      return evenSplit(self, sections, dim);
    },
    doc: `Views of equal size along the ${['second', 'first', 'third'][rank - 1]} dimension, or between the given places.`,
  });
  operation(`${name}.array(Tensor self, int[] indices) -> Tensor[]`, {
    composite: true,
    forward: (self: Tensor, places: Shape): Tensor[] => cutAt(self, places, checked(self)),
  });
}

splitting('hsplit', 1, (self) => (self.rank === 1 ? 0 : 1));
splitting('vsplit', 2, () => 0);
splitting('dsplit', 3, () => 2);
