/** Helper threads on the heap's memory: called when there was much to compute, which shows that there will be more. */
import type { WasmKernels } from './kernels.ts';

/** Starts helper threads on a memory; answers how many may come. */
export type Lend = (memory: WebAssembly.Memory) => number;

/** Products of two numbers, some ten milliseconds, after which they are called. */
const WORTH = 2 ** 28;

export class Helpers {
  readonly #kernels: WasmKernels;
  readonly #call: () => number;
  /** Since they were last asked for. */
  #work = 0;
  #expected = 0;

  constructor(kernels: WasmKernels, call: () => number) {
    this.#kernels = kernels;
    this.#call = call;
  }

  /** Counts what a kernel is about to do. */
  count(products: number): void {
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

  /** Sends them away: the memory is not used any more. */
  dismiss(): void {
    if (this.#expected > 0) this.#kernels['dismiss_helpers']?.();
  }
}
