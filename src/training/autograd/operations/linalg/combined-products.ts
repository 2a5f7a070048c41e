/** Sums with products, and products over chosen dimensions. */
import { isFloating, legacyName } from '../../../backend/dtype.ts';
import { notImplementedError, runtimeError, TorchError } from '../../../backend/error.ts';
import { numel, wrapDimension, type Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkSameType, numbers } from '../../operand-dtypes.ts';
import { operation, type Definition } from '../../operation.ts';
import { intScalar, type Scalar } from '../../scalar.ts';
import { add, div, mul, mulScalar, sub } from '../pointwise/arithmetic.ts';
import { broadcastBoth } from '../shape/broadcasting.ts';
import { roll } from '../shape/joining.ts';
import { bmm, dot, mm, mv, outer } from './products.ts';
import { sumDims } from '../reduce/sums.ts';
import { permute, reshape, unsqueeze } from '../shape/views.ts';

/** `beta self + alpha product`. */
function combined(self: Tensor, product: Tensor, beta: Scalar, alpha: Scalar): Tensor {
  return add(beta.value === 1 ? self : mulScalar(self, beta), product, alpha);
}

/** A factor as the kernel takes it, which computes in the dtype of the product. */
function inKernel({ dtype }: Tensor, factor: Scalar): Scalar {
  if (dtype === 'bool') return { value: factor.value === 0 ? 0 : 1, dtype: 'bool' };
  return isFloating(dtype) || !isFloating(factor.dtype) ? factor : intScalar(Math.trunc(factor.value));
}

/** @throws TorchError in PyTorch's words, which looks at sizes before dtypes */
function checkAddmv(self: Tensor, mat: Tensor, vec: Tensor): void {
  if (mat.rank !== 2 || vec.rank !== 1 || self.rank > 1) {
    throw runtimeError(`vector + matrix @ vector expected, got ${self.rank}, ${mat.rank}, ${vec.rank}`);
  }
  const [rows, columns] = mat.shape as [number, number];
  if (columns === vec.shape[0] && (self.numel === rows || self.numel === 1)) return;
  if (self.rank === 0) {
    throw new TorchError('IndexError', 'Dimension specified as 0 but tensor has no dimensions');
  }
  throw runtimeError(
    `size mismatch, got input (${self.shape[0]}), mat (${rows}x${columns}), vec (${vec.shape[0]})`,
  );
}

/** @throws TorchError for a factor with a fraction beside whole numbers */
function checkAddr(
  self: Tensor,
  a: Tensor,
  b: Tensor,
  [beta, alpha]: readonly [beta: Scalar, alpha: Scalar],
): void {
  if ([self, a, b].some(({ dtype }) => isFloating(dtype))) return;
  for (const [name, { dtype }] of Object.entries({ beta, alpha })) {
    if (!isFloating(dtype)) continue;
    throw runtimeError(`For integral input tensors, argument ${name} must not be a floating point number.`);
  }
}

function adding(
  name: string,
  first: string,
  second: string,
  node: string,
  doc: string,
  product: (a: Tensor, b: Tensor) => Tensor,
  check?: (self: Tensor, a: Tensor, b: Tensor, scales: readonly [beta: Scalar, alpha: Scalar]) => void,
): void {
  operation(
    `${name}(Tensor self, Tensor ${first}, Tensor ${second}, *, Scalar beta=1, Scalar alpha=1) -> Tensor`,
    {
      composite: true,
      node,
      forward: (self: Tensor, a: Tensor, b: Tensor, beta: Scalar, alpha: Scalar): Tensor => {
        check?.(self, a, b, [beta, alpha]);
        const made = product(a, b);
        return combined(self, made, inKernel(made, beta), inKernel(made, alpha));
      },
      inPlace: true,
      doc: `beta times \`self\` plus alpha times ${doc}.`,
    },
  );
}

adding('addmv', 'mat', 'vec', 'Addmv', 'a matrix times a vector', mv, checkAddmv);
adding('addr', 'vec1', 'vec2', 'Addr', 'the outer product of two vectors', outer, checkAddr);
adding('baddbmm', 'batch1', 'batch2', 'Baddbmm', 'products of matrices in a batch', bmm);
adding('addbmm', 'batch1', 'batch2', 'Addbmm', 'the sum of the products of matrices in a batch', (a, b) =>
  sumDims(bmm(a, b), [0]),
);

