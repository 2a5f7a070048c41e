/** Handles: the numbers by which Python names tensors (decision 2). */
import { runtimeError } from '../backend/error.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Words of the block that Python and the engine share (decision 2). */
export const GRAD_MODE = 0;
/** The iteration over a DataLoader under way: its number (0: none), the index of its batch, how many there are. */
export const LOADER_PASS = 3;
export const LOADER_BATCH = 4;
export const LOADER_BATCHES = 5;
/** Rank, code of the dtype and flags of a described tensor, a word each; its sizes. */
export const NDIM = 8;
export const SIZES = 16;
const RING = 128;

/** Sees the tensors that Python names, and those it is given. */
export interface HandleObserver {
  fetched(tensor: Tensor): void;
  given(tensor: Tensor): void;
}

/** The tensors that Python knows, by number, and the ring in which it drops the numbers of those it let go. */
export class Handles {
  #tensors: (Tensor | undefined)[] = [undefined];
  /** How many Python objects share the tensor. */
  #owners: number[] = [0];
  #free: number[] = [];
  #base = 0;
  #words = 0;
  #next = RING;

  /** Told of every tensor that goes in or out; null but for a diagnostic rerun. */
  observer: HandleObserver | null = null;

  /** Python's memory; a view without length since it has grown, or none yet. */
  #view: Int32Array = new Int32Array(0);

  constructor(private readonly heap: () => Int32Array) {}

  #memory(): Int32Array {
    if (this.#view.length === 0) this.#view = this.heap();
    return this.#view;
  }

  /** Python allocated the shared block: `words` of four bytes from `address`. */
  attach(address: number, words: number): void {
    this.#base = address >> 2;
    this.#words = words;
    this.#next = RING;
  }

  /** The word of the shared block at `index`. */
  read(index: number): number {
    return this.#words === 0 ? 1 : (this.#memory()[this.#base + index] as number);
  }

  /** Sets words of the shared block from `index` on. */
  write(index: number, ...values: readonly number[]): void {
    this.#memory().set(values, this.#base + index);
  }

  /** The number of a tensor for one more Python object, which from now on shares in keeping it. */
  give(tensor: Tensor): number {
    if (this.observer !== null) this.observer.given(tensor);
    const known = tensor.handle;
    if (known !== 0) {
      this.#owners[known] = (this.#owners[known] as number) + 1;
      return known;
    }
    const handle = this.#free.pop() ?? this.#tensors.length;
    this.#tensors[handle] = tensor.retain();
    this.#owners[handle] = 1;
    tensor.handle = handle;
    return handle;
  }

  /** @throws TorchError for a number that names no tensor */
  get(handle: number): Tensor {
    const tensor = this.#tensors[handle];
    if (tensor === undefined) throw runtimeError(`no tensor has the handle ${String(handle)}`);
    if (this.observer !== null) this.observer.fetched(tensor);
    return tensor;
  }

  /** Lets go of the tensors whose Python objects have died. */
  drain(): void {
    if (this.#words === 0) return;
    const heap = this.#memory();
    const end = this.#base + this.#words;
    let at = this.#base + this.#next;
    for (let handle = heap[at] as number; handle !== 0; handle = heap[at] as number) {
      heap[at] = 0;
      this.#drop(handle);
      if (++at === end) at = this.#base + RING;
    }
    this.#next = at - this.#base;
  }

  #drop(handle: number): void {
    const tensor = this.#tensors[handle];
    if (tensor === undefined) return;
    const owners = (this.#owners[handle] as number) - 1;
    this.#owners[handle] = owners;
    if (owners > 0) return;
    this.#tensors[handle] = undefined;
    this.#free.push(handle);
    tensor.handle = 0;
    tensor.release();
  }

  /** How many tensors Python holds. */
  get count(): number {
    return this.#tensors.length - 1 - this.#free.length;
  }

  /** What {@link restore} goes back to. */
  save(): SavedHandles {
    return {
      tensors: [...this.#tensors],
      owners: [...this.#owners],
      free: [...this.#free],
      next: this.#next,
    };
  }

  /** Forgets every tensor made since, Python's memory having been put back. */
  restore(saved: SavedHandles): void {
    for (const tensor of this.#tensors) {
      if (tensor === undefined || saved.tensors.includes(tensor)) continue;
      tensor.handle = 0;
      // One that is itself on the tape (`create_graph`) and its leaf keep each other.
      tensor.grad?.release();
      tensor.grad = null;
      tensor.release();
    }
    this.#tensors = [...saved.tensors];
    this.#owners = [...saved.owners];
    this.#free = [...saved.free];
    this.#next = saved.next;
  }
}

export interface SavedHandles {
  readonly tensors: readonly (Tensor | undefined)[];
  readonly owners: readonly number[];
  readonly free: readonly number[];
  readonly next: number;
}
