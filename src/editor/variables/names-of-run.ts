/** Asks the engine of the names that a run has left: the value of an expression, completions, parts of tensors. */

import type { Run, RunRequest } from '../../training/threads/session.ts';
import type {
  AnswerMessage,
  EndedMessage,
  Question,
  Real,
  RunEvent,
  RunId,
  Variable,
} from '../../training/protocol/protocol.ts';

/** Where a run has left its names. */
export interface NamesHolder {
  /** Asks the engine where the run was; null: something else runs there. */
  ask(request: RunRequest, onEvent: (event: RunEvent) => void): Promise<Run | null>;
  /** Runs it again, to the end; missing where that is the learner's to do. */
  readonly runAgain?: () => Promise<void>;
}

/** What came of a question. */
export type Answered<A> =
  | { readonly kind: 'answered'; readonly value: A }
  /** Another run has begun, or nobody has asked for long. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'stopped' }
  /** @property text in Python's words */
  | { readonly kind: 'failed'; readonly text: string };

/** Who can end a question: a `CancellationToken`. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** A question is a run, which ends when it takes longer. */
const MOST_SECONDS = 10;
/** Characters of what an expression prints. */
const OUTPUT_CHARACTERS = 10_000;

type Asked<Q = Question> = Q extends Question ? Omit<Q, 'of'> : never;

/** What a question's events bring together. */
interface Told {
  variables: readonly Variable[] | null;
  answer: AnswerMessage | null;
}

export class NamesOfRun {
  /** Questions are asked one after the other: another run ends the one that is under way. */
  #last: Promise<unknown> = Promise.resolve();
  /** Text of the newest completion; older ones that wait are not asked. */
  #completed = '';

  constructor(
    private readonly run: RunId,
    private readonly holder: NamesHolder,
  ) {}

  get runAgain(): NamesHolder['runAgain'] {
    return this.holder.runAgain;
  }

  /** The names as they are afterwards, with the values of all expressions. */
  evaluate(expression: string, cancellation?: Cancellation): Promise<Answered<readonly Variable[]>> {
    return this.#ask({ kind: 'evaluate', expression }, ({ variables }) => variables, cancellation);
  }

  /** The same with the values of several expressions; of one that fails it is told that it has. */
  watch(expressions: readonly string[]): Promise<Answered<readonly Variable[]>> {
    return this.#ask({ kind: 'watch', expressions }, ({ variables }) => variables);
  }

  /** Names with which `text` goes on, dotted as there; none where it cannot be said. */
  async complete(text: string): Promise<readonly string[]> {
    this.#completed = text;
    await this.#last.catch(() => undefined);
    if (this.#completed !== text) return [];
    const answered = await this.#ask({ kind: 'complete', text }, ({ answer }) => answer?.completions ?? null);
    return answered.kind === 'answered' ? answered.value : [];
  }

  /**
   * The first elements of a tensor, in row-major order.
   * @param entry its place in the latest variables
   */
  async elements(entry: number, count: number): Promise<Answered<readonly Real[]>> {
    const value: Real[] = [];
    while (value.length < count) {
      const part = { kind: 'elements', entry, first: value.length, count: count - value.length } as const;
      const answered = await this.#ask(part, ({ answer }) => answer?.elements ?? null);
      if (answered.kind !== 'answered') return answered;
      if (answered.value.length === 0) break;
      for (const one of answered.value) value.push(one);
    }
    return { kind: 'answered', value };
  }

  /** Lets go of them: a run is going to follow. */
  forget(): void {
    void this.#ask({ kind: 'forget' }, () => null);
  }

  #ask<A>(
    question: Asked,
    read: (told: Told) => A | null,
    cancellation?: Cancellation,
  ): Promise<Answered<A>> {
    const asked = this.#last.catch(() => undefined).then(() => this.#begin(question, read, cancellation));
    this.#last = asked;
    return asked;
  }

  async #begin<A>(
    question: Asked,
    read: (told: Told) => A | null,
    cancellation?: Cancellation,
  ): Promise<Answered<A>> {
    if (cancellation?.isCancellationRequested) return { kind: 'stopped' };
    const told: Told = { variables: null, answer: null };
    const limits = { seconds: MOST_SECONDS, outputCharacters: OUTPUT_CHARACTERS };
    const asked = { ...question, of: this.run } as Question;
    const run = await this.holder.ask(
      { cells: [], seed: 0, backend: 'auto', limits, question: asked },
      (event) => {
        if (event.type === 'variables') told.variables = event.variables;
        else if (event.type === 'answer') told.answer = event;
      },
    );
    if (run === null) return { kind: 'gone' };
    const stop = cancellation?.onCancellationRequested(() => run.stop());
    const ended = await run.ended;
    stop?.dispose();
    return answeredBy(ended, told, read(told));
  }
}

function answeredBy<A>({ status, error }: EndedMessage, { answer }: Told, value: A | null): Answered<A> {
  if (answer?.isGone) return { kind: 'gone' };
  if (status === 'ok' && value !== null) return { kind: 'answered', value };
  if (error?.type === 'EngineError') return { kind: 'gone' };
  if (error !== null) return { kind: 'failed', text: `${error.type}: ${error.message}` };
  return status === 'timeout'
    ? { kind: 'failed', text: `TimeoutError: ${String(MOST_SECONDS)} s` }
    : { kind: 'stopped' };
}
