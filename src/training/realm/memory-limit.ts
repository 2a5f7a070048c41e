/** Keeps WebAssembly's memories below a limit: Python then raises a MemoryError where it would have taken more. */

/** Of the interpreter, and of tfjs's wasm backend. Python begins with some 30 MB. */
const MOST_BYTES = 2 ** 30;
const PAGE = 1 << 16;

/** Replaces the one function by which Emscripten's programs grow; they answer a failure of it as a full memory. */
export function limitMemories(): void {
  const { prototype } = WebAssembly.Memory;
  const grow = prototype.grow;
  prototype.grow = function growWithinLimit(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > MOST_BYTES) throw new RangeError('over the limit of a run');
    return grow.call(this, pages);
  };
}
