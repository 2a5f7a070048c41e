/** Integers that doubles are too short for. */

/** What has no integer becomes the lowest, as in a conversion. */
export const toBig = (value: number): bigint =>
  Number.isFinite(value) ? BigInt(Math.trunc(value)) : -(2n ** 63n);

const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

/** Wraps round on the way: the whole power may have millions of digits. */
export function powerOfWide(x: bigint, y: bigint): bigint {
  if (y < 0n) return x === 1n ? 1n : x === -1n ? (y % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  for (let base = x, rest = y; rest > 0n; rest >>= 1n, base = wrap(base * base)) {
    if ((rest & 1n) === 1n) result = wrap(result * base);
  }
  return result;
}

/** A power as a dtype of at most 32 bits keeps it, where a double is too short for it. */
export const wrappedPower = (x: number, y: number): number =>
  Number(BigInt.asIntN(32, powerOfWide(toBig(x), toBig(y))));
