/** Functions of one complex number. Their gradients are those of real numbers with both sides conjugated (decision 33). */
import { Buffer } from '../../../backend/buffer.ts';
import { newElements, partsOf } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { complexOver, imaginaryPart, pairsOf, realPart } from '../../../tensor/complex.ts';
import { full, itemOf, Tensor } from '../../../tensor/tensor.ts';
import { complexForm } from '../../complex-forms.ts';
import { declarations, operation } from '../../operation.ts';
import type { Gradient } from '../../tape/node.ts';
import { floatScalar, intScalar } from '../../scalar.ts';
import { add, div, mul, mulScalar, neg, rsub, sub } from '../pointwise/arithmetic.ts';
import { exp as expOf, log as logOf, sin as sinOf } from '../pointwise/functions.ts';
import { eqScalar, where } from '../pointwise/selection.ts';
import { callOf } from './arithmetic.ts';
import { complex, imaginaryView, realView } from './parts.ts';

type Pair = readonly [re: number, im: number];
type Function = (x: number, y: number) => Pair;

const { exp, sin, cos, sinh, cosh, hypot, log, sqrt, expm1, atan2, abs } = Math;

const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];
const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d];
/** A pair divided by i. */
const turnedBack = ([a, b]: Pair): Pair => [b, -a];

const inverse: Function = (x, y) => {
  if (abs(x) >= abs(y)) {
    const ratio = y / x;
    const size = x + y * ratio;
    return [1 / size, -ratio / size];
  }
  const ratio = x / y;
  const size = x * ratio + y;
  return [ratio / size, -1 / size];
};

const root: Function = (x, y) => {
  if (x === 0 && y === 0) return [0, y];
  const size = sqrt((abs(x) + hypot(x, y)) / 2);
  if (x >= 0) return [size, y / (2 * size)];
  return [abs(y) / (2 * size), y < 0 || Object.is(y, -0) ? -size : size];
};

const power: Function = (x, y) => [exp(x) * cos(y), exp(x) * sin(y)];
const logarithm: Function = (x, y) => [log(hypot(x, y)), atan2(y, x)];

/** From here on a hyperbolic tangent is 1 to the last digit. */
const FLAT = 20;

const tangent: Function = (x, y) => {
  if (abs(x) > FLAT) return [Math.sign(x), 4 * sin(y) * cos(y) * exp(-2 * abs(x))];
  const size = cosh(2 * x) + cos(2 * y);
  return [sinh(2 * x) / size, sin(2 * y) / size];
};

/** log(z + sqrt(z^2 + 1)), of the half plane where it loses no digits. */
const inverseSine: Function = (x, y) => {
  if (x < 0) return inverseSine(-x, -y).map((part) => -part) as unknown as Pair;
  const [u, v] = root(x * x - y * y + 1, 2 * x * y);
  return logarithm(x + u, y + v);
};

const inverseTangent: Function = (x, y) => {
  const [above, below] = [logarithm(1 + x, y), logarithm(1 - x, -y)];
  return [(above[0] - below[0]) / 2, (above[1] - below[1]) / 2];
};

const arcsine: Function = (x, y) => turnedBack(inverseSine(-y, x));

const FUNCTIONS: Readonly<Record<string, Function>> = {
  exp: power,
  exp2: (x, y) => power(x * Math.LN2, y * Math.LN2),
  expm1: (x, y) => [expm1(x) * cos(y) - 2 * sin(y / 2) ** 2, exp(x) * sin(y)],
  log: logarithm,
  log2: (x, y) => times(logarithm(x, y), [Math.LOG2E, 0]),
  log10: (x, y) => times(logarithm(x, y), [Math.LOG10E, 0]),
  log1p: (x, y) => [Math.log1p(x * (2 + x) + y * y) / 2, atan2(y, 1 + x)],
  sqrt: root,
  rsqrt: (x, y) => inverse(...root(x, y)),
  reciprocal: inverse,
  square: (x, y) => times([x, y], [x, y]),
  sin: (x, y) => [sin(x) * cosh(y), cos(x) * sinh(y)],
  cos: (x, y) => [cos(x) * cosh(y), -sin(x) * sinh(y)],
  tan: (x, y) => turnedBack(tangent(-y, x)),
  sinh: (x, y) => [sinh(x) * cos(y), cosh(x) * sin(y)],
  cosh: (x, y) => [cosh(x) * cos(y), sinh(x) * sin(y)],
  tanh: tangent,
  asin: arcsine,
  acos: (x, y) => plus([Math.PI / 2, 0], times([-1, 0], arcsine(x, y))),
  atan: (x, y) => turnedBack(inverseTangent(-y, x)),
  asinh: inverseSine,
  acosh: (x, y) => logarithm(...plus([x, y], times(root(x + 1, y), root(x - 1, y)))),
  atanh: inverseTangent,
  sigmoid: (x, y) => inverse(...plus([1, 0], power(-x, -y))),
};

