/** How a run whose thread is busy is reached: through memory that both sides see (`realm/stop-flag.ts`). */
import type { RunId } from '../protocol/protocol.ts';
import { CommandWriter } from '../realm/run-commands.ts';
import { SIGINT, SIGNAL_WORD, STOP_WORD, WAKE_WORD } from '../realm/stop-flag.ts';

/** A single signal can be lost; it is sent again as long as the run goes on. */
const RESEND_MILLISECONDS = 50;

export class RunSignals {
  #words: Int32Array | null = null;
  #commands: CommandWriter | null = null;
  #resending: ReturnType<typeof setInterval> | undefined;
  /** The run that is to stop. */
  #stopping: RunId | null = null;

  /** Whether there is a memory: without one nothing reaches a busy thread. */
  get isAttached(): boolean {
    return this.#words !== null;
  }

  /** @param buffer the thread's own */
  attach(buffer: SharedArrayBuffer): void {
    this.#words = new Int32Array(buffer, 0, WAKE_WORD + 1);
    this.#commands = new CommandWriter(buffer);
  }

  /** Asks a run to stop, again and again until it is {@link settled}. */
  stop(run: RunId): void {
    clearInterval(this.#resending);
    this.#stopping = run;
    this.#signal(run);
    this.#resending = setInterval(() => this.#signal(run), RESEND_MILLISECONDS);
  }

  /** Tells a run something while it goes on. What there is no room for is lost. @param command as JSON */
  command(run: RunId, command: string): void {
    this.#commands?.write(run, command);
  }

  /** A run begins: one that was told to stop before it came here still is. */
  begin(run: RunId): void {
    if (this.#stopping !== run) this.settled();
  }

  /** No run is under way any more. */
  settled(): void {
    clearInterval(this.#resending);
    this.#stopping = null;
  }

  #signal(run: RunId): void {
    const words = this.#words;
    if (words === null) return;
    Atomics.store(words, STOP_WORD, run);
    Atomics.store(words, SIGNAL_WORD, SIGINT);
    Atomics.add(words, WAKE_WORD, 1);
    Atomics.notify(words, WAKE_WORD);
  }
}
