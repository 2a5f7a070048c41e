/** Python's integers as they lie in its memory: a word that tells sign and number of digits, then digits of 30 bits. */
import type { PythonModule } from './python-module.ts';

/** Where, in words from the object, the tag and the first digit are. */
const TAG = 2;
export const LONG_DIGITS_SHIFT = 3;
const DIGIT = 2 ** 30;

/** A number, or a bigint when it has more than 60 bits. */
export function fromLong(words: Int32Array, object: number): number | bigint {
  const at = object >> 2;
  const tag = words[at + TAG] as number;
  const count = tag >>> 3;
  const sign = 1 - (tag & 3);
  const first = words[at + LONG_DIGITS_SHIFT] as number;
  if (count <= 1) return sign * first;
  if (count === 2) return sign * ((words[at + LONG_DIGITS_SHIFT + 1] as number) * DIGIT + first);
  let total = 0n;
  for (let i = count - 1; i >= 0; i--)
    total = (total << 30n) | BigInt(words[at + LONG_DIGITS_SHIFT + i] as number);
  return sign < 0 ? -total : total;
}

/** A new Python integer; `value` is one. */
export function toPythonInt(module: PythonModule, value: number | bigint): number {
  if (typeof value === 'number') {
    return value === (value | 0) ? module._PyLong_FromLong(value) : module._PyLong_FromDouble(value);
  }
  const digits = module.stringToNewUTF8(String(value));
  const made = module._PyLong_FromString(digits, 0, 10);
  module._free(digits);
  return made;
}
