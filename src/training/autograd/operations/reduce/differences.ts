/** Differences of neighbours along a dimension, and integrals by the trapezoidal rule. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { type Scalar } from '../../scalar.ts';
import { add, divScalar, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { ne } from '../pointwise/selection.ts';
import { cumsum } from './cumulative.ts';
import { cat } from '../shape/joining.ts';
import { select, slice } from '../shape/slicing.ts';
import { sumDims } from './sums.ts';
import { reshape } from '../shape/views.ts';

/** The difference; of bools, whether they differ. */
const between = (a: Tensor, b: Tensor): Tensor => (a.dtype === 'bool' ? ne(a, b) : sub(a, b));

operation('diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor', {
  composite: true,
  forward: (self: Tensor, n: number, dim: number, before: Tensor | null, after: Tensor | null): Tensor => {
    if (self.rank === 0) throw runtimeError('diff expects input to be at least one-dimensional');
    if (n < 0) throw runtimeError(`order must be non-negative but got ${n}`);
    const parts = [before, self, after].filter((part) => part !== null);
    let result = parts.length === 1 ? self : cat(parts, dim);
    for (let i = 0; i < n; i++) result = between(slice(result, dim, 1), slice(result, dim, 0, -1));
    return result;
  },
  doc: 'The differences of neighbours along a dimension, `n` times over.',
});

/** @throws TorchError for bools, and at a dimension that `y` does not have */
function checkedDimension(name: string, y: Tensor, x: Tensor | null, dim: number): number {
  if (y.rank === 0)
    throw new TorchError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
  const which = x === null ? '`y`' : '`x` or `y`';
  if (y.dtype === 'bool' || x?.dtype === 'bool') {
    throw runtimeError(`${name}: received a bool input for ${which}, but bool is not supported`);
  }
  return wrapDimension(dim, y.rank);
}

/** Twice the areas between neighbours: their sum times the distances, which broadcast. */
const doubleAreas = (y: Tensor, at: number, distance: Tensor): Tensor =>
  mul(add(slice(y, at, 0, -1), slice(y, at, 1)), distance);

/** Distances of neighbours of `x`: a vector along `at`, or with the last dimensions of `y`. */
function distances(name: string, x: Tensor, y: Tensor, at: number): Tensor {
  if (x.rank === 1 && x.numel !== y.shape[at]) {
    throw runtimeError(`${name}: There must be one \`x\` value for each sample point`);
  }
  const lead = Math.max(y.rank - x.rank, 0);
  const shape =
    x.rank === 1
      ? y.shape.map((_, d) => (d === at ? x.numel : 1))
      : [...new Array<number>(lead).fill(1), ...x.shape];
  const places = reshape(x, shape);
  return sub(slice(places, at, 1), slice(places, at, 0, -1));
}

/** Of no points the integral is 0, without a gradient. */
const nothing = (y: Tensor, at: number): Tensor => full(y.shape.toSpliced(at, 1), 0, y.dtype);

for (const name of ['trapezoid', 'trapz'] as const) {
  operation(`${name}.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, x: Tensor, dim: number): Tensor => {
      const at = checkedDimension('trapezoid', y, x, dim);
      if (y.shape[at] === 0) return nothing(y, at);
      return divScalar(sumDims(doubleAreas(y, at, distances('trapezoid', x, y, at)), [at]), 2);
    },
    variants: 'function',
    doc: 'The integral along a dimension by the trapezoidal rule, at places `x` or `dx` apart.',
  });
  operation(`${name}.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, dx: Scalar, dim: number): Tensor => {
      const at = checkedDimension('trapezoid', y, null, dim);
      if (y.shape[at] === 0) return nothing(y, at);
      // All of them less half of both ends, as PyTorch sums them.
      const ends = mulScalar(add(select(y, at, 0), select(y, at, -1)), 0.5);
      return mulScalar(sub(sumDims(y, [at]), ends), dx.value);
    },
    variants: 'function',
  });
}

operation('cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, x: Tensor, dim: number): Tensor => {
    const at = checkedDimension('cumulative_trapezoid', y, x, dim);
    return divScalar(cumsum(doubleAreas(y, at, distances('cumulative_trapezoid', x, y, at)), at), 2);
  },
  variants: 'function',
  doc: 'The running integral along a dimension by the trapezoidal rule.',
});

operation('cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, dx: Scalar, dim: number): Tensor => {
    const at = checkedDimension('cumulative_trapezoid', y, null, dim);
    return cumsum(mulScalar(add(slice(y, at, 0, -1), slice(y, at, 1)), dx.value / 2), at);
  },
  variants: 'function',
});
