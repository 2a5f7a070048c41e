// Addresses of what kernels keep for the length of a call, above the static data and below the engine's first block.

/** Bytes that a thread has for itself; a helper's lie below the owner's. */
const OWN_BYTES: usize = 0x2000;
const OWNERS: usize = 0xc000;

let own: usize = OWNERS;

/** Gives a helper a place of its own. @param thread from 1 to 4 */
export function keepApart(thread: i32): void {
  own = OWNERS - OWN_BYTES * thread;
}

/** A tile of a product that reaches over the result's right edge: 6 rows of two vectors. */
// @inline
export function edge(): usize {
  return own;
}

/** Elements of two operands, gathered to lie side by side: 2 kB each. */
// @inline
export function left(): usize {
  return own + 0x1000;
}

// @inline
export function right(): usize {
  return own + 0x1800;
}

// What follows is the owner's; helpers may read it.

/** Sizes and strides of up to three operands: four numbers each. */
export const SIZES: usize = OWNERS + 0x100;
export const FIRST: usize = OWNERS + 0x110;
export const SECOND: usize = OWNERS + 0x120;
export const THIRD: usize = OWNERS + 0x130;
/** A number given to a kernel that wants it in memory. */
export const NUMBER: usize = OWNERS + 0x200;

/** From here on: what owner and helpers tell each other (sharing.ts). */
export const SHARED: usize = 0xe000;
