/**
 * (x - mean) / sqrt(var + eps), times weight plus bias, as one operation: over batches and over layers. By the heap's kernels
 * or in operations; a gradient that is recorded is written in operations that begin at x, so that second derivatives follow.
 */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import * as kernels from '../../../backend/wasm/norms.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { isRecording } from '../../tape/mode.ts';
import type { Gradients, Node } from '../../tape/node.ts';
import { intScalar } from '../../scalar.ts';
import { add, addScalar, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { rsqrt, square } from '../pointwise/functions.ts';
import { meanDims, sumDims } from '../reduce/sums.ts';
import { reshape } from '../shape/views.ts';

const fuses = (...operands: readonly (Tensor | null)[]): boolean =>
  operands.every((x) => x === null || x.dtype === 'float32') &&
  usesHeap('fused', operands[0]?.numel ?? 0) &&
  kernels.hasNorms();

const dimensions = (x: Tensor): number[] => x.shape.map((_, d) => d);

/** Values per channel as they broadcast with (N, C, …). */
const perChannel = (values: Tensor, like: Tensor): Tensor =>
  reshape(
    values,
    like.shape.map((size, d) => (d === 1 ? size : 1)),
  );

/** Mean and mean square distance from it over `dims`, which stay as size 1. */
export function momentsOver(x: Tensor, dims: Shape): [mean: Tensor, variance: Tensor] {
  const mean = meanDims(x, dims, true);
  return [mean, meanDims(square(sub(x, mean)), dims, true)];
}

/** Mean and mean square distance from it of each channel of (N, C, …), off the tape: shapes (C). */
export function batchMoments(x: Tensor): [mean: Tensor, variance: Tensor] {
  const channels = [x.shape[1] as number];
  if (fuses(x)) {
    const [mean, variance] = kernels.batchMoments(x);
    return [new Tensor(inHeap(mean), channels), new Tensor(variance, channels)];
  }
  const dims = dimensions(x).filter((d) => d !== 1);
  const [mean, variance] = momentsOver(x, dims);
  return [reshape(mean, channels), reshape(variance, channels)];
}

/** Variances whose squares overflowed as PyTorch's kernels have them: NaN. */
const finite = (variance: Tensor): Tensor => add(variance, mulScalar(variance, intScalar(0)));

/** What the gradients of x, weight and bias are made of, broadcast. */
interface Parts {
  /** x, normalised. */
  readonly unit: Tensor;
  /** One over the deviation. */
  readonly scale: Tensor;
  readonly weight: Tensor | null;
}

/** @param dims over which the moments follow x; none: they are constants */
function gradientOfUnit(grad: Tensor, { unit, scale, weight }: Parts, dims: Shape | null): Tensor {
  const inner = weight === null ? grad : mul(grad, weight);
  if (dims === null) return mul(inner, scale);
  const shared = add(meanDims(inner, dims, true), mul(unit, meanDims(mul(inner, unit), dims, true)));
  return mul(scale, sub(inner, shared));
}

/** The gradients in the order of a node's tensors: x, then weight and bias where there are any. */
function inOrder(
  node: Node,
  hasWeight: boolean,
  hasBias: boolean,
  all: readonly (() => Tensor)[],
): Gradients {
  const [x, weight, bias] = all as readonly [() => Tensor, () => Tensor, () => Tensor];
  const present = [x, ...(hasWeight ? [weight] : []), ...(hasBias ? [bias] : [])];
  return present.map((gradient, i) => (node.needs(i) ? gradient() : null));
}

/** The moments as tensors of a backend's kernels. */
const moments = (mean: Tensor, variance: Tensor, eps: number): kernels.Moments => ({ mean, variance, eps });

type BatchArguments = readonly [Tensor, Tensor | null, Tensor | null, Tensor, Tensor, boolean, number];

/** @param training whether the moments are those of `self`, so that they follow it */
export const batchNorm = operation(
  '_batch_norm(Tensor self, Tensor? weight, Tensor? bias, Tensor mean, Tensor variance, bool training, float eps) -> Tensor',
  {
    forward: (...[self, weight, bias, mean, variance, , eps]: BatchArguments): Tensor => {
      if (fuses(self, weight, bias, mean, variance)) {
        const result = kernels.batchNorm(self, moments(mean, variance, eps), weight, bias);
        return new Tensor(inHeap(result), self.shape);
      }
      const unit = mul(sub(self, perChannel(mean, self)), rsqrt(addScalar(perChannel(variance, self), eps)));
      const weighted = weight === null ? unit : mul(unit, perChannel(weight, self));
      return bias === null ? weighted : add(weighted, perChannel(bias, self));
    },
    gradient: (grad, node): Gradients => {
      const [, hasWeight, hasBias, , , training, eps] = node.args as BatchArguments;
      const [self, mean, variance] = [0, 1, 2].map((i) => node.savedTensor(i)) as [Tensor, Tensor, Tensor];
      const weight = hasWeight === null ? null : node.savedTensor(3);
      const has = [hasWeight !== null, hasBias !== null] as const;
      if (!isRecording() && fuses(grad, self, weight, mean, variance)) {
        const [x, w, b] = kernels.batchNormBackward(
          grad,
          self,
          moments(mean, variance, eps),
          weight,
          training,
        );
        const channels = mean.shape;
        const made = [new Tensor(inHeap(x), self.shape), new Tensor(w, channels), new Tensor(b, channels)];
        return inOrder(
          node,
          ...has,
          made.map((tensor) => () => tensor),
        );
      }
      const dims = dimensions(self).filter((d) => d !== 1);
      const [center, spread] = training
        ? momentsOver(self, dims)
        : [perChannel(mean, self), perChannel(variance, self)];
      const scale = rsqrt(addScalar(spread, eps));
      const unit = mul(sub(self, center), scale);
      const parts = { unit, scale, weight: weight === null ? null : perChannel(weight, self) };
      return inOrder(node, ...has, [
        () => gradientOfUnit(grad, parts, training ? dims : null),
        () => sumDims(mul(grad, unit), dims),
        () => sumDims(grad, dims),
      ]);
    },
    saves: ['self', 'mean', 'variance', 'weight'],
    node: 'NativeBatchNorm',
    variants: 'internal',
  },
);

type LayerArguments = readonly [Tensor, Tensor | null, Tensor | null, number, number];

/** Over the last `dims` dimensions. */
export const layerNorm = operation(
  '_layer_norm(Tensor self, Tensor? weight, Tensor? bias, int dims, float eps) -> Tensor',
  {
    forward: (...[self, weight, bias, dims, eps]: LayerArguments): Tensor => {
      if (fuses(self, weight, bias)) {
        const columns = numel(self.shape.slice(-dims));
        return new Tensor(inHeap(kernels.layerNorm(self, columns, weight, bias, eps)), self.shape);
      }
      const [mean, variance] = momentsOver(self, dimensions(self).slice(-dims));
      const scale = rsqrt(addScalar(finite(variance), eps));
      const unit = mul(sub(self, mean), scale);
      const weighted = weight === null ? unit : mul(unit, weight);
      return bias === null ? weighted : add(weighted, bias);
    },
    gradient: (grad, node): Gradients => {
      const [, hasWeight, hasBias, count, eps] = node.args as LayerArguments;
      const self = node.savedTensor(0);
      const weight = hasWeight === null ? null : node.savedTensor(1);
      const has = [hasWeight !== null, hasBias !== null] as const;
      const shape = self.shape.slice(-count);
      if (!isRecording() && fuses(grad, self, weight)) {
        const [x, w, b] = kernels.layerNormBackward(grad, self, numel(shape), weight, eps);
        const made = [new Tensor(inHeap(x), self.shape), new Tensor(w, shape), new Tensor(b, shape)];
        return inOrder(
          node,
          ...has,
          made.map((tensor) => () => tensor),
        );
      }
      const dims = dimensions(self).slice(-count);
      const others = dimensions(self).slice(0, -count);
      const [center, spread] = momentsOver(self, dims);
      const factor = rsqrt(addScalar(finite(spread), eps));
      const unit = mul(sub(self, center), factor);
      const summed = (x: Tensor): Tensor => (others.length === 0 ? x : sumDims(x, others));
      return inOrder(node, ...has, [
        () => gradientOfUnit(grad, { unit, scale: factor, weight }, dims),
        () => summed(mul(grad, unit)),
        () => summed(grad),
      ]);
    },
    saves: ['self', 'weight'],
    node: 'NativeLayerNorm',
    variants: 'internal',
  },
);
