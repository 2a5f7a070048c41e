/** Further element-wise functions, and the special functions under their names in `torch.special`. */
import * as compute from '../../../backend/compute.ts';
import { floatingType } from '../../../backend/dtype.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import type { UnaryKernel } from '../../../backend/kernels.ts';
import { fromElements, full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradient, Gradients } from '../../tape/node.ts';
import { checkFloating, floating, noBool } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import { div, mul, mulScalar, neg, rsub, sub } from './arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import * as functions from './functions.ts';
import { clampBetween } from './limits.ts';
import { eqScalar, geScalar, leScalar, logicalAnd, ltScalar, where } from './selection.ts';
import { logSoftmax, softmax } from '../nn/softmax.ts';
import { logsumexp } from '../reduce/reductions.ts';

const { cos, exp, log, sign, sin, trunc } = functions;

function smooth(
  name: string,
  kernel: UnaryKernel,
  doc: string,
  gradient: Gradient,
  saves: 'self' | 'result',
): (x: Tensor) => Tensor {
  return operation(`${name}(Tensor self) -> Tensor`, {
    forward: (self: Tensor): Tensor => {
      const dtype = floatingType(self.dtype);
      return new Tensor(compute.unary(kernel, toDType(self, dtype), dtype), self.shape);
    },
    gradient,
    saves: [saves],
    inPlace: true,
    doc,
  });
}

/** 2 / sqrt(pi): the slope of erf at 0. */
const ERF_SLOPE = 2 / Math.sqrt(Math.PI);

const erfc = smooth(
  'erfc',
  'erfc',
  '1 minus the error function of each element.',
  (grad, node) => {
    const self = node.savedTensor(0);
    return [mul(grad, mulScalar(exp(neg(mul(self, self))), -ERF_SLOPE))];
  },
  'self',
);

const erfinv = smooth(
  'erfinv',
  'erfinv',
  'The number whose error function is the element.',
  (grad, node) => {
    const result = node.savedTensor(0);
    return [mul(grad, mulScalar(exp(mul(result, result)), 1 / ERF_SLOPE))];
  },
  'result',
);

const sinc: (x: Tensor) => Tensor = smooth(
  'sinc',
  'sinc',
  'sin(pi x) / (pi x) of each element, 1 at 0.',
  (grad, node) => {
    const self = node.savedTensor(0);
    const zero = eqScalar(self, intScalar(0));
    const safe = where(zero, full([], 1, self.dtype), self);
    const angle = mulScalar(safe, Math.PI);
    const slope = div(sub(cos(angle), div(sin(angle), angle)), safe);
    return [mul(grad, where(zero, full([], 0, self.dtype), slope))];
  },
  'self',
);

operation('frac(Tensor self) -> Tensor', {
  dtypes: floating('frac_cpu'),
  composite: true,
  node: 'Frac',
  forward: (self: Tensor): Tensor => sub(self, trunc(self)),
  inPlace: true,
  doc: 'The part of each element behind the point.',
});

operation('round.decimals(Tensor self, *, int decimals) -> Tensor', {
  forward: (self: Tensor, decimals: number): Tensor => {
    checkFloating(self, decimals === 0 ? 'round_vml_cpu' : 'round_cpu');
    const scale = full([], 10 ** Math.abs(decimals), self.dtype);
    return decimals < 0
      ? mul(functions.round(div(self, scale)), scale)
      : div(functions.round(mul(self, scale)), scale);
  },
  gradient: (grad) => [full(grad.shape, 0, grad.dtype)],
  node: 'RoundBackward1',
  inPlace: true,
});

operation('sgn(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => sign(self),
  gradient: (grad) => [full(grad.shape, 0, grad.dtype)],
  inPlace: true,
  doc: '-1, 0 or 1 by the sign of each element.',
});

operation('positive(Tensor self) -> Tensor', {
  dtypes: noBool('The `+` operator, on a bool tensor is not supported.'),
  composite: true,
  forward: (self: Tensor): Tensor => self,
  doc: 'The tensor itself.',
});

