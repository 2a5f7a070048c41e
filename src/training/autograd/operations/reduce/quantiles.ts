/** Values below which a share of the elements lies. */
import { isFloating, newElements, type DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { gather } from '../indexing/gather.ts';
import { add, mul, sub } from '../pointwise/arithmetic.ts';
import { moveDimensions } from '../shape/rearranging.ts';
import { detach } from '../shape/slicing.ts';
import { reshape, squeezeDim } from '../shape/views.ts';
import { sort } from './sorting.ts';

const INTERPOLATIONS = ['linear', 'lower', 'higher', 'midpoint', 'nearest'];

interface Request {
  readonly name: 'quantile' | 'nanquantile';
  readonly dim: number | null;
  readonly keepdim: boolean;
  readonly interpolation: string;
}

function checkRequest(self: Tensor, shares: ArrayLike<number>, { name, interpolation }: Request): void {
  if (self.numel === 0) throw runtimeError(`${name}() input tensor must be non-empty`);
  if (!isFloating(self.dtype))
    throw runtimeError(`${name}() input tensor must be either float or double dtype`);
  for (const q of Array.from(shares)) {
    if (!(q >= 0 && q <= 1)) throw runtimeError(`${name}() q must be in the range [0, 1] but got ${q}`);
  }
  if (INTERPOLATIONS.includes(interpolation)) return;
  throw runtimeError(
    `${name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${interpolation}`,
  );
}

/** Places in order, with a fraction, of the shares of a row whose numbers end at `last`; -1 where it has none. */
function placeOf(share: number, last: number, self: Tensor, interpolation: string): number {
  const exact = Math.max(share * last, 0);
  const place = self.dtype === 'float32' ? Math.fround(exact) : exact;
  if (interpolation === 'lower') return Math.floor(place);
  if (interpolation === 'higher') return Math.ceil(place);
  if (interpolation === 'nearest') return roundedToEven(place);
  return interpolation === 'midpoint' && place % 1 !== 0 ? Math.floor(place) + 0.5 : place;
}

function roundedToEven(value: number): number {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}

/** Where the numbers of each row in order end: before its NaN, which a quantile does not leave out. */
function lastPlaces(ordered: Tensor, leavesOutNaN: boolean): number[] {
  const size = ordered.shape.at(-1) as number;
  const elements = toContiguous(ordered, 'float64');
  return Array.from({ length: elements.length / size }, (_, row) => {
    const missing = elements.subarray(row * size, (row + 1) * size).filter(Number.isNaN).length;
    return missing > 0 && !leavesOutNaN ? NaN : size - missing - 1;
  });
}

function made(values: readonly number[], dtype: DType, shape: Shape): Tensor {
  const elements = newElements(dtype, values.length);
  elements.set(values);
  return fromElements(elements, dtype, shape);
}

/** Of rows in order (NaN last) the elements at the shares, `(…, shares)`. */
function atShares(ordered: Tensor, shares: Tensor, { name, interpolation }: Request): Tensor {
  const lasts = lastPlaces(ordered, name === 'nanquantile');
  const numbers = Array.from(toContiguous(shares, 'float64'));
  const end = (ordered.shape.at(-1) as number) - 1;
  const places = lasts.flatMap((last) =>
    numbers.map((share) => (Number.isNaN(last) ? end : placeOf(share, last, ordered, interpolation))),
  );
  const batch = ordered.shape.slice(0, -1);
  const shape = [...batch, numbers.length];
  const at = (round: (place: number) => number): Tensor =>
    gather(ordered, -1, made(places.map(round), 'int64', shape));
  const [below, above] = [at(Math.floor), at(Math.ceil)];
  const fractions = made(
    places.map((place) => place % 1),
    ordered.dtype,
    shape,
  );
  if (!shares.requiresGrad || interpolation !== 'linear')
    return add(below, mul(sub(above, below), fractions));
  const moved = mul(sub(shares, detach(shares)), made(lasts, ordered.dtype, [...batch, 1]));
  return add(below, mul(sub(above, below), add(fractions, moved)));
}

/** @param isScalar one share, whose dimension is absent from the result */
function quantilesOf(self: Tensor, shares: Tensor, isScalar: boolean, request: Request): Tensor {
  checkRequest(self, toContiguous(shares, 'float64'), request);
  const { dim, keepdim } = request;
  const isFlat = dim === null || self.rank === 0;
  const source = isFlat ? reshape(self, [-1]) : self;
  const at = wrapDimension(dim ?? 0, source.rank);
  const [ordered] = sort(moveDimensions(source, [at], [-1]), -1, false, true) as [Tensor];
  const found = moveDimensions(atShares(ordered, shares, request), [-1], [0]);
  const sizes = isFlat ? self.shape.map(() => 1) : self.shape.with(at, 1);
  const result = keepdim ? reshape(found, [shares.numel, ...sizes]) : found;
  return isScalar ? squeezeDim(result, 0) : result;
}

for (const name of ['quantile', 'nanquantile'] as const) {
  const settings = "int? dim=None, bool keepdim=False, *, str interpolation='linear'";
  operation(`${name}.scalar(Tensor self, float q, ${settings}) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, q: number, dim: number | null, keepdim: boolean, interpolation: string): Tensor =>
      quantilesOf(self, full([1], q, 'float64'), true, { name, dim, keepdim, interpolation }),
    doc: `The value below which a share \`q\` of the elements lies${name === 'quantile' ? '' : ', NaN left out'}; between two elements in proportion.`,
  });
  operation(`${name}(Tensor self, Tensor q, ${settings}) -> Tensor`, {
    composite: true,
    forward: (
      self: Tensor,
      q: Tensor,
      dim: number | null,
      keepdim: boolean,
      interpolation: string,
    ): Tensor => {
      if (q.rank > 1) throw runtimeError(`${name}() q must be a scalar or 1D tensor`);
      if (q.dtype !== self.dtype)
        throw runtimeError(`${name}() q tensor must be same dtype as the input tensor`);
      return quantilesOf(self, reshape(q, [-1]), q.rank === 0, { name, dim, keepdim, interpolation });
    },
  });
}
