/** Images, sequences and volumes brought to another size, and the windows of images side by side. */
import { runtimeError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { roundingOf } from '../../scalar.ts';
import { batched } from './convolution.ts';
import { unfold } from './image-windows.ts';
import { rearrange } from '../indexing/index-select.ts';
import { reshape } from '../shape/views.ts';
import { mixed, mixture, named, type Shares } from './mixing.ts';
import { pair, windowCount, windowsOn, type Geometry } from './windows.ts';

/** How one dimension is brought from `size` elements to `count`. */
interface Resizing {
  readonly size: number;
  readonly count: number;
  /** By how much it was said to grow; 0 where only the count was given. */
  readonly factor: number;
  /** Whether the outer elements stay where they are. */
  readonly corners: boolean;
  /** To the numbers of the tensor's dtype, in which PyTorch computes the places. */
  readonly round: (value: number) => number;
}

/** How many old elements lie between two new ones. */
function stepOf({ size, count, factor, corners, round }: Resizing): number {
  if (corners) return count > 1 ? round((size - 1) / (count - 1)) : 0;
  return round(factor > 0 ? 1 / factor : size / count);
}

/** Where a new element lies among the old ones, measured from the middle of the first. */
function placeOf(resizing: Resizing, i: number): number {
  const { corners, round } = resizing;
  const step = stepOf(resizing);
  return corners ? round(i * step) : round(round(step * (i + 0.5)) - 0.5);
}

/** The old element that each new one takes over; PyTorch computes the places in float32. */
function nearest({ size, count, factor }: Resizing, exact: boolean): Tensor {
  const step = Math.fround(factor > 0 ? 1 / factor : size / count);
  const chosen = (i: number): number => {
    if (exact) return Math.floor(Math.fround((i + 0.5) * step));
    if (count === size) return i;
    return count === 2 * size ? i >> 1 : Math.floor(Math.fround(i * step));
  };
  const places = Float64Array.from({ length: count }, (_, i) => Math.min(chosen(i), size - 1));
  return fromElements(places, 'int64', [count]);
}

/** The two elements between which a new one lies. */
function between(resizing: Resizing, i: number): Shares {
  const { size, count, round } = resizing;
  const last = size - 1;
  if (size === count) {
    return [
      [i, 1],
      [i, 0],
    ];
  }
  const place = Math.max(placeOf(resizing, i), 0);
  const low = Math.min(Math.floor(place), last);
  const share = Math.min(round(place - low), 1);
  return [
    [low, round(1 - share)],
    [Math.min(low + 1, last), share],
  ];
}

/** Keys' cubic kernel at a distance, with the slope `a` at 1. */
function cubic(distance: number, a: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

/** Four elements around a new one; beyond the edge the outer one repeats. */
function amongFour(resizing: Resizing, i: number): Shares {
  const place = placeOf(resizing, i);
  const low = Math.floor(place);
  return [-1, 0, 1, 2].map((offset) => [
    Math.min(Math.max(low + offset, 0), resizing.size - 1),
    cubic(place - low - offset, -0.75),
  ]);
}

/** All elements under a kernel that is as wide as the image shrinks, so that nothing fine is folded into something coarse. */
function underKernel(resizing: Resizing, i: number, reach: 1 | 2): Shares {
  const { size } = resizing;
  const step = stepOf(resizing);
  const width = Math.max(step, 1);
  const center = step * (i + 0.5);
  const first = Math.max(Math.trunc(center - reach * width + 0.5), 0);
  const end = Math.min(Math.trunc(center + reach * width + 0.5), size);
  const shares = Array.from({ length: end - first }, (_, j) => {
    const distance = (first + j - center + 0.5) / width;
    return reach === 2 ? cubic(distance, -0.5) : Math.max(1 - Math.abs(distance), 0);
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, j) => [first + j, total === 0 ? share : share / total]);
}

const SHARES: Readonly<Record<string, (resizing: Resizing, i: number) => Shares>> = {
  linear: between,
  cubic: amongFour,
  'linear-antialias': (resizing, i) => underKernel(resizing, i, 1),
  'cubic-antialias': (resizing, i) => underKernel(resizing, i, 2),
};

const LINEAR = ['Linear1D', 'Bilinear2D', 'Trilinear3D'];

/** `UpsampleBilinear2DBackward0`, as PyTorch calls it. */
function nodeName(kind: string, spatial: number): string {
  if (kind === 'nearest') return `UpsampleNearest${spatial}DBackward0`;
  if (kind === 'nearest-exact') return `UpsampleNearestExact${spatial}DBackward0`;
  const name = kind.startsWith('linear') ? LINEAR[spatial - 1] : 'Bicubic2D';
  return `Upsample${name}${kind.endsWith('antialias') ? 'Aa' : ''}Backward0`;
}

operation('_upsample(Tensor self, int[] size, float[] factors, str kind, bool align_corners) -> Tensor', {
  composite: true,
  forward: (self: Tensor, counts: Shape, factors: Shape, kind: string, corners: boolean): Tensor => {
    const first = self.rank - counts.length;
    const resizings = counts.map((count, d) => ({
      size: self.shape[first + d] as number,
      count,
      factor: factors[d] as number,
      corners,
      round: roundingOf(self.dtype),
    }));
    const shares = SHARES[kind];
    const result =
      shares === undefined
        ? resizings.reduce<Tensor>(
            (image, each, d) => rearrange(image, first + d, nearest(each, kind === 'nearest-exact')),
            self,
          )
        : mixed(
            self,
            resizings.map((each) => mixture(each.count, each.size, (i) => shares(each, i))),
          );
    return named(result, nodeName(kind, counts.length));
  },
  variants: 'function',
  doc: 'The last dimensions brought to another size: `nearest`, `nearest-exact`, `linear`, `cubic`, or these two with `-antialias`.',
});

operation(
  'unfold(Tensor self, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1) -> Tensor',
  {
    composite: true,
    node: 'Im2Col',
    forward: (self: Tensor, kernel: Shape, dilation: Shape, padding: Shape, stride: Shape): Tensor => {
      const geometry = {
        kernel: pair(kernel),
        dilation: pair(dilation),
        padding: pair(padding),
        stride: pair(stride),
      };
      checkUnfolded(self, geometry);
      return batched(self, (input) => {
        const [n, channels, height, width] = input.shape as [number, number, number, number];
        const windows = windowsOn(height, width, geometry);
        const area = windows.kernel[0] * windows.kernel[1];
        return reshape(unfold(input, windows, 0), [n, channels * area, windows.rows * windows.columns]);
      });
    },
    namespace: 'nn.functional',
    doc: 'The sliding windows of images (N, C, H, W) as columns: (N, C kH kW, windows).',
  },
);

/** @throws TorchError where the windows cannot be laid side by side */
function checkUnfolded(self: Tensor, geometry: Geometry): void {
  const { kernel, dilation, padding, stride } = geometry;
  const refuse = (
    name: string,
    demand: string,
    label: string,
    [high, wide]: readonly [number, number],
  ): void => {
    throw runtimeError(
      `${name} should be ${demand}, but got ${label}_height: ${high} ${label}_width: ${wide}`,
    );
  };
  const isPositive = ([high, wide]: readonly [number, number]): boolean => high > 0 && wide > 0;
  if (!isPositive(kernel)) refuse('kernel size', 'greater than zero', 'kernel', kernel);
  if (!isPositive(dilation)) refuse('dilation', 'greater than zero', 'dilation', dilation);
  if (padding[0] < 0 || padding[1] < 0) refuse('padding', 'non-negative', 'pad', padding);
  if (!isPositive(stride)) refuse('stride', 'greater than zero', 'stride', stride);
  wrapDimension(2, self.rank);
  if ((self.rank !== 3 && self.rank !== 4) || self.shape.slice(self.rank - 3).includes(0)) {
    throw runtimeError(
      `Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: [${self.shape.join(', ')}]`,
    );
  }
  const size = self.shape.slice(-2) as [number, number];
  const blocks = ([0, 1] as const).map((d) => windowCount(size[d], d, geometry, false));
  if (blocks.some((count) => count < 1)) {
    const listed = Object.entries({ kernel_size: kernel, dilation, padding })
      .map(([name, values]) => `${name}=(${values.join(', ')})`)
      .join(', ');
    throw runtimeError(
      `Given input with spatial size (${size.join(', ')}), ${listed}, calculated shape of the array of sliding blocks as (${blocks.join(', ')}), but its components must be at least one.`,
    );
  }
  if (self.dtype !== 'bool') checkFloating(self, 'im2col_out_cpu');
}
