/** Activation functions that bend: exponential units, sigmoid and tanh units, gates. */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { gelu as geluInHeap, hasGelu, ofPair } from '../../../backend/wasm/elementwise.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import { runtimeError } from '../../../backend/error.ts';
import { checkFloating, floating, numbers, type Restriction } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { isRecording } from '../../tape/mode.ts';
import { intScalar, type Scalar } from '../../scalar.ts';
import { slice } from '../shape/slicing.ts';
import { add, addScalar, div, mul, mulScalar, neg, rsub, sub } from './arithmetic.ts';
import { abs, erf, exp, expm1, log1p, sigmoid, tanh } from './functions.ts';
import { clampBetween } from './limits.ts';
import { gtScalar, leScalar, where } from './selection.ts';

/** Declares an activation function of one tensor. */
export function activation(
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

/**
 * `self` where it is positive or NaN, `bend` of it elsewhere: of 0 in its place where it is not asked for, so that no
 * infinity there gets into the gradient.
 */
function bentBelow(self: Tensor, bend: (below: Tensor) => Tensor): Tensor {
  const isBelow = leScalar(self, intScalar(0));
  return where(isBelow, bend(where(isBelow, self, full([], 0, self.dtype))), self);
}

/** `self` where it is positive, `otherwise` elsewhere. */
export const rectified = (self: Tensor, otherwise: Tensor): Tensor =>
  where(gtScalar(self, intScalar(0)), self, otherwise);

operation('elu(Tensor self, Scalar alpha=1) -> Tensor', {
  dtypes: floating('elu_cpu'),
  composite: true,
  node: 'Elu',
  forward: (self: Tensor, alpha: Scalar): Tensor =>
    bentBelow(self, (below) => mulScalar(expm1(below), alpha)),
  namespace: 'nn.functional',
  doc: 'x where it is positive, else alpha (exp(x) - 1).',
});

/** a (exp(x / a) - 1) below 0, x above, all times `scale`. */
function exponentialUnit(x: Tensor, outer: number, inner: number, scale: number): Tensor {
  const unit = bentBelow(x, (below) => mulScalar(expm1(mulScalar(below, 1 / inner)), outer));
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
  composite: true,
  node: 'Celu',
  forward: (self: Tensor, alpha: Scalar): Tensor => {
    if (alpha.value === 0) throw runtimeError('ZeroDivisionError: alpha cannot be 0 for CELU');
    checkFloating(self, 'elu_cpu');
    return exponentialUnit(self, alpha.value, alpha.value, 1);
  },
  namespace: 'nn.functional',
  doc: 'x where it is positive, else alpha (exp(x / alpha) - 1).',
});

const softplus = operation('softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor', {
  dtypes: floating('softplus_cpu'),
  composite: true,
  node: 'Softplus',
  forward: (self: Tensor, beta: Scalar, threshold: Scalar): Tensor => {
    const scaled = mulScalar(self, beta);
    const bounded = clampBetween(scaled, null, threshold.value);
    const smooth = mulScalar(log1p(exp(bounded)), 1 / beta.value);
    return where(gtScalar(scaled, threshold), self, smooth);
  },
  namespace: 'nn.functional',
  doc: 'log(1 + exp(beta x)) / beta, linear above the threshold.',
});

activation('softsign', 'x / (1 + |x|).', (x) => div(x, addScalar(abs(x), intScalar(1))), {
  dtypes: numbers('abs_cpu'),
});

activation('tanhshrink', 'x - tanh(x).', (x) => sub(x, tanh(x)));

operation('mish(Tensor self) -> Tensor', {
  dtypes: floating('mish_cpu'),
  forward: (self: Tensor): Tensor => mul(self, tanh(softplus(self))),
  /** What bends comes before x, which may be large. */
  gradient: (grad, node): Tensor[] => {
    const self = node.savedTensor(0);
    const gate = tanh(softplus(self));
    const bend = mul(mul(self, sigmoid(self)), rsub(mul(gate, gate), intScalar(1)));
    return [mul(grad, add(gate, bend))];
  },
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x tanh(softplus(x)).',
});

/** The product with a sigmoid; its slope comes before what may be large, as PyTorch's kernel has it. */
const gated = operation('_gated(Tensor self, Tensor gate) -> Tensor', {
  forward: (self: Tensor, gate: Tensor): Tensor => mul(self, sigmoid(gate)),
  gradient: (grad, node): Tensor[] => {
    const share = sigmoid(node.savedTensor(1));
    const slope = mul(rsub(share, intScalar(1)), share);
    return [mul(grad, share), mul(mul(slope, grad), node.savedTensor(0))];
  },
  saves: ['self', 'gate'],
  variants: 'internal',
});

