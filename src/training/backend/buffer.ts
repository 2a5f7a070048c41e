/** Where a tensor's numbers live: in an array of this realm, in the heap of the wasm kernels, in a backend's own memory. */
import { counters } from './counters.ts';
import { elementSize, newElements, rare, type DType, type Elements } from './dtype.ts';
import { TorchError } from './error.ts';
import { theHeap } from './wasm/heap.ts';

/** Numbers held by a backend outside JavaScript's arrays; always contiguous float32. */
export interface Remote {
  readonly length: number;
  /** Copies the numbers into `target`, whose length is {@link length}. */
  read(target: Float32Array): void;
  dispose(): void;
}

const POOLED_LENGTH = 1 << 14;
const POOLED_PER_LENGTH = 64;
/** Of arrays of many different lengths, that is; a training step needs a small part of it. */
const POOLED_ELEMENTS = 1 << 23;
const pool = new Map<number, Float32Array[]>();
let pooled = 0;

/** Bytes that all live buffers of a run may take: a quarter of what a small laptop has, and more than the book needs. */
const MOST_BYTES = 1.5 * 2 ** 30;

/** Bytes of all live buffers, and the most there ever were. */
const memory = { bytes: 0, peak: 0 };

/**
 * To be asked before much work is done for a result that there is no room for.
 * @throws TorchError a MemoryError when `bytes` more would be over {@link MOST_BYTES}
 */
export function claim(bytes: number): void {
  if (memory.bytes + bytes <= MOST_BYTES) return;
  const [more, held, most] = [bytes, memory.bytes, MOST_BYTES].map((count) => `${megabytes(count)} MB`);
  throw new TorchError(
    'MemoryError',
    `${more} more for a tensor, with ${held} in use, are over a run's limit of ${most}`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 0 });
}

/** Whether doubles were read in place of integers that they are too short for. */
export const exactness = { isLost: false };

/** Whether what is computed now is never to be differentiated: `torch.inference_mode`. */
export const inferenceMode = { isOn: false };

/**
 * A reference-counted block of `length` elements. Tensors share one when they are views of each other; `version`
 * counts the in-place changes that the tape must notice because a value it saved is gone.
 */
export class Buffer {
  references = 1;
  version = 0;
  /** Whether it was made in inference mode. */
  readonly isInference = inferenceMode.isOn;
  /** All in-place changes, those too of which the tape is not to know (`.data`). */
  changes = 0;
  #elements: Elements | null = null;
  #remote: Remote | null = null;
  /** Of int64 elements that doubles are too short for: all of them (wide.ts). */
  #wide: BigInt64Array | null = null;
  /** The address of the numbers in the heap; 0: they are not there. {@link #elements} is a view of them, or not made yet. */
  #block = 0;
  readonly #bytes: number;

