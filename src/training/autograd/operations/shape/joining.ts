/** Joining tensors, repeating them, turning them round. */
import { copyInto } from '../../../backend/compute.ts';
import { Buffer } from '../../../backend/buffer.ts';
import { promoteTypes, type DType } from '../../../backend/dtype.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { clone } from '../creation/conversion.ts';
import { expand } from './broadcasting.ts';
import { rearrange } from '../indexing/index-select.ts';
import { slice } from './slicing.ts';
import { reshape, unsqueeze } from './views.ts';

export const cat = operation('cat(Tensor[] tensors, int dim=0) -> Tensor', {
  aliases: ['concat', 'concatenate'],
  forward: (tensors: readonly Tensor[], dim: number): Tensor => {
    const parts = tensors.filter((tensor) => tensor.rank !== 1 || tensor.numel > 0);
    const [first] = parts.length > 0 ? parts : tensors;
    if (first === undefined)
      throw new TorchError('ValueError', 'torch.cat(): expected a non-empty list of Tensors');
    if (first.rank === 0) {
      throw runtimeError('zero-dimensional tensor (at position 0) cannot be concatenated');
    }
    const at = wrapDimension(dim, first.rank);
    checkSizes(parts, first, at);
    const dtype = tensors.reduce<DType>((type, tensor) => promoteTypes(type, tensor.dtype), first.dtype);
    const total = parts.reduce((sum, tensor) => sum + (tensor.shape[at] as number), 0);
    const whole = full(parts.length === 0 ? [0] : first.shape.with(at, total), 0, dtype);
    let start = 0;
    for (const part of parts) {
      const size = part.shape[at] as number;
      copyInto(slice(whole, at, start, start + size), part);
      start += size;
    }
    return whole;
  },
  gradient: (grad, node): Gradients => {
    const dim = node.args[1] as number;
    let start = 0;
    return node.inputs.map((input, i) => {
      if (input.shape.length === 1 && input.shape[0] === 0) return full([0], 0, grad.dtype);
      const size = input.shape[wrapDimension(dim, input.shape.length)] as number;
      start += size;
      return node.needs(i) ? slice(grad, dim, start - size, start) : null;
    });
  },
  variants: 'function',
  doc: 'Joins tensors along a dimension; all other sizes must agree.',
});

function checkSizes(parts: readonly Tensor[], first: Tensor, dim: number): void {
  parts.forEach((part, i) => {
    if (part.rank !== first.rank) {
      throw runtimeError(`Tensors must have same number of dimensions: got ${first.rank} and ${part.rank}`);
    }
    const other = part.shape.findIndex((size, d) => d !== dim && size !== first.shape[d]);
    if (other < 0) return;
    throw runtimeError(
      `Sizes of tensors must match except in dimension ${dim}. Expected size ${first.shape[other]} but got size ${part.shape[other]} for tensor number ${i} in the list.`,
    );
  });
}

export const stack = operation('stack(Tensor[] tensors, int dim=0) -> Tensor', {
  composite: true,
  node: 'Stack',
  forward: (tensors: readonly Tensor[], dim: number): Tensor => {
    const [first] = tensors;
    if (first === undefined) throw runtimeError('stack expects a non-empty TensorList');
    tensors.forEach((tensor, i) => {
      if (tensor.shape.join() === first.shape.join()) return;
      throw runtimeError(
        `stack expects each tensor to be equal size, but got [${first.shape.join(', ')}] at entry 0 and [${tensor.shape.join(', ')}] at entry ${i}`,
      );
    });
    return cat(
      tensors.map((tensor) => unsqueeze(tensor, dim)),
      wrapDimension(dim, first.rank + 1),
    );
  },
  variants: 'function',
  doc: 'Joins tensors of one shape along a new dimension.',
});

