/**
 * Images and volumes read at any place: what lies there is made of its neighbours. Where the neighbours are is outside the
 * tape; their shares are operations on the places, so that the gradient of the grid follows.
 */
import { toContiguous } from '../../../backend/js/copy.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating, checkSameType } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { toDType } from '../creation/conversion.ts';
import { gather } from '../indexing/gather.ts';
import { add, addScalar, mul, mulScalar, rsub, sub } from '../pointwise/arithmetic.ts';
import { where } from '../pointwise/selection.ts';
import { matmul } from '../linalg/products.ts';
import { expand } from '../shape/broadcasting.ts';
import { constantPad } from '../shape/padding.ts';
import { select } from '../shape/slicing.ts';
import { reshape, transpose, unsqueeze } from '../shape/views.ts';
import { named } from './mixing.ts';

const MODES = ['bilinear', 'nearest', 'bicubic'] as const;
const PADDINGS = ['zeros', 'border', 'reflection'] as const;
type Mode = (typeof MODES)[number];
type Padding = (typeof PADDINGS)[number];

/** A place as a linear function of another: `sign x + offset`. */
type Moved = readonly [sign: number, offset: number];

/** Where a place beyond the edge is read instead. */
function inside(place: number, size: number, padding: Padding, corners: boolean): Moved {
  if (padding === 'zeros') return [1, 0];
  const [sign, offset] = padding === 'border' ? ([1, 0] as const) : reflected(place, size, corners);
  const moved = sign * place + offset;
  if (moved > 0 && moved < size - 1) return [sign, offset];
  return [0, moved > 0 ? size - 1 : 0];
}

/** A place mirrored at the edges as often as it takes. */
function reflected(place: number, size: number, corners: boolean): Moved {
  const low = corners ? 0 : -0.5;
  const span = corners ? size - 1 : size;
  if (span === 0) return [0, 0];
  const direction = place < low ? -1 : 1;
  const distance = direction * (place - low);
  const flips = Math.floor(distance / span);
  if (flips % 2 === 0) return [direction, -direction * low - flips * span + low];
  return [-direction, direction * low + (flips + 1) * span + low];
}

/** One dimension of the input as the grid names places on it. */
interface Axis {
  readonly size: number;
  /** Distance from the first neighbour, on the tape: (N, P). */
  readonly beyond: Tensor;
  /** The first neighbour, which may lie outside: N P places. */
  readonly first: readonly number[];
}

/** The places (N, P) that the grid names from -1 to 1 along a dimension. */
function unnormalized(grid: Tensor, size: number, corners: boolean): Tensor {
  if (corners) return mulScalar(addScalar(grid, 1), (size - 1) / 2);
  return addScalar(mulScalar(addScalar(grid, 1), size / 2), -0.5);
}

/** In volumes PyTorch leaves out what lies nowhere; in images it shows as NaN. */
function somewhere(places: Tensor): Tensor {
  const nowhere = Uint8Array.from(toContiguous(places, places.dtype), (place) =>
    Number.isFinite(place) ? 0 : 1,
  );
  if (!nowhere.includes(1)) return places;
  return where(fromElements(nowhere, 'bool', places.shape), full([], OUTSIDE, places.dtype), places);
}

/** A place before any first neighbour. */
const OUTSIDE = -8;

interface Reading {
  readonly mode: Mode;
  readonly padding: Padding;
  readonly corners: boolean;
}

function axisOf(grid: Tensor, size: number, isVolume: boolean, { mode, padding, corners }: Reading): Axis {
  let places = unnormalized(grid, size, corners);
  if (isVolume && padding === 'zeros') places = somewhere(places);
  const constant = (values: readonly number[]): Tensor =>
    toDType(fromElements(Float64Array.from(values), 'float64', places.shape), grid.dtype);
  let elements = [...toContiguous(places, places.dtype)];
  if (mode !== 'bicubic' && padding !== 'zeros') {
    const moved = elements.map((place) => inside(place, size, padding, corners));
    places = add(
      mul(places, constant(moved.map(([sign]) => sign))),
      constant(moved.map(([, offset]) => offset)),
    );
    elements = [...toContiguous(places, places.dtype)];
  }
  const first = elements.map(mode === 'nearest' ? roundHalfToEven : Math.floor);
  return { size, beyond: sub(places, constant(first)), first };
}

