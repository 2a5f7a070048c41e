// Comparisons, whose results are bytes 0 or 1.
import { bytes } from './simd';

class Eq<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.eq<T>(a, b);
  }
}

class Ne<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.ne<T>(a, b);
  }
}

class Lt<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.lt<T>(a, b);
  }
}

class Le<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.le<T>(a, b);
  }
}

class Gt<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.gt<T>(a, b);
  }
}

class Ge<T> {
  // @inline
  of(a: v128, b: v128): v128 {
    return v128.ge<T>(a, b);
  }
}

/** Four results as masks of 32 bits; b steps on, or stays when `number`. */
// @inline
function four<T, Op>(a: usize, b: usize, s: v128, number: bool): v128 {
  const op = changetype<Op>(0);
  const first = op.of(v128.load(a), number ? s : v128.load(b));
  if (sizeof<T>() == 4) return first;
  const second = op.of(v128.load(a, 16), number ? s : v128.load(b, 16));
  return v128.shuffle<i32>(first, second, 0, 2, 4, 6);
}

/** o = op(a, b), bytes; with the number s for b when `number`. */
// @inline
function compare<T, Op>(a: usize, b: usize, s: v128, number: bool, o: usize, n: i32): void {
  const step = bytes<T>(4);
  const one = i8x16.splat(1);
  for (; n > 0; n -= 8) {
    const low = four<T, Op>(a, b, s, number);
    // The second four may not be there to be read.
    const high = n > 4 ? four<T, Op>(a + step, b + step, s, number) : low;
    const halves = i16x8.narrow_i32x4_s(low, high);
    const result = v128.and(i8x16.narrow_i16x8_s(halves, halves), one);
    if (n >= 8) {
      v128.store64_lane(o, result, 0);
    } else {
      let rest = i64x2.extract_lane(result, 0);
      for (let i = 0; i < n; i++, rest >>= 8) store<u8>(o + i, <u8>rest);
    }
    a += step * 2;
    b += step * 2;
    o += 8;
  }
}

export function eq(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Eq<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function eq_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Eq<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function ne(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Ne<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function ne_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Ne<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function lt(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Lt<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function lt_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Lt<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function le(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Le<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function le_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Le<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function gt(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Gt<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function gt_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Gt<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function ge(a: usize, b: usize, o: usize, n: i32): void {
  compare<f32, Ge<f32>>(a, b, v128.splat<f32>(0), false, o, n);
}

export function ge_s(a: usize, s: f32, o: usize, n: i32): void {
  compare<f32, Ge<f32>>(a, 0, v128.splat<f32>(s), true, o, n);
}

export function eq64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Eq<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function eq64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Eq<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}

export function ne64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Ne<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function ne64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Ne<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}

export function lt64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Lt<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function lt64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Lt<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}

export function le64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Le<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function le64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Le<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}

export function gt64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Gt<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function gt64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Gt<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}

export function ge64(a: usize, b: usize, o: usize, n: i32): void {
  compare<f64, Ge<f64>>(a, b, v128.splat<f64>(0), false, o, n);
}

export function ge64_s(a: usize, s: f64, o: usize, n: i32): void {
  compare<f64, Ge<f64>>(a, 0, v128.splat<f64>(s), true, o, n);
}
