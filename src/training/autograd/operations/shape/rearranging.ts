/** Dimensions moved, split and taken from another tensor's shape. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { inferShape, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { expand } from './broadcasting.ts';
import { flip } from './joining.ts';
import { slice } from './slicing.ts';
import { permute, reshape, viewSizes } from './views.ts';

export const moveDimensions = operation(
  'movedim.intlist(Tensor self, int[] source, int[] destination) -> Tensor(a)',
  {
    aliases: ['moveaxis'],
    composite: true,
    forward: (self: Tensor, source: Shape, destination: Shape): Tensor => {
      if (source.length !== destination.length) {
        throw runtimeError(
          `movedim: Invalid source or destination dims: source ([${source.join(', ')}] dims) should contain the same number of dims as destination ([${destination.join(', ')}] dims)`,
        );
      }
      const from = source.map((d) => wrapDimension(d, self.rank));
      const to = destination.map((d) => wrapDimension(d, self.rank));
      if (new Set(from).size < from.length || new Set(to).size < to.length) {
        throw runtimeError(
          `movedim: repeated dim in \`${new Set(from).size < from.length ? 'source' : 'destination'}\` ([${(new Set(from).size < from.length ? source : destination).join(', ')}])`,
        );
      }
      const rest = self.shape.map((_, d) => d).filter((d) => !from.includes(d));
      const order = self.shape.map((_, d) => {
        const moved = to.indexOf(d);
        return moved >= 0 ? (from[moved] as number) : (rest.shift() as number);
      });
      return permute(self, order);
    },
    doc: 'A view with dimensions moved to other positions; the others keep their order.',
  },
);

operation('movedim.int(Tensor self, int source, int destination) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, source: number, destination: number): Tensor =>
    moveDimensions(self, [source], [destination]),
});

operation('broadcast_to(Tensor self, int[] size) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, size: Shape): Tensor => expand(self, size),
  doc: 'A view in which dimensions of size 1 are repeated to `size`.',
});

operation('expand_as(Tensor self, Tensor other) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => expand(self, other.shape),
  variants: 'method',
  doc: 'A view expanded to the shape of another tensor.',
});

operation('view_as(Tensor self, Tensor other) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => viewSizes(self, other.shape),
  variants: 'method',
  doc: 'A view of the same elements in the shape of another tensor.',
});

operation('reshape_as(Tensor self, Tensor other) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => reshape(self, other.shape),
  variants: 'method',
  doc: 'The same elements in the shape of another tensor.',
});

operation('ravel(Tensor self) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor): Tensor => reshape(self, [-1]),
  doc: 'The elements with one dimension, as a view where that is possible.',
});

operation('unflatten.int(Tensor self, int dim, int[] sizes) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, dim: number, sizes: Shape): Tensor => {
    const at = wrapDimension(dim, self.rank);
    const size = self.shape[at] as number;
    return reshape(self, self.shape.toSpliced(at, 1, ...fitting(sizes, size, dim)));
  },
  doc: 'One dimension taken apart into several; one of `sizes` may be -1.',
});

function fitting(sizes: Shape, size: number, dim: number): number[] {
  try {
    return inferShape(sizes, size);
  } catch {
    throw runtimeError(
      `unflatten: Provided sizes [${sizes.join(', ')}] don't multiply up to the size of dim ${dim} (${size}) in the input tensor`,
    );
  }
}

operation('narrow(Tensor self, int dim, int start, int length) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, dim: number, start: number, length: number): Tensor => {
    if (self.rank === 0) throw runtimeError('narrow() cannot be applied to a 0-dim tensor.');
    if (length < 0) throw runtimeError('narrow(): length must be non-negative.');
    const size = self.shape[wrapDimension(dim, self.rank)] as number;
    if (start < -size || start > size) {
      throw new TorchError(
        'IndexError',
        `start out of range (expected to be in range of [-${size}, ${size}], but got ${start})`.replace(
          '-0',
          '0',
        ),
      );
    }
    const from = start < 0 ? start + size : start;
    if (from + length > size) {
      throw runtimeError(`start (${start}) + length (${length}) exceeds dimension size (${size}).`);
    }
    return slice(self, dim, from, from + length);
  },
  doc: 'A view of `length` elements from `start` on along a dimension.',
});

for (const [name, transposed] of [
  ['mT', false],
  ['adjoint', true],
] as const) {
  operation(`${name}(Tensor self) -> Tensor(a)`, {
    composite: true,
    forward: (self: Tensor): Tensor => {
      if (self.rank < 2) {
        throw runtimeError(
          `tensor.${name} is only supported on matrices or batches of matrices. Got ${self.rank}-D tensor.`,
        );
      }
      return moveDimensions(self, [-1], [-2]);
    },
    variants: transposed ? 'both' : 'internal',
    doc: 'Matrices transposed, as a view.',
  });
}

/** @throws TorchError in PyTorch's words unless they are two different ones */
function rotatedDimensions(self: Tensor, dims: Shape): [number, number] {
  if (dims.length !== 2)
    throw runtimeError(`expected total rotation dims == 2, but got dims = ${dims.length}`);
  if (self.rank < 2) throw runtimeError(`expected total dims >= 2, but got total dims = ${self.rank}`);
  const [a, b] = dims.map((d) => wrapDimension(d, self.rank)) as [number, number];
  if (a === b)
    throw runtimeError(
      `expected rotation dims to be different, but got dim0 = ${dims[0]} and dim1 = ${dims[1]}`,
    );
  return [a, b];
}

operation('rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor', {
  composite: true,
  node: 'Rot90',
  forward: (self: Tensor, k: number, dims: Shape): Tensor => {
    const [a, b] = rotatedDimensions(self, dims);
    const swapped = self.shape.map((_, d) => (d === a ? b : d === b ? a : d));
    const turns = ((k % 4) + 4) % 4;
    if (turns === 0) return self;
    if (turns === 2) return flip(self, [a, b]);
    return turns === 1 ? permute(flip(self, [b]), swapped) : flip(permute(self, swapped), [b]);
  },
  doc: 'Turned by k right angles in the plane of two dimensions.',
});

for (const [name, dim, rank] of [
  ['fliplr', 1, 2],
  ['flipud', 0, 1],
] as const) {
  operation(`${name}(Tensor self) -> Tensor`, {
    composite: true,
    forward: (self: Tensor): Tensor => {
      if (self.rank < rank) throw runtimeError(`Input must be >= ${rank}-d.`);
      return flip(self, [dim]);
    },
    doc: `The order turned round along the ${dim === 0 ? 'first' : 'second'} dimension.`,
  });
}