operation('addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor', {
  dtypes: numbers('addcmul_cpu_out'),
  composite: true,
  node: 'Addcmul',
  forward: (self: Tensor, a: Tensor, b: Tensor, value: Scalar): Tensor => add(self, mul(a, b), value),
  inPlace: true,
  doc: '`self` plus `value` times the product of two tensors, element by element.',
});

operation('addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor', {
  composite: true,
  node: 'Addcdiv',
  forward: (self: Tensor, a: Tensor, b: Tensor, value: Scalar): Tensor => {
    if (!isFloating(a.dtype) && !isFloating(b.dtype)) {
      throw runtimeError(
        'Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.',
      );
    }
    return add(self, div(a, b), value);
  },
  inPlace: true,
  doc: '`self` plus `value` times the quotient of two tensors, element by element.',
});

operation('inner(Tensor self, Tensor other) -> Tensor', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => {
    if (self.rank === 0 || other.rank === 0) return mul(self, other);
    if (self.rank === 1 && other.rank === 1) return reshape(unsqueeze(dot(self, other), 0), []);
    const [k, k2] = [self.shape.at(-1), other.shape.at(-1)];
    if (k !== k2) {
      throw runtimeError(
        `inner() the last dimension must match on both input tensors but got shapes [${self.shape.join(', ')}] and [${other.shape.join(', ')}]`,
      );
    }
    return contracted(self, other, [self.rank - 1], [other.rank - 1]);
  },
  doc: 'The sums of products over the last dimension of both.',
});

/** Sums of products over `dimsA` of `a` and `dimsB` of `b`; the other dimensions of both stay, those of `a` first. */
function contracted(a: Tensor, b: Tensor, dimsA: Shape, dimsB: Shape): Tensor {
  const restA = a.shape.map((_, d) => d).filter((d) => !dimsA.includes(d));
  const restB = b.shape.map((_, d) => d).filter((d) => !dimsB.includes(d));
  const sizes = (x: Tensor, dims: Shape): number[] => dims.map((d) => x.shape[d] as number);
  const shared = numel(sizes(a, dimsA));
  const left = reshape(permute(a, [...restA, ...dimsA]), [numel(sizes(a, restA)), shared]);
  const right = reshape(permute(b, [...dimsB, ...restB]), [shared, numel(sizes(b, restB))]);
  return reshape(mm(left, right), [...sizes(a, restA), ...sizes(b, restB)]);
}

/** Sums over the dimensions to which only one element of `other` belongs. */
function withSingles(self: Tensor, dims: Shape, other: Tensor, otherDims: Shape): Tensor {
  const alone = dims.filter((d, i) => other.shape[otherDims[i] as number] === 1 && self.shape[d] !== 1);
  return alone.length === 0 ? self : sumDims(self, alone, true);
}

const tensordotDims = operation(
  '_tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor',
  {
    composite: true,
    forward: (self: Tensor, other: Tensor, dimsSelf: Shape, dimsOther: Shape): Tensor => {
      if (dimsSelf.length !== dimsOther.length) {
        throw runtimeError('both dimension lists should have same length');
      }
      const a = dimsSelf.map((d) => wrapDimension(d, self.rank));
      const b = dimsOther.map((d) => wrapDimension(d, other.rank));
      a.forEach((d, i) => {
        const [sizeA, sizeB] = [self.shape[d], other.shape[b[i] as number]];
        if (sizeA === sizeB || sizeA === 1 || sizeB === 1) return;
        throw runtimeError(
          `contracted dimensions need to match, but first has size ${sizeA} in dim ${d} and second has size ${sizeB} in dim ${b[i]}`,
        );
      });
      return contracted(withSingles(self, a, other, b), withSingles(other, b, self, a), a, b);
    },
    variants: 'function',
  },
);

