/** The order of numbers, stable, NaN after all others (before them when it descends), and the first of it. */
import type { Elements } from '../dtype.ts';

const INDEX_BITS = 21;
/** The most numbers whose keys have room for a place beside them. */
const MOST = 2 ** INDEX_BITS;
const KEYS = 2 ** 32;

/** Writes the places of `values` in their order to `out`. */
export function orderOf(values: Elements, descending: boolean, out: Float64Array): void {
  const keys = values.length <= MOST ? keysOf(values) : null;
  if (keys === null) {
    out.set(Array.from(values, (_, i) => i).sort(comparing(values, descending)));
    return;
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    out[i] = (descending ? KEYS - 1 - key : key) * MOST + i;
  }
  // Numbers without a function to compare them by: several times as fast.
  out.sort();
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) % MOST;
}

/** The first `count` places of that order, which is much less work where there are few. */
export function firstOf(values: Elements, count: number, descending: boolean): number[] {
  const before = comparing(values, descending);
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (found.length === count) {
      if (count === 0 || before(i, found[count - 1] as number) >= 0) continue;
      found.pop();
    }
    let at = found.length;
    while (at > 0 && before(i, found[at - 1] as number) < 0) at--;
    found.splice(at, 0, i);
  }
  return found;
}

/** Which of two places is first. */
function comparing(values: Elements, descending: boolean): (i: number, j: number) => number {
  const sign = descending ? -1 : 1;
  return (i, j) => {
    const [a, b] = [values[i] as number, values[j] as number];
    if (a < b) return -sign;
    if (a > b) return sign;
    if (a === b) return i - j;
    return sign * (Number(Number.isNaN(a)) - Number(Number.isNaN(b))) || i - j;
  };
}

/** Whole numbers below {@link KEYS} in the order of the values; null where there are none. */
function keysOf(values: Elements): Float64Array | Uint32Array | null {
  if (values instanceof Float32Array) return keysOfFloats(values);
  const keys = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isInteger(value) || value < -KEYS / 2 || value >= KEYS / 2) return null;
    keys[i] = value + KEYS / 2;
  }
  return keys;
}

/** The bits of floats grow with them; those of negative ones fall. */
function keysOfFloats(values: Float32Array): Uint32Array {
  // Adding 0 makes 0 of -0, which is equal to it.
  const floats = Float32Array.from(values, (value) => value + 0);
  const bits = new Uint32Array(floats.buffer);
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i] as number;
    if (Number.isNaN(floats[i])) bits[i] = KEYS - 1;
    else bits[i] = word >= KEYS / 2 ? ~word : word + KEYS / 2;
  }
  return bits;
}
