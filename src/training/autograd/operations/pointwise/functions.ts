/** Functions of one argument, applied to every element. */
import * as compute from '../../../backend/compute.ts';
import { floatingType, isFloating } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { BackwardKernel, UnaryKernel } from '../../../backend/kernels.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { isRecording } from '../../tape/mode.ts';
import type { Gradient, Gradients } from '../../tape/node.ts';
import { noBool, numbers, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { addScalar, div, mul, mulScalar, neg, rsub } from './arithmetic.ts';
import { toDType } from '../creation/conversion.ts';

interface Options {
  readonly gradient?: Gradient;
  /** The gradient reads the argument or the result, whichever is cheaper. */
  readonly saves?: 'self' | 'result';
  /** Integers stay integers (`abs`, `sign`); the default makes them floats. */
  readonly keepsIntegers?: true;
  /** Of those the functions that are sums and products, of which bools make integers. */
  readonly countsBools?: true;
  readonly node?: string;
  readonly dtypes?: Restriction;
  readonly aliases?: readonly string[];
  /** Absent for those that are no method or have no in-place form. */
  readonly namespace?: 'special';
}

/** Declares an element-wise function computed by one kernel. */
function pointwise(
  name: string,
  kernel: UnaryKernel,
  doc: string,
  options: Options = {},
): (x: Tensor) => Tensor {
  const { gradient, saves, node, dtypes, aliases, keepsIntegers = false, countsBools = false } = options;
  return operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor): Tensor => {
      const kept = countsBools && self.dtype === 'bool' ? 'int64' : self.dtype;
      const dtype = keepsIntegers ? kept : floatingType(self.dtype);
      const operand = dtype === 'float32' && !isFloating(self.dtype) ? toDType(self, dtype) : self;
      return new Tensor(compute.unary(kernel, operand, dtype), self.shape);
    },
    ...(gradient === undefined ? {} : { gradient }),
    ...(saves === undefined ? {} : { saves: [saves] }),
    ...(node === undefined ? {} : { node }),
    ...(dtypes === undefined ? {} : { dtypes }),
    ...(aliases === undefined ? {} : { aliases }),
    inPlace: true,
    doc,
  });
}

const one = intScalar(1);

/** `1 - x^2` and `x^2 + 1` occur in many derivatives. */
const oneMinusSquare = (x: Tensor): Tensor => rsub(mul(x, x), one);
const onePlusSquare = (x: Tensor): Tensor => addScalar(mul(x, x), one);
/** A gradient that itself has none, without the steps in between. */
const atOnce = (kernel: BackwardKernel, grad: Tensor, result: Tensor): Tensor =>
  new Tensor(compute.backward(kernel, grad, result, grad.dtype), grad.shape);
const zeros: Gradient = (grad) => [full(grad.shape, 0, grad.dtype)];

