/**
 * Which bytes of the heap are in use. Small blocks come in sizes of their own, each with a list of free ones; large blocks
 * are the best fitting part of what is free, and what is freed beside other free bytes is joined with them.
 */

/** Blocks begin at multiples of this many bytes: a cache line. */
const ALIGNMENT = 64;
/** Kernels may read, not write, this far beyond the end of a block. */
const PADDING = 16;
/** Blocks up to this size are small. */
const SMALL = 1 << 17;
/** Small blocks are cut from pieces of this size. */
const SLAB = 1 << 20;
/** Sizes of small blocks between a power of two and the next: a block is at most a fifth larger than what was asked for. */
const STEPS = 4;

/** Bytes that a block of so many has, its padding included. */
export function blockSize(bytes: number): number {
  const wanted = Math.max(bytes + PADDING, ALIGNMENT);
  const step = wanted > SMALL ? 4096 : Math.max(2 ** Math.floor(Math.log2(wanted)) / STEPS, ALIGNMENT);
  return Math.ceil(wanted / step) * step;
}

/** The free and used bytes from `start` on; all of it is free, however far it may grow. */
export class Blocks {
  /** Free small blocks by size. */
  readonly #shelves = new Map<number, number[]>();
  /** Free parts below {@link top}, by address; no two touch. */
  #free: { start: number; end: number }[] = [];
  #slab = { start: 0, end: 0 };
  /** Nothing beyond was ever in use. */
  #top: number;
  #used = 0;

  constructor(start: number) {
    this.#top = start;
  }

  /** Bytes of the blocks in use. */
  get used(): number {
    return this.#used;
  }

  /** The address of a block for so many bytes. Its contents are undefined. */
  take(bytes: number): number {
    const size = blockSize(bytes);
    this.#used += size;
    return size > SMALL ? this.#takeLarge(size) : this.#takeSmall(size);
  }

  /** Ends the use of a block; `bytes` as it was taken. */
  give(address: number, bytes: number): void {
    const size = blockSize(bytes);
    this.#used -= size;
    if (size > SMALL) {
      this.#giveLarge(address, address + size);
      return;
    }
    const shelf = this.#shelves.get(size);
    if (shelf === undefined) this.#shelves.set(size, [address]);
    else shelf.push(address);
  }

  #takeSmall(size: number): number {
    const address = this.#shelves.get(size)?.pop();
    if (address !== undefined) return address;
    if (this.#slab.start + size > this.#slab.end) {
      const start = this.#takeLarge(SLAB);
      this.#slab = { start, end: start + SLAB };
    }
    const { start } = this.#slab;
    this.#slab.start += size;
    return start;
  }

  #takeLarge(size: number): number {
    let best = -1;
    let bestSize = Infinity;
    for (let i = 0; i < this.#free.length; i++) {
      const { start, end } = this.#free[i] as { start: number; end: number };
      const has = end - start;
      if (has >= size && has < bestSize) [best, bestSize] = [i, has];
    }
    const part = this.#free[best];
    if (part === undefined) return this.#extend(size);
    const { start } = part;
    if (bestSize === size) this.#free.splice(best, 1);
    else part.start += size;
    return start;
  }

  /** Takes bytes that were never in use, after the free ones just before them. */
  #extend(size: number): number {
    const last = this.#free.at(-1);
    const start = last?.end === this.#top ? last.start : this.#top;
    if (start !== this.#top) this.#free.pop();
    this.#top = start + size;
    return start;
  }

  #giveLarge(start: number, end: number): void {
    let at = this.#free.findIndex((part) => part.start > start);
    if (at < 0) at = this.#free.length;
    const before = this.#free[at - 1];
    const after = this.#free[at];
    if (before?.end === start) {
      before.end = end;
      if (after?.start !== end) return;
      before.end = after.end;
      this.#free.splice(at, 1);
    } else if (after?.start === end) after.start = start;
    else this.#free.splice(at, 0, { start, end });
  }
}
