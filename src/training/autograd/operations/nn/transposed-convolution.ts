/** The transpose of a convolution of images, by which a small image becomes a larger one. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { notImplementedError, runtimeError } from '../../../backend/error.ts';
import type { Windows } from '../../../backend/js/windows.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkWritable } from '../../in-place.ts';
import { checkSameType } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { toDType } from '../creation/conversion.ts';
import { add } from '../pointwise/arithmetic.ts';
import { reshape } from '../shape/views.ts';
import { batched } from './convolution.ts';
import { convolutionInput } from './image-windows.ts';
import { checkChannels, checkSettings } from './convolution-checks.ts';
import { pair } from './windows.ts';

operation(
  'conv_transpose2d(Tensor self, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] output_padding=0, int groups=1, int[2] dilation=1) -> Tensor',
  {
    composite: true,
    node: 'Convolution',
    forward: (
      self: Tensor,
      weight: Tensor,
      bias: Tensor | null,
      stride: Shape,
      padding: Shape,
      extra: Shape,
      groups: number,
      dilation: Shape,
    ): Tensor =>
      batched(self, (input) => {
        if (input.rank !== 4) {
          throw runtimeError(
            `Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d, but got input of size: [${input.shape.join(', ')}]`,
          );
        }
        checkSettings(weight, { stride, padding, dilation, extra, groups });
        checkChannels(input, weight, bias, groups, true);
        const geometry = {
          stride: pair(stride),
          padding: pair(padding),
          dilation: pair(dilation),
          extra: pair(extra),
        };
        checkTransposed(input, weight, geometry);
        const [, , rows, columns] = input.shape as [number, number, number, number];
        const [, outPerGroup, kernelY, kernelX] = weight.shape as [number, number, number, number];
        const windows = transposedWindows(rows, columns, { kernel: [kernelY, kernelX], ...geometry });
        const result = convolutionInput(input, weight, windows, groups);
        if (bias === null) return result;
        const sum = add(result, reshape(bias, [groups * outPerGroup, 1, 1]));
        checkWritable(result, sum);
        return toDType(sum, result.dtype);
      }),
    namespace: 'nn.functional',
    doc: 'The transpose of conv2d: each element of (N, C, H, W) spreads a kernel (C, O / groups, kH, kW).',
  },
);

type Pair = readonly [number, number];

interface Transposed {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly extra: Pair;
}

/** @throws TorchError where the kernel of PyTorch takes no such sizes or dtypes */
function checkTransposed(input: Tensor, weight: Tensor, geometry: Omit<Transposed, 'kernel'>): void {
  const { stride, dilation, extra } = geometry;
  const isTooFar = (d: 0 | 1): boolean => extra[d] >= stride[d] && extra[d] >= dilation[d];
  if (isTooFar(0) || isTooFar(1)) {
    throw runtimeError(
      `output padding must be smaller than either stride or dilation, but got output_padding_height: ${extra[0]} output_padding_width: ${extra[1]} stride_height: ${stride[0]} stride_width: ${stride[1]} dilation_height: ${dilation[0]} dilation_width: ${dilation[1]}`,
    );
  }
  if (input.shape.slice(2).includes(0)) {
    throw runtimeError(
      `Only zero batch or zero channel inputs are supported, but got input shape: [${input.shape.join(', ')}]`,
    );
  }
  if (weight.numel === 0) {
    throw runtimeError(`non-empty 2D or 4D weight tensor expected, but got: [${weight.shape.join(', ')}]`);
  }
  if (!isFloating(input.dtype) && input.dtype !== 'int64') {
    throw notImplementedError(
      `"slow_conv_transpose2d_out_cpu" not implemented for '${legacyName(input.dtype)}'`,
    );
  }
  checkSameType(input, weight);
}

/** The windows of the convolution whose transpose makes an image of rows x columns larger. */
function transposedWindows(rows: number, columns: number, geometry: Transposed): Windows {
  const { kernel, stride, padding, dilation, extra } = geometry;
  const extent = (count: number, d: 0 | 1): number =>
    (count - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel[d] - 1) + extra[d] + 1;
  const [height, width] = [extent(rows, 0), extent(columns, 1)];
  if (height < 1 || width < 1) {
    throw runtimeError(
      `Given input size per channel: (${rows} x ${columns}). Calculated output size per channel: (${height} x ${width}). Output size is too small`,
    );
  }
  return {
    height,
    width,
    kernel,
    stride,
    padding,
    dilation,
    rows,
    columns,
  };
}
