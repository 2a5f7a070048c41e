/** Activation functions and softmax. */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { TorchError } from '../../../backend/error.ts';
import { legacyName, type DType } from '../../../backend/dtype.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { hasRows, overRows, overRowsBackward, type RowKernel } from '../../../backend/wasm/rows.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Generator } from '../../../tensor/generator.ts';
import { isRecording } from '../../tape/mode.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { floating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { intScalar, type Scalar } from '../../scalar.ts';
import { add, addScalar, mul, mulScalar, neg, sub } from './arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { erf, exp, expm1, log1p, sigmoid, tanh } from './functions.ts';
import { clampBetween } from './limits.ts';
import { gtScalar, where } from './selection.ts';
import { logsumexp } from '../reduce/reductions.ts';
import { sumDims } from '../reduce/sums.ts';

export const logSoftmax = operation(
  'log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor',
  {
    forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => {
      const x = dtype === null ? checkedSoftmax('log_softmax', self, dim) : toDType(self, dtype);
      if (fuses(x, dim)) return rows('log_softmax', x);
      return sub(x, logsumexp(x, [dim], true));
    },
    gradient: (grad, node): Gradients => {
      const dim = node.args[1] as number;
      if (!isRecording() && fuses(grad, dim)) return [backwardOfRows('log_softmax', grad, node)];
      const share = mul(exp(node.savedTensor(0)), sumDims(grad, [dim], true));
      return [sub(grad, share)];
    },
    saves: ['result'],
    node: 'LogSoftmax',
    doc: 'log(softmax(x)) along a dimension, computed without overflow.',
  },
);

export const softmax = operation('softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor', {
  forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => {
    const x = dtype === null ? checkedSoftmax('softmax', self, dim) : toDType(self, dtype);
    if (fuses(x, dim)) return rows('softmax', x);
    return exp(sub(x, logsumexp(x, [dim], true)));
  },
  gradient: (grad, node): Gradients => {
    if (!isRecording() && fuses(grad, node.args[1] as number)) return [backwardOfRows('softmax', grad, node)];
    const result = node.savedTensor(0);
    const weighted = mul(grad, result);
    return [sub(weighted, mul(result, sumDims(weighted, [node.args[1] as number], true)))];
  },
  saves: ['result'],
  doc: 'exp(x) divided by its sum along a dimension.',
});

/** Whether the heap computes a softmax along `dim` in one go. */
const fuses = (x: Tensor, dim: number): boolean =>
  x.dtype === 'float32' &&
  x.rank > 0 &&
  wrapDimension(dim, x.rank) === x.rank - 1 &&
  usesHeap('fused', x.numel) &&
  hasRows();

const rows = (kernel: RowKernel, x: Tensor): Tensor => new Tensor(inHeap(overRows(kernel, x)), x.shape);

const backwardOfRows = (kernel: RowKernel, grad: Tensor, node: Node): Tensor =>
  new Tensor(inHeap(overRowsBackward(kernel, grad, node.savedTensor(0))), grad.shape);

function checkedSoftmax(name: string, self: Tensor, dim: number): Tensor {
  if (self.dtype.startsWith('float')) return self;
  const last = wrapDimension(dim, self.rank) === Math.max(self.rank - 1, 0);
  const kernel = last ? `${name}_lastdim_kernel_impl` : 'softmax_kernel_impl';
  throw new TorchError('NotImplementedError', `"${kernel}" not implemented for '${legacyName(self.dtype)}'`);
}

operation('leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor', {
  dtypes: floating('leaky_relu_cpu'),
  composite: true,
  node: 'LeakyRelu',
  forward: (self: Tensor, slope: Scalar): Tensor => rectified(self, mulScalar(self, slope)),
  namespace: 'nn.functional',
  doc: 'x where it is positive, else `negative_slope` times x.',
});

operation('elu(Tensor self, Scalar alpha=1) -> Tensor', {
  dtypes: floating('elu_cpu'),
  composite: true,
  node: 'Elu',
  forward: (self: Tensor, alpha: Scalar): Tensor =>
    rectified(self, mulScalar(expm1(clampBetween(self, null, 0)), alpha)),
  namespace: 'nn.functional',
  doc: 'x where it is positive, else alpha (exp(x) - 1).',
});

const rectified = (self: Tensor, otherwise: Tensor): Tensor =>
  where(gtScalar(self, intScalar(0)), self, otherwise);

operation('prelu(Tensor self, Tensor weight) -> Tensor', {
  dtypes: floating('prelu_cpu'),
  composite: true,
  node: 'PreluKernel',
  forward: (self: Tensor, weight: Tensor): Tensor => rectified(self, mul(self, weight)),
  namespace: 'torch',
  doc: 'x where it is positive, else `weight` times x.',
});

operation('softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor', {
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
  composite: true,
  node: 'Silu',
  forward: (self: Tensor): Tensor => mul(self, sigmoid(self)),
  namespace: 'nn.functional',
  doc: 'x sigmoid(x).',
});

operation("gelu(Tensor self, *, str approximate='none') -> Tensor", {
  dtypes: floating('GeluKernelImpl'),
  composite: true,
  node: 'Gelu',
  forward: (self: Tensor, approximate: string): Tensor => {
    if (approximate === 'tanh') {
      const cubic = add(self, mulScalar(mul(mul(self, self), self), 0.044715));
      const inner = tanh(mulScalar(cubic, Math.sqrt(2 / Math.PI)));
      return mul(mulScalar(self, 0.5), addScalar(inner, intScalar(1)));
    }
    const inner = erf(mulScalar(self, Math.SQRT1_2));
    return mul(mulScalar(self, 0.5), addScalar(inner, intScalar(1)));
  },
  namespace: 'nn.functional',
  doc: 'x times the normal distribution function of x.',
});

/** Dropout as PyTorch draws it: a mask of Bernoulli(1 - p), then scaled by 1 / (1 - p). */
operation('dropout(Tensor self, float p, bool train, *, Generator? generator=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, p: number, train: boolean, generator: Generator): Tensor => {
    if (p < 0 || p > 1) {
      throw new TorchError('ValueError', `dropout probability has to be between 0 and 1, but got ${p}`);
    }
    if (!train || p === 0) return self;
    const mask = full(self.shape, 0, self.dtype);
    if (p < 1) {
      const elements = mask.buffer.write();
      generator.fillBernoulli(elements, 1 - p);
      for (let i = 0; i < elements.length; i++) elements[i] = (elements[i] as number) / (1 - p);
    }
    return mul(self, mask);
  },
  doc: 'Sets elements to 0 with probability p and scales the others by 1 / (1 - p), while training.',
});
