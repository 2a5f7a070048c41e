/** Convolution and pooling over images (N, C, H, W), or (C, H, W) for one. */
import { notImplementedError, runtimeError } from '../../../backend/error.ts';
import type { Windows } from '../../../backend/js/windows.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { toDType } from '../creation/conversion.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { div } from '../pointwise/arithmetic.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { checkChannels, checkSettings, checkTypes } from './convolution-checks.ts';
import { avgPool, maxPool } from './image-pooling.ts';
import { convolution } from './image-windows.ts';
import {
  checkImages,
  checkImagesForMean,
  checkPooling,
  fittingWindows,
  pair,
  windowsOn,
  type Geometry,
} from './windows.ts';

function checkConvolved(input: Tensor): void {
  if (input.rank === 4) return;
  throw runtimeError(
    `Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [${input.shape.join(', ')}]`,
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
    checkConvolved(input);
    checkSettings(weight, { stride, padding, dilation, groups });
    checkChannels(input, weight, bias, groups);
    checkTypes(input, weight, bias);
    const [, , height, width] = input.shape as [number, number, number, number];
    const [, , kernelY, kernelX] = weight.shape as [number, number, number, number];
    const geometry = {
      kernel: [kernelY, kernelX] as const,
      stride: pair(stride),
      padding: pair(padding),
      dilation: pair(dilation),
    };
    return convolution(input, weight, bias, fittingWindows(height, width, geometry), groups);
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

/** Pools images whose windows lie as `geometry` says, which was checked. */
function pooled(
  self: Tensor,
  geometry: Geometry,
  ceil: boolean,
  pool: (images: Tensor, windows: Windows) => Tensor,
): Tensor {
  return batched(self, (images) => {
    const [height, width] = images.shape.slice(-2) as [number, number];
    return pool(images, windowsOn(height, width, geometry, ceil));
  });
}

/** The windows of a pooling, which are as far apart as they are large unless a stride is given. */
function windowGeometry(kernel: Shape, stride: Shape, padding: Shape, dilation: Shape): Geometry {
  return {
    kernel: pair(kernel),
    stride: pair(stride.length === 0 ? kernel : stride),
    padding: pair(padding),
    dilation: pair(dilation),
  };
}

/** @throws TorchError for bools */
function checkComparable(self: Tensor): void {
  if (self.dtype === 'bool') throw notImplementedError(`"max_pool2d" not implemented for 'Bool'`);
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
      checkImages(self);
      const geometry = windowGeometry(kernel, stride, padding, dilation);
      checkPooling(self, geometry, ceil);
      checkComparable(self);
      return pooled(self, geometry, ceil, (images, windows) => maxPool(images, windows)[0] as Tensor);
    },
    namespace: 'nn.functional',
    doc: 'The largest element of each window.',
  },
);

export const maxPool2dWithIndices = operation(
  'max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)',
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
    ): Tensor[] => {
      checkImages(self);
      const geometry = windowGeometry(kernel, stride, padding, dilation);
      checkPooling(self, geometry, ceil);
      checkComparable(self);
      const images = self.rank === 3 ? unsqueeze(self, 0) : self;
      const [height, width] = images.shape.slice(-2) as [number, number];
      const [values, places] = maxPool(images, windowsOn(height, width, geometry, ceil)) as [Tensor, Tensor];
      const both = [values, toDType(places, 'int64')];
      return self.rank === 3 ? both.map((each) => squeezeDim(each, 0)) : both;
    },
    namespace: 'nn.functional',
    variants: 'function',
    doc: 'The largest element of each window, and where it lies in its image, counted row by row.',
  },
);

/** How many elements of the image each window covers: (rows, columns). */
function countsOnImage(windows: Windows, like: Tensor): Tensor {
  const inside = (d: 0 | 1, size: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => {
      const start = i * windows.stride[d] - windows.padding[d];
      return Math.min(start + windows.kernel[d], size) - Math.max(start, 0);
    });
  const columns = inside(1, windows.width, windows.columns);
  const counts = inside(0, windows.height, windows.rows).flatMap((high) =>
    columns.map((wide) => high * wide),
  );
  const elements = Float64Array.from(counts);
  return toDType(fromElements(elements, 'float64', [windows.rows, windows.columns]), like.dtype);
}

/** Means of floating-point numbers, or of int64 without their fractions. @throws TorchError for other dtypes */
export function wholeMeans(self: Tensor, kernel: string, pool: (floats: Tensor) => Tensor): Tensor {
  if (self.dtype === 'int64') return toDType(pool(toDType(self, 'float64')), 'int64');
  checkFloating(self, kernel);
  return pool(self);
}

export const avgPool2d = operation(
  'avg_pool2d(Tensor self, int[2] kernel_size, int[2]? stride=None, int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor',
  {
    composite: true,
    node: 'AvgPool2D',
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape | null,
      padding: Shape,
      ceil: boolean,
      withPadding: boolean,
      override: number | null,
    ): Tensor => {
      if (override === 0) throw runtimeError('divisor must be not zero');
      checkImagesForMean(self);
      const geometry = windowGeometry(kernel, stride ?? [], padding, [1]);
      checkPooling(self, geometry, ceil);
      // The last windows may reach beyond the padding, and what lies there does not count.
      const usual = ceil ? 0 : geometry.kernel[0] * geometry.kernel[1];
      const inImage = override === null && !withPadding && padding.some((size) => size > 0);
      return wholeMeans(self, 'avg_pool2d', (own) =>
        pooled(own, geometry, ceil, (images, windows) => {
          if (!inImage) return avgPool(images, override ?? usual, windows);
          return div(avgPool(images, 1, windows), countsOnImage(windows, images));
        }),
      );
    },
    namespace: 'nn.functional',
    doc: 'The mean of each window of images (N, C, H, W); padding counts as 0 unless told otherwise.',
  },
);
