/** Convolution and pooling along one dimension, and padding by name. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { avgPool2d, conv2d, maxPool2d, maxPool2dWithIndices, type Convolution } from './convolution.ts';
import { checkChannels, checkSettings, type Settings } from './convolution-checks.ts';
import { constantPad } from '../shape/padding.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { checkSequences, checkSequencesForMaximum } from './windows.ts';

/** A sequence as an image of height 1. */
const asImage = (self: Tensor): Tensor => unsqueeze(self, -2);
const asSequence = (image: Tensor): Tensor => squeezeDim(image, -2);

/** A one-dimensional setting as it applies to images of height 1. */
const beside = (value: Shape, neutral: number): Shape => [neutral, value[0] as number];

const convolve: Convolution = (self, weight, bias, stride, padding, dilation, groups) => {
  checkSequence(self, weight, bias, { stride, padding, dilation, groups });
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

/** @throws TorchError unless a sequence (C, L) or a batch (N, C, L) fits the weight */
function checkSequence(self: Tensor, weight: Tensor, bias: Tensor | null, settings: Settings): void {
  if (self.rank !== 2 && self.rank !== 3) {
    throw runtimeError(
      `Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [${self.shape.join(', ')}]`,
    );
  }
  checkSettings(weight, settings);
  checkChannels(self.rank === 2 ? unsqueeze(self, 0) : self, weight, bias, settings.groups);
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

type MaxPoolArguments = readonly [Tensor, Shape, Shape, Shape, Shape, boolean];

/** The arguments of a pooling of sequences as those of one of images of height 1. */
function asImages(...[self, kernel, stride, padding, dilation, ceil]: MaxPoolArguments): MaxPoolArguments {
  checkSequencesForMaximum(self, kernel, stride, padding, dilation);
  return [
    asImage(self),
    beside(kernel, 1),
    beside(stride.length === 0 ? kernel : stride, 1),
    beside(padding, 0),
    beside(dilation, 1),
    ceil,
  ];
}

operation(
  'max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> Tensor',
  {
    composite: true,
    node: 'SqueezeBackward1',
    forward: (...args: MaxPoolArguments): Tensor => {
      const images = asImages(...args);
      checkFloating(args[0], 'max_pool1d_impl');
      return asSequence(maxPool2d(...images));
    },
    namespace: 'nn.functional',
    doc: 'The largest element of each window of a sequence (N, C, L).',
  },
);

operation(
  'max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)',
  {
    composite: true,
    node: 'SqueezeBackward1',
    forward: (...args: MaxPoolArguments): Tensor[] =>
      maxPool2dWithIndices(...asImages(...args)).map(asSequence),
    namespace: 'nn.functional',
    variants: 'function',
    doc: 'The largest element of each window of a sequence (N, C, L), and where it lies in its sequence.',
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
