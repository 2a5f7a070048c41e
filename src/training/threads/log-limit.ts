/** Lets so many lines of an engine into the log and no more: a log is for reading. */
import type { LogMessage } from '../protocol/protocol.ts';

const SECOND = 1000;
/** In a second. */
const MOST_LINES = 50;
const MOST_CHARACTERS = 50_000;
const LONGEST_LINE = 2000;

export type Log = (level: LogMessage['level'], text: string) => void;

/** A log that cannot be written to, on a full disk say, is no reason for a run to fail. */
export function unfailing(log: Log): Log {
  return (level, text) => {
    try {
      log(level, text);
    } catch {
      // There is nowhere left to say it.
    }
  };
}

export class LogLimit {
  #since = -Infinity;
  #lines = 0;
  #characters = 0;
  #leftOut = 0;

  constructor(
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {}

  add(level: LogMessage['level'], text: string): void {
    if (this.now() - this.#since > SECOND) this.#beginSecond();
    if (this.#lines >= MOST_LINES || this.#characters >= MOST_CHARACTERS) {
      this.#leftOut++;
      return;
    }
    const line = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
    this.#lines++;
    this.#characters += line.length;
    this.log(level, line);
  }

  /** Says how many lines were left out, if any. */
  end(): void {
    if (this.#leftOut > 0) this.log('warn', `${this.#leftOut} more lines of the engine were left out`);
    this.#leftOut = 0;
  }

  #beginSecond(): void {
    this.end();
    this.#since = this.now();
    this.#lines = 0;
    this.#characters = 0;
  }
}
