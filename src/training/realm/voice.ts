import type { RunEvent } from '../protocol/protocol.ts';
import type { EventPort } from './events.ts';

/** What runs say goes out through it; it can be still for a while. */
export class Voice implements EventPort {
  #isStill = false;

  constructor(
    private readonly out: (event: RunEvent) => void,
    readonly now: () => number,
  ) {}

  get isStill(): boolean {
    return this.#isStill;
  }

  post(event: RunEvent): void {
    if (!this.#isStill) this.out(event);
  }

  /** Does `work` without a word of it going out. */
  silently<R>(work: () => R): R {
    this.#isStill = true;
    try {
      return work();
    } finally {
      this.#isStill = false;
    }
  }
}
