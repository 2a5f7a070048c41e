/** Softmax and its like in the heap, along the last dimension. All operands are float32. */
import { Buffer } from '../buffer.ts';
import { numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf } from './heap.ts';

export type RowKernel = 'softmax' | 'log_softmax';

export const hasRows = (): boolean => hasKernel('softmax_backward');

const sizes = (x: Operand): [rows: number, columns: number] => {
  const columns = x.shape.at(-1) ?? 1;
  return [numel(x.shape) / Math.max(columns, 1), columns];
};

/** A row's `softmax` or its logarithm. */
export function overRows(kernel: RowKernel, x: Operand): Buffer {
  const result = new Buffer('float32', numel(x.shape), null);
  withRows(x, (from) => kernelOf(kernel)(from, result.address(), ...sizes(x)));
  return result;
}

/** The gradient of {@link overRows} by its result. */
export function overRowsBackward(kernel: RowKernel, grad: Operand, output: Operand): Buffer {
  const result = new Buffer('float32', numel(grad.shape), null);
  withRows(grad, (g) =>
    withRows(output, (y) => kernelOf(`${kernel}_backward`)(g, y, result.address(), ...sizes(grad))),
  );
  return result;
}