function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** `((a x + b) x + c) x + d`. */
const polynomial = (x: Tensor, [a, b, c, d]: readonly [number, number, number, number]): Tensor =>
  addScalar(mul(addScalar(mul(addScalar(mulScalar(x, a), b), x), c), x), d);

const SLOPE = -0.75;
const NEAR = [SLOPE + 2, -(SLOPE + 3), 0, 1] as const;
const FAR = [SLOPE, -5 * SLOPE, 8 * SLOPE, -4 * SLOPE] as const;

/** How far each neighbour along an axis is from the first, and its share. */
function neighbours({ beyond }: Axis, mode: Mode): (readonly [offset: number, share: Tensor])[] {
  if (mode === 'nearest') return [[0, addScalar(mulScalar(beyond, 0), 1)]];
  if (mode === 'bilinear') {
    return [
      [0, rsub(beyond, 1)],
      [1, beyond],
    ];
  }
  return [
    [-1, polynomial(addScalar(beyond, 1), FAR)],
    [0, polynomial(beyond, NEAR)],
    [1, polynomial(rsub(beyond, 1), NEAR)],
    [2, polynomial(rsub(beyond, 2), FAR)],
  ];
}

interface Neighbour {
  /** Offset along each axis. */
  readonly offsets: readonly number[];
  readonly share: Tensor;
}

/** All combinations of neighbours along the axes. */
function combined(axes: readonly Axis[], mode: Mode): Neighbour[] {
  return axes.reduce<Neighbour[]>((found, axis, i) => {
    const own = neighbours(axis, mode);
    if (i === 0) return own.map(([offset, share]) => ({ offsets: [offset], share }));
    return found.flatMap(({ offsets, share }) =>
      own.map(([offset, other]) => ({ offsets: [...offsets, offset], share: mul(share, other) })),
    );
  }, []);
}

/** Where neighbours lie in the flat input: behind its end for those that are outside. */
function located(
  axes: readonly Axis[],
  offsets: readonly number[],
  padding: Padding,
  corners: boolean,
): Float64Array {
  const count = axes[0]?.first.length ?? 0;
  const places = new Float64Array(count);
  const end = axes.reduce((product, { size }) => product * size, 1);
  const outside = new Set<number>();
  axes.forEach(({ size, first }, axis) => {
    for (let i = 0; i < count; i++) {
      let place = (first[i] as number) + (offsets[axis] as number);
      const [sign, offset] = inside(place, size, padding, corners);
      place = Math.trunc(sign * place + offset);
      const exists = place >= 0 && place < size;
      if (!exists) outside.add(i);
      places[i] = (places[i] as number) * size + (exists ? place : 0);
    }
  });
  for (const i of outside) places[i] = end;
  return places;
}

