/** Sums and means, and the sum that undoes broadcasting. */
import * as compute from '../../../backend/compute.ts';
import { accumulationType, isFloating, legacyName, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { numel, sameShape, wrapDimension, type Shape } from '../../../backend/layout.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { expand } from '../shape/broadcasting.ts';
import { toDType } from '../creation/conversion.ts';
import { divScalar } from '../pointwise/division.ts';
import { reshape } from '../shape/views.ts';

const MOST_DIMENSIONS = 64;

/** Dimensions to reduce, sorted from the start; null or none means all of them. @throws TorchError for one named twice */
export function reducedDimensions(self: Tensor, dims: Shape | null): number[] {
  if (self.rank > MOST_DIMENSIONS)
    throw runtimeError(`only tensors with up to ${MOST_DIMENSIONS} dims are supported`);
  if (dims === null || dims.length === 0) return self.shape.map((_, d) => d);
  const wrapped = dims.map((d) => wrapDimension(d, self.rank)).filter((d) => d < self.rank);
  const twice = wrapped.find((d, i) => wrapped.indexOf(d) !== i);
  if (twice !== undefined) {
    throw runtimeError(`dim ${twice} appears multiple times in the list of dims`);
  }
  return wrapped.sort((a, b) => a - b);
}

/** The shape after reducing `dims`, which stay as size 1 with `keepdim`. */
export function reducedShape(shape: Shape, dims: Shape, keepdim: boolean): number[] {
  if (keepdim) return shape.map((size, d) => (dims.includes(d) ? 1 : size));
  return shape.filter((_, d) => !dims.includes(d));
}

/** A reduction's gradient or result spread over the shape it came from. */
export function spread(reduced: Tensor, shape: Shape, dims: Shape): Tensor {
  return expand(reshape(reduced, reducedShape(shape, dims, true)), shape);
}

function total(self: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType): Tensor {
  const source = self.dtype === dtype || !isFloating(dtype) ? self : toDType(self, dtype);
  return new Tensor(compute.reduce('sum', source, dims, dtype), reducedShape(self.shape, dims, keepdim));
}

export const sum = operation('sum(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  out: false,
  forward: (self: Tensor, dtype: DType | null) =>
    total(self, reducedDimensions(self, null), false, dtype ?? accumulationType(self.dtype)),
  gradient: (grad, node) => [expand(grad, (node.inputs[0] as Tensor).shape)],
  doc: 'The sum of all elements; integers and bools sum to int64.',
});

export const sumDims = operation(
  'sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    forward: (self: Tensor, dim: Shape | null, keepdim: boolean, dtype: DType | null) =>
      total(self, reducedDimensions(self, dim), keepdim, dtype ?? accumulationType(self.dtype)),
    node: 'SumBackward1',
    gradient: (grad, node) => {
      const input = node.inputs[0] as Tensor;
      return [spread(grad, input.shape, reducedDimensions(input, node.args[1] as Shape | null))];
    },
  },
);

function checkMean(self: Tensor, dtype: DType | null): void {
  if (isFloating(dtype ?? self.dtype)) return;
  const which = dtype === null ? 'Input' : 'Output';
  const rule = `mean(): could not infer output dtype. ${which} dtype must be either a floating point or complex dtype. Got: ${legacyName(dtype ?? self.dtype)}`;
  throw runtimeError(rule);
}

/** Sum over `dims` divided by how many elements each sum has. */
function average(self: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType | null): Tensor {
  checkMean(self, dtype);
  const summed = total(self, dims, keepdim, dtype ?? self.dtype);
  return divScalar(summed, numel(dims.map((d) => self.shape[d] as number)));
}

export const mean = operation('mean(Tensor self, *, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dtype: DType | null): Tensor =>
    average(self, reducedDimensions(self, null), false, dtype),
  gradient: (grad, node) => {
    const { shape } = node.inputs[0] as Tensor;
    return [expand(divScalar(grad, numel(shape)), shape)];
  },
  doc: 'The mean of all elements, which must be floating-point.',
});

export const meanDims = operation(
  'mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    forward: (self: Tensor, dim: Shape | null, keepdim: boolean, dtype: DType | null): Tensor =>
      average(self, reducedDimensions(self, dim), keepdim, dtype),
    gradient: (grad, node) => {
      const input = node.inputs[0] as Tensor;
      const dims = reducedDimensions(input, node.args[1] as Shape | null);
      const count = numel(dims.map((d) => input.shape[d] as number));
      return [spread(divScalar(grad, count), input.shape, dims)];
    },
    node: 'MeanBackward1',
  },
);

/** Sums over the dimensions along which `shape` was repeated to the tensor's: undoes broadcasting in a gradient. */
export function sumToShape(self: Tensor, shape: Shape): Tensor {
  const lead = self.rank - shape.length;
  const dims = self.shape
    .map((_, d) => d)
    .filter((d) => d < lead || (shape[d - lead] === 1 && self.shape[d] !== 1));
  const summed = dims.length === 0 ? self : sumDims(self, dims, true);
  return sameShape(summed.shape, shape) ? summed : reshape(summed, shape);
}

operation('sum_to_size(Tensor self, int[] size) -> Tensor', {
  composite: true,
  forward: (self: Tensor, size: Shape): Tensor => {
    const lead = self.rank - size.length;
    const fits = lead >= 0 && size.every((each, d) => each === 1 || each === self.shape[lead + d]);
    if (fits) return size.length === 0 ? sumDims(self, null) : sumToShape(self, size);
    throw runtimeError(`size {[${size.join(', ')}]} is not expandable to size {[${self.shape.join(', ')}]}.`);
  },
  variants: 'method',
  doc: 'The sum over all along which broadcasting from `size` would have repeated elements.',
});
