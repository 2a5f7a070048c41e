/** Differences of neighbours along a dimension, and integrals by the trapezoidal rule. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import { wrapDimension } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { type Scalar } from '../../scalar.ts';
import { add, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { ne } from '../pointwise/selection.ts';
import { cumsum } from './cumulative.ts';
import { cat } from '../shape/joining.ts';
import { slice } from '../shape/slicing.ts';
import { sumDims } from './sums.ts';
import { unsqueeze } from '../shape/views.ts';

/** The difference; of bools, whether they differ. */
const between = (a: Tensor, b: Tensor): Tensor => (a.dtype === 'bool' ? ne(a, b) : sub(a, b));

const diff = operation(
  'diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor',
  {
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
  },
);

/** Areas between neighbours: their mean times their distance. */
function trapezoids(y: Tensor, dim: number, distance: (at: number) => Tensor | number): Tensor {
  if (y.rank === 0)
    throw new TorchError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
  const at = wrapDimension(dim, y.rank);
  const sums = add(slice(y, at, 1), slice(y, at, 0, -1));
  const width = distance(at);
  const areas = typeof width === 'number' ? mulScalar(sums, width) : mul(sums, width);
  return mulScalar(areas, 0.5);
}

/** Distances of neighbours of `x`, which is a vector along `dim` or has the shape of `y`. */
const distances =
  (x: Tensor, y: Tensor) =>
  (at: number): Tensor => {
    if (x.rank !== 1) return diff(x, 1, at);
    if (x.numel !== y.shape[at]) {
      throw runtimeError('trapezoid: There must be one `x` value for each sample point');
    }
    const steps = diff(x, 1, 0);
    return Array.from({ length: y.rank - 1 - at }).reduce<Tensor>((column) => unsqueeze(column, -1), steps);
  };

for (const name of ['trapezoid', 'trapz'] as const) {
  operation(`${name}.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, x: Tensor, dim: number): Tensor =>
      sumDims(trapezoids(y, dim, distances(x, y)), [dim]),
    variants: 'function',
    doc: 'The integral along a dimension by the trapezoidal rule, at places `x` or `dx` apart.',
  });
  operation(`${name}.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, dx: Scalar, dim: number): Tensor =>
      sumDims(
        trapezoids(y, dim, () => dx.value),
        [dim],
      ),
    variants: 'function',
  });
}

operation('cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, x: Tensor, dim: number): Tensor => cumsum(trapezoids(y, dim, distances(x, y)), dim),
  variants: 'function',
  doc: 'The running integral along a dimension by the trapezoidal rule.',
});

operation('cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, dx: Scalar, dim: number): Tensor =>
    cumsum(
      trapezoids(y, dim, () => dx.value),
      dim,
    ),
  variants: 'function',
});
