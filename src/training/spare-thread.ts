/** A thread that waits in reserve: made when nothing runs, let go when it was not needed or memory is short. */
import { freemem } from 'node:os';
import type { Thread } from './thread.ts';

/** How long nothing has to run before it is started. */
const IDLE_MILLISECONDS = 1000;
/** How long it is kept without being used. */
const UNUSED_MILLISECONDS = 5 * 60_000;
const LOOK_MILLISECONDS = 10_000;
/** It takes about 150 MiB. A machine with less than this to spare gets none, and loses the one it has. */
const LEAST_FREE_BYTES = 2 ** 30;

export interface SpareOptions {
  make(): Thread;
  end(thread: Thread, reason: string): void;
  isIdle(): boolean;
  /** Bytes of memory that the machine has left; given by tests. */
  readonly free?: () => number;
  readonly unusedMilliseconds?: number;
  readonly lookMilliseconds?: number;
}

export class SpareThread {
  readonly #options: Required<SpareOptions>;
  #thread: Thread | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SpareOptions) {
    this.#options = {
      free: freemem,
      unusedMilliseconds: UNUSED_MILLISECONDS,
      lookMilliseconds: LOOK_MILLISECONDS,
      ...options,
    };
  }

  /** A run has ended: soon there will be a thread in reserve, unless another run begins. */
  prepare(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#make(), IDLE_MILLISECONDS);
    this.#timer.unref();
  }

  /** The thread, which is the caller's from now on; null when there is none. */
  take(): Thread | null {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    this.#thread = null;
    return thread;
  }

  /** A thread was lost; if it is this one there is none any more. */
  forget(thread: Thread): void {
    if (this.#thread === thread) this.take();
  }

  #make(): void {
    const { make, isIdle, free, unusedMilliseconds } = this.#options;
    if (!isIdle() || free() < LEAST_FREE_BYTES) return;
    this.#thread ??= make();
    this.#watch(Date.now() + unusedMilliseconds);
  }

  /** Looks from time to time whether it is still worth its memory. */
  #watch(until: number): void {
    const { end, free, lookMilliseconds } = this.#options;
    this.#timer = setTimeout(() => {
      const isShort = free() < LEAST_FREE_BYTES;
      if (!isShort && Date.now() < until) {
        this.#watch(until);
        return;
      }
      const thread = this.take();
      if (thread !== null) end(thread, isShort ? 'memory is short' : 'it was not needed');
    }, lookMilliseconds);
    this.#timer.unref();
  }
}
