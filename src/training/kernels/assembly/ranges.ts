// How small and how large the numbers of an array are. Processors take some hundred cycles for a result below float32's
// normal numbers, so that a product of such numbers is computed with both sides raised (backend/wasm/underflow.ts).
import { floats } from './simd';

/** The bits of a float without its sign. */
const MAGNITUDE: i32 = 0x7fffffff;
/** The bits of 2^-100. */
const TINY: i32 = (127 - 100) << 23;
/** A vector of so many bytes is looked at; not of a whole row, of which it would always be the same columns. */
const SAMPLE: usize = 1088;

/** Whether a sample of n floats has numbers below 2^-100 that are not 0. */
export function has_tiny(x: usize, n: i32): i32 {
  const end = x + floats(n);
  const magnitude = i32x4.splat(MAGNITUDE),
    one = i32x4.splat(1),
    bound = i32x4.splat(TINY - 1);
  let found = i32x4.splat(0);
  for (; x < end; x += SAMPLE) {
    // What 0 becomes is the largest of all.
    const v = i32x4.sub(v128.and(v128.load(x), magnitude), one);
    found = v128.or(found, v128.lt<u32>(v, bound));
  }
  return v128.any_true(found) ? 1 : 0;
}

/** The largest magnitude of n floats; NaN is more than infinity. */
export function largest(x: usize, n: i32): f32 {
  const magnitude = i32x4.splat(MAGNITUDE);
  let most = i32x4.splat(0);
  for (; n >= 4; n -= 4, x += 16) most = v128.max<i32>(most, v128.and(v128.load(x), magnitude));
  let best = max(
    max(i32x4.extract_lane(most, 0), i32x4.extract_lane(most, 1)),
    max(i32x4.extract_lane(most, 2), i32x4.extract_lane(most, 3)),
  );
  for (; n > 0; n--, x += 4) best = max(best, load<i32>(x) & MAGNITUDE);
  return reinterpret<f32>(best);
}
