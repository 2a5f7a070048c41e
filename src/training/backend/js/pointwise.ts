/** The scalar functions behind the element-wise kernels. */
import type { BinaryKernel, UnaryKernel } from '../kernels.ts';
import { erf, erfc, erfinv } from './error-function.ts';
import { toBig, wrappedPower } from './big-integers.ts';
import { digamma, lgamma, polygamma, roundHalfEven } from './special.ts';

export type Unary = (x: number) => number;
export type Binary = (x: number, y: number) => number;

/** Whether JavaScript's bit operators, which know 32 bits, see all of two numbers. */
const fitsInt32 = (x: number, y: number): boolean => (x | 0) === x && (y | 0) === y;

const truth = (flag: boolean): number => (flag ? 1 : 0);

export const UNARY: Readonly<Record<UnaryKernel, Unary>> = {
  neg: (x) => -x,
  abs: Math.abs,
  // NaN has none.
  sign: (x) => Number(x > 0) - Number(x < 0),
  exp: Math.exp,
  exp2: (x) => 2 ** x,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => (x > 0 || x !== x ? x : 0),
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
  trunc: Math.trunc,
  erf,
  erfc,
  erfinv,
  sinc: (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)),
  lgamma,
  digamma,
  logicalNot: (x) => truth(x === 0),
  bitwiseNot: (x) => -x - 1,
  isnan: (x) => truth(x !== x),
  isinf: (x) => truth(Math.abs(x) === Infinity),
  isfinite: (x) => truth(Number.isFinite(x)),
};

export const BINARY: Readonly<Record<BinaryKernel, Binary>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  pow: power,
  wrappedMul: Math.imul,
  integerPow: (x, y) => Math.trunc(power(x, y)),
  wrappedPow: (x, y) => {
    const result = power(x, y);
    return Math.abs(result) < 2 ** 53 ? Math.trunc(result) : wrappedPower(x, y);
  },
  maximum: Math.max,
  minimum: Math.min,
  fmod: (x, y) => x % y,
  remainder: (x, y) => {
    const rest = x % y;
    return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
  },
  floorDivide,
  truncDivide: (x, y) => Math.trunc(x / y),
  atan2: Math.atan2,
  hypot: (x, y) => Math.hypot(x, y),
  polygamma: (x, order) => polygamma(order, x),
  thresholdBackward: (grad, x) => (x <= 0 ? 0 : grad),
  sigmoidBackward: (grad, y) => grad * (1 - y) * y,
  tanhBackward: (grad, y) => grad * (1 - y * y),
  eq: (x, y) => truth(x === y),
  ne: (x, y) => truth(x !== y),
  lt: (x, y) => truth(x < y),
  le: (x, y) => truth(x <= y),
  gt: (x, y) => truth(x > y),
  ge: (x, y) => truth(x >= y),
  logicalAnd: (x, y) => truth(x !== 0 && y !== 0),
  logicalOr: (x, y) => truth(x !== 0 || y !== 0),
  logicalXor: (x, y) => truth((x !== 0) !== (y !== 0)),
  bitwiseAnd: (x, y) => (fitsInt32(x, y) ? x & y : Number(toBig(x) & toBig(y))),
  bitwiseOr: (x, y) => (fitsInt32(x, y) ? x | y : Number(toBig(x) | toBig(y))),
  bitwiseXor: (x, y) => (fitsInt32(x, y) ? x ^ y : Number(toBig(x) ^ toBig(y))),
  leftShift: (x, y) => (y < 0 || y >= 64 ? 0 : x * 2 ** y),
  rightShift: (x, y) => Math.floor(x / 2 ** (y < 0 || y >= 64 ? 63 : y)),
};

/** Python's `//` of floats: by the remainder, so that it is exact, and NaN where there is none. */
function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  const rest = x % y;
  const quotient = (x - rest) / y - (rest !== 0 && rest < 0 !== y < 0 ? 1 : 0);
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

/** C's pow: unlike JavaScript's, 1 to any power is 1 and (-1) to an infinite one too. */
function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  return x ** y;
}
