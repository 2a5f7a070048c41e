/** Elements that are not finite, and between which numbers the finite ones lie. */
import type { Buffer } from '../../backend/buffer.ts';
import { isFloating, type Elements } from '../../backend/dtype.ts';
import { toContiguous } from '../../backend/js/copy.ts';
import type { Tensor } from '../../tensor/tensor.ts';

export type NotFinite = 'nan' | 'inf' | '-inf';

/** Buffers found finite, and after how many changes, so that a data set is not read again for each of its minibatches. */
const finite = new WeakMap<Buffer, number>();

/** The first element's kind that is not finite; null when all are. */
export function notFiniteOf(tensor: Tensor): NotFinite | null {
  const { buffer } = tensor;
  if (!isFloating(tensor.dtype) || finite.get(buffer) === buffer.changes) return null;
  if (firstOf(buffer.read()) === null) {
    finite.set(buffer, buffer.changes);
    return null;
  }
  return firstOf(toContiguous(tensor, tensor.dtype));
}

export function isFinite(tensor: Tensor): boolean {
  return notFiniteOf(tensor) === null;
}

/** Smallest and largest element; null when there is none. */
export function extremesOf(tensor: Tensor): readonly [number, number] | null {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const value of toContiguous(tensor, 'float64')) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return smallest <= largest ? [smallest, largest] : null;
}

function firstOf(elements: Elements): NotFinite | null {
  for (const value of elements) {
    if (value - value !== 0) return value > 0 ? 'inf' : value < 0 ? '-inf' : 'nan';
  }
  return null;
}
