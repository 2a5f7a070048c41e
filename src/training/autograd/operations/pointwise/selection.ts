/** Comparisons, logic, and choosing elements by a condition. */
import * as compute from '../../../backend/compute.ts';
import type { BinaryKernel } from '../../../backend/kernels.ts';
import { broadcastShapes, broadcastStrides, type Shape } from '../../../backend/layout.ts';
import { runtimeError } from '../../../backend/error.ts';
import { cppName, isFloating, legacyName } from '../../../backend/dtype.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { bits, integers, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth, typeWithScalar, type Scalar } from '../../scalar.ts';
import { asTensor, elementwise, withScalar } from './binary.ts';
import { toDType } from '../creation/conversion.ts';

/** Declares `name.Tensor` and `name.Scalar`, which give bools. */
function comparison(name: string, kernel: BinaryKernel, doc: string, aliases: readonly string[] = []) {
  const tensors = operation(`${name}.Tensor(Tensor self, Tensor other) -> Tensor`, {
    forward: (self: Tensor, other: Tensor) =>
      elementwise(kernel, self, other, typeOfBoth(self, other), 'bool'),
    aliases,
    inPlace: true,
    doc,
  });
  const scalar = operation(`${name}.Scalar(Tensor self, Scalar other) -> Tensor`, {
    forward: (self: Tensor, other: Scalar) =>
      withScalar(kernel, self, other, false, typeWithScalar(self, other), 'bool'),
    inPlace: true,
  });
  return { tensors, scalar };
}

const equal = comparison('eq', 'eq', 'Whether the elements are equal, as bools.');
export const eq = equal.tensors;
export const eqScalar = equal.scalar;
export const ne = comparison('ne', 'ne', 'Whether the elements differ, as bools.', ['not_equal']).tensors;
const less = comparison('lt', 'lt', 'Whether the elements of `self` are less, as bools.', ['less']);
export const lt = less.tensors;
export const ltScalar = less.scalar;
export const leScalar = comparison(
  'le',
  'le',
  'Whether the elements of `self` are less or equal, as bools.',
  ['less_equal'],
).scalar;
export const gtScalar = comparison('gt', 'gt', 'Whether the elements of `self` are greater, as bools.', [
  'greater',
]).scalar;
const notLess = comparison('ge', 'ge', 'Whether the elements of `self` are greater or equal, as bools.', [
  'greater_equal',
]);
export const ge = notLess.tensors;
export const geScalar = notLess.scalar;

/** Declares a logical operation on truth values. */
function logic(name: string, kernel: BinaryKernel, doc: string): (self: Tensor, other: Tensor) => Tensor {
  return operation(`${name}(Tensor self, Tensor other) -> Tensor`, {
    forward: (self: Tensor, other: Tensor) =>
      elementwise(kernel, self, other, typeOfBoth(self, other), 'bool'),
    inPlace: true,
    doc,
  });
}

export const logicalAnd = logic('logical_and', 'logicalAnd', 'True where both elements are not 0.');
logic('logical_or', 'logicalOr', 'True where at least one element is not 0.');
logic('logical_xor', 'logicalXor', 'True where exactly one element is not 0.');

/** Declares `name.Tensor` and `name.Scalar` on the bits of integers and on bools. */
function bitwise(name: string, kernel: BinaryKernel, dtypes: Restriction, doc: string): void {
  operation(`${name}.Tensor(Tensor self, Tensor other) -> Tensor`, {
    forward: (self: Tensor, other: Tensor) => {
      const dtype = typeOfBoth(self, other);
      return elementwise(kernel, self, other, dtype);
    },
    dtypes,
    inPlace: true,
    doc,
  });
  operation(`${name}.Scalar(Tensor self, Scalar other) -> Tensor`, {
    forward: (self: Tensor, other: Scalar) => {
      const dtype = typeWithScalar(self, other);
      return withScalar(kernel, self, other, false, dtype);
    },
    dtypes,
    inPlace: true,
  });
}

