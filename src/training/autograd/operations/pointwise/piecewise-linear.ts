/** Activation functions that are linear piece by piece: rectified, clipped and shrunk. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating, floating, noBool, numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { intScalar, type Scalar } from '../../scalar.ts';
import { addScalar, divScalar, mul, mulScalar } from './arithmetic.ts';
import { geScalar, gtScalar, leScalar, logicalAnd, ltScalar, where } from './selection.ts';
import { abs } from './functions.ts';
import { clampWithin } from './limits.ts';
import { activation, rectified } from './activations.ts';
import { reshape } from '../shape/views.ts';

const nothing = (x: Tensor): Tensor => full([], 0, x.dtype);

/** A number as the kernel for the tensor's dtype takes it: whole for integers. */
const inDType = (self: Tensor, { value }: Scalar): number =>
  isFloating(self.dtype) ? value : Math.trunc(value);

/** max(0, min(6, x + 3)) / 6 */
const hardGate = (x: Tensor): Tensor =>
  divScalar(clampWithin(addScalar(x, intScalar(3)), 0, 6), intScalar(6));

activation('relu6', 'x kept between 0 and 6.', (x) => clampWithin(x, 0, 6), {
  node: 'Hardtanh',
  dtypes: noBool('Bool inputs not supported for hardtanh'),
});

activation('hardsigmoid', '(x + 3) / 6 kept between 0 and 1.', hardGate, {
  node: 'Hardsigmoid',
  dtypes: floating('hardsigmoid_cpu'),
});

operation('hardswish(Tensor self) -> Tensor', {
  dtypes: floating('hardswish_cpu'),
  forward: (self: Tensor): Tensor =>
    divScalar(mul(self, clampWithin(addScalar(self, intScalar(3)), 0, 6)), intScalar(6)),
  gradient: (grad, node): Tensor[] => {
    const self = node.savedTensor(0);
    const between = mul(grad, addScalar(divScalar(self, intScalar(3)), 0.5));
    const atMost = where(ltScalar(self, intScalar(3)), between, grad);
    return [where(leScalar(self, intScalar(-3)), nothing(grad), atMost)];
  },
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x times hardsigmoid(x).',
});

operation('hardtanh(Tensor self, Scalar min_val=-1.0, Scalar max_val=1.0) -> Tensor', {
  dtypes: noBool('Bool inputs not supported for hardtanh'),
  composite: true,
  node: 'Hardtanh',
  forward: (self: Tensor, min: Scalar, max: Scalar): Tensor => {
    const [low, high] = [min, max].map((bound) => inDType(self, bound)) as [number, number];
    if (self.dtype === 'uint8' && (low < 0 || high < 0)) {
      throw runtimeError('cannot do hardtanh on an unsigned type with negative limits');
    }
    return clampWithin(self, low, high);
  },
  namespace: 'nn.functional',
  doc: 'x kept between `min_val` and `max_val`.',
});

operation('threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor', {
  dtypes: numbers('threshold_cpu'),
  composite: true,
  node: 'Threshold',
  forward: (self: Tensor, threshold: Scalar, value: Scalar): Tensor => {
    const [limit, below] = [threshold, value].map((each) => inDType(self, each)) as [number, number];
    if (self.dtype === 'uint8' && (limit < 0 || below < 0)) {
      throw runtimeError('value cannot be converted to type uint8_t without overflow');
    }
    return where(leScalar(self, limit), full([], below, self.dtype), self);
  },
  namespace: 'nn.functional',
  doc: 'x where it is above the threshold, else `value`.',
});

/** The gradient but within [-lambd, lambd]; NaN is not within. */
function outside(grad: Tensor, node: Node): Gradients {
  const self = node.savedTensor(0);
  const lambd = node.args[1] as Scalar;
  const isWithin = logicalAnd(geScalar(self, -lambd.value), leScalar(self, lambd));
  return [where(isWithin, nothing(grad), grad)];
}

operation('hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor', {
  dtypes: floating('hardshrink_cpu'),
  forward: (self: Tensor, lambd: Scalar): Tensor => where(leScalar(abs(self), lambd), nothing(self), self),
  gradient: outside,
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x where |x| is above `lambd`, else 0.',
});

operation('softshrink(Tensor self, Scalar lambd=0.5) -> Tensor', {
  forward: (self: Tensor, lambd: Scalar): Tensor => {
    if (lambd.value < 0) {
      throw runtimeError(`lambda must be greater or equal to 0, but found to be ${lambd.value}.`);
    }
    checkFloating(self, 'softshrink_cpu');
    const nearer = where(ltScalar(self, 0), addScalar(self, lambd), addScalar(self, -lambd.value));
    return where(leScalar(abs(self), lambd), nothing(self), nearer);
  },
  gradient: outside,
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x moved by `lambd` towards 0, 0 where |x| is not above it.',
});

operation('leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor', {
  dtypes: floating('leaky_relu_cpu'),
  composite: true,
  node: 'LeakyRelu',
  forward: (self: Tensor, slope: Scalar): Tensor => rectified(self, mulScalar(self, slope)),
  namespace: 'nn.functional',
  doc: 'x where it is positive, else `negative_slope` times x.',
});

operation('prelu(Tensor self, Tensor weight) -> Tensor', {
  composite: true,
  node: 'PreluKernel',
  forward: (self: Tensor, weight: Tensor): Tensor => {
    if (self.dtype !== weight.dtype) {
      const [own, other] = [self, weight].map(({ dtype }) => legacyName(dtype));
      throw runtimeError(`prelu: Type promoting not supported. Got ${own} and ${other}`);
    }
    const slope = slopes(self, weight);
    checkFloating(self, 'prelu_cpu');
    // Without what is positive: the weight's gradient would be NaN for an infinity.
    const below = where(gtScalar(self, intScalar(0)), nothing(self), self);
    return rectified(self, mul(below, slope));
  },
  namespace: 'torch',
  doc: 'x where it is positive, else `weight` times x.',
});

/** The weight as it broadcasts with (N, C, …). @throws TorchError when there are not as many as channels */
function slopes(self: Tensor, weight: Tensor): Tensor {
  if (weight.rank > 1) {
    throw runtimeError(
      `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.rank}`,
    );
  }
  const count = weight.numel;
  if (count === 1) return reshape(weight, []);
  if (self.rank === 0) throw runtimeError('Not allow zero-dim input tensor.');
  const channels = self.shape[1] ?? 1;
  if (channels !== count) {
    throw runtimeError(
      `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
    );
  }
  return reshape(
    weight,
    self.shape.map((_, d) => (d === 1 ? count : 1)),
  );
}
