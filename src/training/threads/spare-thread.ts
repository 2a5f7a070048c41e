/** A thread that waits in reserve: made when nothing runs, let go when it was not needed or memory is short. */
import { IdleWatch, type IdleLimits } from './idle-watch.ts';
import type { Thread } from './thread.ts';
import { leaveUnawaited, type Timer } from './timers.ts';

/** How long nothing has to run before it is started. */
const IDLE_MILLISECONDS = 1000;

export interface SpareOptions {
  make(): Thread;
  end(thread: Thread, reason: string): void;
  isIdle(): boolean;
  readonly limits?: IdleLimits;
}

export class SpareThread {
  readonly #options: SpareOptions;
  readonly #watch: IdleWatch;
  #thread: Thread | null = null;
  #timer: Timer | undefined;

  constructor(options: SpareOptions) {
    this.#options = options;
    this.#watch = new IdleWatch((reason) => this.#letGo(reason), options.limits);
  }

  /** Null: there is none. */
  get thread(): Thread | null {
    return this.#thread;
  }

  /** A run has ended: soon there will be a thread in reserve, unless another run begins. */
  prepare(): void {
    this.#watch.end();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#make(), IDLE_MILLISECONDS);
    leaveUnawaited(this.#timer);
  }

  /** The thread, which is the caller's from now on; null when there is none. */
  take(): Thread | null {
    this.#watch.end();
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
    const { make, isIdle } = this.#options;
    if (!isIdle() || !this.#watch.hasRoom) return;
    this.#thread ??= make();
    this.#watch.begin();
  }

  #letGo(reason: string): void {
    const thread = this.take();
    if (thread !== null) this.#options.end(thread, reason);
  }
}
