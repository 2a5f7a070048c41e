/** Products of vectors and matrices. */
import * as compute from '../../../backend/compute.ts';
import { cppName, legacyName } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { broadcastShapes, numel, sameShape, type Shape } from '../../../backend/layout.ts';
import { isWhole } from '../../../backend/operand.ts';
import { Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import type { Scalar } from '../../scalar.ts';
import { add, mul, mulScalar } from '../pointwise/arithmetic.ts';
import { expand } from '../shape/broadcasting.ts';
import { reshape, squeezeDim, transpose, unsafeView, unsqueeze } from '../shape/views.ts';

const sizes = (x: Tensor): string => x.shape.join('x');

/** What PyTorch says of operands of different dtypes; every operation has words of its own. */
const DIFFERENT_DTYPES: Readonly<Record<string, (a: Tensor, b: Tensor) => string>> = {
  dot: (a, b) =>
    `dot : expected both vectors to have same dtype, but found ${legacyName(a.dtype)} and ${legacyName(b.dtype)}`,
  mm: (a, b) =>
    `expected m1 and m2 to have the same dtype, but got: ${cppName(a.dtype)} != ${cppName(b.dtype)}`,
  bmm: (a, b) => `expected scalar type ${legacyName(a.dtype)} but found ${legacyName(b.dtype)}`,
  mv: (a, b) => `expected scalar type ${legacyName(a.dtype)} but found ${legacyName(b.dtype)}`,
};

/** @throws TorchError, in the words of the product, for operands of different dtypes */
export function checkDTypes(name: keyof typeof DIFFERENT_DTYPES, a: Tensor, b: Tensor): void {
  if (a.dtype !== b.dtype) throw runtimeError(DIFFERENT_DTYPES[name]?.(a, b) ?? '');
}

/** (b, n, k) times (b, k, m), no questions asked. */
function product(a: Tensor, b: Tensor, shape: Shape): Tensor {
  return new Tensor(compute.matmul(a, b, a.dtype), shape);
}

const asBatch = (x: Tensor): Tensor => x.alias([1, ...x.shape], [0, ...x.strides], x.offset);

export const mm = operation('mm(Tensor self, Tensor mat2) -> Tensor', {
  dtypes: numbers('addmm_impl_cpu_'),
  forward: (self: Tensor, mat2: Tensor): Tensor => {
    if (self.rank !== 2) throw runtimeError('self must be a matrix');
    if (mat2.rank !== 2) throw runtimeError('mat2 must be a matrix');
    if (self.shape[1] !== mat2.shape[0]) {
      throw runtimeError(`mat1 and mat2 shapes cannot be multiplied (${sizes(self)} and ${sizes(mat2)})`);
    }
    checkDTypes('mm', self, mat2);
    return product(asBatch(self), asBatch(mat2), [self.shape[0] as number, mat2.shape[1] as number]);
  },
  gradient: (grad, node): (Tensor | null)[] => [
    node.needs(0) ? gradientOfLeft(grad, node.savedLayout(0), node.savedTensor(1)) : null,
    node.needs(1) ? gradientOfRight(grad, node.savedTensor(0), node.savedLayout(1)) : null,
  ],
  saves: ['self', 'mat2'],
  doc: 'The product of two matrices, (n, k) times (k, m).',
});

type Layout = Pick<Tensor, 'shape' | 'strides'>;

/** Whether a matrix lies column by column: the transpose of a row-major one. */
const isColumnMajor = ({ shape: [rows], strides: [down, along] }: Layout): boolean =>
  down === 1 && along === rows;

/**
 * The gradients of a product lie in memory as their factors do (PyTorch's rule), so that the gradient of `W` in `x W^T`
 * is row-major once it is transposed back and `W.grad` can keep it without a copy.
 */
function gradientOfLeft(grad: Tensor, left: Layout, right: Tensor): Tensor {
  if (isColumnMajor(left)) return transpose(mm(right, transpose(grad, 0, 1)), 0, 1);
  return mm(grad, transpose(right, 0, 1));
}

function gradientOfRight(grad: Tensor, left: Tensor, right: Layout): Tensor {
  if (isColumnMajor(right)) return transpose(mm(transpose(grad, 0, 1), left), 0, 1);
  return mm(transpose(left, 0, 1), grad);
}

export const addmm = operation(
  'addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    forward: (self: Tensor, mat1: Tensor, mat2: Tensor, beta: Scalar, alpha: Scalar): Tensor => {
      for (const [name, other] of [
        ['self', self],
        ['mat1', mat1],
      ] as const) {
        if (other.dtype === mat2.dtype) continue;
        throw runtimeError(
          `${name} and mat2 must have the same dtype, but got ${legacyName(other.dtype)} and ${legacyName(mat2.dtype)}`,
        );
      }
      const product = mm(mat1, mat2);
      const isPlain = beta.value === 1 && alpha.value === 1 && self.dtype === 'float32';
      if (
        isPlain &&
        isWhole(product) &&
        sameShape(broadcastShapes(self.shape, product.shape), product.shape)
      ) {
        compute.addRepeated(product, self);
        return product;
      }
      return add(beta.value === 1 ? self : mulScalar(self, beta), product, alpha);
    },
    gradient: (grad, node): Gradients => {
      const [, , , beta, alpha] = node.args as [Tensor, Tensor, Tensor, Scalar, Scalar];
      const scaled = alpha.value === 1 ? grad : mulScalar(grad, alpha);
      return [
        node.needs(0) ? (beta.value === 1 ? grad : mulScalar(grad, beta)) : null,
        node.needs(1) ? gradientOfLeft(scaled, node.savedLayout(0), node.savedTensor(1)) : null,
        node.needs(2) ? gradientOfRight(scaled, node.savedTensor(0), node.savedLayout(1)) : null,
      ];
    },
    saves: ['mat1', 'mat2'],
    inPlace: true,
    doc: 'beta times `self` plus alpha times the product of two matrices.',
  },
);

