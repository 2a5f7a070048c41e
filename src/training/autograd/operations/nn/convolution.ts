/** Convolution and pooling over images (N, C, H, W), or (C, H, W) for one, as products over sliding windows. */
import { TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fold as jsFold, unfold as jsUnfold, type Windows } from '../../../backend/js/windows.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { add, mul, mulScalar } from '../pointwise/arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { maxAlong } from '../reduce/extremes.ts';
import { matmul } from '../linalg/products.ts';
import { sumDims } from '../reduce/sums.ts';
import { reshape, squeezeDim, unsqueeze } from '../shape/views.ts';
import {
  checkImagesForMaximum,
  checkImagesForMean,
  checkPooling,
  checkSettings,
  checkTypes,
  pair,
  windowCount,
  windowsOn,
  type Geometry,
} from './windows.ts';

/** (N, C, H, W) to (N, C, kernel, windows). */
export const unfold: (self: Tensor, windows: Windows, fill: number) => Tensor = operation(
  '_unfold(Tensor self, int[] windows, float fill) -> Tensor',
  {
    forward: (self: Tensor, windows: Windows, fill: number): Tensor => {
      const [n, c] = self.shape as [number, number];
      const elements = jsUnfold(toContiguous(self, self.dtype), n * c, windows, fill, self.dtype);
      return fromElements(elements, self.dtype, [
        n,
        c,
        windows.kernel[0] * windows.kernel[1],
        windows.rows * windows.columns,
      ]);
    },
    gradient: (grad, node): Gradients => [fold(grad, node.args[1] as Windows)],
    node: 'Im2Col',
    variants: 'internal',
  },
);

/** The transpose of {@link unfold}. */
export const fold: (self: Tensor, windows: Windows) => Tensor = operation(
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

const sizes = (tensor: Tensor): string => `[${tensor.shape.join(', ')}]`;

function checkConvolution(input: Tensor, weight: Tensor, groups: number): void {
  if (input.rank !== 4) {
    throw new TorchError(
      'RuntimeError',
      `Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: ${sizes(input)}`,
    );
  }
  const wanted = (weight.shape[1] as number) * groups;
  if (input.shape[1] === wanted) return;
  throw new TorchError(
    'RuntimeError',
    `Given groups=${groups}, weight of size ${sizes(weight)}, expected input${sizes(input)} to have ${wanted} channels, but got ${input.shape[1]} channels instead`,
  );
}

/** Puts a single image into a batch of one, and takes it out again. */
export function batched(self: Tensor, compute: (batch: Tensor) => Tensor): Tensor {
  return self.rank === 3 ? squeezeDim(compute(unsqueeze(self, 0)), 0) : compute(self);
}

/**
 * A cross-correlation of (N, C, …) with kernels (O, C / groups, …) plus a bias (O). Stride, padding and dilation are a
 * number for each dimension, or one for all.
 */
export type Convolution = (
  self: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  stride: Shape,
  padding: Shape,
  dilation: Shape,
  groups: number,
) => Tensor;

const convolve: Convolution = (self, weight, bias, stride, padding, dilation, groups) =>
  batched(self, (input) => {
    checkConvolution(input, weight, groups);
    checkSettings(weight, bias, stride, padding);
    checkTypes(input, weight);
    const [n, c, height, width] = input.shape as [number, number, number, number];
    const [out, perGroup, kernelY, kernelX] = weight.shape as [number, number, number, number];
    const geometry = {
      kernel: [kernelY, kernelX] as const,
      stride: pair(stride),
      padding: pair(padding),
      dilation: pair(dilation),
    };
    const windows = windowsOn(height, width, geometry);
    const area = windows.rows * windows.columns;
    const columns = reshape(unfold(input, windows, 0), [n, groups, (c / groups) * kernelY * kernelX, area]);
    const kernels = reshape(weight, [groups, out / groups, perGroup * kernelY * kernelX]);
    const result = reshape(matmul(kernels, columns), [n, out, windows.rows, windows.columns]);
    return bias === null ? result : add(result, reshape(bias, [out, 1, 1]));
  });

export const conv2d = operation(
  'conv2d(Tensor self, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] dilation=1, int groups=1) -> Tensor',
  {
    composite: true,
    node: 'Convolution',
    forward: convolve,
    namespace: 'nn.functional',
    doc: 'Cross-correlation of images (N, C, H, W) with kernels (O, C / groups, kH, kW).',
  },
);

/** (N, C, rows, columns, kernel entries last) of an image's windows. */
function pooled(
  self: Tensor,
  geometry: Geometry,
  fill: number,
  ceil: boolean,
  reduce: (windows: Tensor) => Tensor,
): Tensor {
  checkPooling(self, geometry, ceil);
  return batched(self, (input) => {
    const [n, c, height, width] = input.shape as [number, number, number, number];
    const windows = windowsOn(height, width, geometry, ceil);
    return reshape(reduce(unfold(input, windows, fill)), [n, c, windows.rows, windows.columns]);
  });
}

export const maxPool2d = operation(
  'max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor',
  {
    composite: true,
    node: 'MaxPool2DWithIndices',
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape,
      padding: Shape,
      dilation: Shape,
      ceil: boolean,
    ): Tensor => {
      checkImagesForMaximum(self);
      const geometry = {
        kernel: pair(kernel),
        stride: pair(stride.length === 0 ? kernel : stride),
        padding: pair(padding),
        dilation: pair(dilation),
      };
      return pooled(self, geometry, -Infinity, ceil, (windows) => maxAlong(windows, 2, false)[0] as Tensor);
    },
    namespace: 'nn.functional',
    doc: 'The largest element of each window.',
  },
);

/** What each window's sum is multiplied by where the last ones may reach beyond the padding, which does not count. */
function shares(self: Tensor, geometry: Geometry): Tensor {
  const [height, width] = self.shape.slice(-2) as [number, number];
  const reach = (size: number, d: 0 | 1): number[] =>
    Array.from({ length: windowCount(size, d, geometry, true) }, (_, i) => {
      const start = i * geometry.stride[d] - geometry.padding[d];
      return Math.min(start + geometry.kernel[d], size + geometry.padding[d]) - start;
    });
  const columns = reach(width, 1);
  const elements = reach(height, 0).flatMap((row) => columns.map((column) => 1 / (row * column)));
  return toDType(fromElements(Float64Array.from(elements), 'float64', [elements.length]), self.dtype);
}

export const avgPool2d = operation(
  'avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False) -> Tensor',
  {
    composite: true,
    node: 'AvgPool2D',
    forward: (self: Tensor, kernel: Shape, stride: Shape, padding: Shape, ceil: boolean): Tensor => {
      checkImagesForMean(self);
      const size = pair(kernel);
      const geometry = {
        kernel: size,
        stride: pair(stride.length === 0 ? kernel : stride),
        padding: pair(padding),
        dilation: [1, 1] as const,
      };
      return pooled(self, geometry, 0, ceil, (windows) => {
        const sums = sumDims(windows, [2]);
        return ceil ? mul(sums, shares(self, geometry)) : mulScalar(sums, 1 / (size[0] * size[1]));
      });
    },
    namespace: 'nn.functional',
    doc: 'The mean of each window, padding counted as 0.',
  },
);
