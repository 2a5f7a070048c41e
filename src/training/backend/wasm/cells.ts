/** One step of a GRU in the heap. All operands are float32; rows of several gates lie in PyTorch's order. */
import { Buffer } from '../buffer.ts';
import { numel } from '../layout.ts';
import type { Operand } from '../operand.ts';
import { withRows } from './copy.ts';
import { hasKernel, kernelOf } from './heap.ts';

export const hasCells = (): boolean => hasKernel('lstm_cell_backward') && hasKernel('gru_cell_backward');

/** The state's share has it already. */
const NO_BIAS = 0;

const float32 = (length: number): Buffer => new Buffer('float32', length, null);

/** Calls with the addresses of operands in row-major order. */
function withAll<R>(operands: readonly Operand[], call: (...addresses: readonly number[]) => R): R {
  const [first, ...rest] = operands;
  if (first === undefined) return call();
  return withRows(first, (address) => withAll(rest, (...others) => call(address, ...others)));
}

const sizes = (state: Operand): [rows: number, hidden: number] => [
  state.shape[0] as number,
  state.shape[1] as number,
];

/** From the shares in the gates (n, 3 h) and the state (n, h): the new one, and what its gradient reads (n, 4 h). */
export function gruCell(given: Operand, own: Operand, hidden: Operand): [hidden: Buffer, gates: Buffer] {
  const count = numel(hidden.shape);
  const results = [float32(count), float32(4 * count)] as const;
  const to = results.map((buffer) => buffer.address());
  withAll([given, own, hidden], (share, state, before) =>
    kernelOf('gru_cell')(share, state, NO_BIAS, before, ...to, ...sizes(hidden)),
  );
  return [...results];
}

export function gruCellBackward(
  grad: Operand,
  gates: Operand,
  hidden: Operand,
): [given: Buffer, own: Buffer, hidden: Buffer] {
  const count = numel(hidden.shape);
  const results = [float32(3 * count), float32(3 * count), float32(count)] as const;
  const to = results.map((buffer) => buffer.address());
  withAll([grad, gates, hidden], (...from) =>
    kernelOf('gru_cell_backward')(...from, ...to, ...sizes(hidden)),
  );
  return [...results];
}
