/** The matrices of a batch one by one, as the linear algebra library takes them, and the checks of `torch.linalg`. */
import { Matrix } from 'ml-matrix';
import { isFloating, legacyName, newElements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';

/** What is computed of one matrix: a matrix, a vector or a number. */
export type Part = Matrix | readonly number[] | number;

/** @throws TorchError in PyTorch's words unless `self` is a batch of floating-point matrices */
export function checkMatrices(name: string, self: Tensor): void {
  if (self.rank < 2) {
    throw runtimeError(`${name}: The input tensor A must have at least 2 dimensions.`);
  }
  if (!isFloating(self.dtype)) {
    throw runtimeError(
      `${name}: Expected a floating point or complex tensor as input. Got ${legacyName(self.dtype)}`,
    );
  }
}

/** @throws TorchError in PyTorch's words unless `self` is a batch of square floating-point matrices */
export function checkSquare(name: string, self: Tensor): void {
  if (self.rank >= 2) {
    const [rows, columns] = self.shape.slice(-2) as [number, number];
    if (rows !== columns) {
      throw runtimeError(
        `${name}: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
      );
    }
  }
  checkMatrices(name, self);
}

/**
 * Computes something of each matrix, in float64.
 *
 * @param shapes of the parts of one result; their elements are rounded to the dtype of `self`
 * @param compute gets the matrices of all operands at one place of the batch, which all share; it is not called for
 *   matrices without elements
 * @param ofNothing what the elements of each part are for those: 0 unless told otherwise
 */
export function overMatrices(
  operands: readonly [Tensor, ...Tensor[]],
  shapes: readonly Shape[],
  compute: (...matrices: Matrix[]) => readonly Part[],
  ofNothing: readonly number[] = [],
): Tensor[] {
  const [self] = operands;
  const batch = self.shape.slice(0, -2);
  const read = operands.map(reader);
  const parts = shapes.map((shape) => newElements(self.dtype, numel(batch) * numel(shape)));
  const isNothing = numel(self.shape.slice(-2)) === 0;
  if (isNothing) parts.forEach((elements, i) => elements.fill(ofNothing[i] ?? 0));
  for (let at = 0; at < (isNothing ? 0 : numel(batch)); at++) {
    compute(...read.map((matrixAt) => matrixAt(at))).forEach((part, i) => {
      const size = numel(shapes[i] as Shape);
      parts[i]?.set(elementsOf(part), at * size);
    });
  }
  return parts.map((elements, i) => fromElements(elements, self.dtype, [...batch, ...(shapes[i] as Shape)]));
}

function reader(tensor: Tensor): (at: number) => Matrix {
  const elements = toContiguous(tensor, 'float64');
  const [rows, columns] = tensor.shape.slice(-2) as [number, number];
  return (at) => {
    const matrix = Matrix.zeros(rows, columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) matrix.set(i, j, elements[(at * rows + i) * columns + j] as number);
    }
    return matrix;
  };
}

function elementsOf(part: Part): readonly number[] {
  if (typeof part === 'number') return [part];
  return part instanceof Matrix ? part.to1DArray() : part;
}
