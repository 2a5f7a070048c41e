/** Rows of a tensor by their numbers, moved by the heap's kernels. */
import { Buffer } from '../../../backend/buffer.ts';
import { usesHeap } from '../../../backend/choice.ts';
import { inHeap } from '../../../backend/compute.ts';
import type { Elements } from '../../../backend/dtype.ts';
import type { Shape } from '../../../backend/layout.ts';
import { addRows, gatherRows, hasGather, rowLength } from '../../../backend/wasm/selection.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';

/** Whether the heap moves rows of `x`, so many elements in all. */
export const movesRows = (x: Tensor, count: number): boolean =>
  x.rank > 0 && usesHeap('elementwise', count) && hasGather(x.dtype);

const asBuffer = (indices: Elements): Buffer => new Buffer('int64', indices.length, indices);

/** The rows of `x` with those numbers, one after the other. */
export function rowsOf(x: Tensor, indices: Elements): Buffer {
  const numbers = asBuffer(indices);
  const rows = inHeap(gatherRows(x, rowLength(x.shape), numbers));
  numbers.release();
  return rows;
}

/** Zeros of `size` to whose rows with those numbers the given ones are added. */
export function addedRows(rows: Tensor, size: Shape, indices: Elements): Tensor {
  const result = full(size, 0, rows.dtype);
  const numbers = asBuffer(indices);
  addRows(result, rowLength(size), numbers, rows);
  numbers.release();
  return result;
}
