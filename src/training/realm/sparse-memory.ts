/** A memory of which only the pieces that are not all zero are kept. */

/** A WebAssembly page. */
export const PIECE = 1 << 16;

/** Where something other than zeros lies, in whole pieces. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** @param known ranges that are not zero for certain, in order: they need no look */
export function usedRanges(memory: Uint8Array, known: readonly Range[] = []): readonly Range[] {
  const ranges: Range[] = [];
  let scanned = 0;
  for (const range of known) {
    ranges.push(...scan(memory, scanned, range.start), range);
    scanned = range.end;
  }
  ranges.push(...scan(memory, scanned, memory.length));
  return ranges;
}

function scan(memory: Uint8Array, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  let open = -1;
  for (let at = start; at < end; at += PIECE) {
    const isUsed = !isZero(words, at >> 2, (at + PIECE) >> 2);
    if (isUsed && open < 0) open = at;
    if (!isUsed && open >= 0) ranges.push({ start: open, end: at });
    if (!isUsed) open = -1;
  }
  if (open >= 0) ranges.push({ start: open, end });
  return ranges;
}

function isZero(words: Int32Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (words[i] !== 0) return false;
  return true;
}

/** A copy of a memory without its zeros. */
export class SparseMemory {
  readonly length: number;
  readonly #pieces: readonly { readonly at: number; readonly bytes: Uint8Array }[];

  /** @param known as in {@link usedRanges} */
  constructor(memory: Uint8Array, known: readonly Range[] = []) {
    this.length = memory.length;
    this.#pieces = usedRanges(memory, known).map(({ start, end }) => ({
      at: start,
      bytes: memory.slice(start, end),
    }));
  }

  /** Makes `memory` what was kept. What lies beyond it becomes zero. */
  restore(memory: Uint8Array): void {
    let cleared = 0;
    for (const { at, bytes } of this.#pieces) {
      memory.fill(0, cleared, at);
      memory.set(bytes, at);
      cleared = at + bytes.length;
    }
    memory.fill(0, cleared);
  }
}