export const bmm = operation('bmm(Tensor self, Tensor mat2) -> Tensor', {
  forward: (self: Tensor, mat2: Tensor): Tensor => {
    if (self.rank !== 3) throw runtimeError('batch1 must be a 3D tensor');
    if (mat2.rank !== 3) throw runtimeError('batch2 must be a 3D tensor');
    const [batch, n, k] = self.shape as [number, number, number];
    const [batch2, k2, m] = mat2.shape as [number, number, number];
    if (batch !== batch2 || k !== k2) {
      throw runtimeError(
        `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${k}] but got: [${batch2}, ${k2}].`,
      );
    }
    checkDTypes('bmm', self, mat2);
    return product(self, mat2, [batch, n, m]);
  },
  gradient: (grad, node): (Tensor | null)[] => [
    node.needs(0) ? bmm(grad, transpose(node.savedTensor(1), 1, 2)) : null,
    node.needs(1) ? bmm(transpose(node.savedTensor(0), 1, 2), grad) : null,
  ],
  saves: ['self', 'mat2'],
  doc: 'Products of matrices in a batch, (b, n, k) times (b, k, m).',
});

export const mv = operation('mv(Tensor self, Tensor vec) -> Tensor', {
  dtypes: numbers('addmv_impl_cpu'),
  forward: (self: Tensor, vec: Tensor): Tensor => {
    if (self.rank !== 2 || vec.rank !== 1) {
      throw runtimeError(`vector + matrix @ vector expected, got ${vec.rank}, ${self.rank}, ${vec.rank}`);
    }
    if (self.shape[1] !== vec.shape[0]) {
      throw runtimeError(
        `size mismatch, got input (${self.shape[0]}), mat (${sizes(self)}), vec (${vec.shape[0]})`,
      );
    }
    checkDTypes('mv', self, vec);
    const column = vec.alias([1, vec.shape[0] as number, 1], [0, vec.strides[0] as number, 1], vec.offset);
    return product(asBatch(self), column, [self.shape[0] as number]);
  },
  gradient: (grad, node): (Tensor | null)[] => [
    node.needs(0) ? mul(unsqueeze(grad, 1), node.savedTensor(1)) : null,
    node.needs(1) ? mv(transpose(node.savedTensor(0), 0, 1), grad) : null,
  ],
  saves: ['self', 'vec'],
  doc: 'A matrix times a vector, (n, k) times (k).',
});

