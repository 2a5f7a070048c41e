/** Keeps Python's memory below a limit: it then raises a MemoryError where it would have taken more. */

/** Of the interpreter, which begins with some 30 MB. */
const MOST_BYTES = 2 ** 30;
/** What a memory that is full gets once more, so that Python can describe the MemoryError. Emscripten asks for 96 MiB at once. */
const RESERVE_BYTES = 2 ** 27;
/** How often in a row a program asks before `malloc` gives up: it tries twice, and Emscripten asks for less and less, three times. */
const ATTEMPTS = 6;
const PAGE = 1 << 16;

/** Replaces the one function by which Emscripten's programs grow; they answer a failure of it as a full memory. */
export function limitMemories(): void {
  const { prototype } = WebAssembly.Memory;
  const grow = prototype.grow;
  const refusals = new WeakMap<WebAssembly.Memory, number>();
  prototype.grow = function growWithinLimit(this: WebAssembly.Memory, pages: number): number {
    const refused = refusals.get(this) ?? 0;
    const most = refused < ATTEMPTS ? MOST_BYTES : MOST_BYTES + RESERVE_BYTES;
    if (this.buffer.byteLength + pages * PAGE > most) {
      refusals.set(this, refused + 1);
      throw new RangeError('over the limit of a run');
    }
    // An answer to a smaller wish: the memory is not full yet, and its reserve stays closed.
    if (refused < ATTEMPTS) refusals.delete(this);
    return grow.call(this, pages);
  };
}
