/** What the Pythons of this machine have said, kept until a Python or its packages change. */

import { stat } from 'node:fs/promises';
import { askInterpreter, type Asked, type AskOptions } from './ask.ts';
import type { Answer, Candidate, TorchFound } from './interpreter.ts';

/** Pythons that are asked at a time: each takes in all of PyTorch. */
const AT_A_TIME = 2;

/** Answers that are kept; the oldest goes first. */
const MOST_KEPT = 50;

/** What is kept of a Python. */
export interface KeptAnswer extends Asked {
  /** When the file and the folders of its packages changed last, in milliseconds since the epoch. */
  readonly changed: readonly number[];
}

/** Where answers are kept from one window to the next, by path. */
export interface AnswerStore {
  load(): Readonly<Record<string, KeptAnswer>>;
  save(answers: Readonly<Record<string, KeptAnswer>>): void;
}

/** A Python that can run exercises. */
export interface UsableInterpreter {
  readonly path: string;
  readonly answer: TorchFound;
}

/** What goes wrong without PyTorch being looked at may be right the next time. */
const LASTING: ReadonlySet<Answer['kind']> = new Set(['torch', 'noTorch', 'tooOld']);

export class KnownInterpreters {
  readonly #asking = new Map<string, Promise<Answer>>();

  constructor(
    private readonly store: AnswerStore,
    private readonly ask: (path: string, options: AskOptions) => Promise<Asked> = askInterpreter,
  ) {}

  /** What the Python at `path` says, or has said if nothing of it has changed since. Never rejects. */
  async answerOf(path: string, options: AskOptions = {}): Promise<Answer> {
    const kept = this.store.load()[path];
    if (kept !== undefined && isSame(kept.changed, await changesOf(path, kept.folders))) return kept.answer;
    const asking = this.#asking.get(path) ?? this.#askAnew(path, options);
    this.#asking.set(path, asking);
    return asking;
  }

  /** What it has said the last time, whether or not that is still so: it can be shown at once. */
  remembered(path: string): Answer | undefined {
    return this.store.load()[path]?.answer;
  }

  /** Those that could run exercises when they were asked last, the one that was asked last first. */
  usable(): readonly UsableInterpreter[] {
    const found = new Map<string, UsableInterpreter>();
    for (const [path, { answer }] of Object.entries(this.store.load()).toReversed())
      if (answer.kind === 'torch' && !found.has(identityOf(answer)))
        found.set(identityOf(answer), { path, answer });
    return [...found.values()];
  }

  /** Forgets what was said. */
  forget(): void {
    this.store.save({});
  }

  /**
   * Asks each of them, and tells of those that can run exercises as they answer; a Python that goes by two names once.
   * @param told gets each usable one, and every other one with what is wrong with it
   */
  async askAll(
    candidates: readonly Candidate[],
    told: (candidate: Candidate, answer: Answer) => void,
    options: AskOptions = {},
  ): Promise<void> {
    const waiting = [...candidates];
    const seen = new Set<string>();
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const answer = await this.answerOf(next.path, options);
        if (options.signal?.aborted === true) return;
        const identity = answer.kind === 'torch' ? identityOf(answer) : next.path;
        if (!seen.has(identity)) told(next, answer);
        seen.add(identity);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  }

  async #askAnew(path: string, options: AskOptions): Promise<Answer> {
    try {
      const asked = await this.ask(path, options);
      if (LASTING.has(asked.answer.kind)) await this.#keep(path, asked);
      return asked.answer;
    } finally {
      this.#asking.delete(path);
    }
  }

  async #keep(path: string, asked: Asked): Promise<void> {
    const changed = await changesOf(path, asked.folders);
    const { [path]: _, ...others } = this.store.load();
    const kept = Object.entries(others).slice(1 - MOST_KEPT);
    this.store.save({ ...Object.fromEntries(kept), [path]: { ...asked, changed } });
  }
}

/** One Python may go by several paths. */
function identityOf({ prefix, python }: TorchFound): string {
  return `${prefix} ${python}`;
}

async function changesOf(path: string, folders: readonly string[]): Promise<readonly number[]> {
  return Promise.all(
    [path, ...folders].map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((time, index) => time === other[index]);
}