export const dot = operation('dot(Tensor self, Tensor tensor) -> Tensor', {
  dtypes: numbers('dot'),
  forward: (self: Tensor, other: Tensor): Tensor => {
    if (self.rank !== 1 || other.rank !== 1) {
      throw runtimeError(`1D tensors expected, but got ${self.rank}D and ${other.rank}D tensors`);
    }
    checkDTypes('dot', self, other);
    if (self.numel !== other.numel) {
      throw runtimeError(
        `inconsistent tensor size, expected tensor [${self.numel}] and src [${other.numel}] to have the same number of elements, but got ${self.numel} and ${other.numel} elements respectively`,
      );
    }
    const row = self.alias([1, 1, self.numel], [0, 0, self.strides[0] as number], self.offset);
    const column = other.alias([1, other.numel, 1], [0, other.strides[0] as number, 1], other.offset);
    return product(row, column, []);
  },
  gradient: (grad, node): (Tensor | null)[] => [
    node.needs(0) ? mul(grad, node.savedTensor(1)) : null,
    node.needs(1) ? mul(grad, node.savedTensor(0)) : null,
  ],
  saves: ['self', 'tensor'],
  doc: 'The sum of products of two vectors of the same length.',
});

export const matmul = operation('matmul(Tensor self, Tensor other) -> Tensor', {
  dtypes: numbers('addmm_impl_cpu_'),
  composite: true,
  forward: (self: Tensor, other: Tensor): Tensor => {
    const [a, b] = [self.rank, other.rank];
    if (a === 0 || b === 0) {
      throw runtimeError(`both arguments to matmul need to be at least 1D, but they are ${a}D and ${b}D`);
    }
    if (a === 2 && b === 2) return mm(self, other);
    if (a === 1 && b === 1) return dot(self, other);
    if (a === 2 && b === 1) return mv(self, other);
    if (a === 1 && b === 2) return squeezeDim(mm(unsqueeze(self, 0), other), 0);
    return batched(self, other);
  },
  doc: 'The matrix product; batches of matrices broadcast, vectors count as rows on the left and columns on the right.',
});

function batched(self: Tensor, other: Tensor): Tensor {
  const left = self.rank === 1 ? unsqueeze(self, 0) : self;
  const right = other.rank === 1 ? unsqueeze(other, 1) : other;
  const [n, k] = left.shape.slice(-2) as [number, number];
  const [k2, m] = right.shape.slice(-2) as [number, number];
  if (k !== k2) {
    const rows = numel(left.shape.slice(0, -1));
    throw runtimeError(
      right.rank === 2
        ? `mat1 and mat2 shapes cannot be multiplied (${rows}x${k} and ${k2}x${m})`
        : `Expected size for first two dimensions of batch2 tensor to be: [${numel(left.shape.slice(0, -2))}, ${k}] but got: [${numel(right.shape.slice(0, -2))}, ${k2}].`,
    );
  }
  if (left.rank > 2 && right.rank === 2) {
    const rows = mm(reshape(left, [numel(left.shape.slice(0, -1)), k]), right);
    return unsafeView(rows, [...left.shape.slice(0, -1), ...(other.rank === 1 ? [] : [m])]);
  }
  const batch = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const folded = (x: Tensor, rows: number, columns: number): Tensor =>
    reshape(expand(x, [...batch, rows, columns]), [numel(batch), rows, columns]);
  const product = bmm(folded(left, n, k), folded(right, k, m));
  if (self.rank === 1) return squeezeDim(unsafeView(product, [...batch, n, m]), -2);
  return unsafeView(product, other.rank === 1 ? [...batch, n] : [...batch, n, m]);
}

function checkVector(operationName: string, argument: string, value: Tensor): void {
  if (value.rank === 1) return;
  throw runtimeError(`${operationName}: Expected 1-D argument ${argument}, but got ${value.rank}-D`);
}

export const outer = operation('outer(Tensor self, Tensor vec2) -> Tensor', {
  aliases: ['ger'],
  composite: true,
  forward: (self: Tensor, vec2: Tensor): Tensor => {
    checkVector('outer', 'self', self);
    checkVector('outer', 'vec2', vec2);
    return mul(unsqueeze(self, 1), vec2);
  },
  doc: 'The products of all pairs of elements of two vectors, (n) and (m) to (n, m).',
});