operation('tensordot.int(Tensor self, Tensor other, int dims=2) -> Tensor', {
  composite: true,
  forward: (self: Tensor, other: Tensor, dims: number): Tensor => {
    if (dims < 0) throw runtimeError(`tensordot expects dims >= 0, but got dims=${dims}`);
    const counts = Array.from({ length: dims }, (_, i) => i);
    return tensordotDims(
      self,
      other,
      counts.map((i) => i - dims),
      counts,
    );
  },
  variants: 'function',
  doc: 'The sums of products over the last `dims` dimensions of one and the first of the other.',
});

operation('kron(Tensor self, Tensor other) -> Tensor', {
  composite: true,
  node: 'UnsafeView',
  forward: (self: Tensor, other: Tensor): Tensor => {
    const rank = Math.max(self.rank, other.rank);
    const padded = (x: Tensor): Shape => [...new Array<number>(rank - x.rank).fill(1), ...x.shape];
    const [a, b] = [padded(self), padded(other)];
    const product = mul(
      reshape(
        self,
        a.flatMap((size) => [size, 1]),
      ),
      reshape(
        other,
        b.flatMap((size) => [1, size]),
      ),
    );
    return reshape(
      product,
      a.map((size, d) => size * (b[d] as number)),
    );
  },
  doc: 'Each element of the one times the whole of the other (the Kronecker product).',
});

operation('vdot(Tensor self, Tensor other) -> Tensor', {
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => dot(self, other),
  doc: 'The sum of products of two vectors.',
});

/** `a[i+1] b[i+2] - a[i+2] b[i+1]` along a dimension of size 3. */
function crossProduct(a: Tensor, b: Tensor, dim: number): Tensor {
  const shifted = (x: Tensor, by: number): Tensor => roll(x, [-by], [dim]);
  return sub(mul(shifted(a, 1), shifted(b, 2)), mul(shifted(a, 2), shifted(b, 1)));
}

function declareCross(schema: string, options: Pick<Definition<never[], Tensor>, 'namespace'> = {}): void {
  operation(schema, {
    composite: true,
    node: 'LinalgCross',
    forward: (self: Tensor, other: Tensor, dim: number | null): Tensor => {
      if (dim !== null && self.rank !== other.rank) {
        throw runtimeError('linalg.cross: inputs must have the same number of dimensions.');
      }
      const [a, b] = broadcastBoth(self, other);
      const found = dim ?? a.shape.indexOf(3);
      if (found === -1 && dim === null) throw runtimeError('no dimension of size 3 in input');
      const at = wrapDimension(found, a.rank);
      if (self.rank !== other.rank) {
        throw runtimeError('linalg.cross: inputs must have the same number of dimensions.');
      }
      if (self.shape[at] !== 3 || other.shape[at] !== 3) {
        throw runtimeError(
          `linalg.cross: inputs dimension ${dim} must have length 3. Got ${self.shape[at]} and ${other.shape[at]}`,
        );
      }
      if (self.dtype === 'bool') throw notImplementedError(`"cross" not implemented for 'Bool'`);
      checkSameType(self, other);
      return crossProduct(a, b, at);
    },
    ...options,
    doc: 'The cross products of vectors of three elements along a dimension.',
  });
}

declareCross('cross(Tensor self, Tensor other, int? dim=None) -> Tensor');
declareCross('linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor', { namespace: 'linalg' });

operation('linalg_vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor', {
  dtypes: {
    refused: ['bool', 'integer'],
    error: (dtype) =>
      runtimeError(`linalg.vecdot: Expected a floating point or complex tensor as input. Got ${dtype}`),
  },
  composite: true,
  forward: (x: Tensor, y: Tensor, dim: number): Tensor => {
    if (x.dtype !== y.dtype) {
      throw runtimeError(
        `linalg.vecdot: Expected x and y to have the same dtype, but found x of type ${legacyName(x.dtype)} and y of type ${legacyName(y.dtype)} instead`,
      );
    }
    return x.rank === 1 && y.rank === 1 ? dot(x, y) : sumDims(mul(x, y), [dim]);
  },
  namespace: 'linalg',
  doc: 'The dot products of vectors along a dimension; the other dimensions broadcast.',
});
