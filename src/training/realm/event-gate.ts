/** Lets a run's events out, or keeps them in. */
import type { RunEvent } from '../protocol/protocol.ts';
import type { EventPort } from './events.ts';

/** What runs say goes out through it; it can be muted for a while. */
export class EventGate implements EventPort {
  #isMuted = false;

  constructor(
    private readonly out: (event: RunEvent) => void,
    readonly now: () => number,
  ) {}

  get isMuted(): boolean {
    return this.#isMuted;
  }

  post(event: RunEvent): void {
    if (!this.#isMuted) this.out(event);
  }

  /** Does `work` while nothing goes out. */
  muted<R>(work: () => R): R {
    this.#isMuted = true;
    try {
      return work();
    } finally {
      this.#isMuted = false;
    }
  }
}
