/** Diagonals and triangles of matrices. */
import { copyInto } from '../../../backend/compute.ts';
import type { DType } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { type Shape, wrapDimension } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import type { Gradients } from '../../tape/node.ts';
import { numbers } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { view } from '../../tape/view.ts';
import { clone } from '../creation/conversion.ts';
import { cat } from '../shape/joining.ts';
import { constantPad } from '../shape/padding.ts';
import { where } from '../pointwise/selection.ts';
import { sum } from '../reduce/sums.ts';
import { reshape, unsqueeze } from '../shape/views.ts';

/** The elements `(i, i + offset)` of two dimensions, as a new last dimension. */
function diagonalView(self: Tensor, offset: number, dim1: number, dim2: number): Tensor {
  const [a, b] = [wrapDimension(dim1, self.rank), wrapDimension(dim2, self.rank)];
  if (a === b) {
    throw runtimeError(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  }
  const [rows, columns] = [self.shape[a] as number, self.shape[b] as number];
  const [stepA, stepB] = [self.strides[a] as number, self.strides[b] as number];
  const count = Math.max(Math.min(rows + Math.min(offset, 0), columns - Math.max(offset, 0)), 0);
  const start = count === 0 ? 0 : Math.max(offset, 0) * stepB + Math.max(-offset, 0) * stepA;
  const kept = (values: Shape): number[] => values.filter((_, d) => d !== a && d !== b);
  return view(
    self,
    [...kept(self.shape), count],
    [...kept(self.strides), stepA + stepB],
    self.offset + start,
  );
}

export const diagonal = operation(
  'diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)',
  {
    forward: diagonalView,
    gradient: (grad, node): Gradients => {
      const [input, offset, dim1, dim2] = node.args as [Tensor, number, number, number];
      return [diagonalBackward(grad, input.shape, offset, dim1, dim2)];
    },
    doc: 'A view of the diagonal of two dimensions as the last dimension; `offset` counts above it.',
  },
);

operation('linalg_diagonal(Tensor A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor(a)', {
  composite: true,
  forward: (self: Tensor, offset: number, dim1: number, dim2: number): Tensor =>
    diagonal(self, offset, dim1, dim2),
  namespace: 'linalg',
  doc: 'A view of the diagonals of matrices.',
});

/** Zeros of the input's sizes with the gradient on the diagonal. */
const diagonalBackward = operation(
  'diagonal_backward(Tensor grad_output, int[] input_sizes, int offset, int dim1, int dim2) -> Tensor',
  {
    forward: (grad: Tensor, sizes: Shape, offset: number, dim1: number, dim2: number) => {
      const whole = full(sizes, 0, grad.dtype);
      copyInto(diagonalView(whole, offset, dim1, dim2), grad);
      return whole;
    },
    gradient: (grad, node): Gradients => {
      const [, , offset, dim1, dim2] = node.args as [Tensor, Shape, number, number, number];
      return [diagonal(grad, offset, dim1, dim2)];
    },
    variants: 'internal',
  },
);

export const diagEmbed = operation(
  'diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor',
  {
    composite: true,
    node: 'DiagEmbed',
    forward: (self: Tensor, offset: number, dim1: number, dim2: number): Tensor => {
      const rank = self.rank + 1;
      const [a, b] = [wrapDimension(dim1, rank), wrapDimension(dim2, rank)];
      const size = (self.shape.at(-1) ?? 1) + Math.abs(offset);
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const sizes = self.shape.slice(0, -1).toSpliced(first, 0, size).toSpliced(second, 0, size);
      return diagonalBackward(self, sizes, offset, a, b);
    },
    doc: 'Matrices with the last dimension on their diagonals and zeros elsewhere.',
  },
);

/** What `diag` gives of a matrix: no view, and called so by PyTorch. */
const diagonalCopy = operation('_diagonal_copy(Tensor self, int offset) -> Tensor', {
  composite: true,
  node: 'DiagonalBackward0_copy',
  forward: (self: Tensor, offset: number): Tensor => clone(diagonal(self, offset)),
  variants: 'internal',
});

const diag = operation('diag(Tensor self, int diagonal=0) -> Tensor', {
  composite: true,
  forward: (self: Tensor, offset: number): Tensor => {
    if (self.rank === 1) return diagEmbed(self, offset, 0, 1);
    if (self.rank === 2) return diagonalCopy(self, offset);
    throw runtimeError(`diag(): Supports 1D or 2D tensors. Got ${self.rank}D`);
  },
  doc: 'The matrix with a vector on its diagonal, or the diagonal of a matrix.',
});

operation('diagflat(Tensor self, int offset=0) -> Tensor', {
  composite: true,
  forward: (self: Tensor, offset: number): Tensor =>
    diag(self.rank === 1 ? self : reshape(self, [-1]), offset),
  doc: 'The matrix with all elements on its diagonal.',
});

operation('trace(Tensor self) -> Tensor', {
  dtypes: numbers('trace'),
  composite: true,
  node: 'Trace',
  forward: (self: Tensor): Tensor => {
    if (self.rank !== 2) throw runtimeError(`trace: expected a matrix, but got tensor with dim ${self.rank}`);
    return sum(diagonal(self));
  },
  doc: "The sum of a matrix's diagonal.",
});

type Side = 'lower' | 'upper';

/** Whether (row, column) belongs to the triangle, for matrices of the given size. */
function triangle(side: Side, rows: number, columns: number, offset: number): Uint8Array {
  const flags = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const inside = side === 'lower' ? j - i <= offset : j - i >= offset;
      if (inside) flags[i * columns + j] = 1;
    }
  }
  return flags;
}

function declareTriangle(name: 'tril' | 'triu', side: Side): (self: Tensor, offset: number) => Tensor {
  operation(`${name}_indices(int row, int col, int offset=0, *, ScalarType? dtype=None) -> Tensor`, {
    forward: (rows: number, columns: number, offset: number, dtype: DType | null): Tensor => {
      const flags = triangle(side, rows, columns, offset);
      const inside = Array.from(flags.keys()).filter((at) => flags[at] === 1);
      const places = [...inside.map((at) => Math.floor(at / columns)), ...inside.map((at) => at % columns)];
      return fromElements(Float64Array.from(places), dtype ?? 'int64', [2, inside.length]);
    },
    variants: 'function',
    doc: `Rows and columns of the ${side} triangle's elements.`,
  });
  const part = operation(`${name}(Tensor self, int diagonal=0) -> Tensor`, {
    forward: (self: Tensor, offset: number): Tensor => {
      if (self.rank < 2) throw runtimeError(`${name}: input tensor must have at least 2 dimensions`);
      const [rows, columns] = self.shape.slice(-2) as [number, number];
      const mask = fromElements(triangle(side, rows, columns, offset), 'bool', [rows, columns]);
      return where(mask, self, full([], 0, self.dtype));
    },
    gradient: (grad, node): Tensor[] => [part(grad, node.args[1] as number)],
    inPlace: true,
    doc: `The ${side} triangle of matrices, zeros elsewhere; \`diagonal\` moves its edge up.`,
  });
  return part;
}

export const tril = declareTriangle('tril', 'lower');
export const triu = declareTriangle('triu', 'upper');

operation('block_diag(Tensor[] tensors) -> Tensor', {
  variadic: true,
  composite: true,
  forward: (tensors: readonly Tensor[]): Tensor => {
    const matrices = tensors.map((tensor) => {
      if (tensor.rank > 2) {
        throw runtimeError(
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
    return cat(rows);
  },
  variants: 'function',
  doc: 'The matrix with the given ones along its diagonal.',
});