operation('glu(Tensor self, int dim=-1) -> Tensor', {
  composite: true,
  node: 'Glu',
  forward: (self: Tensor, dim: number): Tensor => {
    const at = wrapDimension(dim, self.rank);
    const size = self.shape[at] as number;
    if (size % 2 !== 0) {
      throw runtimeError(`Halving dimension must be even, but dimension ${at} is size ${size}`);
    }
    checkFloating(self, 'glu_cpu');
    return gated(slice(self, at, 0, size / 2), slice(self, at, size / 2, size));
  },
  namespace: 'nn.functional',
  doc: 'The first half along a dimension times the sigmoid of the second.',
});

export const logsigmoid = operation('logsigmoid(Tensor self) -> Tensor', {
  dtypes: floating('log_sigmoid_cpu'),
  composite: true,
  node: 'LogSigmoid',
  forward: (self: Tensor): Tensor => {
    const magnitude = where(gtScalar(self, intScalar(0)), neg(self), self);
    return sub(clampBetween(self, null, 0), log1p(exp(magnitude)));
  },
  namespace: 'nn.functional',
  doc: 'log(sigmoid(x)), computed without overflow.',
});

operation('silu(Tensor self) -> Tensor', {
  dtypes: floating('silu_cpu'),
  forward: (self: Tensor): Tensor => mul(self, sigmoid(self)),
  gradient: (grad, node): Tensor[] => {
    const self = node.savedTensor(0);
    const share = sigmoid(self);
    return [mul(mul(grad, share), addScalar(mul(self, rsub(share, intScalar(1))), intScalar(1)))];
  },
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x sigmoid(x).',
});

/** Whether one kernel computes the exact gelu, or its gradient. */
const fusesGelu = (x: Tensor, approximate: string): boolean =>
  approximate === 'none' && x.dtype === 'float32' && usesHeap('fused', x.numel) && hasGelu();

/** tanh of the approximation's inner polynomial. */
function geluTanh(x: Tensor): Tensor {
  const cubic = add(x, mulScalar(mul(mul(x, x), x), GELU_CUBE));
  return tanh(mulScalar(cubic, GELU_SCALE));
}

const GELU_SCALE = Math.sqrt(2 / Math.PI);
const GELU_CUBE = 0.044715;

/** The derivative of gelu, in operations. */
function geluSlope(x: Tensor, approximate: string): Tensor {
  const half = mulScalar(x, 0.5);
  if (approximate === 'tanh') {
    const inner = geluTanh(x);
    const slope = addScalar(mulScalar(mul(x, x), 3 * GELU_CUBE * GELU_SCALE), GELU_SCALE);
    const bent = mul(mul(half, rsub(mul(inner, inner), intScalar(1))), slope);
    return add(mulScalar(addScalar(inner, intScalar(1)), 0.5), bent);
  }
  const cumulative = mulScalar(addScalar(erf(mulScalar(x, Math.SQRT1_2)), intScalar(1)), 0.5);
  const density = mulScalar(exp(mul(x, mulScalar(x, -0.5))), 1 / Math.sqrt(2 * Math.PI));
  return add(cumulative, mul(x, density));
}

operation("gelu(Tensor self, *, str approximate='none') -> Tensor", {
  forward: (self: Tensor, approximate: string): Tensor => {
    if (approximate !== 'none' && approximate !== 'tanh') {
      throw runtimeError('approximate argument must be either none or tanh.');
    }
    checkFloating(self, 'GeluKernelImpl');
    if (fusesGelu(self, approximate)) return new Tensor(inHeap(geluInHeap(self)), self.shape);
    if (approximate === 'tanh') return mul(mulScalar(self, 0.5), addScalar(geluTanh(self), intScalar(1)));
    const doubled = addScalar(erf(mulScalar(self, Math.SQRT1_2)), intScalar(1));
    if (self.dtype !== 'float32' || self.rank === 0) return mul(mulScalar(self, 0.5), doubled);
    // As oneDNN's kernel: what is large overflows, what is infinite is NaN.
    return add(mulScalar(mul(self, doubled), 0.5), sub(self, self));
  },
  gradient: (grad, node): Tensor[] => {
    const [self, approximate] = [node.savedTensor(0), node.args[1] as string];
    if (!isRecording() && fusesGelu(self, approximate))
      return [new Tensor(inHeap(ofPair('gelu_backward', grad, self)), grad.shape)];
    return [mul(grad, geluSlope(self, approximate))];
  },
  saves: ['self'],
  namespace: 'nn.functional',
  doc: 'x times the normal distribution function of x.',
});
