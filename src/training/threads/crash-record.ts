/** How often the engine ended by itself: after several times in a row its next start waits, and the learner is told how to report it. */

/** From so many in a row on. */
const MANY = 5;
const FIRST_WAIT_MILLISECONDS = 1000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

export class CrashRecord {
  #inARow = 0;

  /** The engine ended by itself. */
  crashed(): void {
    this.#inARow++;
  }

  /** It ended a run in good order. */
  worked(): void {
    this.#inARow = 0;
  }

  /** Milliseconds to wait before the engine is started again: none at first, then 1 s, 2 s, 4 s, … 30 s. */
  get wait(): number {
    if (this.#inARow < MANY) return 0;
    return Math.min(LONGEST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 2 ** (this.#inARow - MANY));
  }

  /** `reason`, with what to do where it has become a habit. */
  explain(reason: string): string {
    if (this.#inARow < MANY) return reason;
    return (
      `${reason}. That was the ${String(this.#inARow)}th time in a row, so the next start waits ` +
      `${String(this.wait / 1000)} s. Please report it with the log (D2L: Show Log) and the code that ran`
    );
  }
}
