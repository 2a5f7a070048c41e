/** Copies: of the elements, to another dtype, into another tensor. */
import * as compute from '../../../backend/compute.ts';
import { isFloating, type DType } from '../../../backend/dtype.ts';
import { broadcastShapes, broadcastStrides, sameShape } from '../../../backend/layout.ts';
import { runtimeError, type TorchError } from '../../../backend/error.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';

export const clone = operation('clone(Tensor self) -> Tensor', {
  forward: (self: Tensor) => new Tensor(compute.copy(self, self.dtype), self.shape),
  gradient: (grad) => [grad],
  doc: 'A copy of the tensor with memory of its own, on the tape where the tensor is.',
});

operation('contiguous(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor => (self.isContiguous ? self : clone(self)),
  doc: 'The tensor itself when its elements lie in row-major order, else a copy that does.',
});

const convert = operation('_to_copy(Tensor self, ScalarType dtype) -> Tensor', {
  forward: (self: Tensor, dtype: DType) => new Tensor(compute.copy(self, dtype), self.shape),
  gradient: (grad, node) => [isFloating(node.args[1] as DType) ? grad : null],
  node: 'ToCopy',
  variants: 'internal',
});

/** The tensor as another dtype; itself when it has it. */
export const toDType = operation('to.dtype(Tensor self, ScalarType dtype) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dtype: DType): Tensor => (self.dtype === dtype ? self : convert(self, dtype)),
  variants: 'internal',
});

/** `self` takes the elements of `source`, broadcast and converted. The gradient of its old values is 0. */
export const copy = operation('copy(Tensor self, Tensor source) -> Tensor', {
  forward: (self: Tensor, source: Tensor) => {
    if (!sameShape(broadcastShapes(self.shape, source.shape), self.shape)) throw tooLarge(self, source);
    const strides = broadcastStrides(source.shape, source.strides, self.shape);
    const repeated = source.alias(self.shape, strides, source.offset);
    return new Tensor(compute.copy(repeated, self.dtype), self.shape);
  },
  gradient: (grad, node) => [node.needs(0) ? full(grad.shape, 0, grad.dtype) : null, grad],
  node: 'CopyBackwards',
  inPlace: true,
  into: (self, source) => {
    if (!sameShape(self.shape, source.shape)) return false;
    compute.copyInto(self, source);
    return true;
  },
  variants: 'inPlace',
});

function tooLarge(self: Tensor, source: Tensor): TorchError {
  return runtimeError(
    `output with shape [${self.shape.join(', ')}] doesn't match the broadcast shape [${broadcastShapes(self.shape, source.shape).join(', ')}]`,
  );
}

operation('fill.Scalar(Tensor self, Scalar value) -> Tensor', {
  forward: (self: Tensor, value: Scalar) => {
    const result = new Tensor(compute.copy(self, self.dtype), self.shape);
    compute.fillInto(result, value.value);
    return result;
  },
  gradient: (grad) => [full(grad.shape, 0, grad.dtype)],
  inPlace: true,
  into: (self, value) => {
    compute.fillInto(self, value.value);
    return true;
  },
  doc: 'A tensor of the same shape whose elements are all `value`.',
});

operation('fill.Tensor(Tensor self, Tensor value) -> Tensor', {
  composite: true,
  forward: (self: Tensor, value: Tensor): Tensor => {
    if (value.rank > 0) {
      throw runtimeError(
        `fill_ only supports 0-dimension value tensor but got tensor with ${value.rank} dimensions.`,
      );
    }
    return copy(self, value);
  },
  inPlace: true,
});

operation('zero(Tensor self) -> Tensor', {
  forward: (self: Tensor) => full(self.shape, 0, self.dtype),
  gradient: (grad) => [full(grad.shape, 0, grad.dtype)],
  inPlace: true,
  into: (self) => {
    compute.fillInto(self, 0);
    return true;
  },
  variants: 'inPlace',
  doc: 'Sets every element to 0.',
});
