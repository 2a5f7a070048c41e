/** Addition, subtraction, multiplication and division. */
import * as compute from '../../../backend/compute.ts';
import { floatingType, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar, timesScalar, typeOfBoth, typeWithScalar, type Scalar } from '../../scalar.ts';
import { addTimes, elementwise, overwrite, overwriteScalar, withScalar } from './binary.ts';
import { divScalar } from './division.ts';

/** Bools add as "or" and multiply as "and"; they have no difference. */
const additive = (dtype: DType) => (dtype === 'bool' ? 'logicalOr' : 'add');
const multiplicative = (dtype: DType) => (dtype === 'bool' ? 'logicalAnd' : 'mul');

const scaled = (x: Tensor, alpha: Scalar): Tensor => (alpha.value === 1 ? x : mulScalar(x, alpha));

export const add = operation('add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor', {
  takesNumbers: true,
  forward: (self: Tensor, other: Tensor, alpha: Scalar): Tensor => {
    const dtype = typeOfBoth(self, other);
    return elementwise(additive(dtype), self, scaled(other, alpha), dtype);
  },
  gradient: (grad, node) => [grad, scaled(grad, node.args[2] as Scalar)],
  inPlace: true,
  into: (self, other, alpha) =>
    alpha.value === 1 ? overwrite('add', self, other) : addTimes(self, other, alpha.value),
  doc: 'The sum, element by element; `other` is multiplied by `alpha`. Shapes broadcast, dtypes promote.',
});

export const addScalar = operation('add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor', {
  forward: (self: Tensor, other: Scalar, alpha: Scalar): Tensor => {
    const dtype = typeWithScalar(self, other);
    return withScalar(additive(dtype), self, timesScalar(other, alpha), false, dtype);
  },
  gradient: (grad) => [grad],
  inPlace: true,
  into: (self, other, alpha) => alpha.value === 1 && overwriteScalar('add', self, other),
});

/** @throws TorchError for bools, which have no difference */
export function checkSubtraction(...dtypes: readonly DType[]): void {
  if (!dtypes.includes('bool')) return;
  throw runtimeError(
    dtypes.every((dtype) => dtype === 'bool')
      ? 'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
      : 'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
}

export const sub = operation('sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor', {
  takesNumbers: true,
  aliases: ['subtract'],
  forward: (self: Tensor, other: Tensor, alpha: Scalar): Tensor => {
    checkSubtraction(self.dtype, other.dtype);
    return elementwise('sub', self, scaled(other, alpha), typeOfBoth(self, other));
  },
  gradient: (grad, node) => [grad, node.needs(1) ? neg(scaled(grad, node.args[2] as Scalar)) : null],
  inPlace: true,
  into: (self, other, alpha) =>
    alpha.value === 1 ? overwrite('sub', self, other) : addTimes(self, other, -alpha.value),
  doc: 'The difference, element by element; `other` is multiplied by `alpha`. Shapes broadcast, dtypes promote.',
});

export const subScalar = operation('sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor', {
  forward: (self: Tensor, other: Scalar, alpha: Scalar): Tensor => {
    checkSubtraction(self.dtype, other.dtype === 'bool' ? 'bool' : 'float64');
    return withScalar('sub', self, timesScalar(other, alpha), false, typeWithScalar(self, other));
  },
  gradient: (grad) => [grad],
  inPlace: true,
  into: (self, other, alpha) => alpha.value === 1 && overwriteScalar('sub', self, other),
});

export const rsub = operation('rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor', {
  forward: (self: Tensor, other: Scalar, alpha: Scalar): Tensor => {
    checkSubtraction(self.dtype, other.dtype);
    return withScalar('sub', scaled(self, alpha), other, true, typeWithScalar(self, other));
  },
  node: 'RsubBackward1',
  gradient: (grad, node) => [neg(scaled(grad, node.args[2] as Scalar))],
  doc: '`other - self`, element by element.',
});

operation('rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor', {
  composite: true,
  node: 'RsubBackward0',
  forward: (self: Tensor, other: Tensor, alpha: Scalar): Tensor => sub(other, self, alpha),
});

export const mul = operation('mul.Tensor(Tensor self, Tensor other) -> Tensor', {
  takesNumbers: true,
  aliases: ['multiply'],
  forward: (self: Tensor, other: Tensor): Tensor => {
    const dtype = typeOfBoth(self, other);
    return elementwise(multiplicative(dtype), self, other, dtype);
  },
  gradient: (grad, node): (Tensor | null)[] => [
    node.needs(0) ? mul(grad, node.savedTensor(1)) : null,
    node.needs(1) ? mul(grad, node.savedTensor(0)) : null,
  ],
  saves: ['self', 'other'],
  inPlace: true,
  into: (self, other) => overwrite('mul', self, other),
  doc: 'The product, element by element. Shapes broadcast, dtypes promote.',
});

export const mulScalar = operation('mul.Scalar(Tensor self, Scalar other) -> Tensor', {
  forward: (self: Tensor, other: Scalar): Tensor => {
    const dtype = typeWithScalar(self, other);
    return withScalar(multiplicative(dtype), self, other, false, dtype);
  },
  gradient: (grad, node): Tensor[] => [mulScalar(grad, node.args[1] as Scalar)],
  secondBackward: 'raises',
  inPlace: true,
  into: (self, other) => overwriteScalar('mul', self, other),
});

export const div = operation('div.Tensor(Tensor self, Tensor other) -> Tensor', {
  takesNumbers: true,
  aliases: ['divide', 'true_divide'],
  forward: (self: Tensor, other: Tensor): Tensor =>
    elementwise('div', self, other, floatingType(typeOfBoth(self, other))),
  gradient: (grad, node): (Tensor | null)[] => {
    const other = node.savedTensor(1);
    const byOther = div(grad, other);
    return [byOther, node.needs(1) ? neg(mul(byOther, div(node.savedTensor(0), other))) : null];
  },
  saves: ['self', 'other'],
  inPlace: true,
  into: (self, other) => overwrite('div', self, other),
  doc: 'The quotient, element by element; integers divide to floats. Shapes broadcast.',
});

/** `number / tensor`: PyTorch multiplies the reciprocal, which rounds twice. */
operation('rdiv.Scalar(Tensor self, Scalar other) -> Tensor', {
  forward: (self: Tensor, other: Scalar): Tensor => {
    const type = floatingType(typeWithScalar(self, other));
    const inverse = withScalar('div', self, intScalar(1), true, type);
    return withScalar('mul', inverse, other, false, type);
  },
  gradient: (grad, node) => {
    const self = node.savedTensor(0);
    const inverse = div(onesLike(self), self);
    return [neg(mul(mulScalar(grad, node.args[1] as Scalar), mul(inverse, inverse)))];
  },
  saves: ['self'],
  node: 'Mul',
  variants: 'internal',
});

const onesLike = (x: Tensor): Tensor => full(x.shape, 1, x.dtype);

export const neg = operation('neg(Tensor self) -> Tensor', {
  aliases: ['negative'],
  forward: (self: Tensor): Tensor => {
    if (self.dtype === 'bool') {
      throw runtimeError(
        'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
      );
    }
    return new Tensor(compute.unary('neg', self, self.dtype), self.shape);
  },
  gradient: (grad): Tensor[] => [neg(grad)],
  inPlace: true,
  doc: 'The negative of each element.',
});

export { divScalar };
