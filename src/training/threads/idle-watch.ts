/** Tells when threads that do nothing are no longer worth their memory: unused for long, or the machine is short of it. */
import { freemem } from 'node:os';
import { leaveUnawaited, type Timer } from './timers.ts';

/** How long they are kept without being used. */
const UNUSED_MILLISECONDS = 5 * 60_000;
const LOOK_MILLISECONDS = 10_000;
/** A thread takes about 150 MiB. A machine with less than this to spare gets none in reserve, and loses those it has. */
const LEAST_FREE_BYTES = 2 ** 30;

/** Given by tests. */
export interface IdleLimits {
  /** Bytes of memory that the machine has left. */
  readonly free?: () => number;
  readonly unusedMilliseconds?: number;
  readonly lookMilliseconds?: number;
}

export class IdleWatch {
  readonly #letGo: (reason: string) => void;
  readonly #limits: Required<IdleLimits>;
  #timer: Timer | undefined;

  /** @param letGo called once after each {@link begin} that is not followed by {@link end} in time */
  constructor(letGo: (reason: string) => void, limits: IdleLimits = {}) {
    this.#letGo = letGo;
    this.#limits = {
      free: freemem,
      unusedMilliseconds: UNUSED_MILLISECONDS,
      lookMilliseconds: LOOK_MILLISECONDS,
      ...limits,
    };
  }

  /** Whether the machine has memory to spare for threads that nobody uses yet. */
  get hasRoom(): boolean {
    return this.#limits.free() >= LEAST_FREE_BYTES;
  }

  /** They are idle from now on. */
  begin(): void {
    this.end();
    this.#look(Date.now() + this.#limits.unusedMilliseconds);
  }

  /** They are used again, or gone. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #look(until: number): void {
    this.#timer = setTimeout(() => {
      if (!this.hasRoom) this.#letGo('memory is short');
      else if (Date.now() >= until) this.#letGo('it was not needed');
      else this.#look(until);
    }, this.#limits.lookMilliseconds);
    leaveUnawaited(this.#timer);
  }
}
