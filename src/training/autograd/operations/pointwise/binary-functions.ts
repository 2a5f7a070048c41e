/** Element-wise functions of two tensors, and blends of them. */
import { cppName, floatingType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { broadcastShapes } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { checkFloating, floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { floatScalar, intScalar, type Scalar, typeOfBoth } from '../../scalar.ts';
import { add, addScalar, div, mul, mulScalar, rsub, sub } from './arithmetic.ts';
import { elementwise } from './binary.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';
import { toDType } from '../creation/conversion.ts';
import { maximum, minimum } from '../reduce/extremes.ts';
import { abs, exp, log, log1p } from './functions.ts';
import { pow } from './powers.ts';
import { eq, eqScalar, gtScalar, leScalar, logicalAnd, ltScalar, where } from './selection.ts';

const zero = intScalar(0);
const nothing = (like: Tensor): Tensor => full([], 0, like.dtype);

/** @throws TorchError for ends or weights of another dtype, for shapes that do not broadcast, and for integers */
function checkLerp(self: Tensor, end: Tensor, weight: Tensor | null): void {
  for (const [name, other] of Object.entries({ end, weight })) {
    if (other === null || other.dtype === self.dtype) continue;
    throw runtimeError(
      `expected dtype ${cppName(self.dtype)} for \`${name}\` but got dtype ${cppName(other.dtype)}`,
    );
  }
  broadcastShapes(self.shape, end.shape);
  checkFloating(self, weight === null ? 'lerp_kernel_scalar' : 'lerp_kernel_tensor');
}

/** From the nearer end, as PyTorch computes it: at weight 1 the result is `end` itself. */
function blend(self: Tensor, end: Tensor, weight: Tensor): Tensor {
  const way = sub(end, self);
  const rest = rsub(weight, intScalar(1));
  const fromEnd = sub(end, mul(way, rest));
  return where(ltScalar(abs(weight), floatScalar(0.5)), add(self, mul(weight, way)), fromEnd);
}

operation('lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor', {
  node: 'Lerp',
  forward: (self: Tensor, end: Tensor, weight: Scalar): Tensor => {
    checkLerp(self, end, null);
    return blend(self, end, full([], weight.value, self.dtype));
  },
  gradient: (grad, node): Gradients => {
    const weight = (node.args[2] as Scalar).value;
    return [mulScalar(grad, 1 - weight), mulScalar(grad, weight)];
  },
  inPlace: true,
  doc: '`self` plus `weight` times the way to `end`.',
});

operation('lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor', {
  node: 'LerpBackward1',
  forward: (self: Tensor, end: Tensor, weight: Tensor): Tensor => {
    checkLerp(self, end, weight);
    return blend(self, end, weight);
  },
  gradient: (grad, node): Gradients => {
    const [self, end, weight] = [0, 1, 2].map((i) => node.savedTensor(i)) as [Tensor, Tensor, Tensor];
    return [mul(grad, rsub(weight, intScalar(1))), mul(grad, weight), mul(grad, sub(end, self))];
  },
  saves: ['self', 'end', 'weight'],
  inPlace: true,
});

operation('hypot(Tensor self, Tensor other) -> Tensor', {
  dtypes: floating('hypot_cpu'),
  forward: (self: Tensor, other: Tensor): Tensor =>
    elementwise('hypot', self, other, typeOfBoth(self, other)),
  gradient: (grad, node): Gradients => {
    const [self, other, result] = [0, 1, 2].map((i) => node.savedTensor(i)) as [Tensor, Tensor, Tensor];
    return [mul(grad, div(self, result)), mul(grad, div(other, result))];
  },
  saves: ['self', 'other', 'result'],
  inPlace: true,
  doc: 'The length of the hypotenuse: sqrt(self^2 + other^2) without overflow.',
});

/** log(base^a + base^b), the larger of the two taken out first. */
function logAdd(a: Tensor, b: Tensor, base: number): Tensor {
  const [x, y] = broadcastBoth(a, b);
  const scale = floatScalar(Math.log(base));
  const gap = mulScalar(sub(minimum(x, y), maximum(x, y)), scale);
  const even = where(eq(x, y), nothing(gap), gap);
  return add(maximum(x, y), mulScalar(log1p(exp(even)), 1 / Math.log(base)));
}

operation('logaddexp(Tensor self, Tensor other) -> Tensor', {
  dtypes: floating('logaddexp_cpu'),
  composite: true,
  node: 'Logaddexp',
  forward: (self: Tensor, other: Tensor): Tensor => logAdd(self, other, Math.E),
  doc: 'log(exp(self) + exp(other)), computed without overflow.',
});

operation('logaddexp2(Tensor self, Tensor other) -> Tensor', {
  dtypes: floating('logaddexp2_cpu'),
  composite: true,
  node: 'Logaddexp2',
  forward: (self: Tensor, other: Tensor): Tensor => logAdd(self, other, 2),
  doc: 'The logarithm to base 2 of 2^self + 2^other, computed without overflow.',
});

/** x log y (or log1p), 0 where x is 0; NaN where y is. */
function timesLog(self: Tensor, other: Tensor, logarithm: (y: Tensor) => Tensor): Tensor {
  const [x, y] = broadcastBoth(self, other);
  const floats = toDType(x, floatingType(typeOfBoth(x, y)));
  const isNothing = logicalAnd(eqScalar(x, zero), eq(y, y));
  return where(isNothing, nothing(floats), mul(floats, logarithm(toDType(y, floats.dtype))));
}

/**
 * The gradient of x log(y + offset): by x the logarithm, 0 where both x is 0 and the logarithm is none; by y
 * x / (y + offset).
 */
function throughTimesLog(
  grad: Tensor,
  node: Node,
  offset: 0 | 1,
  product: (a: Tensor, b: Tensor) => Tensor,
): Gradients {
  const [self, other] = [node.savedTensor(0), node.savedTensor(1)];
  const isNothing = logicalAnd(eqScalar(self, zero), leScalar(other, intScalar(-offset)));
  return [
    node.needs(0) ? where(isNothing, nothing(grad), product(grad, other)) : null,
    node.needs(1) ? mul(grad, div(self, addScalar(other, offset))) : null,
  ];
}

export const xlogy: (self: Tensor, other: Tensor) => Tensor = operation(
  'xlogy.Tensor(Tensor self, Tensor other) -> Tensor',
  {
    takesNumbers: 'but one',
    node: 'Xlogy',
    forward: (self: Tensor, other: Tensor): Tensor => timesLog(self, other, log),
    gradient: (grad, node): Gradients => throughTimesLog(grad, node, 0, xlogy),
    saves: ['self', 'other'],
    inPlace: true,
    doc: '`self` times the logarithm of `other`, 0 where `self` is 0.',
  },
);

operation('special_xlogy.Tensor(Tensor self, Tensor other) -> Tensor', {
  takesNumbers: 'but one',
  composite: true,
  node: 'Xlogy',
  forward: (self: Tensor, other: Tensor): Tensor => xlogy(self, other),
  namespace: 'special',
  doc: '`self` times the logarithm of `other`, 0 where `self` is 0.',
});

const xlog1py: (self: Tensor, other: Tensor) => Tensor = operation(
  'special_xlog1py.Tensor(Tensor self, Tensor other) -> Tensor',
  {
    forward: (self: Tensor, other: Tensor): Tensor => timesLog(self, other, log1p),
    gradient: (grad, node): Gradients => throughTimesLog(grad, node, 1, xlog1py),
    saves: ['self', 'other'],
    namespace: 'special',
    doc: '`self` times log(1 + `other`), 0 where `self` is 0.',
  },
);

operation('heaviside(Tensor self, Tensor values) -> Tensor', {
  forward: (self: Tensor, values: Tensor): Tensor => {
    if (self.dtype !== values.dtype) {
      throw runtimeError('heaviside is not yet implemented for tensors with different dtypes.');
    }
    const [x, at0] = broadcastBoth(self, values);
    const above = full([], 1, x.dtype);
    return where(eqScalar(x, zero), at0, where(gtScalar(x, zero), above, nothing(x)));
  },
  inPlace: true,
  doc: '0 where the element is negative, 1 where it is positive, the value of `values` where it is 0.',
});

/** Whether each element is below 0, or is the 0 below 0. */
function hasMinus(self: Tensor): Tensor {
  const elements = toContiguous(self, 'float64');
  const flags = Uint8Array.from(elements, (value) => Number(value < 0 || Object.is(value, -0)));
  return fromElements(flags, 'bool', self.shape);
}

const copysign = operation('copysign.Tensor(Tensor self, Tensor other) -> Tensor', {
  forward: (self: Tensor, other: Tensor): Tensor => {
    const size = abs(toDType(self, floatingType(typeOfBoth(self, other))));
    return where(hasMinus(other), mulScalar(size, intScalar(-1)), size);
  },
  gradient: (grad, node): Gradients => {
    const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
    const ratio = where(eqScalar(self, zero), full([], 0, grad.dtype), div(result, self));
    return [mul(grad, ratio), node.needs(1) ? full(grad.shape, 0, grad.dtype) : null];
  },
  saves: ['self', 'result'],
  node: 'Copysign',
  inPlace: true,
  doc: 'The size of the one with the sign of the other.',
});

operation('copysign.Scalar(Tensor self, Scalar other) -> Tensor', {
  composite: true,
  node: 'CopysignBackward1',
  forward: (self: Tensor, other: Scalar): Tensor => copysign(self, full([], other.value, 'float32')),
  inPlace: true,
});

/** The larger or smaller element; a NaN gives way to a number. */
for (const [name, choose] of [
  ['fmax', maximum],
  ['fmin', minimum],
] as const) {
  operation(`${name}(Tensor self, Tensor other) -> Tensor`, {
    composite: true,
    node: name === 'fmax' ? 'Fmax' : 'Fmin',
    forward: (self: Tensor, other: Tensor): Tensor => {
      const [x, y] = broadcastBoth(self, other);
      const present = (tensor: Tensor, or: Tensor): Tensor => where(eq(tensor, tensor), tensor, or);
      return choose(present(x, y), present(y, x));
    },
    doc: `The ${name === 'fmax' ? 'larger' : 'smaller'} of two elements, the number where one is NaN.`,
  });
}

operation('float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor', {
  takesNumbers: 'but one',
  composite: true,
  forward: (self: Tensor, exponent: Tensor): Tensor =>
    pow(toDType(self, 'float64'), toDType(exponent, 'float64')),
  doc: 'Each element to the power `exponent`, in float64.',
});
