/** Division with rounding, remainders, and angles of two arguments. */
import { floatingType, isFloating } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { BinaryKernel } from '../../../backend/kernels.ts';
import { runtimeError, type TorchError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { numbers, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { typeOfBoth, typeWithScalar, type Scalar } from '../../scalar.ts';
import { add, div, divScalar, mul, neg } from './arithmetic.ts';
import { elementwise, withScalar } from './binary.ts';
import { square, trunc } from './functions.ts';

const flat = (grad: Tensor): Gradients => [full(grad.shape, 0, grad.dtype), full(grad.shape, 0, grad.dtype)];

/** Declares `name.Tensor` and `name.Scalar` from one kernel. */
function both(
  name: string,
  kernel: BinaryKernel,
  doc: string,
  dtypes: Restriction,
  gradient: (grad: Tensor, self: Tensor, other: Tensor) => Gradients,
  python: { readonly takesNumbers?: true | 'but one' } = {},
): void {
  operation(`${name}.Tensor(Tensor self, Tensor other) -> Tensor`, {
    forward: (self: Tensor, other: Tensor): Tensor => {
      const dtype = typeOfBoth(self, other);
      checkDivisor(dtype, other);
      return elementwise(kernel, self, other, dtype);
    },
    gradient: (grad, node): Gradients => gradient(grad, node.savedTensor(0), node.savedTensor(1)),
    saves: ['self', 'other'],
    dtypes,
    ...python,
    inPlace: true,
    doc,
  });
  operation(`${name}.Scalar(Tensor self, Scalar other) -> Tensor`, {
    forward: (self: Tensor, other: Scalar): Tensor => {
      const dtype = typeWithScalar(self, other);
      if (!isFloating(dtype) && other.value === 0) throw divisionByZero();
      return withScalar(kernel, self, other, false, dtype);
    },
    gradient: (grad, node): Gradients => {
      const other = full([], (node.args[1] as Scalar).value, grad.dtype);
      return [gradient(grad, node.savedTensor(0), other)[0] ?? null];
    },
    saves: ['self'],
    dtypes,
    inPlace: true,
  });
}

function checkDivisor(dtype: Tensor['dtype'], other: Tensor): void {
  if (isFloating(dtype)) return;
  if (toContiguous(other, other.dtype).includes(0)) throw divisionByZero();
}

const divisionByZero = (): TorchError => runtimeError('ZeroDivisionError');

both(
  'floor_divide',
  'floorDivide',
  'The quotient rounded down.',
  numbers('div_floor_cpu', ['floating']),
  flat,
  { takesNumbers: true },
);
both(
  'remainder',
  'remainder',
  "What is left of `self` after division by `other`, with the divisor's sign (Python's %).",
  numbers('remainder_cpu', ['floating']),
  (grad, self, other) => [
    grad,
    neg(mul(grad, elementwise('floorDivide', self, other, typeOfBoth(self, other)))),
  ],
  { takesNumbers: 'but one' },
);
both(
  'fmod',
  'fmod',
  "What is left of `self` after division by `other`, with the dividend's sign (C's fmod).",
  numbers('fmod_cpu', ['integer', 'floating']),
  (grad, self, other) => [grad, neg(mul(grad, trunc(div(self, other))))],
);

/** `//` with the number first. */
operation('rfloor_divide.Scalar(Tensor self, Scalar other) -> Tensor', {
  forward: (self: Tensor, other: Scalar): Tensor =>
    withScalar('floorDivide', self, other, true, typeWithScalar(self, other)),
  gradient: (grad): Gradients => [full(grad.shape, 0, grad.dtype)],
  variants: 'internal',
});

/** `%` with the number first. */
operation('rremainder.Scalar(Tensor self, Scalar other) -> Tensor', {
  forward: (self: Tensor, other: Scalar): Tensor =>
    withScalar('remainder', self, other, true, typeWithScalar(self, other)),
  variants: 'internal',
});

const ROUNDED = { floor: 'floorDivide', trunc: 'truncDivide' } as const;

function rounding(mode: string): BinaryKernel {
  if (mode === 'floor' || mode === 'trunc') return ROUNDED[mode];
  throw runtimeError(`div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`);
}

operation('div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor', {
  forward: (self: Tensor, other: Tensor, mode: string | null): Tensor => {
    if (mode === null) return div(self, other);
    const dtype = typeOfBoth(self, other);
    const kernel = rounding(mode);
    checkDivisor(dtype, other);
    return elementwise(kernel, self, other, dtype);
  },
  gradient: (grad, node): Gradients => {
    if (node.args[2] !== null) return flat(grad);
    const [self, other] = [node.savedTensor(0), node.savedTensor(1)];
    const byOther = div(grad, other);
    return [byOther, neg(mul(byOther, div(self, other)))];
  },
  saves: ['self', 'other'],
  inPlace: true,
});

operation('div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor', {
  forward: (self: Tensor, other: Scalar, mode: string | null): Tensor =>
    mode === null
      ? divScalar(self, other)
      : withScalar(rounding(mode), self, other, false, typeWithScalar(self, other)),
  gradient: (grad, node): Gradients => [
    node.args[2] === null ? divScalar(grad, node.args[1] as Scalar) : full(grad.shape, 0, grad.dtype),
  ],
  inPlace: true,
});

operation('atan2(Tensor self, Tensor other) -> Tensor', {
  aliases: ['arctan2'],
  forward: (self: Tensor, other: Tensor): Tensor =>
    elementwise('atan2', self, other, floatingType(typeOfBoth(self, other))),
  gradient: (grad, node): Gradients => {
    const [y, x] = [node.savedTensor(0), node.savedTensor(1)];
    const scale = div(grad, add(square(x), square(y)));
    return [mul(scale, x), neg(mul(scale, y))];
  },
  saves: ['self', 'other'],
  inPlace: true,
  doc: 'The angle of the point (other, self), in radians.',
});
