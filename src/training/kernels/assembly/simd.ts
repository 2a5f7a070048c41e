// What kernels of all subjects are written with: fused products, parts of vectors, lanes.

/** `a * b + c`, in one rounding where the build has relaxed SIMD. */
// @inline
export function madd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c);
  return v128.add<T>(c, v128.mul<T>(a, b));
}

/** `c - a * b`, in one rounding where the build has relaxed SIMD. */
// @inline
export function nmadd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_nmadd<T>(a, b, c);
  return v128.sub<T>(c, v128.mul<T>(a, b));
}

/** Bytes of `n` elements. */
// @inline
export function bytes<T>(n: i32): usize {
  return <usize>n * sizeof<T>();
}

/** Elements of type T in a vector. */
// @inline
export function lanes<T>(): i32 {
  return <i32>(16 / sizeof<T>());
}

/** The first `n` elements of a vector, fewer than it has. */
// @inline
export function storePart<T>(o: usize, v: v128, n: i32): void {
  if (sizeof<T>() == 8) {
    v128.store64_lane(o, v, 0);
  } else if (n >= 2) {
    v128.store64_lane(o, v, 0);
    if (n > 2) v128.store32_lane(o, v, 2, 8);
  } else {
    v128.store32_lane(o, v, 0);
  }
}

/** A multiple of 64 that is not less than `n`. */
// @inline
export function aligned(n: usize): usize {
  return (n + 63) & ~63;
}

/** `(a + b) + (c + d)` of the lanes. */
// @inline
export function laneSum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** Bytes of `n` floats. */
// @inline
export function floats(n: i32): usize {
  return (<usize>n) << 2;
}

/** A vector of floats, or the first `left` of it where fewer are left. */
// @inline
export function storeLeft(o: usize, v: v128, left: i32): void {
  if (left >= 4) v128.store(o, v);
  else storePart<f32>(o, v, left);
}
