/** Softmax, its logarithm, and softmin. */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { TorchError } from '../../../backend/error.ts';
import { isFloating, legacyName, type DType } from '../../../backend/dtype.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { hasRows, overRows, overRowsBackward, type RowKernel } from '../../../backend/wasm/rows.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import { isRecording } from '../../tape/mode.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { div, mul, neg, sub } from '../pointwise/arithmetic.ts';
import { clone, toDType } from '../creation/conversion.ts';
import { exp, log } from '../pointwise/functions.ts';
import { amax } from '../reduce/extremes.ts';
import { sumDims } from '../reduce/sums.ts';

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

/** Minus the largest element along `dim`, so that no exponential overflows and large scores lose no digits. */
const belowLargest = (x: Tensor, dim: number): Tensor => sub(x, amax(x, [dim], true));

export const logSoftmax = operation(
  'log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor',
  {
    forward: (self: Tensor, dim: number, dtype: DType | null): Tensor => {
      const x = dtype === null ? checkedSoftmax('log_softmax', self, dim) : toDType(self, dtype);
      if (x.numel === 0) return clone(x);
      if (fuses(x, dim)) return rows('log_softmax', x);
      const below = belowLargest(x, dim);
      return sub(below, log(sumDims(exp(below), [dim], true)));
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
    if (x.numel === 0) return clone(x);
    if (fuses(x, dim)) return rows('softmax', x);
    const powers = exp(belowLargest(x, dim));
    return div(powers, sumDims(powers, [dim], true));
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

function checkedSoftmax(name: string, self: Tensor, dim: number): Tensor {
  if (isFloating(self.dtype) || self.numel === 0) return self;
  const last = wrapDimension(dim, self.rank) === Math.max(self.rank - 1, 0);
  const kernel = last ? `${name}_lastdim_kernel_impl` : 'softmax_kernel_impl';
  throw new TorchError('NotImplementedError', `"${kernel}" not implemented for '${legacyName(self.dtype)}'`);
}

operation('softmin(Tensor self, int dim) -> Tensor', {
  composite: true,
  forward: (self: Tensor, dim: number): Tensor => softmax(neg(self), dim),
  namespace: 'nn.functional',
  doc: 'The softmax of the negative elements along a dimension.',
});