export const exp = pointwise('exp', 'exp', 'e to the power of each element.', {
  gradient: (grad, node) => [mul(grad, node.savedTensor(0))],
  saves: 'result',
});
export const exp2 = pointwise('exp2', 'exp2', '2 to the power of each element.', {
  gradient: (grad, node) => [mul(grad, mulScalar(node.savedTensor(0), Math.LN2))],
  saves: 'result',
});
export const expm1 = pointwise('expm1', 'expm1', 'e to the power of each element, minus 1.', {
  gradient: (grad, node) => [mul(grad, addScalar(node.savedTensor(0), one))],
  saves: 'result',
});
export const log = pointwise('log', 'log', 'The natural logarithm of each element.', {
  gradient: (grad, node) => [div(grad, node.savedTensor(0))],
  saves: 'self',
});
export const log1p = pointwise('log1p', 'log1p', 'The natural logarithm of 1 plus each element.', {
  gradient: (grad, node) => [div(grad, addScalar(node.savedTensor(0), one))],
  saves: 'self',
});
pointwise('log2', 'log2', 'The logarithm to base 2 of each element.', {
  gradient: (grad, node) => [div(grad, mulScalar(node.savedTensor(0), Math.LN2))],
  saves: 'self',
});
pointwise('log10', 'log10', 'The logarithm to base 10 of each element.', {
  gradient: (grad, node) => [div(grad, mulScalar(node.savedTensor(0), Math.LN10))],
  saves: 'self',
});
export const sqrt = pointwise('sqrt', 'sqrt', 'The square root of each element.', {
  gradient: (grad, node) => [div(grad, mulScalar(node.savedTensor(0), intScalar(2)))],
  saves: 'result',
});
export const rsqrt = pointwise('rsqrt', 'rsqrt', 'One over the square root of each element.', {
  gradient: (grad, node) => {
    const result = node.savedTensor(0);
    return [mul(grad, mulScalar(mul(mul(result, result), result), -0.5))];
  },
  saves: 'result',
});
export const square = pointwise('square', 'square', 'The square of each element.', {
  gradient: (grad, node) => [mul(grad, mulScalar(node.savedTensor(0), intScalar(2)))],
  saves: 'self',
  keepsIntegers: true,
  countsBools: true,
  node: 'Pow',
});
export const reciprocal = pointwise('reciprocal', 'reciprocal', 'One over each element.', {
  gradient: (grad, node) => {
    const result = node.savedTensor(0);
    return [neg(mul(grad, mul(result, result)))];
  },
  saves: 'result',
});
export const abs = pointwise('abs', 'abs', 'The absolute value of each element.', {
  gradient: (grad, node) => [mul(grad, sign(node.savedTensor(0)))],
  saves: 'self',
  keepsIntegers: true,
  dtypes: numbers('abs_cpu'),
  aliases: ['absolute'],
});
export const sign = pointwise('sign', 'sign', '-1, 0 or 1 by the sign of each element.', {
  gradient: zeros,
  keepsIntegers: true,
});
export const sin = pointwise('sin', 'sin', 'The sine of each element, in radians.', {
  gradient: (grad, node) => [mul(grad, cos(node.savedTensor(0)))],
  saves: 'self',
});
export const cos: (x: Tensor) => Tensor = pointwise('cos', 'cos', 'The cosine of each element, in radians.', {
  gradient: (grad, node) => [neg(mul(grad, sin(node.savedTensor(0))))],
  saves: 'self',
});
pointwise('tan', 'tan', 'The tangent of each element, in radians.', {
  gradient: (grad, node) => [mul(grad, onePlusSquare(node.savedTensor(0)))],
  saves: 'result',
});
pointwise('asin', 'asin', 'The angle whose sine is the element.', {
  gradient: (grad, node) => [mul(grad, rsqrt(oneMinusSquare(node.savedTensor(0))))],
  saves: 'self',
  aliases: ['arcsin'],
});
pointwise('acos', 'acos', 'The angle whose cosine is the element.', {
  gradient: (grad, node) => [neg(mul(grad, rsqrt(oneMinusSquare(node.savedTensor(0)))))],
  saves: 'self',
  aliases: ['arccos'],
});
pointwise('atan', 'atan', 'The angle whose tangent is the element.', {
  gradient: (grad, node) => [div(grad, onePlusSquare(node.savedTensor(0)))],
  saves: 'self',
  aliases: ['arctan'],
});
const sinh: (x: Tensor) => Tensor = pointwise('sinh', 'sinh', 'The hyperbolic sine of each element.', {
  gradient: (grad, node) => [mul(grad, cosh(node.savedTensor(0)))],
  saves: 'self',
});
const cosh: (x: Tensor) => Tensor = pointwise('cosh', 'cosh', 'The hyperbolic cosine of each element.', {
  gradient: (grad, node) => [mul(grad, sinh(node.savedTensor(0)))],
  saves: 'self',
});
export const tanh = pointwise('tanh', 'tanh', 'The hyperbolic tangent of each element.', {
  gradient: (grad, node) => {
    const result = node.savedTensor(0);
    return [isRecording() ? mul(grad, oneMinusSquare(result)) : atOnce('tanhBackward', grad, result)];
  },
  saves: 'result',
});
pointwise('asinh', 'asinh', 'The inverse hyperbolic sine of each element.', {
  gradient: (grad, node) => [mul(grad, rsqrt(onePlusSquare(node.savedTensor(0))))],
  saves: 'self',
  aliases: ['arcsinh'],
});
pointwise('acosh', 'acosh', 'The inverse hyperbolic cosine of each element.', {
  gradient: (grad, node) => [mul(grad, rsqrt(addScalar(square(node.savedTensor(0)), -1)))],
  saves: 'self',
  aliases: ['arccosh'],
});
pointwise('atanh', 'atanh', 'The inverse hyperbolic tangent of each element.', {
  gradient: (grad, node) => [div(grad, oneMinusSquare(node.savedTensor(0)))],
  saves: 'self',
  aliases: ['arctanh'],
});
export const sigmoid = pointwise('sigmoid', 'sigmoid', '1 / (1 + exp(-x)) of each element.', {
  gradient: (grad, node) => {
    const result = node.savedTensor(0);
    if (!isRecording()) return [atOnce('sigmoidBackward', grad, result)];
    return [mul(grad, mul(result, rsub(result, one)))];
  },
  saves: 'result',
});

