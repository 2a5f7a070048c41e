/** Any way through a tensor's memory: as a view, or written into a copy. */
import { copyInto } from '../../../backend/compute.ts';
import { elementSize } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { numel, sameShape, type Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';
import { clone } from '../creation/conversion.ts';
import { indexAddTo, indexSelect } from '../indexing/index-select.ts';
import { div } from '../pointwise/arithmetic.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { reshape } from './views.ts';

/** A way through memory, in elements. */
interface Geometry {
  readonly shape: Shape;
  readonly strides: Shape;
  readonly offset: number;
}

const joined = (numbers: Shape): string => `[${numbers.join(', ')}]`;

/** One more than the last element that is seen. */
function extent({ shape, strides, offset }: Geometry): number {
  if (numel(shape) === 0) return 0;
  return offset + 1 + shape.reduce((sum, size, d) => sum + (size - 1) * (strides[d] as number), 0);
}

/** @throws TorchError in PyTorch's words where the way leads out of the memory */
function checkedGeometry(self: Tensor, shape: Shape, strides: Shape, offset: number | null): Geometry {
  if (shape.length !== strides.length) throw runtimeError('mismatch in length of strides and shape');
  if (offset !== null && offset < 0) throw runtimeError(`Tensor: invalid storage offset ${offset}`);
  if (strides.some((stride) => stride < 0)) {
    throw runtimeError(
      `as_strided: Negative strides are not supported at the moment, got strides: ${joined(strides)}`,
    );
  }
  if (shape.some((size) => size < 0)) {
    throw runtimeError(
      `Storage size calculation overflowed with sizes=${joined(shape)} and strides=${joined(strides)}`,
    );
  }
  const geometry = { shape, strides, offset: offset ?? self.offset };
  const bytes = elementSize(self.dtype);
  if (extent(geometry) > self.buffer.length) {
    throw runtimeError(
      `setStorage: sizes ${joined(shape)}, strides ${joined(strides)}, storage offset ${geometry.offset}, and itemsize ${bytes} requiring a storage size of ${extent(geometry) * bytes} are out of bounds for storage of size ${self.buffer.length * bytes}`,
    );
  }
  return geometry;
}

/** Where in memory the elements lie, in row-major order. */
function placesOf({ shape, strides, offset }: Geometry): Tensor {
  let places = [offset];
  shape.forEach((size, d) => {
    const stride = strides[d] as number;
    places = places.flatMap((place) => Array.from({ length: size }, (_, i) => place + i * stride));
  });
  return fromElements(Float64Array.from(places), 'int64', [places.length]);
}

/** What each element of `to` gets when the values at `from` flow into the memory that both see, shared by those that overlap. */
function carried(values: Tensor, from: Geometry, to: Geometry): Tensor {
  const size = Math.max(extent(from), extent(to));
  const places = placesOf(to);
  const memory = indexAddTo(reshape(values, [-1]), [size], 0, placesOf(from));
  const seen = indexSelect(memory, 0, places);
  const counts = indexAddTo(full([places.numel], 1, values.dtype), [size], 0, places);
  return reshape(div(seen, indexSelect(counts, 0, places)), to.shape);
}

const geometryOf = ({ shape, strides, offset }: Tensor): Geometry => ({ shape, strides, offset });

type StridedArguments = [Tensor, Shape, Shape, number | null];

operation('as_strided(Tensor self, int[] size, int[] stride, int? storage_offset=None) -> Tensor(a)', {
  forward: (...[self, size, stride, start]: StridedArguments): Tensor => {
    const { shape, strides, offset } = checkedGeometry(self, size, stride, start);
    return view(self, shape, strides, offset);
  },
  gradient: (grad, node): Gradients => {
    const [self, shape, strides, offset] = node.args as StridedArguments;
    return [carried(grad, { shape, strides, offset: offset ?? self.offset }, geometryOf(self))];
  },
  doc: 'A view of the memory under the tensor with any sizes, strides and offset, in elements.',
});

type ScatterArguments = [Tensor, Tensor, Shape, Shape, number | null];

operation(
  'as_strided_scatter(Tensor self, Tensor src, int[] size, int[] stride, int? storage_offset=None) -> Tensor',
  {
    forward: (...[self, src, size, stride, start]: ScatterArguments): Tensor => {
      const { shape, strides, offset } = checkedGeometry(self, size, stride, start);
      if (!sameShape(shape, src.shape)) {
        throw runtimeError(
          `expected src to have a size equal to the slice of self. src size = ${joined(src.shape)}, slice size = ${joined(shape)}`,
        );
      }
      const memory = clone(self.alias([self.buffer.length], [1], 0));
      copyInto(memory.alias(shape, strides, offset), src);
      return memory.alias(self.shape, self.strides, self.offset);
    },
    gradient: (grad, node): Gradients => {
      // PyTorch gives to `self` what belongs to the elements that were overwritten.
      const [self, src, ...[shape, strides, start]] = node.args as ScatterArguments;
      const window = { shape, strides, offset: start ?? self.offset };
      const written = carried(full(src.shape, 1, grad.dtype), window, geometryOf(self));
      return [
        node.needs(0) ? where(eqScalar(written, 0), full([], 0, grad.dtype), grad) : null,
        node.needs(1) ? carried(grad, geometryOf(self), window) : null,
      ];
    },
    doc: 'A copy with `src` written where `as_strided` would look.',
  },
);
