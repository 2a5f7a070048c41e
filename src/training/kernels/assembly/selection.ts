// What chooses by bytes 0 or 1: where, masked_fill, dropout.
import { bytes, storeLeft } from './simd';
import { FIRST, NUMBER, SECOND, THIRD } from './statics';
import { merge, sizeOf, stepOf } from './strides';

/** Four bytes as masks of 32 bits. */
// @inline
function mask4(c: usize): v128 {
  const wide = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(c)));
  return i32x4.ne(wide, i32x4.splat(0));
}

/** One row of float32; steps in elements. */
function chooseRow(c: usize, cStep: i32, a: usize, aStep: i32, b: usize, bStep: i32, o: usize, n: i32): void {
  if (cStep == 1 && (aStep | 1) == 1 && (bStep | 1) == 1) {
    const aNumber = v128.load32_splat(a),
      bNumber = v128.load32_splat(b);
    for (; n >= 4; n -= 4) {
      const left = aStep == 0 ? aNumber : v128.load(a),
        right = bStep == 0 ? bNumber : v128.load(b);
      v128.store(o, v128.bitselect(left, right, mask4(c)));
      c += 4;
      a += (<usize>aStep) << 4;
      b += (<usize>bStep) << 4;
      o += 16;
    }
  }
  for (; n > 0; n--) {
    f32.store(o, load<u8>(c) != 0 ? f32.load(a) : f32.load(b));
    c += cStep;
    a += (<usize>aStep) << 2;
    b += (<usize>bStep) << 2;
    o += 4;
  }
}

/** The same of float64. */
function chooseRow64(
  c: usize,
  cStep: i32,
  a: usize,
  aStep: i32,
  b: usize,
  bStep: i32,
  o: usize,
  n: i32,
): void {
  for (; n > 0; n--) {
    f64.store(o, load<u8>(c) != 0 ? f64.load(a) : f64.load(b));
    c += cStep;
    a += (<usize>aStep) << 3;
    b += (<usize>bStep) << 3;
    o += 8;
  }
}

// @inline
function at(operand: usize, i: i32, j: i32, l: i32): i32 {
  return i * stepOf(operand, 0) + j * stepOf(operand, 1) + l * stepOf(operand, 2);
}

/** All rows, after {@link merge} of c, a and b. */
function choose<T>(c: usize, a: usize, b: usize, o: usize): void {
  const n = sizeOf(3);
  const cStep = stepOf(FIRST, 3),
    aStep = stepOf(SECOND, 3),
    bStep = stepOf(THIRD, 3);
  for (let i = 0; i < sizeOf(0); i++) {
    for (let j = 0; j < sizeOf(1); j++) {
      for (let l = 0; l < sizeOf(2); l++) {
        const p = c + at(FIRST, i, j, l),
          q = a + bytes<T>(at(SECOND, i, j, l)),
          r = b + bytes<T>(at(THIRD, i, j, l));
        if (sizeof<T>() == 4) chooseRow(p, cStep, q, aStep, r, bStep, o, n);
        else chooseRow64(p, cStep, q, aStep, r, bStep, o, n);
        o += bytes<T>(n);
      }
    }
  }
}

/** o = x * mask * scale, the mask of bytes. */
export function dropout(x: usize, mask: usize, scale: f32, o: usize, n: i32): void {
  const factor = f32x4.splat(scale);
  for (; n > 0; n -= 4, x += 16, mask += 4, o += 16) {
    // Times 0, not a 0 in its place: NaN and infinities stay seen.
    storeLeft(o, f32x4.mul(v128.load(x), v128.and(factor, mask4(mask))), n);
  }
}

/** o = c ? a : b, c of bytes, all of any strides (0 for repeated dimensions); o is row-major. */
export function where32(
  c: usize,
  c0: i32,
  c1: i32,
  c2: i32,
  c3: i32,
  a: usize,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  b: usize,
  b0: i32,
  b1: i32,
  b2: i32,
  b3: i32,
  o: usize,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  merge(n0, n1, n2, n3, c0, c1, c2, c3, a0, a1, a2, a3, b0, b1, b2, b3);
  choose<f32>(c, a, b, o);
}

/** o = c ? value : x. */
export function masked_fill32(
  x: usize,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  c: usize,
  c0: i32,
  c1: i32,
  c2: i32,
  c3: i32,
  value: f32,
  o: usize,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  f32.store(NUMBER, value);
  merge(n0, n1, n2, n3, c0, c1, c2, c3, 0, 0, 0, 0, x0, x1, x2, x3);
  choose<f32>(c, NUMBER, x, o);
}

/** o = c ? a : b, c of bytes, all of any strides (0 for repeated dimensions); o is row-major. */
export function where64(
  c: usize,
  c0: i32,
  c1: i32,
  c2: i32,
  c3: i32,
  a: usize,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  b: usize,
  b0: i32,
  b1: i32,
  b2: i32,
  b3: i32,
  o: usize,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  merge(n0, n1, n2, n3, c0, c1, c2, c3, a0, a1, a2, a3, b0, b1, b2, b3);
  choose<f64>(c, a, b, o);
}

/** o = c ? value : x. */
export function masked_fill64(
  x: usize,
  x0: i32,
  x1: i32,
  x2: i32,
  x3: i32,
  c: usize,
  c0: i32,
  c1: i32,
  c2: i32,
  c3: i32,
  value: f64,
  o: usize,
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
): void {
  f64.store(NUMBER, value);
  merge(n0, n1, n2, n3, c0, c1, c2, c3, 0, 0, 0, 0, x0, x1, x2, x3);
  choose<f64>(c, NUMBER, x, o);
}
