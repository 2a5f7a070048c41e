/** Questions to a program that stands, each with its answer. */
import { reasonOf } from '../text/reason.ts';
import type { DebugAnswer, DebugQuestion } from '../training/protocol/debug.ts';
import type { DebugCommand } from '../training/protocol/protocol.ts';

/** After so long an expression is given up. */
const EVALUATION_MILLISECONDS = 10_000;

/** Why there is no answer, in words for the user. */
class NoAnswer extends Error {}

type Kind = DebugAnswer['kind'];
type AnswerOf<K extends Kind> = Extract<DebugAnswer, { kind: K }>;

export class Questions {
  #last = 0;
  readonly #waiting = new Map<number, (answer: DebugAnswer) => void>();

  constructor(private readonly tell: (command: DebugCommand) => void) {}

  /** @throws NoAnswer saying why there is none */
  async ask<K extends Kind>(kind: K, question: DebugQuestion): Promise<AnswerOf<K>> {
    const id = ++this.#last;
    const answer = await this.#answerTo(id, question);
    if (answer.kind === 'failure') throw new NoAnswer(answer.message);
    if (answer.kind !== kind) throw new NoAnswer(`the engine has answered another question: ${answer.kind}`);
    return answer as AnswerOf<K>;
  }

  answered(id: number, answer: DebugAnswer): void {
    this.#waiting.get(id)?.(answer);
  }

  /** The program goes on or is over: what was asked has no answer any more. */
  giveUp(): void {
    for (const resolve of this.#waiting.values()) {
      resolve({ kind: 'failure', message: 'the program does not stand any more' });
    }
  }

  async #answerTo(id: number, question: DebugQuestion): Promise<DebugAnswer> {
    const timer = setTimeout(() => this.tell({ command: 'pause' }), EVALUATION_MILLISECONDS);
    try {
      return await new Promise<DebugAnswer>((resolve) => {
        this.#waiting.set(id, resolve);
        this.tell({ ...question, id });
      });
    } catch (error) {
      throw new NoAnswer(reasonOf(error));
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }
}
