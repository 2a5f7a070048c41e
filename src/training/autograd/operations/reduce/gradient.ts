/** `torch.gradient`: slopes by differences of neighbours on both sides. */
import { runtimeError } from '../../../backend/error.ts';
import { wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { add, div, divScalar, mul, mulScalar, neg, sub } from '../pointwise/arithmetic.ts';
import { cat } from '../shape/joining.ts';
import { select, slice } from '../shape/slicing.ts';
import { reshape } from '../shape/views.ts';

/** How far neighbours lie apart: everywhere as far, or the places of all elements. */
type Spacing = number | Tensor;

/** What is asked of one dimension: `at(i)` are the elements at index `i` of it, from the end where that is negative. */
interface Along {
  readonly between: (start: number, end: number | null) => Tensor;
  readonly at: (i: number) => Tensor;
}

const along = (self: Tensor, dim: number): Along => {
  const between = (start: number, end: number | null): Tensor => slice(self, dim, start, end);
  return { between, at: (i) => between(i, i === -1 ? null : i + 1) };
};

/** `c[0] f[0] + c[1] f[1] + c[2] f[2]`. */
const combined = (factors: readonly Tensor[], elements: readonly Tensor[]): Tensor =>
  elements.map((each, i) => mul(each, factors[i] as Tensor)).reduce((total, each) => add(total, each));

/** Slopes of elements that are all `step` apart: PyTorch leaves the element in the middle out of its own slope. */
function evenSlopes(self: Tensor, dim: number, step: number, edgeOrder: number): Tensor {
  const { between, at } = along(self, dim);
  const centre = divScalar(divScalar(sub(between(2, null), between(0, -2)), step), 2);
  const weighted = (...parts: readonly (readonly [number, number])[]): Tensor =>
    divScalar(
      parts.map(([i, weight]) => mulScalar(at(i), weight)).reduce((total, each) => add(total, each)),
      step,
    );
  const [first, last] =
    edgeOrder === 1
      ? [divScalar(sub(at(1), at(0)), step), divScalar(sub(at(-1), at(-2)), step)]
      : [weighted([0, -1.5], [1, 2], [2, -0.5]), weighted([-1, 1.5], [-2, -2], [-3, 0.5])];
  return cat([first, centre, last], dim);
}

/** Slopes of elements at any places, by the parabola through three neighbours. */
function unevenSlopes(self: Tensor, dim: number, places: Tensor, edgeOrder: number): Tensor {
  const { between, at } = along(self, dim);
  const steps = sub(slice(places, 0, 1), slice(places, 0, 0, -1));
  const [near, far] = [slice(steps, 0, 0, -1), slice(steps, 0, 1)];
  const column = (factor: Tensor): Tensor =>
    reshape(
      factor,
      self.shape.map((_, d) => (d === dim ? factor.numel : 1)),
    );
  const both = add(near, far);
  const factors = [
    neg(div(far, mul(near, both))),
    div(sub(far, near), mul(near, far)),
    div(near, mul(far, both)),
  ].map(column);
  const centre = combined(factors, [between(0, -2), between(1, -1), between(2, null)]);
  const step = (i: number): Tensor => select(steps, 0, i);
  if (edgeOrder === 1) {
    const first = div(sub(at(1), at(0)), step(0));
    return cat([first, centre, div(sub(at(-1), at(-2)), step(-1))], dim);
  }
  const first = combined(endFactors(step(0), step(1)), [at(0), at(1), at(2)]);
  const last = combined(endFactors(neg(step(-1)), neg(step(-2))), [at(-1), at(-2), at(-3)]);
  return cat([first, centre, last], dim);
}

/** What the element at an end and its two neighbours count for in the slope there. */
function endFactors(near: Tensor, far: Tensor): Tensor[] {
  const both = add(near, far);
  return [
    neg(div(add(mulScalar(near, 2), far), mul(near, both))),
    div(both, mul(near, far)),
    neg(div(near, mul(far, both))),
  ];
}

const slopesAlong = (self: Tensor, dim: number, spacing: Spacing, edgeOrder: number): Tensor =>
  typeof spacing === 'number'
    ? evenSlopes(self, dim, spacing, edgeOrder)
    : unevenSlopes(self, dim, spacing, edgeOrder);

/** @throws TorchError for places that are no vector */
function checkPlaces(spacings: readonly Spacing[]): void {
  const wrong = spacings.find((each): each is Tensor => typeof each !== 'number' && each.rank !== 1);
  if (wrong === undefined) return;
  throw runtimeError(
    `torch.gradient expected each element of spacing to have one dimension, but got an element with ${wrong.rank} dimensions`,
  );
}

function gradients(
  self: Tensor,
  dims: Shape | null,
  spacings: readonly Spacing[] | Spacing,
  edgeOrder: number,
): Tensor[] {
  if (self.dtype === 'uint8') throw runtimeError('torch.gradient does not support uint8 input.');
  const wanted = (dims ?? self.shape.map((_, d) => d)).map((dim) => wrapDimension(dim, self.rank));
  const twice = wanted.find((dim, i) => wanted.indexOf(dim) < i);
  if (twice !== undefined) {
    throw runtimeError(`dim ${twice} appears multiple times in the list of dims`);
  }
  const each = Array.isArray(spacings) ? (spacings as readonly Spacing[]) : null;
  if (each !== null && each.length !== wanted.length) {
    throw runtimeError(
      `torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length ${each.length} and a dim argument of length ${wanted.length}.`,
    );
  }
  if (edgeOrder !== 1 && edgeOrder !== 2)
    throw runtimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
  if (wanted.some((dim) => (self.shape[dim] as number) <= edgeOrder))
    throw runtimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  if (each !== null) checkPlaces(each);
  return wanted.map((dim, i) =>
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
