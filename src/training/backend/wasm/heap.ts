/**
 * The one WebAssembly memory in which the kernels compute. Large tensors live in it; arrays of JavaScript are views of the
 * same bytes. It is shared memory because that grows without detaching its views.
 */
import { counters } from '../counters.ts';
import { viewOf, type DType, type Elements } from '../dtype.ts';
import { TorchError } from '../error.ts';
import { Blocks, blockSize } from './blocks.ts';
import { Helpers, type Lend } from './helpers.ts';
import type { WasmKernel, WasmKernels } from './kernels.ts';

const PAGE = 1 << 16;
/** Addresses stay below 2^31, so that they are signed numbers. */
const MOST_PAGES = 2 ** 31 / PAGE;
/** The kernels' own constants come first. */
const FIRST = PAGE;
/** The memory grows by at least this much, and by a quarter of itself. */
const LEAST_GROWTH = 1 << 24;
/** Bytes of the longest list of settings. */
const SETTINGS = 32 * 4;
/** A memory that has become larger than this is not kept for the next run. */
const KEPT = 1 << 26;

/** Taken before anything can replace it: the limit of Python's memory is not the heap's. */
const { grow } = WebAssembly.Memory.prototype;

let compiled: WebAssembly.Module | null = null;
let lend: Lend = () => 0;
let heap: Heap | null = null;
let names: ReadonlySet<string> = new Set();

/**
 * Gives the kernels, compiled; null: there are none. Called once when the engine starts.
 * @param lendTo called with a heap's memory when helper threads are worth it
 */
export function connectHeap(module: WebAssembly.Module | null, lendTo: Lend = () => 0): void {
  compiled = module;
  lend = lendTo;
  dropHeap();
  names = new Set(module === null ? [] : WebAssembly.Module.exports(module).map(({ name }) => name));
}

/** Whether there are kernels. */
export const hasHeap = (): boolean => compiled !== null;

/** The heap, made when it is first asked for. @throws Error when there are no kernels */
export function theHeap(): Heap {
  if (heap === null) {
    if (compiled === null) throw new Error('the wasm kernels are not loaded');
    heap = new Heap(compiled);
  }
  return heap;
}

/** Whether the kernels have one of this name. */
export const hasKernel = (name: string): boolean => names.has(name);

/** The kernel of a name that {@link hasKernel} knows. */
export function kernelOf(name: string): WasmKernel {
  counters.kernels++;
  const kernel = theHeap().kernels[name];
  if (kernel === undefined) throw new Error(`there is no kernel ${name}`);
  return kernel;
}

/** Gives a large memory back to the system once nothing is in it; to be called between runs. */
export function trimHeap(): void {
  if (heap !== null && heap.used === 0 && heap.bytes > KEPT) dropHeap();
}

function dropHeap(): void {
  heap?.helpers.dismiss();
  heap = null;
}

/** Counts work, in products of two numbers: helper threads are called when there was much. */
export function countWork(products: number): void {
  theHeap().helpers.count(products);
}

/** What the heap holds, for tests: bytes of blocks in use, and of the memory. */
export const heapState = (): { readonly used: number; readonly bytes: number } =>
  heap === null ? { used: 0, bytes: 0 } : { used: heap.used, bytes: heap.bytes };

export class Heap {
  readonly kernels: WasmKernels;
  readonly helpers: Helpers;
  readonly #memory: WebAssembly.Memory;
  readonly #blocks = new Blocks(FIRST);
  #buffer: ArrayBufferLike;
  #settings = 0;
  /** Working memory of a kernel; none of it outlives a call. */
  #scratch = { address: 0, bytes: 0 };

  constructor(module: WebAssembly.Module) {
    this.#memory = new WebAssembly.Memory({ initial: 16, maximum: MOST_PAGES, shared: true });
    this.#buffer = this.#memory.buffer;
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as WasmKernels;
    this.helpers = new Helpers(this.kernels, () => lend(this.#memory));
  }

  /** Bytes of blocks that tensors have. */
  get used(): number {
    const { bytes } = this.#scratch;
    const own = (bytes === 0 ? 0 : blockSize(bytes)) + (this.#settings === 0 ? 0 : blockSize(SETTINGS));
    return this.#blocks.used - own;
  }

  get bytes(): number {
    return this.#buffer.byteLength;
  }

  /** The address of a block for so many bytes, whose contents are undefined. @throws TorchError a MemoryError */
  take(bytes: number): number {
    counters.blocks++;
    const address = this.#blocks.take(bytes);
    const missing = address + blockSize(bytes) - this.#buffer.byteLength;
    if (missing > 0 && !this.#grow(missing)) {
      this.#blocks.give(address, bytes);
      throw new TorchError('MemoryError', `${Math.ceil(bytes / 2 ** 20)} MB more for a tensor cannot be had`);
    }
    return address;
  }

  /** Ends the use of a block that was taken with the same `bytes`. */
  give(address: number, bytes: number): void {
    this.#blocks.give(address, bytes);
  }

  /** The numbers at an address. */
  view(dtype: DType, address: number, length: number): Elements {
    return viewOf(dtype, this.#buffer, address, length);
  }

  #grow(missing: number): boolean {
    const has = this.#buffer.byteLength;
    const wished = Math.max(missing, LEAST_GROWTH, has / 4);
    const pages = Math.min(Math.ceil(wished / PAGE), MOST_PAGES - has / PAGE);
    if (pages * PAGE < missing) return false;
    try {
      grow.call(this.#memory, pages);
    } catch {
      return false;
    }
    this.#buffer = this.#memory.buffer;
    return true;
  }

  /** Puts the settings of the next kernel where it reads them. */
  settings(values: readonly number[]): number {
    if (this.#settings === 0) this.#settings = this.take(SETTINGS);
    (this.view('int32', this.#settings, values.length) as Int32Array).set(values);
    return this.#settings;
  }

  /** Working memory for the next kernel. */
  scratch(bytes: number): number {
    if (bytes > this.#scratch.bytes) {
      if (this.#scratch.bytes > 0) this.give(this.#scratch.address, this.#scratch.bytes);
      this.#scratch = { address: 0, bytes: 0 };
      this.#scratch = { address: this.take(bytes), bytes };
    }
    return this.#scratch.address;
  }
}
