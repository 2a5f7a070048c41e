/** The elements of a tensor as the protocol has numbers. */
import { toContiguous } from '../backend/js/copy.ts';
import type { Operand } from '../backend/operand.ts';
import type { Real } from '../protocol/protocol.ts';
import { toReal } from '../protocol/real.ts';

/** Elements that are told at a time. */
const MOST_ELEMENTS = 2 ** 16;

/**
 * Elements in row-major order; none of a complex tensor.
 * @param first the first of them
 * @param count how many; what is not there is left out
 */
export function realsOf(x: Operand, first: number, count: number): readonly Real[] {
  if (x.buffer.dtype.startsWith('complex')) return [];
  const all = toContiguous(x, 'float64').subarray(first, first + Math.min(count, MOST_ELEMENTS));
  // float32's own digits, not those of the float64 that it is kept in.
  const spelled = x.buffer.dtype === 'float32' ? (value: number) => Number(value.toPrecision(9)) : Number;
  return Array.from(all, (value) => toReal(spelled(value)));
}