operation('signbit(Tensor self) -> Tensor', {
  forward: (self: Tensor): Tensor => {
    const flags = Uint8Array.from(toContiguous(self, 'float64'), (value) =>
      value < 0 || Object.is(value, -0) ? 1 : 0,
    );
    return fromElements(flags, 'bool', self.shape);
  },
  doc: 'Whether each element is negative, -0 included.',
});

for (const [name, factor, doc] of [
  ['deg2rad', Math.PI / 180, 'Degrees to radians.'],
  ['rad2deg', 180 / Math.PI, 'Radians to degrees.'],
] as const) {
  operation(`${name}(Tensor self) -> Tensor`, {
    composite: true,
    node: name === 'deg2rad' ? 'Deg2Rad' : 'Rad2Deg',
    forward: (self: Tensor): Tensor => mulScalar(self, factor),
    inPlace: true,
    doc,
  });
}

const logit = (given: Tensor, eps: number | null): Tensor => {
  const self = toDType(given, floatingType(given.dtype));
  const p = eps === null ? self : keptWithin(self, eps);
  return log(div(p, rsub(p, intScalar(1))));
};

/** Elements below `eps` become `eps`, others above `1 - eps` become that: PyTorch asks for the lower bound first. */
const keptWithin = (self: Tensor, eps: number): Tensor =>
  where(ltScalar(self, eps), full([], eps, self.dtype), clampBetween(self, null, 1 - eps));

/** 1 / (x (1 - x)) within the bounds; outside 0, and NaN where no bounds were given. */
function throughLogit(grad: Tensor, self: Tensor, eps: number | null): Tensor {
  const low = eps ?? 0;
  const isWithin = logicalAnd(geScalar(self, low), leScalar(self, 1 - low));
  const outside = full([], eps === null ? NaN : 0, grad.dtype);
  return where(isWithin, div(grad, mul(self, rsub(self, intScalar(1)))), outside);
}

for (const [name, namespace] of [
  ['logit', 'torch'],
  ['special_logit', 'special'],
] as const) {
  operation(`${name}(Tensor self, float? eps=None) -> Tensor`, {
    node: 'Logit',
    forward: logit,
    gradient: (grad, node): Gradients => [
      throughLogit(grad, node.savedTensor(0), node.args[1] as number | null),
    ],
    saves: ['self'],
    namespace,
    inPlace: true,
    doc: 'log(p / (1 - p)) of each element; `eps` keeps it within [eps, 1 - eps] first.',
  });
}

/** Names in torch.special for what torch has too. */
const SPECIAL: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  expit: functions.sigmoid,
  exp2: functions.exp2,
  expm1: functions.expm1,
  log1p: functions.log1p,
  erf: functions.erf,
  erfc,
  erfinv,
  sinc,
  gammaln: functions.lgamma,
  digamma: functions.digamma,
  psi: functions.digamma,
  round: functions.round,
  ndtr: (x) => mulScalar(erfc(mulScalar(x, -Math.SQRT1_2)), 0.5),
};

for (const [name, compute] of Object.entries(SPECIAL)) {
  operation(`special_${name}(Tensor self) -> Tensor`, {
    composite: true,
    forward: (self: Tensor): Tensor => compute(self),
    namespace: 'special',
    doc: `\`${name}\` of each element.`,
  });
}

operation('special_polygamma(int n, Tensor self) -> Tensor', {
  composite: true,
  forward: (n: number, self: Tensor): Tensor => functions.polygamma(n, self),
  namespace: 'special',
  doc: 'The n-th derivative of digamma at each element.',
});

operation('special_softmax(Tensor self, int dim) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: number): Tensor => softmax(self, dim),
  namespace: 'special',
  doc: 'exp(x) divided by its sum along a dimension.',
});

operation('special_log_softmax(Tensor self, int dim) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: number): Tensor => logSoftmax(self, dim),
  namespace: 'special',
  doc: 'log(softmax(x)) along a dimension.',
});

operation('special_logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: readonly number[], keepdim: boolean): Tensor => logsumexp(self, dim, keepdim),
  namespace: 'special',
  doc: 'log(sum(exp(x))) along dimensions.',
});
