/** Convolution and pooling along one dimension, padding by name, and the convolution's transpose. */
import { runtimeError } from '../../../backend/error.ts';
import type { Windows } from '../../../backend/js/windows.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { add } from '../pointwise/arithmetic.ts';
import { avgPool2d, batched, conv2d, maxPool2d, type Convolution } from './convolution.ts';
import { convolutionInput } from './image-windows.ts';
import { constantPad } from '../shape/padding.ts';
import { reshape, squeezeDim, unsqueeze } from '../shape/views.ts';
import { checkSequences, checkSequencesForMaximum, checkSettings, pair } from './windows.ts';

/** A sequence as an image of height 1. */
const asImage = (self: Tensor): Tensor => unsqueeze(self, -2);
const asSequence = (image: Tensor): Tensor => squeezeDim(image, -2);

/** A one-dimensional setting as it applies to images of height 1. */
const beside = (value: Shape, neutral: number): Shape => [neutral, value[0] as number];

const convolve: Convolution = (self, weight, bias, stride, padding, dilation, groups) => {
  checkSequence(self, weight, groups);
  const [length, kernel] = [self.shape.at(-1) as number, weight.shape[2] as number];
  const padded = length + 2 * (padding[0] as number);
  if ((dilation[0] as number) * (kernel - 1) + 1 > padded) {
    throw runtimeError(
      `Calculated padded input size per channel: (${padded}). Kernel size: (${kernel}). Kernel size can't be greater than actual input size`,
    );
  }
  const settings = [beside(stride, 1), beside(padding, 0), beside(dilation, 1)] as const;
  return asSequence(conv2d(asImage(self), asImage(weight), bias, ...settings, groups));
};

const conv1d = operation(
  'conv1d(Tensor self, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] dilation=1, int groups=1) -> Tensor',
  {
    composite: true,
    node: 'Convolution',
    forward: convolve,
    namespace: 'nn.functional',
    doc: 'Cross-correlation of sequences (N, C, L) with kernels (O, C / groups, k).',
  },
);

function checkSequence(self: Tensor, weight: Tensor, groups: number): void {
  const sizes = (tensor: Tensor): string => `[${tensor.shape.join(', ')}]`;
  if (self.rank !== 2 && self.rank !== 3) {
    throw runtimeError(
      `Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: ${sizes(self)}`,
    );
  }
  const wanted = (weight.shape[1] as number) * groups;
  const channels = self.shape.at(-2);
  if (channels === wanted) return;
  throw runtimeError(
    `Given groups=${groups}, weight of size ${sizes(weight)}, expected input[${[1, ...self.shape].slice(-3).join(', ')}] to have ${wanted} channels, but got ${channels} channels instead`,
  );
}

/** Declares the form with `padding='same'` or `'valid'`. */
function withNamedPadding(name: string, rank: 1 | 2, convolution: Convolution): void {
  operation(
    `${name}.padding(Tensor self, Tensor weight, Tensor? bias=None, int[${rank}] stride=1, str padding='valid', int[${rank}] dilation=1, int groups=1) -> Tensor`,
    {
      composite: true,
      forward: (
        self: Tensor,
        weight: Tensor,
        bias: Tensor | null,
        stride: Shape,
        padding: string,
        dilation: Shape,
        groups: number,
      ): Tensor => {
        const none = new Array<number>(rank).fill(0);
        if (padding === 'valid') return convolution(self, weight, bias, stride, none, dilation, groups);
        if (padding !== 'same') throw runtimeError(`Invalid padding string: '${padding}'`);
        if (stride.some((step) => step !== 1)) {
          throw runtimeError("padding='same' is not supported for strided convolutions");
        }
        const total = none.map(
          (_, d) => (dilation[d] ?? dilation[0] ?? 1) * ((weight.shape[d + 2] as number) - 1),
        );
        const around = total.toReversed().flatMap((size) => [Math.floor(size / 2), Math.ceil(size / 2)]);
        return convolution(constantPad(self, around, 0), weight, bias, stride, none, dilation, groups);
      },
      namespace: 'nn.functional',
    },
  );
}

withNamedPadding('conv1d', 1, conv1d);
withNamedPadding('conv2d', 2, conv2d);

operation(
  'max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> Tensor',
  {
    composite: true,
    node: 'SqueezeBackward1',
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape,
      padding: Shape,
      dilation: Shape,
      ceil: boolean,
    ): Tensor => {
      checkSequencesForMaximum(self);
      const step = beside(stride.length === 0 ? kernel : stride, 1);
      const image = maxPool2d(
        asImage(self),
        beside(kernel, 1),
        step,
        beside(padding, 0),
        beside(dilation, 1),
        ceil,
      );
      return asSequence(image);
    },
    namespace: 'nn.functional',
    doc: 'The largest element of each window of a sequence (N, C, L).',
  },
);

operation(
  'avg_pool1d(Tensor self, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor',
  {
    composite: true,
    node: 'SqueezeBackward1',
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape | null,
      padding: Shape,
      ceil: boolean,
      withPadding: boolean,
    ): Tensor => {
      checkSequences(self, 'avg_pool1d');
      const step = beside(stride === null || stride.length === 0 ? kernel : stride, 1);
      const image = asImage(self);
      return asSequence(avgPool2d(image, beside(kernel, 1), step, beside(padding, 0), ceil, withPadding));
    },
    namespace: 'nn.functional',
    doc: 'The mean of each window of sequences (N, C, L); padding counts as 0 unless told otherwise.',
  },
);

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
        checkSettings(weight, null, { stride, padding, dilation });
        const [, channels, rows, columns] = input.shape as [number, number, number, number];
        const [into, outPerGroup, kernelY, kernelX] = weight.shape as [number, number, number, number];
        if (into !== channels) {
          throw runtimeError(
            `Given transposed=1, weight of size [${weight.shape.join(', ')}], expected input[${input.shape.join(', ')}] to have ${into} channels, but got ${channels} channels instead`,
          );
        }
        const windows = transposedWindows(rows, columns, {
          kernel: [kernelY, kernelX],
          stride: pair(stride),
          padding: pair(padding),
          dilation: pair(dilation),
          extra: pair(extra),
        });
        const result = convolutionInput(input, weight, windows, groups);
        return bias === null ? result : add(result, reshape(bias, [groups * outPerGroup, 1, 1]));
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

/** The windows of the convolution whose transpose makes an image of rows x columns larger. */
function transposedWindows(rows: number, columns: number, geometry: Transposed): Windows {
  const { kernel, stride, padding, dilation, extra } = geometry;
  const extent = (count: number, d: 0 | 1): number =>
    (count - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel[d] - 1) + extra[d] + 1;
  return {
    height: extent(rows, 0),
    width: extent(columns, 1),
    kernel,
    stride,
    padding,
    dilation,
    rows,
    columns,
  };
}
