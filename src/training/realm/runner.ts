/** What runs in the realm: one run after the other, and questions about the names that the latest one has left. */
import type { HostToWorker, Question, RunId, RunMessage } from '../protocol/protocol.ts';
import { answer, answerGone } from './questions.ts';
import { execute, type RunParts } from './runs.ts';
import type { Outer } from './wall.ts';

/** Bytes that Python may have taken before its worker is rather replaced than reused. */
const GROWTH_LIMIT = 512 * 2 ** 20;

/** Milliseconds for which the names of a run stay that nobody asks for. */
const KEPT_MILLISECONDS = 10 * 60_000;

/** Runs one after the other, each on a restored interpreter unless it goes on with the notebook's state. */
export class Runner {
  readonly #parts: RunParts;
  readonly #later: Outer['later'];
  readonly #retire: (error: unknown) => void;
  #used = false;
  /** What the interpreter holds is a notebook's, whose next cell goes on with it. */
  #kept = false;
  /** The run whose names are there to be asked of. */
  #named: RunId | null = null;
  /** Counts runs and questions. */
  #messages = 0;

  constructor(parts: RunParts, later: Outer['later'], retire: (error: unknown) => void) {
    this.#parts = parts;
    this.#later = later;
    this.#retire = retire;
  }

  run(message: HostToWorker): void {
    this.#messages++;
    const { question } = message;
    if (question !== undefined) this.#answer(message, question);
    else this.#execute(message);
  }

  #answer(message: RunMessage, question: Question): void {
    if (this.#named !== question.of) return answerGone(message, this.#parts);
    if (question.kind === 'forget') return this.#forget(message);
    try {
      answer(message, question, this.#parts);
      if (!this.#kept) this.#putBackAfter(this.#keptMilliseconds);
    } catch (error) {
      this.#retire(error);
    }
  }

  #forget(message: RunMessage): void {
    answerGone(message, this.#parts);
    this.#prepareNext();
  }

  #execute(message: RunMessage): void {
    const isNotebook = message.execution !== undefined;
    const continues = isNotebook && this.#kept;
    try {
      // The next run may come before it was told that this thread is used up. A notebook's may not move to another.
      if (!isNotebook) this.#requireMemory();
      if (!continues) this.#restore();
      this.#used = true;
      this.#kept = isNotebook;
      this.#named = null;
      if (execute(message, this.#parts, continues)) this.#named = message.run;
      if (isNotebook) return;
      this.#putBackAfter(this.#named === null ? 0 : this.#keptMilliseconds);
    } catch (error) {
      this.#retire(error);
    }
  }

  /** How long names stay: not at all where they take a lot of memory. */
  get #keptMilliseconds(): number {
    return this.#isLarge ? 0 : KEPT_MILLISECONDS;
  }

  get #isLarge(): boolean {
    return this.#parts.interpreter.growth > GROWTH_LIMIT;
  }

  /** Unless there is another run or question until then. */
  #putBackAfter(milliseconds: number): void {
    const messages = this.#messages;
    this.#later(() => {
      if (messages === this.#messages) this.#prepareNext();
    }, milliseconds);
  }

  /** Not at once: callbacks of promises that the run left behind still find the memory that they belong to. */
  #prepareNext(): void {
    if (this.#kept) return;
    this.#named = null;
    try {
      this.#requireMemory();
      this.#restore();
    } catch (error) {
      this.#retire(error);
    }
  }

  /** A run in what another has left of the memory would end where it would not in a new one, and differently. */
  #requireMemory(): void {
    if (this.#isLarge) throw new Error('Python has taken a lot of memory');
  }

  #restore(): void {
    if (this.#used) this.#parts.interpreter.restore();
    this.#used = false;
  }
}
