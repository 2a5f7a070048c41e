/** Tells when the time of a run is nearly up, so that it can be let go on. */

import { nearLimit, type RunTime } from '../run-model/state.ts';

/** What a timer waits at most. */
const LONGEST_WAIT = 2 ** 31 - 1;

export class LimitWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param near the time has nearly come */
  constructor(private readonly near: () => void) {}

  /** The run's time has begun, was moved or stands still; null: no run is under way. */
  watch(clock: RunTime | null): void {
    clearTimeout(this.#timer);
    if (clock === null || clock.limit === 0 || clock.paused !== undefined) return;
    const wait = clock.began + 1000 * clock.limit - nearLimit(clock) - Date.now();
    this.#timer = setTimeout(this.near, Math.min(Math.max(0, wait), LONGEST_WAIT));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
