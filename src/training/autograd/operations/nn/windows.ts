/** How windows lie on images, and what pooling demands of their arguments, in PyTorch's words. */
import { runtimeError } from '../../../backend/error.ts';
import type { Windows } from '../../../backend/js/windows.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';

const listed = (values: Shape): string => `[${values.join(', ')}]`;

type Pair = readonly [number, number];

/** One number stands for both directions. */
export const pair = (values: Shape): Pair => [values[0] as number, values[1] ?? (values[0] as number)];

export interface Geometry {
  readonly kernel: Pair;
  readonly dilation: Pair;
  readonly padding: Pair;
  readonly stride: Pair;
}

/** How many windows lie along dimension `d`; a last one that would start in the padding behind is none. */
export function windowCount(size: number, d: 0 | 1, geometry: Geometry, ceil: boolean): number {
  const { kernel, dilation, padding, stride } = geometry;
  const steps = (size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d];
  if (!ceil) return Math.floor(steps) + 1;
  const last = Math.ceil(steps);
  return last * stride[d] >= size + padding[d] ? last : last + 1;
}

/** Windows on images of the given size. */
export function windowsOn(height: number, width: number, geometry: Geometry, ceil = false): Windows {
  const extent = (size: number, d: 0 | 1): number => windowCount(size, d, geometry, ceil);
  return { height, width, ...geometry, rows: extent(height, 0), columns: extent(width, 1) };
}

/** The same of a convolution. @throws TorchError when the kernel is larger than the padded image */
export function fittingWindows(height: number, width: number, geometry: Geometry): Windows {
  const { kernel, dilation, padding } = geometry;
  const [high, wide] = [height + 2 * padding[0], width + 2 * padding[1]];
  const reach = (d: 0 | 1): number => dilation[d] * (kernel[d] - 1) + 1;
  if (reach(0) > high || reach(1) > wide) {
    throw runtimeError(
      `Calculated padded input size per channel: (${high} x ${wide}). Kernel size: (${kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
    );
  }
  return windowsOn(height, width, geometry);
}

/** @throws TorchError when stride or padding make no pooling, or no window fits */
export function checkPooling(image: Tensor, geometry: Geometry, ceil: boolean): void {
  const { kernel, stride, padding, dilation } = geometry;
  if (stride.includes(0)) throw runtimeError('stride should not be zero');
  if (kernel.some((size) => size <= 0)) {
    throw runtimeError(`kernel size should be greater than zero, but got kH: ${kernel[0]} kW: ${kernel[1]}`);
  }
  if (stride.some((step) => step < 0)) {
    throw runtimeError(`stride should be greater than zero, but got dH: ${stride[0]} dW: ${stride[1]}`);
  }
  if (dilation.includes(0)) {
    throw runtimeError(
      `dilation should be greater than zero, but got dilationH: ${dilation[0]} dilationW: ${dilation[1]}`,
    );
  }
  for (const d of [0, 1] as const) {
    if (padding[d] < 0) throw runtimeError(`pad must be non-negative, but got pad: ${padding[d]}`);
    if (padding[d] <= (dilation[d] * (kernel[d] - 1) + 1) / 2) continue;
    throw runtimeError(
      `pad should be at most half of effective kernel size, but got pad=${padding[d]}, kernel_size=${kernel[d]} and dilation=${dilation[d]}`,
    );
  }
  const [channels, height, width] = image.shape.slice(-3) as [number, number, number];
  const rows = windowCount(height, 0, geometry, ceil);
  const columns = windowCount(width, 1, geometry, ceil);
  if (rows >= 1 && columns >= 1) return;
  throw runtimeError(
    `Given input size: (${channels}x${height}x${width}). Calculated output size: (${channels}x${rows}x${columns}). Output size is too small`,
  );
}

/** @throws TorchError unless the images are (C, H, W) or (N, C, H, W); only a batch may be empty */
export function checkImages(self: Tensor): void {
  if ((self.rank === 3 || self.rank === 4) && !self.shape.slice(self.rank - 3).includes(0)) return;
  if (self.rank >= 3) {
    throw runtimeError(
      `Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:${listed(self.shape)}`,
    );
  }
  throw runtimeError('non-empty 3D or 4D (batch mode) tensor expected for input');
}

/** @throws TorchError unless the images are (C, H, W) or (N, C, H, W) */
export function checkImagesForMean(self: Tensor): void {
  wrapDimension(-3, self.rank);
  checkImages(self);
}

/** @throws TorchError where a largest element of windows on sequences (C, L) or (N, C, L) does not exist */
export function checkSequencesForMaximum(
  self: Tensor,
  [kernel = 1]: Shape,
  [stride = kernel]: Shape,
  [padding = 0]: Shape,
  [dilation = 1]: Shape,
): void {
  if ((self.rank !== 2 && self.rank !== 3) || self.shape.slice(self.rank - 2).includes(0)) {
    throw runtimeError(
      `max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:${listed(self.shape)}`,
    );
  }
  for (const [name, value] of Object.entries({ kernel_size: kernel, stride })) {
    if (value <= 0) throw runtimeError(`max_pool1d() ${name} must be greater than zero, but got ${value}`);
  }
  if (padding < 0) throw runtimeError(`max_pool1d() padding must be non-negative, but got ${padding}`);
  if (padding > kernel / 2) {
    throw runtimeError(
      `max_pool1d() padding should be at most half of kernel size, but got padding=${padding} and kernel_size=${kernel}`,
    );
  }
  if (dilation <= 0)
    throw runtimeError(`max_pool1d() dilation must be greater than zero, but got ${dilation}`);
}

/** @throws TorchError unless the sequences are (C, L) or (N, C, L) */
export function checkSequences(self: Tensor, name: string): void {
  if (self.rank === 2 || self.rank === 3) return;
  throw runtimeError(
    `Expected 2 to 3 dimensions, but got ${self.rank}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
  );
}
