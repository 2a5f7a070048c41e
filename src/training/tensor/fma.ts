/** Multiply-add with one rounding at the end, as processors do it and as PyTorch's kernels use it. */

/** `x * y + z` rounded once to float32; the operands are float32 numbers, so their product is exact here. */
export const fmaSingle = (x: number, y: number, z: number): number => Math.fround(x * y + z);

/** `x * y + z` in float64, right but for the last bit in rare cases; beyond 2^996 it is rounded twice. */
export function fmaDouble(x: number, y: number, z: number): number {
  const product = x * y;
  const sum = product + z;
  const part = sum - product;
  const sumError = product - (sum - part) + (z - part);
  const result = sum + (productError(x, y, product) + sumError);
  return Number.isFinite(result) ? result : sum;
}

/** What rounding took from `x * y` (Dekker 1971): both factors are split into halves whose products are exact. */
function productError(x: number, y: number, product: number): number {
  const highX = upperHalf(x);
  const highY = upperHalf(y);
  const lowX = x - highX;
  const lowY = y - highY;
  return lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
}

function upperHalf(x: number): number {
  const scaled = x * (2 ** 27 + 1);
  return scaled - (scaled - x);
}
