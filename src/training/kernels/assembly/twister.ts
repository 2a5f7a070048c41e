// Draws of the Mersenne Twister MT19937. Its state: 624 words, and after them how many of them are used up.

const LENGTH: i32 = 624;
const MIDDLE: i32 = 397;

// @inline
function word(state: usize, at: i32): usize {
  return state + ((<usize>at) << 2);
}

/** The new word at `at`, of the words at `next` and `far`. */
// @inline
function twist(state: usize, at: i32, next: i32, far: i32): void {
  const p = word(state, at);
  const joined = (load<u32>(p) & 0x80000000) | (load<u32>(word(state, next)) & 0x7fffffff);
  store<u32>(p, load<u32>(word(state, far)) ^ (joined >> 1) ^ (joined & 1 ? 0x9908b0df : 0));
}

function refill(state: usize): void {
  for (let i = 0; i < LENGTH - MIDDLE; i++) twist(state, i, i + 1, i + MIDDLE);
  for (let i = LENGTH - MIDDLE; i < LENGTH - 1; i++) twist(state, i, i + 1, i + MIDDLE - LENGTH);
  twist(state, LENGTH - 1, 0, MIDDLE - 1);
}

/** Draws n unsigned 32-bit numbers into o. */
export function mt_fill(state: usize, o: usize, n: i32): void {
  const used = word(state, LENGTH);
  for (; n > 0; n--, o += 4) {
    let next = load<i32>(used);
    if (next >= LENGTH) {
      refill(state);
      next = 0;
    }
    let y = load<u32>(word(state, next));
    store<i32>(used, next + 1);
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    store<u32>(o, y ^ (y >> 18));
  }
}