/** A new tensor of `f` of each number. */
function computed(f: Function, self: Tensor): Tensor {
  const dtype = partsOf(self.dtype);
  const pairs = pairsOf(self);
  const source = toContiguous(pairs, 'float64');
  const out = newElements(dtype, source.length);
  for (let i = 0; i < out.length; i += 2) {
    [out[i], out[i + 1]] = f(source[i] as number, source[i + 1] as number) as [number, number];
  }
  return complexOver(new Tensor(new Buffer(dtype, out.length, out), pairs.shape));
}

/** The gradient of a function that has a complex derivative: by PyTorch's convention, grad times the derivative's conjugate. */
const conjugated =
  (gradient: Gradient): Gradient =>
  (grad, node) =>
    gradient(conj(grad), node).map((part) => (part === null ? null : conj(part)));

export const conj: (z: Tensor) => Tensor = (z) =>
  z.complex ? complex(realView(z), neg(imaginaryView(z))) : z;

const one = intScalar(1);

/** Of those whose real gradient is one kernel. */
const DERIVATIVES: Readonly<Record<string, Gradient>> = {
  tanh: (grad, node) => [mul(grad, rsub(mul(node.savedTensor(0), node.savedTensor(0)), one))],
  sigmoid: (grad, node) => [mul(grad, mul(node.savedTensor(0), rsub(node.savedTensor(0), one)))],
};

for (const [name, f] of Object.entries(FUNCTIONS)) {
  const { gradient: ofReal, saves, node } = declarations.get(name)?.definition ?? {};
  const gradient = DERIVATIVES[name] ?? ofReal;
  const ofComplex = operation(`_complex_${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor): Tensor => computed(f, self),
    complex: true,
    variants: 'internal',
    ...(gradient === undefined ? {} : { gradient: conjugated(gradient) }),
    ...(saves === undefined ? {} : { saves }),
    ...(node === undefined ? {} : { node }),
  });
  complexForm(name, ofComplex);
}

for (const name of ['conj', 'conj_physical']) complexForm(name, conj);
for (const name of ['resolve_conj', 'resolve_neg', 'positive']) complexForm(name, (self: Tensor) => self);

/** The numbers divided by their absolute values; 0 stays. */
function direction(z: Tensor): Tensor {
  const size = absolute(z);
  return div(z, where(eqScalar(size, 0), full([], 1, size.dtype), size));
}

const absolute: (z: Tensor) => Tensor = operation('_complex_abs(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => callOf('hypot')(realPart(self), imaginaryPart(self)) as Tensor,
  gradient: (grad, node): Tensor[] => [mul(grad, direction(node.savedTensor(0)))],
  saves: ['self'],
  node: 'Abs',
  complex: true,
  variants: 'internal',
});

complexForm('abs', absolute);
complexForm('sgn', direction);

/** Of a real number 0, pi where it is negative. */
operation('angle(Tensor self) -> Tensor', {
  composite: true,
  forward: (self: Tensor): Tensor =>
    callOf('atan2')(full([], 0, self.dtype === 'float64' ? 'float64' : 'float32'), self) as Tensor,
  node: 'Angle',
  doc: 'The angle of each number in the complex plane, in radians.',
});
complexForm('angle', (self: Tensor) => callOf('atan2')(imaginaryView(self), realView(self)));
complexForm('isreal', (self: Tensor) => eqScalar(imaginaryView(self), 0));
complexForm('vdot', (self: Tensor, other: Tensor) => callOf('dot')(conj(self), other));
for (const name of ['isnan', 'isinf']) {
  complexForm(name, (self: Tensor) =>
    callOf('logical_or')(callOf(name)(realView(self)), callOf(name)(imaginaryView(self))),
  );
}
complexForm('isfinite', (self: Tensor) =>
  callOf('logical_and')(callOf('isfinite')(realView(self)), callOf('isfinite')(imaginaryView(self))),
);
complexForm('sinc', (self: Tensor): Tensor => {
  const scaled = mulScalar(self, Math.PI);
  const isZero = eqScalar(self, 0);
  const one = full([], 1, self.dtype);
  return where(isZero, one, div(sinOf(scaled), where(isZero, one, scaled)));
});
complexForm('logaddexp', (self: Tensor, other: Tensor) => logOf(add(expOf(self), expOf(other))));

/** Tolerances are of absolute values. */
function close(self: Tensor, other: Tensor, rtol: number, atol: number): Tensor {
  const distance = absolute(sub(self, other));
  const allowed = callOf('add_Scalar')(mulScalar(absolute(other), rtol), floatScalar(atol), intScalar(1));
  return callOf('logical_or')(
    callOf('eq_Tensor')(self, other),
    callOf('le_Tensor')(distance, allowed),
  ) as Tensor;
}
complexForm('isclose', close);
complexForm(
  'allclose',
  (...args: Parameters<typeof close>): boolean => itemOf(callOf('all')(close(...args)) as Tensor) !== 0,
);
