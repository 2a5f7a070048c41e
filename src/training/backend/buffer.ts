/** Where a tensor's numbers live: in an array of this realm, in a backend's own memory, or in both. */
import { newElements, type DType, type Elements } from './dtype.ts';

/** Numbers held by a backend outside JavaScript's arrays; always contiguous float32. */
export interface Remote {
  readonly length: number;
  /** Copies the numbers into `target`, whose length is {@link length}. */
  read(target: Float32Array): void;
  dispose(): void;
}

const POOLED_LENGTH = 1 << 14;
const POOLED_PER_LENGTH = 64;
const pool = new Map<number, Float32Array[]>();

/** Bytes of all live buffers, and the most there ever were: what bounds a run's memory. */
export const memory = { bytes: 0, peak: 0 };

/**
 * A reference-counted block of `length` elements. Tensors share one when they are views of each other; `version`
 * counts the in-place changes that the tape must notice because a value it saved is gone.
 */
export class Buffer {
  references = 1;
  version = 0;
  /** All in-place changes, those too of which the tape is not to know (`.data`). */
  changes = 0;
  private elements: Elements | null;
  private remote: Remote | null = null;

  constructor(
    readonly dtype: DType,
    readonly length: number,
    source: Elements | Remote,
  ) {
    if (ArrayBuffer.isView(source)) this.elements = source;
    else {
      this.elements = null;
      this.remote = source;
    }
    memory.bytes += length * 4;
    if (memory.bytes > memory.peak) memory.peak = memory.bytes;
  }

  /** The numbers as an array, fetched from the backend when they are only there. Read-only use. */
  read(): Elements {
    if (this.elements === null) {
      const array = takeFloat32(this.length);
      this.remote?.read(array);
      this.elements = array;
    }
    return this.elements;
  }

  /** The numbers for changing in place: the backend's copy is dropped. */
  write(): Elements {
    const elements = this.read();
    this.remote?.dispose();
    this.remote = null;
    return elements;
  }

  /** The backend's copy, made by `upload` when there is none yet. */
  onBackend(upload: (elements: Float32Array) => Remote): Remote {
    this.remote ??= upload(this.read() as Float32Array);
    return this.remote;
  }

  /** Drops the backend's copy, keeping the numbers here. */
  leaveBackend(): void {
    this.read();
    this.remote?.dispose();
    this.remote = null;
  }

  get remoteCopy(): Remote | null {
    return this.remote;
  }

  retain(): this {
    this.references++;
    return this;
  }

  release(): void {
    if (--this.references > 0) return;
    memory.bytes -= this.length * 4;
    this.remote?.dispose();
    this.remote = null;
    if (this.elements instanceof Float32Array) giveBack(this.elements);
    this.elements = null;
  }
}

/** An array whose contents are undefined: small ones are reused, since creating them costs more than filling them. */
export function takeFloat32(length: number): Float32Array {
  return pool.get(length)?.pop() ?? new Float32Array(length);
}

/** Elements whose contents are undefined. */
export function takeElements(dtype: DType, length: number): Elements {
  return dtype === 'float32' ? takeFloat32(length) : newElements(dtype, length);
}

function giveBack(array: Float32Array): void {
  if (array.length > POOLED_LENGTH) return;
  const shelf = pool.get(array.length);
  if (shelf === undefined) pool.set(array.length, [array]);
  else if (shelf.length < POOLED_PER_LENGTH) shelf.push(array);
}

/** Forgets all pooled arrays and the account of live bytes; for use between runs, when no buffer is alive. */
export function resetBuffers(): void {
  pool.clear();
  memory.bytes = 0;
  memory.peak = 0;
}
