// Up to three operands of four dimensions, any strides: the dimensions are merged where they lie one behind the other.

import { FIRST, SECOND, SIZES, THIRD } from './statics';

// @inline
export function sizeOf(dim: i32): i32 {
  return i32.load(SIZES + (dim << 2));
}

// @inline
export function stepOf(operand: usize, dim: i32): i32 {
  return i32.load(operand + (dim << 2));
}

// @inline
function put(at: usize, n: i32, a: i32, b: i32, c: i32): void {
  i32.store(SIZES + at, n);
  i32.store(FIRST + at, a);
  i32.store(SECOND + at, b);
  i32.store(THIRD + at, c);
}

/** Takes the next outer dimension: into the one at `dim` when all operands go on there, else before it. */
function take(dim: i32, n: i32, a: i32, b: i32, c: i32): i32 {
  if (n == 1) return dim;
  const at = (<usize>dim) << 2;
  if (dim < 4) {
    const inner = sizeOf(dim);
    if (
      a == stepOf(FIRST, dim) * inner &&
      b == stepOf(SECOND, dim) * inner &&
      c == stepOf(THIRD, dim) * inner
    ) {
      i32.store(SIZES + at, n * inner);
      return dim;
    }
  }
  put(at - 4, n, a, b, c);
  return dim - 1;
}

/** Sets sizes and strides, the innermost last, those that are left over first, with the size 1. */
export function merge(
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  b0: i32,
  b1: i32,
  b2: i32,
  b3: i32,
  c0: i32,
  c1: i32,
  c2: i32,
  c3: i32,
): void {
  let dim = take(4, n3, a3, b3, c3);
  dim = take(dim, n2, a2, b2, c2);
  dim = take(dim, n1, a1, b1, c1);
  dim = take(dim, n0, a0, b0, c0);
  while (dim > 0) put((<usize>--dim) << 2, 1, 0, 0, 0);
}
