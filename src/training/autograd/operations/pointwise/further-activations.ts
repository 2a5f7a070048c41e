/** Further activation functions. */
import { TorchError } from '../../../backend/error.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { floating, noBool, numbers, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { floatScalar, intScalar, type Scalar } from '../../scalar.ts';
import { softmax } from './activations.ts';
import { add, addScalar, div, divScalar, mul, mulScalar, neg, sub } from './arithmetic.ts';
import { abs, exp, expm1, log1p, sigmoid, tanh } from './functions.ts';
import { clampBetween, clampWithin } from './limits.ts';
import { gtScalar, leScalar, ltScalar, where } from './selection.ts';
import { slice } from '../shape/slicing.ts';

/** Declares an activation function of one tensor. */
function activation(
  name: string,
  doc: string,
  of: (x: Tensor) => Tensor,
  options: { readonly node?: string; readonly dtypes?: Restriction } = {},
): void {
  operation(`${name}(Tensor self) -> Tensor`, {
    composite: true,
    ...options,
    forward: of,
    namespace: 'nn.functional',
    doc,
  });
}

const nothing = (x: Tensor): Tensor => full([], 0, x.dtype);

/** max(0, min(6, x + 3)) / 6 */
const hardGate = (x: Tensor): Tensor =>
  divScalar(clampWithin(addScalar(x, intScalar(3)), 0, 6), intScalar(6));

/** log(1 + exp(x)) without overflow. */
const softplus = (x: Tensor): Tensor => add(clampBetween(x, 0, null), log1p(exp(neg(abs(x)))));

activation('softsign', 'x / (1 + |x|).', (x) => div(x, addScalar(abs(x), intScalar(1))), {
  dtypes: numbers('abs_cpu'),
});
activation('tanhshrink', 'x - tanh(x).', (x) => sub(x, tanh(x)));
activation('relu6', 'x kept between 0 and 6.', (x) => clampWithin(x, 0, 6), {
  node: 'Hardtanh',
  dtypes: noBool('Bool inputs not supported for hardtanh'),
});
activation('hardsigmoid', '(x + 3) / 6 kept between 0 and 1.', hardGate, {
  node: 'Hardsigmoid',
  dtypes: floating('hardsigmoid_cpu'),
});
activation('hardswish', 'x times hardsigmoid(x).', (x) => mul(x, hardGate(x)), {
  node: 'Hardswish',
  dtypes: floating('hardswish_cpu'),
});
activation('mish', 'x tanh(softplus(x)).', (x) => mul(x, tanh(softplus(x))), {
  node: 'Mish',
  dtypes: floating('mish_cpu'),
});

/** a (exp(x / a) - 1) below 0, x above, all times `scale`. */
function exponentialUnit(x: Tensor, outer: number, inner: number, scale: number): Tensor {
  const below = mulScalar(expm1(mulScalar(clampBetween(x, null, 0), 1 / inner)), outer);
  const unit = where(gtScalar(x, intScalar(0)), x, below);
  return scale === 1 ? unit : mulScalar(unit, scale);
}

/** The constants of self-normalizing networks (Klambauer et al., 2017), as PyTorch has them. */
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

activation(
  'selu',
  'The scaled exponential linear unit.',
  (x) => exponentialUnit(x, SELU_ALPHA, 1, SELU_SCALE),
  {
    node: 'Elu',
    dtypes: floating('elu_cpu'),
  },
);

operation('celu(Tensor self, Scalar alpha=1.0) -> Tensor', {
  dtypes: floating('elu_cpu'),
  composite: true,
  node: 'Celu',
  forward: (self: Tensor, alpha: Scalar): Tensor => exponentialUnit(self, alpha.value, alpha.value, 1),
  namespace: 'nn.functional',
  doc: 'x where it is positive, else alpha (exp(x / alpha) - 1).',
});

operation('hardtanh(Tensor self, Scalar min_val=-1.0, Scalar max_val=1.0) -> Tensor', {
  dtypes: noBool('Bool inputs not supported for hardtanh'),
  composite: true,
  node: 'Hardtanh',
  forward: (self: Tensor, min: Scalar, max: Scalar): Tensor => clampWithin(self, min.value, max.value),
  namespace: 'nn.functional',
  doc: 'x kept between `min_val` and `max_val`.',
});

operation('threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor', {
  dtypes: numbers('threshold_cpu'),
  composite: true,
  node: 'Threshold',
  forward: (self: Tensor, threshold: Scalar, value: Scalar): Tensor =>
    where(leScalar(self, threshold), full([], value.value, self.dtype), self),
  namespace: 'nn.functional',
  doc: 'x where it is above the threshold, else `value`.',
});

operation('hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor', {
  dtypes: floating('hardshrink_cpu'),
  composite: true,
  node: 'Hardshrink',
  forward: (self: Tensor, lambd: Scalar): Tensor => where(gtScalar(abs(self), lambd), self, nothing(self)),
  namespace: 'nn.functional',
  doc: 'x where |x| is above `lambd`, else 0.',
});

operation('softshrink(Tensor self, Scalar lambd=0.5) -> Tensor', {
  dtypes: floating('softshrink_cpu'),
  composite: true,
  node: 'Softshrink',
  forward: (self: Tensor, lambd: Scalar): Tensor => {
    const low = where(ltScalar(self, floatScalar(-lambd.value)), addScalar(self, lambd), nothing(self));
    return where(gtScalar(self, lambd), addScalar(self, -lambd.value), low);
  },
  namespace: 'nn.functional',
  doc: 'x moved by `lambd` towards 0, 0 where |x| is not above it.',
});

operation('glu(Tensor self, int dim=-1) -> Tensor', {
  dtypes: floating('glu_cpu'),
  composite: true,
  node: 'Glu',
  forward: (self: Tensor, dim: number): Tensor => {
    const at = wrapDimension(dim, self.rank);
    const size = self.shape[at] as number;
    if (size % 2 !== 0) {
      throw new TorchError(
        'RuntimeError',
        `Halving dimension must be even, but dimension ${at} is size ${size}`,
      );
    }
    return mul(slice(self, at, 0, size / 2), sigmoid(slice(self, at, size / 2, size)));
  },
  namespace: 'nn.functional',
  doc: 'The first half along a dimension times the sigmoid of the second.',
});

operation('softmin(Tensor self, int dim) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: number): Tensor => softmax(neg(self), dim),
  namespace: 'nn.functional',
  doc: 'The softmax of the negative elements along a dimension.',
});
