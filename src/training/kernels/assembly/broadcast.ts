// Binary operations over four dimensions with any strides, 0 for repeated ones; the result is row-major.
import {
  Add,
  Div,
  Maximum,
  Minimum,
  Mul,
  Sub,
  Swapped,
  add,
  sub,
  mul,
  div,
  maximum,
  minimum,
  add64,
  sub64,
  mul64,
  div64,
  maximum64,
  minimum64,
} from './arithmetic';
import { withNumberAt } from './maps';
import { FIRST, left, right, SECOND } from './statics';
import { merge, sizeOf, stepOf } from './strides';

/** Elements that are gathered at a time. */
const CHUNK: i32 = 256;

/** A chunk of an operand side by side: where it lies, or copied to `stage`. */
// @inline
function sideBySide<T>(x: usize, step: i32, n: i32, stage: usize): usize {
  if (step == 1) return x;
  const skip = <usize>step * sizeof<T>();
  for (let i = 0; i < n; i++) {
    store<T>(stage + <usize>i * sizeof<T>(), load<T>(x));
    x += skip;
  }
  return stage;
}

/**
 * One row: of two arrays (`both`), of the first and a number of the second (`number`), the other way round (`reversed`);
 * these are functions (a, b, o, n) by their index.
 */
function row<T>(
  both: u32,
  number: u32,
  reversed: u32,
  a: usize,
  aStep: i32,
  b: usize,
  bStep: i32,
  o: usize,
  outSize: i32,
  n: i32,
): void {
  if (bStep == 0 && aStep == 1) {
    call_indirect<void>(number, a, b, o, n);
  } else if (aStep == 0 && bStep == 1) {
    call_indirect<void>(reversed, b, a, o, n);
  } else if (aStep == 1 && bStep == 1) {
    call_indirect<void>(both, a, b, o, n);
  } else {
    for (let i = 0; i < n; i += CHUNK) {
      const part = min(CHUNK, n - i);
      const x = sideBySide<T>(a + <usize>(i * aStep) * sizeof<T>(), aStep, part, left());
      const y = sideBySide<T>(b + <usize>(i * bStep) * sizeof<T>(), bStep, part, right());
      call_indirect<void>(both, x, y, o + <usize>(i * outSize), part);
    }
  }
}

/** All rows, after {@link merge}. `outSize`: bytes of an element of the result. */
export function rows<T>(
  both: u32,
  number: u32,
  reversed: u32,
  a: usize,
  b: usize,
  o: usize,
  outSize: i32,
): void {
  const n = sizeOf(3),
    aStep = stepOf(FIRST, 3),
    bStep = stepOf(SECOND, 3);
  for (let i = 0; i < sizeOf(0); i++) {
    for (let j = 0; j < sizeOf(1); j++) {
      let p = a + <usize>(i * stepOf(FIRST, 0) + j * stepOf(FIRST, 1)) * sizeof<T>();
      let q = b + <usize>(i * stepOf(SECOND, 0) + j * stepOf(SECOND, 1)) * sizeof<T>();
      const pStep = <usize>stepOf(FIRST, 2) * sizeof<T>(),
        qStep = <usize>stepOf(SECOND, 2) * sizeof<T>();
      for (let l = sizeOf(2); l > 0; l--) {
        row<T>(both, number, reversed, p, aStep, q, bStep, o, outSize, n);
        o += <usize>(n * outSize);
        p += pStep;
        q += qStep;
      }
    }
  }
}

function addNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Add<f32>>(a, b, o, n);
}

function subNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Sub<f32>>(a, b, o, n);
}

function subFrom(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Swapped<Sub<f32>>>(a, b, o, n);
}

function mulNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Mul<f32>>(a, b, o, n);
}

function divNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Div<f32>>(a, b, o, n);
}

function divFrom(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Swapped<Div<f32>>>(a, b, o, n);
}

function maximumNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Maximum<f32>>(a, b, o, n);
}

function minimumNumber(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f32, Minimum<f32>>(a, b, o, n);
}

function add64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Add<f64>>(a, b, o, n);
}

function sub64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Sub<f64>>(a, b, o, n);
}

function sub64From(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Swapped<Sub<f64>>>(a, b, o, n);
}

function mul64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Mul<f64>>(a, b, o, n);
}

function div64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Div<f64>>(a, b, o, n);
}

function div64From(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Swapped<Div<f64>>>(a, b, o, n);
}

function maximum64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Maximum<f64>>(a, b, o, n);
}

function minimum64Number(a: usize, b: usize, o: usize, n: i32): void {
  withNumberAt<f64, Minimum<f64>>(a, b, o, n);
}

/** add, sub, mul, div, maximum, minimum: 0 to 5; the same of float64: 6 to 11. */
export function broadcast(
  operation: i32,
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
  merge(n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3, 0, 0, 0, 0);
  switch (operation) {
    case 0:
      return rows<f32>(add.index, addNumber.index, addNumber.index, a, b, o, 4);
    case 1:
      return rows<f32>(sub.index, subNumber.index, subFrom.index, a, b, o, 4);
    case 2:
      return rows<f32>(mul.index, mulNumber.index, mulNumber.index, a, b, o, 4);
    case 3:
      return rows<f32>(div.index, divNumber.index, divFrom.index, a, b, o, 4);
    case 4:
      return rows<f32>(maximum.index, maximumNumber.index, maximumNumber.index, a, b, o, 4);
    case 5:
      return rows<f32>(minimum.index, minimumNumber.index, minimumNumber.index, a, b, o, 4);
    case 6:
      return rows<f64>(add64.index, add64Number.index, add64Number.index, a, b, o, 8);
    case 7:
      return rows<f64>(sub64.index, sub64Number.index, sub64From.index, a, b, o, 8);
    case 8:
      return rows<f64>(mul64.index, mul64Number.index, mul64Number.index, a, b, o, 8);
    case 9:
      return rows<f64>(div64.index, div64Number.index, div64From.index, a, b, o, 8);
    case 10:
      return rows<f64>(maximum64.index, maximum64Number.index, maximum64Number.index, a, b, o, 8);
    case 11:
      return rows<f64>(minimum64.index, minimum64Number.index, minimum64Number.index, a, b, o, 8);
  }
}
