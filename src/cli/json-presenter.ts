/** What `d2l-exercises run --json` prints: one message a line. */
import type { Verdict } from '../checks/verdict.ts';
import type { LogMessage, RunEvent, RunResult } from '../training/protocol/protocol.ts';
import type { Presenter } from './presenter.ts';
import type { TextStream } from './environment.ts';

/** The last line with `--check`. */
interface JudgedResult extends RunResult {
  readonly verdict?: Verdict;
}

/** Every message of the protocol on a line of its own, the result last. */
export class JsonPresenter implements Presenter {
  readonly #stdout: TextStream;
  #isFinished = false;

  constructor(stdout: TextStream) {
    this.#stdout = stdout;
  }

  readonly log = (level: LogMessage['level'], text: string): void => {
    if (!this.#isFinished) this.#write({ type: 'log', level, text });
  };

  accept(event: RunEvent): void {
    this.#write(event);
  }

  finish(result: RunResult, verdict: Verdict | null): void {
    this.#write(verdict === null ? result : { ...result, verdict });
    this.#isFinished = true;
  }

  #write(message: RunEvent | JudgedResult | LogMessage): void {
    this.#stdout.write(`${JSON.stringify(message)}\n`);
  }
}
