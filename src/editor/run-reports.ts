/** Tells everyone how runs of exercises come along: the editor around, the time limit's watch, the problems. */

import type { RunEvent } from '../training/protocol/protocol.ts';
import type { ControllerHost } from './controller-host.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { LimitWatch } from './limit-watch.ts';

/** Those with which the time of a run begins, stands still and goes on. */
const TIME_EVENTS: ReadonlySet<RunEvent['type']> = new Set(['started', 'paused', 'resumed']);

export class RunReports {
  readonly #limit: LimitWatch;

  constructor(private readonly host: ControllerHost) {
    this.#limit = new LimitWatch(() => host.changed());
  }

  dispose(): void {
    this.#limit.dispose();
  }

  /** The time of its run begins, stands still, goes on, or has another limit. */
  showTime(record: ExerciseRecord): void {
    this.#limit.watch(record.state.clock);
    this.host.changed();
  }

  /** A run of it was asked for: what was said of older ones is over. */
  starting(record: ExerciseRecord): void {
    this.host.reported(record.document, null);
    this.host.changed();
  }

  /** Its record has taken `event` in. */
  received(record: ExerciseRecord, event: RunEvent): void {
    if (TIME_EVENTS.has(event.type)) this.showTime(record);
    if (event.type === 'ended') {
      record.end();
      this.host.finished(record);
    }
    this.host.progressed?.(record, event);
    if (event.type === 'ended') this.#report(record);
    if (event.type === 'started' || event.type === 'ended') this.host.changed();
  }

  #report({ document, state, plan }: ExerciseRecord): void {
    const { error, advice } = state.results;
    const pytorch = this.host.pytorchFor?.(state) ?? null;
    this.host.reported(document, { error, advice, blocks: plan.blocks, pytorch });
  }
}
