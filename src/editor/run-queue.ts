/** Exercises that wait for another one's run to end, in their order. */

import type { PanelStatus } from '../run-model/state.ts';
import type { ExerciseRecord } from './exercise-record.ts';

export class RunQueue {
  readonly #waiting = new Map<ExerciseRecord, PanelStatus>();

  has(record: ExerciseRecord): boolean {
    return this.#waiting.has(record);
  }

  /** Puts an exercise last, and says in its state what it waits for; one that waits already keeps its place. */
  add(record: ExerciseRecord, waitingFor: string): void {
    if (!this.has(record)) this.#waiting.set(record, record.state.status);
    record.giveUpRun();
    record.store.set({ status: 'queued', waitingFor });
  }

  /** The exercise waits no longer; its state is what it was before. Returns whether it did. */
  remove(record: ExerciseRecord): boolean {
    const status = this.#waiting.get(record);
    if (status === undefined) return false;
    this.#waiting.delete(record);
    record.store.set({ status, waitingFor: null });
    return true;
  }

  /** Puts an exercise that waits first. */
  promote(record: ExerciseRecord): void {
    const status = this.#waiting.get(record);
    if (status === undefined) return;
    const others = [...this.#waiting].filter(([other]) => other !== record);
    this.#waiting.clear();
    for (const [waiting, before] of [[record, status] as const, ...others])
      this.#waiting.set(waiting, before);
  }

  /** Takes the exercise that has waited longest. */
  next(): ExerciseRecord | undefined {
    const [record] = this.#waiting.keys();
    if (record !== undefined) this.remove(record);
    return record;
  }

  /** Those of a document. */
  of(uri: string): readonly ExerciseRecord[] {
    return [...this.#waiting.keys()].filter(({ document }) => document.uri === uri);
  }
}

/** `linear-regression.py 3.4.6`: an exercise as people call it. */
export function nameOf({ document, state }: ExerciseRecord): string {
  return [document.title, state.exercise?.id ?? ''].filter((part) => part !== '').join(' ');
}
