/** The flag in shared memory that stops a run. */
import type { RunId } from '../protocol/protocol.ts';

/**
 * How the host reaches a run whose thread is busy: words of memory that both see. The host writes the id of the run
 * that is to stop, which stays there, and signals Python again and again, since a single signal can be lost.
 */
export const STOP_WORD = 0;
/** Python's interrupt buffer: 2 asks for a KeyboardInterrupt. */
export const SIGNAL_WORD = 1;
export const SIGINT = 2;
/** Python's number of a signal that exercises have no use for: a debugged run has commands to take (`_exercise.debugger`). */
const ATTENTION = 10;
/** Counted up whenever the host has something to say to a thread that may be asleep. */
export const WAKE_WORD = 2;
/** Words behind those, for commands (`run-commands.ts`), and the word with which their ring of bytes begins. */
export const COMMAND_WORDS = { wake: WAKE_WORD, written: 3, taken: 4, ring: 5 } as const;
/** Bytes of that ring. */
export const COMMAND_BYTES = 2 ** 16;

/**
 * After an interrupt there is no other for so many milliseconds, nor for so many polls: time for the code that it reaches, and
 * for its description, which takes up to 300 polls however busy the machine is.
 */
const REST = { milliseconds: 250, polls: 1000 };

/** Asked of a debugged run. */
interface Attention {
  /** Whether there are commands that Python is to take. */
  isWanted(): boolean;
  /** Whether Python is to be called for them now: once, until it takes one. */
  call(): boolean;
}

/** The realm's side. */
export class StopFlag {
  /** Made inside the realm: the host gets the same memory. */
  readonly buffer = new SharedArrayBuffer(COMMAND_WORDS.ring * 4 + COMMAND_BYTES);
  readonly #words = new Int32Array(this.buffer, 0, COMMAND_WORDS.ring);
  #run: RunId = 0;
  #interrupted = -Infinity;
  /** Since the last interrupt. */
  #polls = Infinity;
  #isCalm = false;
  #attention: Attention = { isWanted: () => false, call: () => false };

  /** @param now milliseconds of a monotonic clock */
  constructor(private readonly now: () => number) {}

  /**
   * What Pyodide polls and clears, every few thousand instructions of Python.
   * @param onPoll called each time: the one chance to do something while Python is busy
   */
  signals(onPoll: () => void): Int32Array {
    const words = this.#words;
    const poll = (): number => {
      onPoll();
      return this.#signal();
    };
    const polled = {
      get 0(): number {
        return poll();
      },
      set 0(signal: number) {
        Atomics.store(words, SIGNAL_WORD, signal);
      },
    };
    // Pyodide reads and writes element 0 only.
    return polled as unknown as Int32Array;
  }

  begin(run: RunId): void {
    this.#run = run;
    this.#interrupted = -Infinity;
    this.#polls = Infinity;
    Atomics.store(this.#words, SIGNAL_WORD, 0);
  }

  stopped(): boolean {
    return Atomics.load(this.#words, STOP_WORD) === this.#run;
  }

  /** Whether what is under way is to end now, by a KeyboardInterrupt that the caller raises. */
  interrupts(): boolean {
    if (this.#isCalm || !this.stopped()) return false;
    this.#rest();
    return true;
  }

  /** Does `work` to its end, although the run is to stop. */
  calmly(work: () => void): void {
    this.#isCalm = true;
    try {
      work();
    } finally {
      this.#isCalm = false;
    }
  }

  /** From now on Python is called for commands. */
  attend(attention: Attention): void {
    this.#attention = attention;
  }

  /** Waits unless or until the run is to stop, or to take commands. @returns milliseconds that are left */
  sleep(milliseconds: number): number {
    const end = this.now() + milliseconds;
    for (let left = milliseconds; left > 0; left = end - this.now()) {
      const seen = Atomics.load(this.#words, WAKE_WORD);
      if (this.stopped()) return 0;
      if (this.#attention.isWanted()) return left;
      Atomics.wait(this.#words, WAKE_WORD, seen, Math.min(left, 2 ** 31 - 1));
    }
    return 0;
  }

  #signal(): number {
    this.#polls++;
    const signal = Atomics.load(this.#words, SIGNAL_WORD);
    if (this.#isCalm) return 0;
    if (signal === 0) return this.#attention.call() ? ATTENTION : 0;
    if (this.#rests) return 0;
    this.#rest();
    return signal;
  }

  get #rests(): boolean {
    return this.#polls < REST.polls || this.now() - this.#interrupted < REST.milliseconds;
  }

  #rest(): void {
    this.#interrupted = this.now();
    this.#polls = 0;
  }
}
