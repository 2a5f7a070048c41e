/** `torch.gradient`: slopes by differences of neighbours on both sides. */
import { floatingType, newElements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { add, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { cat } from '../shape/joining.ts';
import { slice } from '../shape/slicing.ts';

/** Distances of neighbours along a dimension. */
type Spacing = number | Tensor;

/** The distance of each element to the next one. */
function distances(spacing: Spacing, count: number): Float64Array {
  if (typeof spacing === 'number') return new Float64Array(count - 1).fill(spacing);
  const places = toContiguous(spacing, 'float64');
  return Float64Array.from(
    { length: count - 1 },
    (_, i) => (places[i + 1] as number) - (places[i] as number),
  );
}

/** A vector along `dim`, to be computed with `x`. */
function vectorAlong(x: Tensor, dim: number, values: ArrayLike<number>): Tensor {
  const dtype = floatingType(x.dtype);
  const elements = newElements(dtype, values.length);
  elements.set(values);
  return fromElements(
    elements,
    dtype,
    x.shape.map((_, d) => (d === dim ? values.length : 1)),
  );
}

/**
 * The slope at an end: of the line through the first two elements, or of the parabola through the first three.
 *
 * @param slopes between neighbours, the nearest first
 */
function endSlope(
  slopes: readonly [Tensor, Tensor],
  steps: readonly [number, number],
  edgeOrder: number,
): Tensor {
  const [near, far] = slopes;
  if (edgeOrder === 1) return near;
  return add(near, mulScalar(sub(near, far), steps[0] / (steps[0] + steps[1])));
}

function slopesAlong(self: Tensor, dim: number, spacing: Spacing, edgeOrder: number): Tensor {
  const count = self.shape[dim] as number;
  const steps = distances(spacing, count);
  const step = (i: number): number => steps.at(i) as number;
  const rises = div(sub(slice(self, dim, 1), slice(self, dim, 0, -1)), vectorAlong(self, dim, steps));
  const at = (i: number): Tensor => slice(rises, dim, i, i === -1 ? null : i + 1);
  if (count === 2) return cat([rises, rises], dim);
  const share = Array.from({ length: count - 2 }, (_, i) => step(i + 1) / (step(i) + step(i + 1)));
  const before = mul(slice(rises, dim, 0, -1), vectorAlong(rises, dim, share));
  const rest = share.map((each) => 1 - each);
  const after = mul(slice(rises, dim, 1), vectorAlong(rises, dim, rest));
  const first = endSlope([at(0), at(1)], [step(0), step(1)], edgeOrder);
  const last = endSlope([at(-1), at(-2)], [step(-1), step(-2)], edgeOrder);
  return cat([first, add(before, after), last], dim);
}

function gradients(
  self: Tensor,
  dims: Shape | null,
  spacings: readonly Spacing[] | Spacing,
  edgeOrder: number,
): Tensor[] {
  if (self.dtype === 'uint8') throw runtimeError('torch.gradient does not support uint8 input.');
  const along = (dims ?? self.shape.map((_, d) => d)).map((dim) => wrapDimension(dim, self.rank));
  const twice = along.find((dim, i) => along.indexOf(dim) < i);
  if (twice !== undefined) {
    throw runtimeError(`dim ${twice} appears multiple times in the list of dims`);
  }
  const each = Array.isArray(spacings) ? (spacings as readonly Spacing[]) : null;
  if (each !== null && each.length !== along.length) {
    throw runtimeError(
      `torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length ${each.length} and a dim argument of length ${along.length}.`,
    );
  }
  if (edgeOrder !== 1 && edgeOrder !== 2)
    throw runtimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
  if (along.some((dim) => (self.shape[dim] as number) <= edgeOrder))
    throw runtimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  return along.map((dim, i) =>
    slopesAlong(self, dim, each === null ? (spacings as Spacing) : (each[i] as Spacing), edgeOrder),
  );
}

const listed = (dim: number | null): Shape | null => (dim === null ? null : [dim]);
const DOC = 'Slopes by differences of neighbours on both sides, along each dimension or those of `dim`.';

operation(
  'gradient.scalarint(Tensor self, *, Scalar? spacing=None, int? dim=None, int edge_order=1) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, spacing: Scalar | null, dim: number | null, edgeOrder: number): Tensor[] =>
      gradients(self, listed(dim), spacing?.value ?? 1, edgeOrder),
    variants: 'function',
    doc: DOC,
  },
);

operation(
  'gradient.scalararray(Tensor self, *, Scalar? spacing=None, int[] dim, int edge_order=1) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, spacing: Scalar | null, dim: Shape, edgeOrder: number): Tensor[] =>
      gradients(self, dim, spacing?.value ?? 1, edgeOrder),
    variants: 'function',
  },
);

operation(
  'gradient.scalarrayint(Tensor self, *, float[] spacing, int? dim=None, int edge_order=1) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, spacing: Shape, dim: number | null, edgeOrder: number): Tensor[] =>
      gradients(self, listed(dim), spacing, edgeOrder),
    variants: 'function',
  },
);

operation(
  'gradient.scalarrayarray(Tensor self, *, float[] spacing, int[] dim, int edge_order=1) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, spacing: Shape, dim: Shape, edgeOrder: number): Tensor[] =>
      gradients(self, dim, spacing, edgeOrder),
    variants: 'function',
  },
);

operation(
  'gradient.tensorarrayint(Tensor self, *, Tensor[] spacing, int? dim=None, int edge_order=1) -> Tensor[]',
  {
    composite: true,
    forward: (self: Tensor, spacing: readonly Tensor[], dim: number | null, edgeOrder: number): Tensor[] =>
      gradients(self, listed(dim), spacing, edgeOrder),
    variants: 'function',
  },
);

operation('gradient.tensorarray(Tensor self, *, Tensor[] spacing, int[] dim, int edge_order=1) -> Tensor[]', {
  composite: true,
  forward: (self: Tensor, spacing: readonly Tensor[], dim: Shape, edgeOrder: number): Tensor[] =>
    gradients(self, dim, spacing, edgeOrder),
  variants: 'function',
});
