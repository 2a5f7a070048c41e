/** Norms of vectors. */
import * as compute from '../../../backend/compute.ts';
import { type DType, isDifferentiable, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { full, Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { intScalar, type Scalar } from '../../scalar.ts';
import { div, mul } from '../pointwise/arithmetic.ts';
import { toDType } from '../creation/conversion.ts';
import { abs, sign, sqrt, square } from '../pointwise/functions.ts';
import { powScalar } from '../pointwise/powers.ts';
import { eq, eqScalar, where } from '../pointwise/selection.ts';
import { reducedDimensions, reducedShape, spread, sumDims } from './sums.ts';

/** @throws TorchError for integers and bools, which have no norm */
export function checkNumbers(name: string, self: Tensor): void {
  if (isDifferentiable(self.dtype)) return;
  throw runtimeError(
    `${name}: Expected a floating point or complex tensor as input. Got ${legacyName(self.dtype)}`,
  );
}

/** `(sum |x|^p)^(1/p)`; for p = 2 the gradient at 0 is 0, as PyTorch has it. */
export function normOver(self: Tensor, p: number, dim: Shape | null, keepdim: boolean): Tensor {
  checkNumbers('linalg.vector_norm', self);
  return vectorNorm(self, p, dim, keepdim);
}

const vectorNorm = operation(
  'linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    forward: (
      self: Tensor,
      ord: Scalar,
      dim: Shape | null,
      keepdim: boolean,
      dtype: DType | null,
    ): Tensor => {
      checkNumbers('linalg.vector_norm', self);
      const x = dtype === null ? self : toDType(self, dtype);
      const dims = reducedDimensions(x, dim);
      checkIdentity(x, ord.value, dim);
      const p = ord.value;
      if (p === Infinity || p === -Infinity) {
        const kernel = p > 0 ? 'max' : 'min';
        return new Tensor(
          compute.reduce(kernel, abs(x), dims, x.dtype),
          reducedShape(x.shape, dims, keepdim),
        );
      }
      if (p === 2) return sqrt(sumDims(square(x), dims, keepdim));
      if (p === 1) return sumDims(abs(x), dims, keepdim);
      if (p === 0) return sumDims(toDType(abs(sign(x)), x.dtype), dims, keepdim);
      return powScalar(sumDims(powScalar(abs(x), ord), dims, keepdim), 1 / p);
    },
    gradient: (grad, node): Gradients => {
      const [self, result] = [node.savedTensor(0), node.savedTensor(1)];
      const [, ord, dim] = node.args as [Tensor, Scalar, Shape | null];
      if (ord.value === 0) return [null];
      const dims = reducedDimensions(self, dim);
      const over = spread(grad, self.shape, dims);
      const norm = spread(result, self.shape, dims);
      if (Math.abs(ord.value) === Infinity) return [throughExtremes(over, self, norm, dims)];
      return [throughNorm(over, self, norm, ord.value)];
    },
    saves: ['self', 'result'],
    namespace: 'linalg',
    doc: 'The p-norm of the elements, all of them or along dimensions.',
  },
);

/** @throws TorchError where nothing is there to take the smallest or largest of, or a negative power */
function checkIdentity(self: Tensor, p: number, dim: Shape | null): void {
  if (self.numel > 0 || (p >= 0 && p !== Infinity)) return;
  const shown = Math.abs(p) === Infinity ? (p > 0 ? 'inf' : '-inf') : String(p);
  const none = 'because the operation does not have an identity';
  if (dim === null || dim.length === 0) {
    throw runtimeError(`linalg.vector_norm cannot compute the ${shown} norm on an empty tensor ${none}`);
  }
  const empty = reducedDimensions(self, dim).find((d) => self.shape[d] === 0);
  if (empty === undefined) return;
  throw runtimeError(
    `linalg.vector_norm cannot compute the ${shown} norm on the dimension ${empty}because this dimension is empty and the operation does not have an identity`,
  );
}

/** The gradient of a norm with infinite p: to all elements of the largest or smallest size, and to NaN, in equal parts. */
function throughExtremes(over: Tensor, self: Tensor, norm: Tensor, dims: readonly number[]): Tensor {
  const size = abs(self);
  const hits = toDType(where(eq(size, size), eq(size, norm), full([], 1, 'bool')), self.dtype);
  const counts = spread(sumDims(hits, dims), self.shape, dims);
  return mul(sign(self), mul(div(over, counts), hits));
}

/** d norm / d x = sign(x) |x|^(p-1) / norm^(p-1), with 0 where the norm is 0; in the order of PyTorch's products. */
function throughNorm(over: Tensor, self: Tensor, norm: Tensor, p: number): Tensor {
  const zero = full([], 0, self.dtype);
  if (p === 1) return mul(sign(self), over);
  const isZero = eqScalar(norm, intScalar(0));
  if (p === 2) return mul(over, where(isZero, zero, div(self, norm)));
  const size = abs(self);
  if (p < 1) {
    const powers = where(eqScalar(self, intScalar(0)), zero, powScalar(size, p - 1));
    const own = mul(sign(self), powers);
    return mul(mul(own, over), powScalar(norm, 1 - p));
  }
  const scale = where(isZero, zero, div(over, powScalar(norm, p - 1)));
  const own = p < 2 ? mul(sign(self), powScalar(size, p - 1)) : mul(self, powScalar(size, p - 2));
  return mul(own, scale);
}

operation('norm(Tensor self, Scalar p=2) -> Tensor', {
  composite: true,
  forward: (self: Tensor, p: Scalar): Tensor => normOver(self, p.value, null, false),
  doc: 'The p-norm: of all elements, or along dimensions.',
});

operation('norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor', {
  composite: true,
  forward: (self: Tensor, p: Scalar | null, dim: Shape, keepdim: boolean): Tensor =>
    normOver(self, p?.value ?? 2, dim, keepdim),
});
