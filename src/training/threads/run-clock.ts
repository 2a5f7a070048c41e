/** The time that a run may take: from when it is given to its thread to its limit, which can be moved meanwhile. */

/** What a timer of Node waits at most; a longer one would go off at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

export class RunClock {
  #deadline: number | null = null;
  /** Milliseconds that are left of a time that stands still; null: it runs. */
  #left: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param seconds from the start; 0: no limit
   * @param onEnd the time is up
   */
  constructor(
    private seconds: number,
    private readonly onEnd: () => void,
  ) {}

  start(): void {
    if (this.seconds <= 0) return;
    this.#deadline = performance.now() + 1000 * this.seconds;
    this.#wait();
  }

  /** Also before the start; without a limit, or when the time is up or the clock was stopped, nothing changes. */
  extend(seconds: number): void {
    if (this.seconds <= 0) return;
    this.seconds += seconds;
    if (this.#deadline === null) return;
    this.#deadline += 1000 * seconds;
    if (this.#left !== null) this.#left += 1000 * seconds;
    this.#wait();
  }

  /** Its time stands still until {@link resume}. */
  pause(): void {
    if (this.#deadline === null || this.#left !== null) return;
    clearTimeout(this.#timer);
    this.#left = this.#deadline - performance.now();
  }

  resume(): void {
    if (this.#left === null) return;
    this.#deadline = performance.now() + this.#left;
    this.#left = null;
    this.#wait();
  }

  /** Its time is never up then. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#deadline = null;
    this.#left = null;
  }

  #wait(): void {
    if (this.#deadline === null || this.#left !== null) return;
    clearTimeout(this.#timer);
    const left = this.#deadline - performance.now();
    if (left > LONGEST_WAIT) this.#timer = setTimeout(() => this.#wait(), LONGEST_WAIT);
    else this.#timer = setTimeout(() => this.#end(), left);
  }

  #end(): void {
    this.stop();
    this.onEnd();
  }
}
