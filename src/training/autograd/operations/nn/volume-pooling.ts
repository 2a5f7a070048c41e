/** Pooling of volumes (N, C, D, H, W): their largest elements and their means, window by window. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { wholeMeans } from './convolution.ts';
import { named } from './mixing.ts';
import { countAlong, spansAlong, triple, type Lay, type Spans } from './spans.ts';
import { largestOfWindows } from './window-maxima.ts';
import { areas, meansOfWindows } from './window-means.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** How the windows lie along depth, height and width. @throws TorchError for what makes no windows */
function laid(
  self: Tensor,
  settings: { kernel: Shape; stride: Shape | null; padding: Shape; dilation?: Shape },
  name: 'max_pool3d' | 'avg_pool3d',
): Lay[] {
  const must = name === 'max_pool3d' ? 'must either be' : 'must be';
  const many = `${must} a single int, or a tuple of three ints`;
  const kernel = triple(settings.kernel, name, `kernel_size ${many}`);
  const given = settings.stride === null || settings.stride.length === 0 ? settings.kernel : settings.stride;
  const stride = triple(given, name, `stride ${must} omitted, a single int, or a tuple of three ints`);
  const padding = triple(settings.padding, name, `padding ${many}`);
  const dilation = triple(settings.dilation ?? [1], name, `dilation ${many}`);
  if (self.rank !== 4 && self.rank !== 5) {
    throw runtimeError('non-empty 4D or 5D (batch mode) tensor expected for input');
  }
  if (stride.some((step) => step === 0)) throw runtimeError('stride should not be zero');
  const empty = self.shape.findIndex((size, d) => d > self.rank - 5 && size === 0);
  if (empty >= 0) {
    const place = name === 'max_pool3d' ? 'max_pool3d_with_indices_out_cpu_template' : name;
    throw runtimeError(
      `${place}(): Expected input's non-batch dimensions to have positive length, but input has a shape of ${listed(self.shape)} and non-batch dimension ${empty - (self.rank - 4)} has length zero!`,
    );
  }
  return kernel.map((size, d) => ({
    kernel: size,
    stride: stride[d] as number,
    padding: padding[d] as number,
    dilation: dilation[d] as number,
  }));
}

/** @throws TorchError when kernel or padding make no pooling, or no window fits */
function checkWindows(self: Tensor, lays: readonly Lay[], counts: readonly number[]): void {
  if (lays.some(({ kernel }) => kernel <= 0)) {
    throw runtimeError('kernel size should be greater than zero');
  }
  if (lays.some(({ dilation }) => dilation <= 0)) {
    const found = ['T', 'H', 'W'].map((letter, d) => `dilation${letter}: ${lays[d]?.dilation}`).join(' ');
    throw runtimeError(`dilation should be greater than zero, but got ${found}`);
  }
  for (const { padding, kernel, dilation } of lays) {
    if (padding < 0) throw runtimeError(`pad must be non-negative, but got pad: ${padding}`);
    if (padding <= (dilation * (kernel - 1) + 1) / 2) continue;
    throw runtimeError(
      `pad should be at most half of effective kernel size, but got pad=${padding}, kernel_size=${kernel} and dilation=${dilation}`,
    );
  }
  if (counts.every((count) => count >= 1)) return;
  const channels = self.shape.at(-4) as number;
  throw runtimeError(
    `Given input size: (${[channels, ...self.shape.slice(-3)].join('x')}). Calculated output size: (${[channels, ...counts].join('x')}). Output size is too small`,
  );
}

operation(
  'max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)',
  {
    composite: true,
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape,
      padding: Shape,
      dilation: Shape,
      ceil: boolean,
    ): Tensor[] => {
      const lays = laid(self, { kernel, stride, padding, dilation }, 'max_pool3d');
      const size = self.shape.slice(-3);
      const counts = lays.map((lay, d) => countAlong(size[d] as number, lay, ceil));
      checkWindows(self, lays, counts);
      const spans = lays.map((lay, d) => spansAlong(size[d] as number, lay, ceil));
      const found = largestOfWindows(self, { size, counts, along: () => spans });
      return named(found, 'MaxPool3DWithIndicesBackward0');
    },
    namespace: 'nn.functional',
    doc: 'The largest element of each window of volumes (N, C, D, H, W), and where it lies in its volume.',
  },
);

/** How many elements each window covers along a dimension, those of the padding included on request. */
function lengthsOf(
  size: number,
  { stride, padding, kernel }: Lay,
  spans: Spans,
  withPadding: boolean,
): number[] {
  return spans.from.map((from, i) => {
    if (!withPadding) return (spans.to[i] as number) - from;
    const start = i * stride - padding;
    return Math.min(start + kernel, size + padding) - start;
  });
}

operation(
  'avg_pool3d(Tensor self, int[3] kernel_size, int[3]? stride=None, int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor',
  {
    composite: true,
    node: 'AvgPool3D',
    forward: (
      self: Tensor,
      kernel: Shape,
      stride: Shape | null,
      padding: Shape,
      ceil: boolean,
      withPadding: boolean,
      override: number | null,
    ): Tensor => {
      const lays = laid(self, { kernel, stride, padding }, 'avg_pool3d');
      if (override === 0) throw runtimeError('divisor must be not zero');
      const size = self.shape.slice(-3) as [number, number, number];
      const counts = lays.map((lay, d) => countAlong(size[d] as number, lay, ceil));
      if (lays.some(({ kernel: own, padding: edge }, d) => own > (size[d] as number) + 2 * edge)) {
        const image = ['T', 'H', 'W'].map((letter, d) => `${letter}: ${size[d]}`).join(' ');
        const window = ['T', 'H', 'W'].map((letter, d) => `k${letter}: ${lays[d]?.kernel}`).join(' ');
        throw runtimeError(`input image (${image}) smaller than kernel size (${window})`);
      }
      checkWindows(self, lays, counts);
      const spans = lays.map((lay, d) => spansAlong(size[d] as number, lay, ceil));
      const lengths = spans.map((own, d) => lengthsOf(size[d] as number, lays[d] as Lay, own, withPadding));
      return wholeMeans(self, 'avg_pool3d_out_frame', (floats) =>
        meansOfWindows(
          floats,
          spans,
          areas(lengths).map((area) => override ?? area),
        ),
      );
    },
    namespace: 'nn.functional',
    doc: 'The mean of each window of volumes (N, C, D, H, W); padding counts as 0 unless told otherwise.',
  },
);