/** What relu sends back: `grad` where relu's result `self` is above 0. */
const thresholdBackward = operation('threshold_backward(Tensor grad_output, Tensor self) -> Tensor', {
  forward: (grad: Tensor, self: Tensor): Tensor =>
    new Tensor(compute.backward('thresholdBackward', grad, self, grad.dtype), grad.shape),
  gradient: (grad, node): Gradients => [thresholdBackward(grad, node.savedTensor(0)), null],
  saves: ['self'],
  node: 'ThresholdBackward',
  variants: 'internal',
});

export const relu = pointwise('relu', 'relu', 'max(x, 0) of each element.', {
  gradient: (grad, node) => [thresholdBackward(grad, node.savedTensor(0))],
  saves: 'result',
  keepsIntegers: true,
  dtypes: noBool('Boolean inputs not supported for relu'),
});
export const erf = pointwise('erf', 'erf', 'The error function of each element.', {
  gradient: (grad, node) => {
    const self = node.savedTensor(0);
    return [mul(grad, mulScalar(exp(neg(mul(self, self))), 2 / Math.sqrt(Math.PI)))];
  },
  saves: 'self',
});
export const lgamma = pointwise(
  'lgamma',
  'lgamma',
  'The logarithm of the absolute gamma function of each element.',
  {
    gradient: (grad, node) => [mul(grad, digamma(node.savedTensor(0)))],
    saves: 'self',
  },
);
export const digamma: (x: Tensor) => Tensor = pointwise(
  'digamma',
  'digamma',
  'The derivative of lgamma at each element.',
  {
    gradient: (grad, node) => [mul(grad, polygamma(1, node.savedTensor(0)))],
    saves: 'self',
  },
);
export const polygamma = operation('polygamma(int n, Tensor self) -> Tensor', {
  forward: (n: number, self: Tensor): Tensor => {
    if (n < 0) throw runtimeError('polygamma(n, x) does not support negative n.');
    const dtype = floatingType(self.dtype);
    return new Tensor(compute.binaryScalar('polygamma', toDType(self, dtype), n, false, dtype), self.shape);
  },
  gradient: (grad, node): Tensor[] => [
    mul(grad, polygamma((node.args[0] as number) + 1, node.savedTensor(0))),
  ],
  saves: ['self'],
  variants: 'function',
  doc: 'The n-th derivative of digamma at each element.',
});
pointwise('floor', 'floor', 'The largest integer not above each element.', {
  gradient: zeros,
  keepsIntegers: true,
  dtypes: numbers('floor_vml_cpu'),
});
pointwise('ceil', 'ceil', 'The smallest integer not below each element.', {
  gradient: zeros,
  keepsIntegers: true,
  dtypes: numbers('ceil_vml_cpu'),
});
export const round = pointwise('round', 'round', 'The nearest integer of each element, halves to even.', {
  gradient: zeros,
  keepsIntegers: true,
  dtypes: numbers('round_vml_cpu'),
});
export const trunc = pointwise('trunc', 'trunc', 'Each element without its fraction.', {
  gradient: zeros,
  keepsIntegers: true,
  dtypes: numbers('trunc_vml_cpu'),
  aliases: ['fix'],
});
