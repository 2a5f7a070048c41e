/** Powers of tensors and numbers. */
import { isFloating } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { intScalar, typeOfBoth, typeWithScalar, type Scalar } from '../../scalar.ts';
import { mul, mulScalar, subScalar } from './arithmetic.ts';
import { elementwise, withScalar } from './binary.ts';
import { eqScalar, geScalar, logicalAnd, where } from './selection.ts';
import { log } from './functions.ts';

const one = intScalar(1);

export const powScalar = operation('pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor', {
  dtypes: numbers('pow', ['bool', 'integer', 'floating']),
  forward: (self: Tensor, exponent: Scalar): Tensor => {
    const dtype = typeWithScalar(self, exponent);
    if (!isFloating(dtype) && exponent.value < 0) {
      throw runtimeError('Integers to negative integer powers are not allowed.');
    }
    return withScalar('pow', self, exponent, false, dtype);
  },
  gradient: (grad, node): Gradients => {
    const exponent = node.args[1] as Scalar;
    if (exponent.value === 0) return [full(grad.shape, 0, grad.dtype)];
    const self = node.savedTensor(0);
    const slope = exponent.value === 2 ? self : powScalar(self, { ...exponent, value: exponent.value - 1 });
    return [mul(grad, mulScalar(slope, exponent))];
  },
  saves: ['self'],
  node: 'Pow',
  inPlace: true,
  doc: 'Each element to the power `exponent`.',
});

export const pow = operation('pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor', {
  dtypes: numbers('pow', ['bool', 'integer', 'floating']),
  forward: (self: Tensor, exponent: Tensor): Tensor =>
    elementwise('pow', self, exponent, typeOfBoth(self, exponent)),
  gradient: (grad, node): Gradients => {
    const [self, exponent] = [node.savedTensor(0), node.savedTensor(1)];
    const slope = (): Tensor => mul(exponent, pow(self, subScalar(exponent, one)));
    return [
      node.needs(0) ? mul(grad, where(eqScalar(exponent, 0), zerosLike(exponent), slope())) : null,
      node.needs(1) ? mul(grad, powerTimesLog(self, exponent)) : null,
    ];
  },
  saves: ['self', 'exponent'],
  node: 'PowBackward1',
  inPlace: true,
});

const zerosLike = (x: Tensor): Tensor => full(x.shape, 0, x.dtype);

/** d(x^y)/dy = x^y log x, and 0 where x is 0 and y is not negative, as PyTorch has it. */
function powerTimesLog(self: Tensor, exponent: Tensor): Tensor {
  const product = mul(pow(self, exponent), log(self));
  const isNothing = logicalAnd(eqScalar(self, 0), geScalar(exponent, 0));
  return where(isNothing, full([], 0, product.dtype), product);
}

const powerOf = operation('pow.Scalar(Scalar self, Tensor exponent) -> Tensor', {
  dtypes: numbers('pow', ['bool', 'integer', 'floating']),
  forward: (self: Scalar, exponent: Tensor): Tensor =>
    withScalar('pow', exponent, self, true, typeWithScalar(exponent, self)),
  gradient: (grad, node): Gradients => [
    mul(grad, mulScalar(node.savedTensor(0), Math.log((node.args[0] as Scalar).value))),
  ],
  saves: ['result'],
  node: 'PowBackward2',
});

operation('ldexp.Tensor(Tensor self, Tensor other) -> Tensor', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => mul(self, powerOf({ value: 2, dtype: 'float64' }, other)),
  inPlace: true,
  doc: '`self` times 2 to the power `other`.',
});