const repeat = operation('repeat(Tensor self, int[] repeats) -> Tensor', {
  composite: true,
  node: 'Repeat',
  forward: (self: Tensor, repeats: Shape): Tensor => {
    if (repeats.length < self.rank) {
      throw runtimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    }
    const sizes = [...new Array<number>(repeats.length - self.rank).fill(1), ...self.shape];
    const target = sizes.map((size, d) => size * (repeats[d] as number));
    const negative = target.find((size) => size < 0);
    if (negative !== undefined) {
      throw runtimeError(
        `Trying to create tensor with negative dimension ${negative}: [${target.join(', ')}]`,
      );
    }
    const interleaved = sizes.flatMap((size) => [1, size]);
    const repeated = sizes.flatMap((size, d) => [repeats[d] as number, size]);
    const spread = expand(reshape(self, interleaved), repeated);
    return reshape(spread, target);
  },
  variants: 'method',
  doc: 'The tensor laid side by side `repeats` times along each dimension.',
});

operation('tile(Tensor self, int[] dims) -> Tensor', {
  composite: true,
  node: 'Repeat',
  forward: (self: Tensor, dims: Shape): Tensor =>
    repeat(self, [...new Array<number>(Math.max(self.rank - dims.length, 0)).fill(1), ...dims]),
  doc: 'The tensor repeated along each dimension; missing leading counts are 1.',
});

export const repeatInterleave = operation(
  'repeat_interleave.self_int(Tensor self, int repeats, int? dim=None, *, int? output_size=None) -> Tensor',
  {
    composite: true,
    node: 'View',
    forward: (self: Tensor, repeats: number, dim: number | null, count: number | null): Tensor => {
      if (repeats < 0) throw runtimeError('Repeats must be non-negative');
      const source = dim === null ? reshape(self, [-1]) : self;
      const at = wrapDimension(dim ?? 0, source.rank);
      const size = source.shape[at] as number;
      if (count !== null && count !== size * repeats) {
        throw runtimeError(
          `repeat_interleave: Invalid output_size, expected ${size * repeats} but got ${count}`,
        );
      }
      return rearrange(
        source,
        at,
        positions(size * repeats, (i) => Math.floor(i / repeats)),
      );
    },
    doc: 'Every element `repeats` times in a row, along `dim` or of the flattened tensor.',
  },
);

export const flip = operation('flip(Tensor self, int[] dims) -> Tensor', {
  composite: true,
  node: 'Flip',
  forward: (self: Tensor, dims: Shape): Tensor => {
    const places = dims.map((dim) => wrapDimension(dim, self.rank));
    const repeated = places.find((at, i) => places.indexOf(at) !== i);
    if (repeated !== undefined) {
      throw runtimeError(`dim ${repeated} appears multiple times in the list of dims`);
    }
    return places.reduce<Tensor>((result, at) => {
      const size = self.shape[at] as number;
      return rearrange(
        result,
        at,
        positions(size, (i) => size - 1 - i),
      );
    }, self);
  },
  doc: 'The order of the elements turned round along the dimensions.',
});

export const roll = operation('roll(Tensor self, int[1] shifts, int[1] dims=[]) -> Tensor', {
  composite: true,
  node: 'Roll',
  forward: (self: Tensor, shifts: Shape, dims: Shape): Tensor => {
    if (shifts.length !== Math.max(dims.length, 1)) {
      throw runtimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`);
    }
    if (self.numel === 0) return clone(self);
    if (self.rank === 0 && dims.length > 0)
      throw new TorchError('IndexError', `Dimension specified as ${dims[0]} but tensor has no dimensions`);
    if (dims.length === 0) return reshape(rolled(reshape(self, [-1]), shifts[0] ?? 0, 0), self.shape);
    return dims.reduce<Tensor>(
      (result, dim, i) => rolled(result, shifts[i] ?? 0, wrapDimension(dim, self.rank)),
      self,
    );
  },
  doc: 'The elements shifted along the dimensions; what leaves at one end comes in at the other.',
});

function rolled(self: Tensor, shift: number, dim: number): Tensor {
  const size = self.shape[dim] as number;
  return rearrange(
    self,
    dim,
    positions(size, (i) => (((i - shift) % size) + size) % size),
  );
}

/** A vector of indices. */
function positions(count: number, at: (i: number) => number): Tensor {
  return new Tensor(
    new Buffer(
      'int64',
      count,
      Float64Array.from({ length: count }, (_, i) => at(i)),
    ),
    [count],
  );
}
