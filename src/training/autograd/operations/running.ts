/** Integrals and running logarithms along a dimension; matrices put together; attention. */
import { TorchError } from '../../backend/error.ts';
import { wrapDimension } from '../../backend/layout.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { operation } from '../operation.ts';
import { floatScalar, intScalar, type Scalar } from '../scalar.ts';
import { softmax } from './activations.ts';
import { add, mul, mulScalar } from './arithmetic.ts';
import { tril } from './diagonals.ts';
import { cat } from './joining.ts';
import { diff } from './order.ts';
import { constantPad } from './padding.ts';
import { matmul } from './products.ts';
import { eqScalar, where } from './selection.ts';
import { slice } from './slicing.ts';
import { cumsum, logsumexp } from './statistics.ts';
import { sumDims } from './sums.ts';
import { transpose, unsqueeze } from './views.ts';

/** Areas between neighbours: their mean times their distance. */
function trapezoids(y: Tensor, dim: number, distance: (at: number) => Tensor | number): Tensor {
  const at = wrapDimension(dim, y.rank);
  const sums = add(slice(y, at, 1, null, 1), slice(y, at, 0, -1, 1), 1);
  const width = distance(at);
  const areas = typeof width === 'number' ? mulScalar(sums, floatScalar(width)) : mul(sums, width);
  return mulScalar(areas, floatScalar(0.5));
}

/** Distances of neighbours of `x`, which is a vector along `dim` or has the shape of `y`. */
const distances =
  (x: Tensor, y: Tensor) =>
  (at: number): Tensor => {
    const steps = diff(x, 1, x.rank === 1 ? 0 : at, null, null);
    if (x.rank !== 1) return steps;
    return Array.from({ length: y.rank - 1 - at }).reduce<Tensor>((column) => unsqueeze(column, -1), steps);
  };

for (const name of ['trapezoid', 'trapz'] as const) {
  operation(`${name}.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, x: Tensor, dim: number): Tensor =>
      sumDims(trapezoids(y, dim, distances(x, y)), [dim], false, null),
    variants: 'function',
    doc: 'The integral along a dimension by the trapezoidal rule, at places `x` or `dx` apart.',
  });
  operation(`${name}.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`, {
    composite: true,
    forward: (y: Tensor, dx: Scalar, dim: number): Tensor =>
      sumDims(
        trapezoids(y, dim, () => dx.value),
        [dim],
        false,
        null,
      ),
    variants: 'function',
  });
}

operation('cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, x: Tensor, dim: number): Tensor =>
    cumsum(trapezoids(y, dim, distances(x, y)), dim, null),
  variants: 'function',
  doc: 'The running integral along a dimension by the trapezoidal rule.',
});

operation('cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor', {
  composite: true,
  forward: (y: Tensor, dx: Scalar, dim: number): Tensor =>
    cumsum(
      trapezoids(y, dim, () => dx.value),
      dim,
      null,
    ),
  variants: 'function',
});

operation('logcumsumexp(Tensor self, int dim) -> Tensor', {
  composite: true,
  node: 'Logcumsumexp',
  forward: (self: Tensor, dim: number): Tensor => {
    const size = self.shape[wrapDimension(dim, self.rank)] as number;
    const parts = Array.from({ length: size }, (_, i) =>
      logsumexp(slice(self, dim, 0, i + 1, 1), [dim], true),
    );
    return cat(parts, dim);
  },
  doc: 'log of the running sums of exp(x) along a dimension, computed without overflow.',
});

operation('block_diag(Tensor[] tensors) -> Tensor', {
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor => {
    const matrices = tensors.map((tensor) => {
      if (tensor.rank > 2) {
        throw new TorchError(
          'RuntimeError',
          `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input 0 has ${tensor.rank} dimensions`,
        );
      }
      return tensor.rank === 0
        ? unsqueeze(unsqueeze(tensor, 0), 0)
        : tensor.rank === 1
          ? unsqueeze(tensor, 0)
          : tensor;
    });
    const width = matrices.reduce((sum, matrix) => sum + (matrix.shape[1] as number), 0);
    let left = 0;
    const rows = matrices.map((matrix) => {
      const columns = matrix.shape[1] as number;
      left += columns;
      return constantPad(matrix, [left - columns, width - left], 0);
    });
    return cat(rows, 0);
  },
  variants: 'function',
  doc: 'The matrix with the given ones along its diagonal.',
});

operation(
  'scaled_dot_product_attention(Tensor self, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None) -> Tensor',
  {
    composite: true,
    forward: (
      query: Tensor,
      key: Tensor,
      value: Tensor,
      mask: Tensor | null,
      dropout: number,
      causal: boolean,
      scale: number | null,
    ): Tensor => {
      if (dropout !== 0) {
        throw new TorchError(
          'NotImplementedError',
          'D2L Exercises does not support scaled_dot_product_attention with dropout_p; apply torch.nn.functional.dropout to the weights',
        );
      }
      const factor = scale ?? 1 / Math.sqrt(query.shape.at(-1) as number);
      const scores = mulScalar(matmul(query, transpose(key, -2, -1)), floatScalar(factor));
      return matmul(softmax(masked(scores, mask, causal), -1, null), value);
    },
    namespace: 'nn.functional',
    doc: 'softmax(Q Kᵀ / sqrt(d)) V, where the mask allows it.',
  },
);

/** Scores of forbidden places are minus infinity; a mask of numbers is added. */
function masked(scores: Tensor, mask: Tensor | null, causal: boolean): Tensor {
  const forbidden = full([], -Infinity, scores.dtype);
  if (causal) {
    const allowed = tril(full(scores.shape.slice(-2), 1, scores.dtype), 0);
    return where(eqScalar(allowed, intScalar(1)), scores, forbidden);
  }
  if (mask === null) return scores;
  return mask.dtype === 'bool' ? where(mask, scores, forbidden) : add(scores, mask, 1);
}