bitwise('bitwise_and', 'bitwiseAnd', bits('bitwise_and_cpu'), 'The bits both have.');
bitwise('bitwise_or', 'bitwiseOr', bits('bitwise_or_cpu'), 'The bits at least one has.');
bitwise('bitwise_xor', 'bitwiseXor', bits('bitwise_xor_cpu'), 'The bits exactly one has.');

bitwise(
  'bitwise_left_shift',
  'leftShift',
  integers('lshift_cpu'),
  'The bits moved up: times 2 to the power `other`.',
);
bitwise(
  'bitwise_right_shift',
  'rightShift',
  integers('rshift_cpu'),
  'The bits moved down: divided by 2 to the power `other`, rounded down.',
);

operation('bitwise_not(Tensor self) -> Tensor', {
  dtypes: bits('bitwise_not_cpu'),
  forward: (self: Tensor) => {
    const kernel = self.dtype === 'bool' ? 'logicalNot' : 'bitwiseNot';
    return new Tensor(compute.unary(kernel, self, self.dtype), self.shape);
  },
  inPlace: true,
  doc: 'Each bit turned; for bools, not.',
});

operation('logical_not(Tensor self) -> Tensor', {
  forward: (self: Tensor) => new Tensor(compute.unary('logicalNot', self, 'bool'), self.shape),
  inPlace: true,
  doc: 'True where the element is 0.',
});

export const where = operation('where.self(Tensor condition, Tensor self, Tensor other) -> Tensor', {
  takesNumbers: true,
  forward: (condition: Tensor, self: Tensor, other: Tensor): Tensor => {
    if (condition.dtype !== 'bool' && condition.dtype !== 'uint8') {
      throw runtimeError(
        `where expected condition to be a boolean tensor, but got a tensor with dtype ${legacyName(condition.dtype)}`,
      );
    }
    const dtype = typeOfBoth(self, other);
    const shape = broadcastShapes(broadcastShapes(condition.shape, self.shape), other.shape);
    const [c, x, y] = [condition, self, other].map((tensor) => repeated(tensor, shape)) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    return new Tensor(compute.where(c, x, y, dtype), shape);
  },
  gradient: (grad, node): (Tensor | null)[] => {
    const condition = node.savedTensor(0);
    const zeros = full([], 0, grad.dtype);
    return [null, where(condition, grad, zeros), where(condition, zeros, grad)];
  },
  saves: ['condition'],
  variants: 'function',
  doc: 'Elements of `self` where `condition` is true, else of `other`. Shapes broadcast.',
});

const repeated = (x: Tensor, shape: Shape): Tensor =>
  x.alias(shape, broadcastStrides(x.shape, x.strides, shape), x.offset);

/** @throws TorchError for a value of more than one element */
export function checkSingle(operationName: string, value: Tensor): void {
  if (value.rank === 0) return;
  throw runtimeError(
    `${operationName} only supports a 0-dimensional value tensor, but got tensor with ${value.rank} dimension(s).`,
  );
}

/** @throws TorchError unless the mask is one of bools */
function checkMask(mask: Tensor): void {
  if (mask.dtype === 'bool') return;
  throw runtimeError(
    `masked_fill_ only supports boolean masks, but got mask with dtype ${cppName(mask.dtype)}`,
  );
}

operation('masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor', {
  composite: true,
  node: 'MaskedFill',
  forward: (self: Tensor, mask: Tensor, value: Scalar): Tensor => {
    checkMask(mask);
    if (!isFloating(self.dtype) && self.dtype !== 'bool' && !Number.isFinite(value.value)) {
      throw runtimeError(`value cannot be converted to type ${self.dtype}_t without overflow`);
    }
    return where(mask, asTensor(value, self.dtype), self);
  },
  inPlace: true,
  doc: '`value` where `mask` is true, else the element.',
});

operation('masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor', {
  composite: true,
  node: 'MaskedFillBackward1',
  forward: (self: Tensor, mask: Tensor, value: Tensor): Tensor => {
    checkSingle('masked_fill_', value);
    checkMask(mask);
    return where(mask, toDType(value, self.dtype), self);
  },
  inPlace: true,
});
