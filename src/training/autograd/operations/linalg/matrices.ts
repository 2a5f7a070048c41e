/** The matrices of a batch one by one, as LAPACK's algorithms take them, and the checks of `torch.linalg`. */
import { isFloating, legacyName, newElements, type DType, type Elements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { DOUBLE, SINGLE, type Precision, type Rows } from '../../../backend/js/lapack/rows.ts';
import { numel, type Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { transpose } from '../shape/views.ts';

/** What is computed of one matrix: a matrix, a vector or a number. */
export type Part = Rows | readonly number[] | Float64Array | number;

/** One result: its shape for each matrix, and its dtype where that is not the matrices'. */
export interface PartForm {
  readonly shape: Shape;
  readonly dtype?: DType;
}

/**
 * @param kernel that refuses other dtypes, where it is not the function itself that does
 * @throws TorchError in PyTorch's words unless `self` is a batch of floating-point matrices
 */
export function checkMatrices(name: string, self: Tensor, kernel: string | null = null): void {
  if (self.rank < 2) {
    throw runtimeError(`${name}: The input tensor A must have at least 2 dimensions.`);
  }
  if (kernel !== null) checkFloating(self, kernel);
  if (!isFloating(self.dtype)) {
    throw runtimeError(
      `${name}: Expected a floating point or complex tensor as input. Got ${legacyName(self.dtype)}`,
    );
  }
}

/** The same of square matrices. */
export function checkSquare(
  name: string,
  self: Tensor,
  kernel: string | null = null,
  wantsFloats = true,
): void {
  if (self.rank >= 2) {
    const [rows, columns] = self.shape.slice(-2) as [number, number];
    if (rows !== columns) {
      throw runtimeError(
        `${name}: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
      );
    }
    if (!wantsFloats) return;
  }
  checkMatrices(name, self, kernel);
}

/**
 * Computes something of each matrix, in float64.
 *
 * @param forms of the results; their elements are rounded to the dtype of the first operand unless they say another
 * @param compute gets the matrices of all operands at one place of the batch, which all share, as rows of its own
 */
export function overMatrices(
  operands: readonly [Tensor, ...Tensor[]],
  forms: readonly PartForm[],
  compute: (...matrices: Rows[]) => readonly Part[],
): Tensor[] {
  const [self] = operands;
  const batch = self.shape.slice(0, -2);
  const read = operands.map(reader);
  const parts = forms.map(({ shape, dtype }) =>
    newElements(dtype ?? self.dtype, numel(batch) * numel(shape)),
  );
  for (let at = 0; at < numel(batch); at++) {
    compute(...read.map((matrixAt) => matrixAt(at))).forEach((part, i) => {
      writePart(part, parts[i] as Elements, at * numel(forms[i]?.shape ?? []));
    });
  }
  return parts.map((elements, i) =>
    fromElements(elements, forms[i]?.dtype ?? self.dtype, [...batch, ...(forms[i]?.shape ?? [])]),
  );
}

function reader(tensor: Tensor): (at: number) => Rows {
  const elements = toContiguous(tensor, 'float64') as Float64Array;
  const [rows, columns] = tensor.shape.slice(-2) as [number, number];
  return (at) =>
    Array.from({ length: rows }, (_, i) => {
      const start = (at * rows + i) * columns;
      return elements.slice(start, start + columns);
    });
}

function writePart(part: Part, elements: Elements, start: number): void {
  if (typeof part === 'number') elements[start] = part;
  else if (isRows(part)) part.forEach((row, i) => elements.set(row, start + i * row.length));
  else elements.set(part, start);
}

const isRows = (part: Rows | readonly number[] | Float64Array): part is Rows =>
  part[0] instanceof Float64Array;

/** Whether all of a batch's codes say success; else where the first one does not, and the words for it in a message. */
export function firstFailure(info: Tensor): { readonly code: number; readonly where: string } | null {
  const codes = toContiguous(info, 'float64');
  const at = codes.findIndex((code) => code !== 0);
  if (at < 0) return null;
  return { code: codes[at] as number, where: info.rank > 0 ? `(Batch element ${at}): ` : '' };
}

/** NaN at every place of these forms: what LAPACK makes of a matrix with infinities. */
export const undefinedParts = (forms: readonly PartForm[]): Float64Array[] =>
  forms.map(({ shape }) => new Float64Array(numel(shape)).fill(NaN));

export const hasInfinity = (rows: Rows): boolean =>
  rows.some((row) => row.some((element) => Math.abs(element) === Infinity));

export const hasNaN = (rows: Rows): boolean =>
  rows.some((row) => row.some((element) => Number.isNaN(element)));

/** How exact LAPACK's algorithms are for the tensor's dtype. */
export const precisionOf = ({ dtype }: Tensor): Precision => (dtype === 'float64' ? DOUBLE : SINGLE);

/** Rows and columns exchanged. */
export const transposed = (self: Tensor): Tensor => transpose(self, -2, -1);
