// Draws of the Mersenne Twister MT19937. Its state: 624 words, and after them how many of them are used up.
import { storeLeft } from './simd';

const LENGTH: i32 = 624;
const MIDDLE: i32 = 397;
const UPPER: i32 = 0x80000000;
const LOWER: i32 = 0x7fffffff;
const TWIST: i32 = 0x9908b0df;
/** The bits of a uniform float64. */
const FRACTION: i64 = (1 << 53) - 1;

// @inline
function word(state: usize, at: i32): usize {
  return state + ((<usize>at) << 2);
}

/** The new word at `at`, of the words at `next` and `far`. */
// @inline
function twist(state: usize, at: i32, next: i32, far: i32): void {
  const p = word(state, at);
  const joined = (load<u32>(p) & UPPER) | (load<u32>(word(state, next)) & LOWER);
  store<u32>(p, load<u32>(word(state, far)) ^ (joined >> 1) ^ (joined & 1 ? TWIST : 0));
}

/** The new words from `at` on, of those behind them and of those from `far` on; a multiple of four. */
// @inline
function twistAll(state: usize, at: i32, far: i32, count: i32): void {
  const end = word(state, at + count);
  for (let p = word(state, at), q = word(state, far); p < end; p += 16, q += 16) {
    const here = v128.load(p),
      next = v128.load(p, 4);
    const joined = v128.bitselect(here, next, i32x4.splat(UPPER));
    const odd = i32x4.neg(v128.and(next, i32x4.splat(1)));
    const twisted = v128.xor(v128.shr<u32>(joined, 1), v128.and(odd, i32x4.splat(TWIST)));
    v128.store(p, v128.xor(v128.load(q), twisted));
  }
}

function refill(state: usize): void {
  twistAll(state, 0, MIDDLE, 224);
  for (let i = 224; i < LENGTH - MIDDLE; i++) twist(state, i, i + 1, i + MIDDLE);
  twistAll(state, LENGTH - MIDDLE, 0, 396);
  twist(state, LENGTH - 1, 0, MIDDLE - 1);
}

// @inline
function tempered(y: u32): u32 {
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >> 18);
}

/** {@link tempered} of four words. */
// @inline
function temperedAll(y: v128): v128 {
  y = v128.xor(y, v128.shr<u32>(y, 11));
  y = v128.xor(y, v128.and(v128.shl<i32>(y, 7), i32x4.splat(0x9d2c5680)));
  y = v128.xor(y, v128.and(v128.shl<i32>(y, 15), i32x4.splat(0xefc60000)));
  return v128.xor(y, v128.shr<u32>(y, 18));
}

/** How many words are used up, after a look whether there are more. */
// @inline
function used(state: usize): i32 {
  const next = load<i32>(word(state, LENGTH));
  if (next < LENGTH) return next;
  refill(state);
  store<i32>(word(state, LENGTH), 0);
  return 0;
}

// @inline
function draw(state: usize): u32 {
  const next = used(state);
  store<i32>(word(state, LENGTH), next + 1);
  return tempered(load<u32>(word(state, next)));
}

/** Draws n unsigned 32-bit numbers into o. */
export function mt_fill(state: usize, o: usize, n: i32): void {
  while (n > 0) {
    const next = used(state);
    const count = min(n, LENGTH - next);
    for (let left = count, p = word(state, next); left > 0; left -= 4, p += 16, o += 16) {
      storeLeft(o, temperedAll(v128.load(p)), left);
    }
    o -= ((<usize>-count) & 3) << 2;
    store<i32>(word(state, LENGTH), next + count);
    n -= count;
  }
}

/** Which of the two uniform float64 numbers of four words, times 2^53, are below `bound`. */
// @inline
function below(words: v128, bound: v128): v128 {
  const y = temperedAll(words);
  // The first word of a number has its upper bits.
  const turned = v128.or(v128.shl<i64>(y, 32), v128.shr<u64>(y, 32));
  return v128.lt<i64>(v128.and(turned, i64x2.splat(FRACTION)), bound);
}

/** o = `value` with probability p, else 0: a uniform float64 of two draws for each of the n floats. */
export function mt_bernoulli(state: usize, o: usize, n: i32, p: f64, value: f32): void {
  const bound = <i64>Math.ceil(p * 9007199254740992);
  const bounds = i64x2.splat(bound),
    values = f32x4.splat(value);
  while (n > 0) {
    const next = used(state);
    const groups = min(n, (LENGTH - next) >> 1) >> 2;
    if (groups == 0) {
      const high = <u64>draw(state);
      const low = <u64>draw(state);
      const drawn = (<i64>((high << 32) | low)) & FRACTION;
      store<f32>(o, drawn < bound ? value : 0);
      o += 4;
      n--;
      continue;
    }
    let from = word(state, next);
    for (let i = 0; i < groups; i++, from += 32, o += 16) {
      const a = below(v128.load(from), bounds),
        b = below(v128.load(from, 16), bounds);
      v128.store(o, v128.and(v128.shuffle<i32>(a, b, 0, 2, 4, 6), values));
    }
    store<i32>(word(state, LENGTH), next + 8 * groups);
    n -= 4 * groups;
  }
}

/** o = from + extent * u of n floats: u uniform in [0, 1) with 24 bits, computed in float64 and rounded once. */
export function mt_uniform(state: usize, o: usize, n: i32, from: f64, extent: f64): void {
  const step = f64x2.splat(extent * 2 ** -24),
    start = f64x2.splat(from);
  while (n > 0) {
    const next = used(state);
    const count = min(n, LENGTH - next);
    for (let left = count, p = word(state, next); left > 0; left -= 4, p += 16, o += 16) {
      const bits = v128.and(temperedAll(v128.load(p)), i32x4.splat(0xffffff));
      const low = f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_u(bits), step), start);
      const upper = v128.shuffle<i64>(bits, bits, 1, 1);
      const high = f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_u(upper), step), start);
      const joined = v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
      storeLeft(o, joined, left);
    }
    o -= ((<usize>-count) & 3) << 2;
    store<i32>(word(state, LENGTH), next + count);
    n -= count;
  }
}
