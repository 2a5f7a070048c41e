/** Histograms: how many elements, or what weight, lie in each of several bins. */
import { cppName, newElements } from '../../../backend/dtype.ts';
import { runtimeError, type TorchError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { contiguousStrides, numel, sameShape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { roundedTo, type Scalar } from '../../scalar.ts';
import { placeIn } from './counting.ts';

operation('histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor', {
  forward: (self: Tensor, bins: number, min: Scalar, max: Scalar): Tensor => {
    if (bins <= 0) throw runtimeError(`bins must be > 0`);
    if (max.value < min.value) throw runtimeError('torch.histc: max must be larger than min');
    checkFloating(self, 'histogram_cpu');
    const values = toContiguous(self, 'float64');
    const [low, high] = rangeOf(values, min.value, max.value, 1);
    const counts = full([bins], 0, self.dtype);
    const totals = counts.buffer.write();
    const round = (x: number): number => roundedTo(self.dtype, x);
    for (const value of values) {
      if (!(value >= low && value <= high)) continue;
      const place = Math.floor(round(round(round(value - low) * bins) / round(high - low)));
      const bin = Math.min(place, bins - 1);
      totals[bin] = (totals[bin] as number) + 1;
    }
    return counts;
  },
  doc: 'How many elements lie in each of `bins` equal parts of [min, max]; both 0: of the range of the elements.',
});

/** Equal bounds mean the range of the values; a range without extent is widened on both sides. */
function rangeOf(values: Iterable<number>, min: number, max: number, widening: number): [number, number] {
  let [low, high] = [min, max];
  if (low > high) throw runtimeError('max must be larger than min');
  if (low === high) {
    const all = Array.from(values);
    if (all.length > 0) {
      low = all.reduce((a, b) => Math.min(a, b));
      high = all.reduce((a, b) => Math.max(a, b));
    }
  }
  return low === high ? [low - widening, high + widening] : [low, high];
}

/** Points (…, d) one after the other, with the weight of each. */
interface Points {
  readonly coordinates: ArrayLike<number>;
  readonly dimensions: number;
  readonly weights: ArrayLike<number> | null;
}

const NAME = 'torch.histogramdd';

/** @throws TorchError for weights of another dtype than the elements */
function checkWeightType(self: Tensor, weight: Tensor | null): void {
  if (weight === null || weight.dtype === self.dtype) return;
  throw runtimeError(
    `${NAME}: if weight tensor is provided, input tensor and weight tensor should have the same dtype, but got input(${cppName(self.dtype)}), and weight(${cppName(weight.dtype)})`,
  );
}

function pointsOf(self: Tensor, weight: Tensor | null): Points {
  const dimensions = self.shape.at(-1) ?? 0;
  if (weight !== null && !sameShape(weight.shape, self.shape.slice(0, -1))) {
    throw runtimeError(
      `${NAME}: if weight tensor is provided it should have the same shape as the input tensor excluding its innermost dimension, but got input with shape [${self.shape.join(', ')}] and weight with shape [${weight.shape.join(', ')}]`,
    );
  }
  checkWeightType(self, weight);
  const weights = weight === null ? null : toContiguous(weight, 'float64');
  return { coordinates: toContiguous(self, 'float64'), dimensions, weights };
}

const noBins = (count: number, d: number): TorchError =>
  runtimeError(`torch.histogram(): bins must be > 0, but got ${count} for dimension ${d}`);

/** The edges of `count` equal bins of one dimension, rounded as the tensor keeps them. */
function equalEdges(
  self: Tensor,
  points: Points,
  d: number,
  count: number,
  range: readonly number[] | null,
): Tensor {
  if (count <= 0) throw noBins(count, d);
  const [low, high] = boundsOf(points, d, range);
  const edges = newElements(self.dtype, count + 1);
  for (let i = 0; i <= count; i++) edges[i] = i === count ? high : low + ((high - low) * i) / count;
  return fromElements(edges, self.dtype, [count + 1]);
}

function boundsOf(
  { coordinates, dimensions }: Points,
  d: number,
  range: readonly number[] | null,
): [number, number] {
  if (range !== null) {
    const [low, high] = [range[2 * d] as number, range[2 * d + 1] as number];
    if (low > high)
      throw runtimeError(
        `${NAME}: min should not exceed max, but got min ${low} max ${high} for dimension ${d}`,
      );
    return low === high ? [low - 0.5, high + 0.5] : [low, high];
  }
  if (coordinates.length === 0) return [0, 1];
  const own = Array.from(coordinates).filter((_, i) => i % dimensions === d);
  const [low, high] = rangeOf(own, 0, 0, 0.5);
  if (!Number.isFinite(high - low)) {
    const shown = (bound: number): string => (Number.isNaN(bound) ? 'nan' : bound > 0 ? 'inf' : '-inf');
    throw runtimeError(`${NAME}: dimension ${d}'s range [${shown(low)}, ${shown(high)}] is not finite`);
  }
  return [low, high];
}

/** The bin of a value, -1 outside; the last bin has both its edges. */
function binOf(edges: ArrayLike<number>, value: number): number {
  const last = edges.length - 1;
  if (!(value >= (edges[0] as number) && value <= (edges[last] as number))) return -1;
  return Math.min(placeIn(edges, 0, edges.length, value, true) - 1, last - 1);
}

/** The weight in each cell of the grid between the edges. */
function cells(
  { coordinates, dimensions, weights }: Points,
  edges: readonly ArrayLike<number>[],
): Float64Array {
  const shape = edges.map((own) => own.length - 1);
  const strides = contiguousStrides(shape);
  const found = new Float64Array(numel(shape));
  const count = dimensions === 0 ? 0 : coordinates.length / dimensions;
  for (let i = 0; i < count; i++) {
    let place = 0;
    for (let d = 0; d < dimensions && place >= 0; d++) {
      const bin = binOf(edges[d] as ArrayLike<number>, coordinates[i * dimensions + d] as number);
      place = bin < 0 ? -1 : place + bin * (strides[d] as number);
    }
    if (place >= 0) found[place] = (found[place] as number) + (weights?.[i] ?? 1);
  }
  return found;
}

/** Divides by the sum of all and by the size of each cell. */
function toDensity(found: Float64Array, edges: readonly ArrayLike<number>[]): void {
  const total = found.reduce((sum, value) => sum + value, 0);
  const shape = edges.map((own) => own.length - 1);
  const strides = contiguousStrides(shape);
  found.forEach((value, place) => {
    const size = edges.reduce((product, own, d) => {
      const bin = Math.floor(place / (strides[d] as number)) % (shape[d] as number);
      return product * ((own[bin + 1] as number) - (own[bin] as number));
    }, 1);
    found[place] = value / total / size;
  });
}

function histogram(self: Tensor, points: Points, edges: readonly Tensor[], density: boolean): Tensor {
  const numbers = edges.map((own) => toContiguous(own, 'float64'));
  const found = cells(points, numbers);
  if (density) toDensity(found, numbers);
  const elements = newElements(self.dtype, found.length);
  elements.set(found);
  return fromElements(
    elements,
    self.dtype,
    edges.map((own) => own.numel - 1),
  );
}

function checkEdges(self: Tensor, edges: readonly Tensor[]): void {
  edges.forEach((own, d) => {
    if (own.rank !== 1)
      throw runtimeError(
        `${NAME}: bins tensor should have one dimension, but got ${own.rank} dimensions in the bins tensor for dimension ${d}`,
      );
    if (own.numel === 0)
      throw runtimeError(
        `${NAME}: bins tensor should have at least 1 element, but got ${own.numel} elements in the bins tensor for dimension ${d}`,
      );
    if (own.dtype !== self.dtype)
      throw runtimeError(
        `${NAME}: input tensor and bins tensors should have the same dtype, but got input with dtype ${self.dtype} and bins for dimension ${d} with dtype ${own.dtype}`,
      );
  });
}

/** @throws TorchError where the edges of a dimension have nothing between them */
function checkBins(edges: readonly Tensor[]): void {
  edges.forEach((own, d) => {
    if (own.numel < 2) throw noBins(0, d);
  });
}

/** The elements as points of one coordinate. */
const asPoints = (self: Tensor, weight: Tensor | null): Points => {
  if (weight !== null && !sameShape(weight.shape, self.shape)) {
    throw runtimeError(
      `torch.histogram: if weight tensor is provided it should have the same shape as the input tensor, but got input with shape [${self.shape.join(', ')}] and weight with shape [${weight.shape.join(', ')}]`,
    );
  }
  checkWeightType(self, weight);
  const weights = weight === null ? null : toContiguous(weight, 'float64');
  return { coordinates: toContiguous(self, 'float64'), dimensions: 1, weights };
};

operation(
  'histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)',
  {
    forward: (
      self: Tensor,
      bins: number,
      range: readonly number[] | null,
      weight: Tensor | null,
      density: boolean,
    ): Tensor[] => {
      checkFloating(self, 'histogramdd');
      const points = asPoints(self, weight);
      const edges = equalEdges(self, points, 0, bins, range);
      return [histogram(self, points, [edges], density), edges];
    },
    doc: 'How many elements, or what weight, lie in each bin, and the edges of the bins.',
  },
);

operation(
  'histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)',
  {
    forward: (self: Tensor, bins: Tensor, weight: Tensor | null, density: boolean): Tensor[] => {
      checkFloating(self, 'histogramdd');
      checkEdges(self, [bins]);
      const points = asPoints(self, weight);
      checkBins([bins]);
      return [histogram(self, points, [bins], density), bins];
    },
  },
);

function checkDimensions(self: Tensor, count: number): void {
  if (self.rank < 2)
    throw runtimeError(`${NAME}: input tensor should have at least 2 dimensions, but got ${self.rank}`);
  if (self.shape.at(-1) !== count)
    throw runtimeError(
      'histogramdd: The size of bins must be equal to the innermost dimension of the input.',
    );
}

operation(
  '_histogramdd(Tensor self, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor[]',
  {
    forward: (
      self: Tensor,
      bins: readonly number[],
      range: readonly number[] | null,
      weight: Tensor | null,
      density: boolean,
    ): Tensor[] => {
      checkFloating(self, 'histogramdd');
      checkDimensions(self, bins.length);
      const points = pointsOf(self, weight);
      const edges = bins.map((count, d) => equalEdges(self, points, d, count, range));
      return [histogram(self, points, edges, density), ...edges];
    },
    variants: 'function',
  },
);

operation(
  '_histogramdd.TensorList_bins(Tensor self, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor[]',
  {
    forward: (
      self: Tensor,
      bins: readonly Tensor[],
      _range: readonly number[] | null,
      weight: Tensor | null,
      density: boolean,
    ): Tensor[] => {
      checkFloating(self, 'histogramdd');
      checkDimensions(self, bins.length);
      checkEdges(self, bins);
      const points = pointsOf(self, weight);
      checkBins(bins);
      return [histogram(self, points, bins, density), ...bins];
    },
    variants: 'function',
  },
);
