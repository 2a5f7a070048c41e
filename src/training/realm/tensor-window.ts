/** A part of a tensor that is looked at: some rows and columns of one of its matrices. */
import { toContiguous } from '../backend/js/copy.ts';
import { numel } from '../backend/layout.ts';
import type { Operand } from '../backend/operand.ts';
import type { Real, TensorElements, TensorWindow } from '../protocol/protocol.ts';
import { toReal } from '../protocol/real.ts';
import { summaryIfSmall } from './latest-tensor.ts';

/** Elements that are told at a time. */
const MOST_ELEMENTS = 16_384;

/** What does not lie within the tensor is left out. */
export function elementsIn(x: Operand, window: TensorWindow): TensorElements {
  if (x.buffer.dtype.startsWith('complex')) return { elements: [], least: null, most: null };
  const { least = null, most = null } = summaryIfSmall(x, 0) ?? {};
  return { elements: realsOf(partOf(x, window)), least, most };
}

/** The elements of a tensor that is not complex, in row-major order. */
export function realsOf(x: Operand, most = MOST_ELEMENTS): readonly Real[] {
  const all = toContiguous(x, 'float64').subarray(0, most);
  // float32's own digits, not those of the float64 that it is kept in.
  const spelled = x.buffer.dtype === 'float32' ? (value: number) => Number(value.toPrecision(9)) : Number;
  return Array.from(all, (value) => toReal(spelled(value)));
}

/** A matrix of the tensor, without copying: a vector is its column, a scalar its only element. */
function matrixOf({ buffer, shape, strides, offset }: Operand, index: readonly number[]): Operand {
  const [size, step] = [shape.slice(-2), strides.slice(-2)];
  while (size.length < 2) {
    size.push(1);
    step.push(1);
  }
  const outer = shape.slice(0, -2);
  const at = outer.reduce((sum, length, dimension) => {
    const wanted = Math.max(0, Math.min(length - 1, Math.trunc(index[dimension] ?? 0)));
    return sum + wanted * (strides[dimension] ?? 0);
  }, offset);
  // A tensor without elements has none in any of its matrices.
  return { buffer, shape: numel(shape) === 0 ? [0, 0] : size, strides: step, offset: at };
}

function partOf(x: Operand, { index, rows, columns }: TensorWindow): Operand {
  const { buffer, shape, strides, offset } = matrixOf(x, index);
  const [height = 0, width = 0] = shape;
  const [down = 0, right = 0] = strides;
  const [top, rowCount] = within(rows, height, MOST_ELEMENTS);
  const [left, columnCount] = within(columns, width, Math.floor(MOST_ELEMENTS / Math.max(1, rowCount)));
  return {
    buffer,
    shape: [rowCount, columnCount],
    strides,
    offset: rowCount * columnCount === 0 ? offset : offset + top * down + left * right,
  };
}

function within([first, count]: readonly [number, number], size: number, most: number): [number, number] {
  const begin = Math.max(0, Math.min(size, Math.trunc(first)));
  return [begin, Math.max(0, Math.min(Math.trunc(count), size - begin, most))];
}
