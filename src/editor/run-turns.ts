/** Whose turn it is: one exercise runs, others wait until it has ended, and no run ends another one unasked. */

import type { Translate } from '../advice/translate.ts';
import type { Debugging } from './debugging/debugging.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { ExerciseRuns } from './exercise-runs.ts';
import { RunQueue, nameOf } from './run-queue.ts';
import type { Settings } from './settings.ts';

export interface TurnHost {
  settings(record: ExerciseRecord): Settings;
  /** The exercise waits now, or waits no longer. */
  waits(record: ExerciseRecord): void;
}

export class RunTurns {
  readonly #queue = new RunQueue();

  constructor(
    private readonly runs: ExerciseRuns,
    private readonly host: TurnHost,
  ) {}

  /** Runs an exercise, at once or when the one that runs has ended. Resolves when its run has ended, or waits. */
  async start(record: ExerciseRecord): Promise<void> {
    const { active } = this.runs;
    if (active !== undefined && active !== record) return this.#wait(record, active);
    this.#queue.remove(record);
    await this.runs.start(record, this.host.settings(record));
    this.#startNext();
  }

  /** Debugs an exercise, at once. Resolves when its run has ended. @throws Error naming the exercise that runs */
  async debug(record: ExerciseRecord, debugging: Debugging, t: Translate): Promise<void> {
    const { active } = this.runs;
    if (active !== undefined && active !== record)
      throw new Error(t('{0} is running. Stop it, or wait for its end.', nameOf(active)));
    this.#queue.remove(record);
    await this.runs.start(record, this.host.settings(record), debugging);
    this.#startNext();
  }

  /** Ends what runs for the sake of an exercise that waits. */
  runNow(record: ExerciseRecord): void {
    if (!this.#queue.has(record)) return;
    this.#queue.promote(record);
    const { active } = this.runs;
    if (active !== undefined) active.executed = null;
    this.runs.stop();
    this.#startNext();
  }

  /** The exercise is not to run after all. */
  cancel(record: ExerciseRecord): void {
    if (this.#queue.remove(record)) this.host.waits(record);
  }

  /** The document is closed. */
  forget(uri: string): void {
    for (const record of this.#queue.of(uri)) this.#queue.remove(record);
    if (this.runs.active?.document.uri === uri) this.runs.stop();
  }

  #wait(record: ExerciseRecord, active: ExerciseRecord): void {
    this.#queue.add(record, nameOf(active));
    this.host.waits(record);
  }

  #startNext(): void {
    const next = this.runs.active === undefined ? this.#queue.next() : undefined;
    if (next !== undefined) void this.start(next);
  }
}
