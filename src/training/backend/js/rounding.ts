/** float16 and bfloat16: their values lie in float32 arrays, rounded to the nearest, ties to even. */
import type { Elements, ReducedFloat } from '../dtype.ts';

/** bfloat16 is the upper half of a float32. */
const BFLOAT16_DROPS = 16;
const FLOAT16_DROPS = 13;
/** Where a float16's exponent ends, and from where on a value rounds to infinity. */
const FLOAT16_NORMAL = 2 ** -14;
const FLOAT16_OVERFLOW = 65520;
/** Added and taken away again, it leaves multiples of 2^-24, the smallest float16: a double has no room for less. */
const TO_SUBNORMAL = 1.5 * 2 ** 28;

const one = new Float32Array(1);
const bitsOfOne = new Int32Array(one.buffer);

/** The float32 nearest to `value` whose last `drops` bits are 0. */
function shortened(value: number, drops: number): number {
  one[0] = value;
  const bits = bitsOfOne[0] as number;
  const half = (1 << (drops - 1)) - 1;
  bitsOfOne[0] = (bits + half + ((bits >> drops) & 1)) & -(1 << drops);
  return one[0];
}

function toFloat16(value: number): number {
  const magnitude = Math.abs(Math.fround(value));
  if (magnitude >= FLOAT16_OVERFLOW) return value < 0 ? -Infinity : Infinity;
  if (magnitude >= FLOAT16_NORMAL) return shortened(value, FLOAT16_DROPS);
  // NaN comes here too, and stays; so does the sign of a zero.
  const rounded = magnitude + TO_SUBNORMAL - TO_SUBNORMAL;
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}

const toBFloat16 = (value: number): number =>
  Number.isFinite(value) ? shortened(value, BFLOAT16_DROPS) : value;

/** How a number becomes one that the dtype has: by way of float32, as PyTorch's conversions go. */
export const rounderTo = (dtype: ReducedFloat): ((value: number) => number) =>
  dtype === 'float16' ? toFloat16 : toBFloat16;

/** Rounds all elements, those of a tensor of `dtype`, where they are. */
export function roundElements(elements: Elements, dtype: ReducedFloat): void {
  const round = rounderTo(dtype);
  for (let i = 0; i < elements.length; i++) elements[i] = round(elements[i] as number);
}
