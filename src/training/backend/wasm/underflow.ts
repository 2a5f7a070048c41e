/**
 * Products of numbers so small that their terms are below float32's normal numbers, as in the gradient of a saturated
 * softmax: a processor takes some hundred cycles for each. Both sides are raised by a power of two, which rounds nothing,
 * and the result is lowered again; no term of it is lost on the way.
 */
import { Buffer } from '../buffer.ts';
import type { Operand } from '../operand.ts';
import { hasKernel, kernelOf } from './heap.ts';
import { addressOf } from './strided.ts';

const RAISE = 2 ** 64;
/** Above it a sum of raised terms could be more than float32 holds. */
const MOST = 2 ** 126;
/** Smaller products are not worth the look at their factors. */
const WORTH = 1 << 18;

/** How many elements lie from an operand's first to its last. */
const extentOf = ({ shape, strides }: Operand): number =>
  shape.reduce((extent, size, d) => extent + (size - 1) * (strides[d] as number), 1);

const isTiny = (x: Operand): boolean => kernelOf('has_tiny')(addressOf(x), extentOf(x)) !== 0;
const largestOf = (x: Operand): number => kernelOf('largest')(addressOf(x), extentOf(x));

/** The operand times {@link RAISE}, laid out alike. */
function raised(x: Operand): Operand {
  const count = extentOf(x);
  const buffer = new Buffer('float32', count, null);
  kernelOf('mul_s')(addressOf(x), RAISE, buffer.address(), count);
  return { buffer, offset: 0, shape: x.shape, strides: x.strides };
}

/**
 * Computes a sum of products of the elements of `a` and `b`, each sum of `terms` of them.
 *
 * @param work multiply-adds in all
 */
export function withoutUnderflow(
  a: Operand,
  b: Operand,
  { terms, work }: { readonly terms: number; readonly work: number },
  compute: (a: Operand, b: Operand) => Buffer,
): Buffer {
  if (work < WORTH || a.buffer.dtype !== 'float32' || !hasKernel('has_tiny')) return compute(a, b);
  const tiny = [isTiny(a), isTiny(b)] as const;
  const raise = (tiny[0] ? RAISE : 1) * (tiny[1] ? RAISE : 1);
  // Not so where there are NaN and infinities.
  if (raise === 1 || !(largestOf(a) * largestOf(b) * terms * raise < MOST)) return compute(a, b);
  const used = [tiny[0] ? raised(a) : a, tiny[1] ? raised(b) : b] as const;
  const result = compute(...used);
  kernelOf('mul_s')(result.address(), 1 / raise, result.address(), result.length);
  tiny.forEach((was, side) => was && (used[side] as Operand).buffer.release());
  return result;
}
