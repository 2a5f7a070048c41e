// Loops over elements: an operation is a class whose method `of` takes and gives vectors. Helpers take parts of long ones.
import { hasHelpers, JOB, share } from './sharing';
import { bytes, lanes, storePart } from './simd';

/** Elements from which operations of few and of many instructions are shared: what takes longer than to wake somebody up. */
const LEAST: i32 = 1 << 17;
const LEAST_OF_MANY: i32 = 1 << 15;
/** Into how many parts at most, of how many elements at least. */
const PARTS: i32 = 64;
const PART: i32 = 1 << 13;

/** Arrays as helpers find them. */
class Arrays {
  a: usize;
  b: usize;
  o: usize;
  n: i32;
  step: i32;
}

const arrays = changetype<Arrays>(JOB);
/** The number that goes with them, repeated. */
const REPEATED: usize = JOB + 64;

function shareArrays(a: usize, b: usize, o: usize, n: i32, work: (part: i32) => void): void {
  arrays.a = a;
  arrays.b = b;
  arrays.o = o;
  arrays.n = n;
  // Whole cache lines.
  arrays.step = (max(PART, n / PARTS) + 15) & ~15;
  share(work, (n + arrays.step - 1) / arrays.step);
}

// @inline
function startOf<T>(part: i32): usize {
  return bytes<T>(part * arrays.step);
}

// @inline
function lengthOf(part: i32): i32 {
  return min(arrays.step, arrays.n - part * arrays.step);
}

/** o = op(a, b) of n elements; o may be a or b. */
export function pairs<T, Op>(a: usize, b: usize, o: usize, n: i32): void {
  if (n >= LEAST && hasHelpers()) {
    shareArrays(a, b, o, n, (part: i32): void => {
      const at = startOf<T>(part);
      pairs<T, Op>(arrays.a + at, arrays.b + at, arrays.o + at, lengthOf(part));
    });
    return;
  }
  const op = changetype<Op>(0);
  const wide = 4 * lanes<T>();
  for (; n >= wide; n -= wide) {
    // Loads before stores: the compiler cannot know that they do not overlap.
    const r0 = op.of(v128.load(a), v128.load(b)),
      r1 = op.of(v128.load(a, 16), v128.load(b, 16));
    const r2 = op.of(v128.load(a, 32), v128.load(b, 32)),
      r3 = op.of(v128.load(a, 48), v128.load(b, 48));
    v128.store(o, r0);
    v128.store(o, r1, 16);
    v128.store(o, r2, 32);
    v128.store(o, r3, 48);
    a += 64;
    b += 64;
    o += 64;
  }
  for (; n > 0; n -= lanes<T>()) {
    const r = op.of(v128.load(a), v128.load(b));
    if (n < lanes<T>()) {
      storePart<T>(o, r, n);
      return;
    }
    v128.store(o, r);
    a += 16;
    b += 16;
    o += 16;
  }
}

/** o = op(a, s). */
export function withNumber<T, Op>(a: usize, s: v128, o: usize, n: i32): void {
  if (n >= LEAST && hasHelpers()) {
    v128.store(REPEATED, s);
    shareArrays(a, 0, o, n, (part: i32): void => {
      const at = startOf<T>(part);
      withNumber<T, Op>(arrays.a + at, v128.load(REPEATED), arrays.o + at, lengthOf(part));
    });
    return;
  }
  const op = changetype<Op>(0);
  const wide = 4 * lanes<T>();
  for (; n >= wide; n -= wide) {
    const r0 = op.of(v128.load(a), s),
      r1 = op.of(v128.load(a, 16), s);
    const r2 = op.of(v128.load(a, 32), s),
      r3 = op.of(v128.load(a, 48), s);
    v128.store(o, r0);
    v128.store(o, r1, 16);
    v128.store(o, r2, 32);
    v128.store(o, r3, 48);
    a += 64;
    o += 64;
  }
  for (; n > 0; n -= lanes<T>()) {
    const r = op.of(v128.load(a), s);
    if (n < lanes<T>()) {
      storePart<T>(o, r, n);
      return;
    }
    v128.store(o, r);
    a += 16;
    o += 16;
  }
}

/** o = op(a, the number at s): {@link withNumber} for rows of a broadcast. */
export function withNumberAt<T, Op>(a: usize, s: usize, o: usize, n: i32): void {
  withNumber<T, Op>(a, v128.load_splat<T>(s), o, n);
}

/** o = op(x), for operations of few instructions. */
export function eachWide<T, Op>(x: usize, o: usize, n: i32): void {
  if (n >= LEAST && hasHelpers()) {
    shareArrays(x, 0, o, n, (part: i32): void => {
      const at = startOf<T>(part);
      eachWide<T, Op>(arrays.a + at, arrays.o + at, lengthOf(part));
    });
    return;
  }
  const op = changetype<Op>(0);
  const wide = 4 * lanes<T>();
  for (; n >= wide; n -= wide) {
    const r0 = op.of(v128.load(x)),
      r1 = op.of(v128.load(x, 16)),
      r2 = op.of(v128.load(x, 32)),
      r3 = op.of(v128.load(x, 48));
    v128.store(o, r0);
    v128.store(o, r1, 16);
    v128.store(o, r2, 32);
    v128.store(o, r3, 48);
    x += 64;
    o += 64;
  }
  each<T, Op>(x, o, n);
}

/** o = op(x). */
export function each<T, Op>(x: usize, o: usize, n: i32): void {
  if (n >= LEAST_OF_MANY && hasHelpers()) {
    shareArrays(x, 0, o, n, (part: i32): void => {
      const at = startOf<T>(part);
      each<T, Op>(arrays.a + at, arrays.o + at, lengthOf(part));
    });
    return;
  }
  const op = changetype<Op>(0);
  for (; n > 0; n -= lanes<T>()) {
    const r = op.of(v128.load(x));
    if (n < lanes<T>()) {
      storePart<T>(o, r, n);
      return;
    }
    v128.store(o, r);
    x += 16;
    o += 16;
  }
}

/** o = op(a, b), for operations of many instructions. */
export function eachPair<T, Op>(a: usize, b: usize, o: usize, n: i32): void {
  if (n >= LEAST_OF_MANY && hasHelpers()) {
    shareArrays(a, b, o, n, (part: i32): void => {
      const at = startOf<T>(part);
      eachPair<T, Op>(arrays.a + at, arrays.b + at, arrays.o + at, lengthOf(part));
    });
    return;
  }
  const op = changetype<Op>(0);
  for (; n > 0; n -= lanes<T>()) {
    const r = op.of(v128.load(a), v128.load(b));
    if (n < lanes<T>()) {
      storePart<T>(o, r, n);
      return;
    }
    v128.store(o, r);
    a += 16;
    b += 16;
    o += 16;
  }
}
