/**
 * Convolution of images (N, C, H, W) as one operation, by the heap's kernels or as products over windows. The gradients are
 * operations of the same kind, so that second derivatives follow.
 */
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fold as jsFold, unfold as jsUnfold, type Windows } from '../../../backend/js/windows.ts';
import type { Shape } from '../../../backend/layout.ts';
import * as kernels from '../../../backend/wasm/convolution.ts';
import { fromElements, Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { matmul } from '../linalg/products.ts';
import { add } from '../pointwise/arithmetic.ts';
import { sumDims } from '../reduce/sums.ts';
import { reshape, transpose } from '../shape/views.ts';

/** (N, C, H, W) to (N, C, kernel, windows). */
export const unfold: (self: Tensor, windows: Windows, fill: number) => Tensor = operation(
  '_unfold(Tensor self, int[] windows, float fill) -> Tensor',
  {
    forward: (self: Tensor, windows: Windows, fill: number): Tensor => {
      const [n, c] = self.shape as [number, number];
      const elements = jsUnfold(toContiguous(self, self.dtype), n * c, windows, fill, self.dtype);
      return fromElements(elements, self.dtype, [n, c, entries(windows), area(windows)]);
    },
    gradient: (grad, node): Gradients => [fold(grad, node.args[1] as Windows)],
    node: 'Im2Col',
    variants: 'internal',
  },
);

/** The transpose of {@link unfold}. */
const fold: (self: Tensor, windows: Windows) => Tensor = operation(
  '_fold(Tensor self, int[] windows) -> Tensor',
  {
    forward: (self: Tensor, windows: Windows): Tensor => {
      const [n, c] = self.shape as [number, number];
      const elements = jsFold(toContiguous(self, self.dtype), n * c, windows, self.dtype);
      return fromElements(elements, self.dtype, [n, c, windows.height, windows.width]);
    },
    gradient: (grad, node): Gradients => [unfold(grad, node.args[1] as Windows, 0)],
    node: 'Col2Im',
    variants: 'internal',
  },
);

const entries = ({ kernel }: Windows): number => kernel[0] * kernel[1];
const area = ({ rows, columns }: Windows): number => rows * columns;

/** Sizes of a convolution of images of shape `input` with kernels of shape `weight`. */
const sizesOf = (input: Shape, weight: Shape, windows: Windows, groups: number): kernels.Convolved => ({
  n: input[0] as number,
  channels: input[1] as number,
  out: weight[0] as number,
  groups,
  windows,
});

const fuses = (of: kernels.Convolved, a: Tensor, b: Tensor): boolean =>
  a.dtype === 'float32' &&
  b.dtype === 'float32' &&
  usesHeap('fused', of.n * of.channels * of.out * entries(of.windows) * area(of.windows)) &&
  kernels.hasConvolution();

/** Kernels (out, channels / groups, …) as matrices, one for each group. */
const asMatrices = (weight: Tensor, { groups, out }: kernels.Convolved): Tensor =>
  reshape(weight, [groups, out / groups, -1]);

/** Images as matrices, one for each example and group: kernel entries of all channels by windows. */
const asColumns = (input: Tensor, of: kernels.Convolved): Tensor => {
  const rows = (of.channels / of.groups) * entries(of.windows);
  return reshape(unfold(input, of.windows, 0), [of.n, of.groups, rows, area(of.windows)]);
};

const asResults = (output: Tensor, of: kernels.Convolved): Tensor =>
  reshape(output, [of.n, of.groups, of.out / of.groups, area(of.windows)]);

export const convolution = operation(
  '_convolution(Tensor self, Tensor weight, Tensor? bias, int[] windows, int groups) -> Tensor',
  {
    forward: (
      self: Tensor,
      weight: Tensor,
      bias: Tensor | null,
      windows: Windows,
      groups: number,
    ): Tensor => {
      const of = sizesOf(self.shape, weight.shape, windows, groups);
      const shape = [of.n, of.out, windows.rows, windows.columns];
      if (fuses(of, self, weight)) {
        return new Tensor(inHeap(kernels.convolution(of, self, weight, bias)), shape);
      }
      const result = reshape(matmul(asMatrices(weight, of), asColumns(self, of)), shape);
      return bias === null ? result : add(result, reshape(bias, [of.out, 1, 1]));
    },
    gradient: (grad, node): Gradients => {
      const [input, weight] = [node.savedTensor(0), node.savedTensor(1)];
      const [, , , windows, groups] = node.args as [Tensor, Tensor, Tensor | null, Windows, number];
      return [
        node.needs(0) ? convolutionInput(grad, weight, windows, groups) : null,
        node.needs(1) ? convolutionWeight(input, grad, windows, groups) : null,
        node.needs(2) ? sumDims(grad, [0, 2, 3]) : null,
      ];
    },
    saves: ['self', 'weight'],
    node: 'Convolution',
    variants: 'internal',
  },
);

/** What a gradient of a convolution's result sends to its input: a transposed convolution. */
export const convolutionInput: (grad: Tensor, weight: Tensor, windows: Windows, groups: number) => Tensor =
  operation('_convolution_input(Tensor grad_output, Tensor weight, int[] windows, int groups) -> Tensor', {
    forward: (grad: Tensor, weight: Tensor, windows: Windows, groups: number): Tensor => {
      const shape = [
        grad.shape[0] as number,
        (weight.shape[1] as number) * groups,
        windows.height,
        windows.width,
      ];
      const of = sizesOf(shape, weight.shape, windows, groups);
      if (fuses(of, grad, weight)) {
        return new Tensor(inHeap(kernels.convolutionInput(of, grad, weight)), shape);
      }
      const columns = matmul(transpose(asMatrices(weight, of), 1, 2), asResults(grad, of));
      return fold(reshape(columns, [of.n, of.channels, entries(windows), area(windows)]), windows);
    },
    gradient: (grad, node): Gradients => {
      const [output, weight] = [node.savedTensor(0), node.savedTensor(1)];
      const [, , windows, groups] = node.args as [Tensor, Tensor, Windows, number];
      return [
        node.needs(0) ? convolution(grad, weight, null, windows, groups) : null,
        node.needs(1) ? convolutionWeight(grad, output, windows, groups) : null,
      ];
    },
    saves: ['grad_output', 'weight'],
    node: 'Convolution',
    variants: 'internal',
  });

/** What it sends to the weight. */
const convolutionWeight: (input: Tensor, grad: Tensor, windows: Windows, groups: number) => Tensor =
  operation('_convolution_weight(Tensor self, Tensor grad_output, int[] windows, int groups) -> Tensor', {
    forward: (input: Tensor, grad: Tensor, windows: Windows, groups: number): Tensor => {
      const channels = input.shape[1] as number;
      const shape = [grad.shape[1] as number, channels / groups, ...windows.kernel];
      const of = sizesOf(input.shape, shape, windows, groups);
      if (fuses(of, input, grad)) {
        return new Tensor(inHeap(kernels.convolutionWeight(of, input, grad)), shape);
      }
      const products = matmul(asResults(grad, of), transpose(asColumns(input, of), 2, 3));
      return reshape(sumDims(products, [0]), shape);
    },
    gradient: (grad, node): Gradients => {
      const [input, output] = [node.savedTensor(0), node.savedTensor(1)];
      const [, , windows, groups] = node.args as [Tensor, Tensor, Windows, number];
      return [
        node.needs(0) ? convolutionInput(output, grad, windows, groups) : null,
        node.needs(1) ? convolution(input, grad, null, windows, groups) : null,
      ];
    },
    saves: ['self', 'grad_output'],
    node: 'Convolution',
    variants: 'internal',
  });
