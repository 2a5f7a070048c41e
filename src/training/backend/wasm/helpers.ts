/**
 * Helper threads on the heap's memory: called when there was much to compute, which shows that there will be more, and left
 * alone for a while where other programs keep them off their cores.
 */
import type { WasmKernels } from './kernels.ts';

/** Starts helper threads on a memory; answers how many may come. */
export type Lend = (memory: WebAssembly.Memory) => number;

/** Products of two numbers, some ten milliseconds, after which they are called. */
const WORTH = 2 ** 28;

/** A helper that is kept off its core keeps its part for so many milliseconds and more. */
const LATE = 2;
/** Products in a millisecond of a slow machine: what one kernel may take. */
const SLOW = 5e6;
/** For how many kernels they are left alone: at first, and at most. */
const REST = { least: 32, most: 2048 };

export class Helpers {
  readonly #kernels: WasmKernels;
  readonly #call: () => number;
  /** Since they were last asked for. */
  #work = 0;
  #expected = 0;
  /** Of the kernel before. */
  #products = 0;
  /** Kernels until they are asked again, for how many it will be the next time, and kernels since they were last late. */
  #resting = 0;
  #rest = REST.least;
  #good = 0;

  constructor(kernels: WasmKernels, call: () => number) {
    this.#kernels = kernels;
    this.#call = call;
  }

  /** Counts what a kernel is about to do. */
  count(products: number): void {
    if (this.#expected > 0) this.#watch();
    this.#products = products;
    this.#work += products;
    if (this.#work < WORTH) return;
    this.#work = 0;
    const { helpers_ready, helpers_arrived, expect_helpers } = this.#kernels;
    // Some are there, or on their way.
    if (helpers_ready?.() !== 0 || helpers_arrived?.() !== this.#expected) return;
    const count = this.#call();
    this.#expected += count;
    if (count > 0) expect_helpers?.(count);
  }

  #watch(): void {
    if (this.#resting > 0) {
      if (--this.#resting === 0) this.#kernels['rest_helpers']?.(0);
      return;
    }
    const late = LATE * (this.#kernels['helpers_late']?.() ?? 0);
    if (late > LATE + this.#products / SLOW) {
      this.#kernels['rest_helpers']?.(1);
      this.#resting = this.#rest;
      this.#rest = Math.min(2 * this.#rest, REST.most);
      this.#good = 0;
    } else if (++this.#good > 2 * this.#rest) this.#rest = REST.least;
  }

  /** Sends them away: the memory is not used any more. */
  dismiss(): void {
    if (this.#expected > 0) this.#kernels['dismiss_helpers']?.();
  }
}