  /** @param source the numbers; null: room for them in the heap, its contents undefined */
  constructor(
    readonly dtype: DType,
    readonly length: number,
    source: Elements | Remote | null,
  ) {
    if (source === null) {
      this.#bytes = length * elementSize(dtype);
      claim(this.#bytes);
      this.#block = theHeap().take(this.#bytes);
    } else if (ArrayBuffer.isView(source)) {
      this.#bytes = source.byteLength;
      claim(this.#bytes);
      this.#elements = source;
    } else {
      this.#bytes = 4 * length;
      claim(this.#bytes);
      this.#remote = source;
    }
    memory.bytes += this.#bytes;
    if (memory.bytes > memory.peak) memory.peak = memory.bytes;
  }

  /** The numbers as an array, fetched from the backend when they are only there. Read-only use. */
  read(): Elements {
    if (this.#wide !== null) exactness.isLost = true;
    if (this.#elements === null) {
      if (this.#block !== 0) return (this.#elements = theHeap().view(this.dtype, this.#block, this.length));
      const array = takeFloat32(this.length);
      this.#remote?.read(array);
      this.#elements = array;
    }
    return this.#elements;
  }

  /** The numbers for changing in place: the backend's copy is dropped. */
  write(): Elements {
    this.keepWide(null);
    const elements = this.read();
    this.#remote?.dispose();
    this.#remote = null;
    return elements;
  }

  /** An array for writing every element anew: nothing is fetched from the backend. */
  overwrite(): Elements {
    if (this.#block === 0) this.#elements ??= takeFloat32(this.length);
    return this.write();
  }

  get wide(): BigInt64Array | null {
    return this.#wide;
  }

  /** Sets the exact values of int64 elements of which {@link read} tells the nearest doubles; null: those are exact. */
  keepWide(values: BigInt64Array | null): void {
    memory.bytes += (values?.byteLength ?? 0) - (this.#wide?.byteLength ?? 0);
    this.#wide = values;
    if (values !== null) rare.inUse = true;
  }

  /** Where the numbers lie in the heap, for reading. They move there when they are elsewhere, and stay. */
  address(): number {
    if (this.#block === 0) {
      const elements = this.read();
      const block = theHeap().take(this.#bytes);
      theHeap().view(this.dtype, block, this.length).set(elements);
      this.#dropElements();
      this.#block = block;
    }
    return this.#block;
  }

  /** The same for changing in place: the backend's copy is dropped. */
  addressToWrite(): number {
    this.keepWide(null);
    const address = this.address();
    this.#remote?.dispose();
    this.#remote = null;
    return address;
  }

  /** The backend's copy, made by `upload` when there is none yet. */
  onBackend(upload: (elements: Float32Array) => Remote): Remote {
    this.#remote ??= upload(this.read() as Float32Array);
    return this.#remote;
  }

  /** Drops the backend's copy, keeping the numbers here. */
  leaveBackend(): void {
    this.read();
    this.#remote?.dispose();
    this.#remote = null;
  }

  /**
   * Takes over the numbers of another buffer of the same dtype and length, which nobody reads any more.
   * @returns false, and does nothing, when they are an array of this realm, for which it does not pay
   */
  takeOver(other: Buffer): boolean {
    if (
      other.#wide !== null ||
      other.references !== 1 ||
      (other.#block === 0 && (other.#elements !== null || other.#remote === null))
    ) {
      return false;
    }
    this.#dropAll();
    [this.#elements, this.#block, this.#remote] = [other.#elements, other.#block, other.#remote];
    [other.#elements, other.#block, other.#remote] = [null, 0, null];
    return true;
  }

  #dropElements(): void {
    if (this.#block !== 0) theHeap().give(this.#block, this.#bytes);
    else if (this.#elements instanceof Float32Array) giveBack(this.#elements);
    this.#elements = null;
    this.#block = 0;
  }

  #dropAll(): void {
    this.keepWide(null);
    this.#remote?.dispose();
    this.#remote = null;
    this.#dropElements();
  }

  get remoteCopy(): Remote | null {
    return this.#remote;
  }

  retain(): this {
    this.references++;
    return this;
  }

  release(): void {
    if (--this.references > 0) return;
    memory.bytes -= this.#bytes;
    this.#dropAll();
  }
}

/**
 * An array whose contents are undefined: small ones are reused, since creating them costs more than filling them.
 * @throws TorchError a MemoryError before a large one is made that would be over the limit
 */
function takeFloat32(length: number): Float32Array {
  if (length > POOLED_LENGTH) claim(4 * length);
  const array = pool.get(length)?.pop();
  if (array === undefined) {
    counters.arrays++;
    return new Float32Array(length);
  }
  pooled -= length;
  return array;
}

/** Elements whose contents are undefined. @throws TorchError as {@link takeFloat32} */
export function takeElements(dtype: DType, length: number): Elements {
  if (dtype === 'float32') return takeFloat32(length);
  if (length > POOLED_LENGTH) claim(length);
  return newElements(dtype, length);
}

function giveBack(array: Float32Array): void {
  const { length } = array;
  if (length > POOLED_LENGTH) return;
  if (pooled + length > POOLED_ELEMENTS) {
    pool.clear();
    pooled = 0;
  }
  const shelf = pool.get(length);
  if (shelf === undefined) pool.set(length, [array]);
  else if (shelf.length < POOLED_PER_LENGTH) shelf.push(array);
  else return;
  pooled += length;
}
