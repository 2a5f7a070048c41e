/** Masks: where they hold, as indices. */
import { isFloating } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { Buffer } from '../../../backend/buffer.ts';
import { contiguousStrides } from '../../../backend/layout.ts';
import { fromElements, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { select } from '../shape/slicing.ts';

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

operation('nonzero_static(Tensor self, *, int size, int fill_value=-1) -> Tensor', {
  forward: (self: Tensor, size: number, filling: number): Tensor => {
    if (size < 0) throw runtimeError("nonzero_static: 'size' must be an non-negative integer");
    const found = toContiguous(nonzero(self), 'int64').subarray(0, size * self.rank);
    const elements = new Float64Array(size * self.rank).fill(filling);
    elements.set(found);
    return fromElements(elements, 'int64', [size, self.rank]);
  },
  doc: 'The indices of the first `size` elements that are not 0, a row each; rows of `fill_value` where there are fewer.',
});

const isMask = ({ dtype }: Tensor): boolean => dtype === 'bool' || dtype === 'uint8';

/**
 * The index tensors of an expression with those in place of masks that say where they hold.
 *
 * @throws TorchError for indices that are no whole numbers, too many of them, or a mask of another shape
 */
export function withoutMasks(self: Tensor, indices: readonly Tensor[]): Tensor[] {
  const found: Tensor[] = [];
  for (const index of indices) {
    if (isFloating(index.dtype))
      throw new TorchError('IndexError', 'tensors used as indices must be long, int, byte or bool tensors');
    if (!isMask(index)) {
      found.push(index);
      continue;
    }
    index.shape.forEach((size, d) => {
      if (size === self.shape[found.length + d]) return;
      throw new TorchError(
        'IndexError',
        `The shape of the mask [${index.shape.join(', ')}] at index ${d} does not match the shape of the indexed tensor [${self.shape.join(', ')}] at index ${found.length + d}`,
      );
    });
    const rows = nonzero(index);
    found.push(...index.shape.map((_, d) => select(rows, 1, d)));
  }
  if (found.length <= self.rank) return found;
  throw new TorchError(
    'IndexError',
    `too many indices for tensor of dimension ${self.rank} (got ${found.length})`,
  );
}
