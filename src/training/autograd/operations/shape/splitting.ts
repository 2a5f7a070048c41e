/** Taking a tensor apart along a dimension. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { select, slice } from './slicing.ts';

const split = operation('split.Tensor(Tensor self, int split_size, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'Split',
  forward: (self: Tensor, size: number, dim: number): Tensor[] => {
    const total = self.shape[wrapDimension(dim, self.rank)] as number;
    if (size < 0) throw runtimeError(`split expects split_size be non-negative, but got split_size=${size}`);
    if (size === 0 && total > 0)
      throw runtimeError(
        `split_size can only be 0 if dimension size is 0, but got dimension size of ${total}`,
      );
    const starts = Array.from(
      { length: Math.max(Math.ceil(total / Math.max(size, 1)), 1) },
      (_, i) => i * size,
    );
    return starts.map((start) => slice(self, dim, start, start + size));
  },
  doc: 'Views of at most `split_size` along a dimension; or of the given sizes.',
});

const splitWithSizes = operation('split_with_sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'SplitWithSizes',
  forward: (self: Tensor, sizes: Shape, dim: number): Tensor[] => {
    const total = self.shape[wrapDimension(dim, self.rank)] as number;
    if (sizes.some((size) => size < 0)) {
      throw runtimeError(
        `split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=[${sizes.join(', ')}]`,
      );
    }
    if (sizes.reduce((sum, size) => sum + size, 0) !== total) {
      throw runtimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${total} (input tensor's size at dimension ${dim}), but got split_sizes=[${sizes.join(', ')}]`,
      );
    }
    let start = 0;
    return sizes.map((size) => slice(self, dim, start, (start += size)));
  },
  doc: 'Views of these sizes along a dimension.',
});

operation('split.sizes(Tensor self, int[] split_size, int dim=0) -> Tensor[]', {
  composite: true,
  forward: (self: Tensor, sizes: Shape, dim: number): Tensor[] => splitWithSizes(self, sizes, dim),
});

const chunk = operation('chunk(Tensor self, int chunks, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'Split',
  forward: (self: Tensor, chunks: number, dim: number): Tensor[] => {
    const total = self.shape[wrapDimension(dim, self.rank)] as number;
    if (chunks <= 0) {
      throw runtimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    }
    if (total === 0) return Array.from({ length: chunks }, () => slice(self, dim, 0, 0));
    return split(self, Math.ceil(total / chunks), dim);
  },
  doc: 'At most `chunks` views (so many of an empty dimension) of equal size along a dimension, the last one possibly smaller.',
});

operation('unbind.int(Tensor self, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'Unbind',
  forward: (self: Tensor, dim: number): Tensor[] => {
    if (self.rank === 0)
      throw new TorchError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
    const total = self.shape[wrapDimension(dim, self.rank)] as number;
    return Array.from({ length: total }, (_, i) => select(self, dim, i));
  },
  doc: 'The slices along a dimension, as views.',
});

/** PyTorch's forms whose pieces may be changed in place: here every piece may. */
operation('unsafe_split.Tensor(Tensor self, int split_size, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'UnsafeSplit',
  forward: (self: Tensor, size: number, dim: number): Tensor[] => split(self, size, dim),
  doc: 'The same as `split`.',
});

operation('unsafe_split_with_sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'UnsafeSplitWithSizes',
  forward: (self: Tensor, sizes: Shape, dim: number): Tensor[] => splitWithSizes(self, sizes, dim),
  doc: 'The same as `split_with_sizes`.',
});

operation('unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]', {
  composite: true,
  node: 'UnsafeSplit',
  forward: (self: Tensor, chunks: number, dim: number): Tensor[] => chunk(self, chunks, dim),
  doc: 'The same as `chunk`.',
});