function sample(input: Tensor, grid: Tensor, mode: Mode, padding: Padding, corners: boolean): Tensor {
  const [count, channels, ...sizes] = input.shape as [number, number, ...number[]];
  const points = grid.numel / Math.max(count * sizes.length, 1);
  const flatGrid = reshape(grid, [count, points, sizes.length]);
  const axes = sizes.map((size, d) =>
    axisOf(select(flatGrid, -1, sizes.length - 1 - d), size, sizes.length === 3, { mode, padding, corners }),
  );
  const end = sizes.reduce((a, b) => a * b, 1);
  const flat = constantPad(reshape(input, [count, channels, end]), [0, 1], 0);
  const parts = combined(axes, mode).map(({ offsets, share }) => {
    const places = located(axes, offsets, padding, corners);
    const index = unsqueeze(fromElements(places, 'int64', [count, points]), 1);
    return mul(gather(flat, 2, expand(index, [count, channels, points])), unsqueeze(share, 1));
  });
  const total = parts.reduce((sum, part) => add(sum, part));
  return reshape(total, [count, channels, ...grid.shape.slice(1, -1)]);
}

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** @throws TorchError in PyTorch's words */
function checkGrid(input: Tensor, grid: Tensor, mode: number): void {
  if (input.rank !== 4 && input.rank !== 5) {
    throw runtimeError(
      `grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes ${listed(input.shape)} and grid with sizes ${listed(grid.shape)}`,
    );
  }
  if (input.shape[0] !== grid.shape[0]) {
    throw runtimeError(
      `grid_sampler(): expected grid and input to have same batch size, but got input with sizes ${listed(input.shape)} and grid with sizes ${listed(grid.shape)}`,
    );
  }
  if (grid.shape.at(-1) !== input.rank - 2) {
    throw runtimeError(
      `grid_sampler(): expected grid to have size ${input.rank - 2} in last dimension, but got grid with sizes ${listed(grid.shape)}`,
    );
  }
  if (input.rank !== grid.rank) {
    throw runtimeError(
      `grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes ${listed(input.shape)} and grid with sizes ${listed(grid.shape)}`,
    );
  }
  const empty = input.shape.findIndex((size, d) => d >= 2 && size === 0);
  if (empty >= 0) {
    throw runtimeError(
      `grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes ${listed(input.shape)} with dimension ${empty} being empty`,
    );
  }
  if (input.rank === 5 && mode === 2) {
    throw runtimeError('grid_sampler(): bicubic interpolation only supports 4D input');
  }
  checkFloating(input, input.rank === 4 ? 'grid_sampler_2d_cpu_kernel_impl' : 'grid_sampler3d_cpu');
  checkSameType(input, grid);
}

for (const name of ['grid_sampler', 'grid_sampler_2d', 'grid_sampler_3d']) {
  operation(
    `${name}(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`,
    {
      composite: true,
      forward: (input: Tensor, grid: Tensor, mode: number, padding: number, corners: boolean): Tensor => {
        checkGrid(input, grid, mode);
        const result = sample(input, grid, MODES[mode] ?? 'bilinear', PADDINGS[padding] ?? 'zeros', corners);
        return named(result, `GridSampler${input.rank - 2}DBackward0`);
      },
      variants: 'function',
      doc: 'The input (N, C, H, W) or (N, C, D, H, W) at the places of a grid (N, …, 2 or 3) from -1 to 1.',
    },
  );
}

/** The places of `size` elements from -1 to 1. */
function evenly(size: number, corners: boolean): number[] {
  if (size === 1) return [0];
  const reach = corners ? 1 : (size - 1) / size;
  return Array.from({ length: size }, (_, i) => ((2 * i) / (size - 1) - 1) * reach);
}

operation('affine_grid_generator(Tensor theta, int[] size, bool align_corners) -> Tensor', {
  composite: true,
  node: 'AffineGridGenerator',
  forward: (theta: Tensor, size: Shape, corners: boolean): Tensor => {
    const [count, , ...spatial] = size as [number, number, ...number[]];
    const places = spatial.reduce<number[][]>(
      (found, extent) => found.flatMap((each) => evenly(extent, corners).map((place) => [place, ...each])),
      [[1]],
    );
    const flat = Float64Array.from(places.flat());
    const base = toDType(fromElements(flat, 'float64', [places.length, spatial.length + 1]), theta.dtype);
    return reshape(matmul(base, transpose(theta, -2, -1)), [count, ...spatial, spatial.length]);
  },
  variants: 'function',
  doc: 'The grid of places that affine maps (N, 2, 3) or (N, 3, 4) lead to, for a size (N, C, H, W) or (N, C, D, H, W).',
});
