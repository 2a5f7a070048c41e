/**
 * A generator's state in the bytes of `torch.get_rng_state()`, 5056 of them, little-endian: the seed (64 bits), draws left
 * in the block and whether it was seeded (32 bits each), the next word's index and 624 words (64 bits each), three doubles
 * of the normal number that waits (the second is the number), and whether one does.
 */
import type { GeneratorState } from './generator.ts';

const WORDS = 624;
const BYTES = 5056;
const LEFT = 8;
const SEEDED = 12;
const NEXT = 16;
const FIRST_WORD = 24;
const SPARE = FIRST_WORD + 8 * WORDS + 8;
const HAS_SPARE = SPARE + 16;

/** Writes a state to `bytes` from `start` on. */
export function writeGeneratorState(state: GeneratorState, bytes: Uint8Array, start: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, BYTES);
  for (let at = 0; at < BYTES; at++) view.setUint8(at, 0);
  const used = state.next % WORDS;
  view.setBigUint64(0, BigInt.asUintN(64, state.seed), true);
  view.setInt32(LEFT, used === 0 ? 1 : WORDS - used + 1, true);
  view.setInt32(SEEDED, 1, true);
  view.setBigUint64(NEXT, BigInt(used), true);
  state.words.forEach((word, i) => {
    view.setUint32(FIRST_WORD + 8 * i, word, true);
  });
  if (state.spareNormal !== null) {
    view.setFloat64(SPARE, state.spareNormal, true);
    view.setInt32(HAS_SPARE, 1, true);
  }
}

/** Reads what {@link writeGeneratorState}, or PyTorch, wrote. */
export function readGeneratorState(bytes: Uint8Array, start: number): GeneratorState {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, BYTES);
  const used = Number(view.getBigUint64(NEXT, true));
  return {
    seed: view.getBigUint64(0, true),
    words: Int32Array.from({ length: WORDS }, (_, i) => view.getInt32(FIRST_WORD + 8 * i, true)),
    next: view.getInt32(LEFT, true) === 1 ? WORDS : used,
    spareNormal: view.getInt32(HAS_SPARE, true) === 0 ? null : view.getFloat64(SPARE, true),
  };
}
