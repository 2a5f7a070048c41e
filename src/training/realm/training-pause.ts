/** Where a training stops and waits for the learner: at its backward passes. */
import type { TrainingCommand } from '../protocol/commands.ts';
import type { RunEvents } from './events.ts';
import type { RunCommands } from './run-commands.ts';

/** `going`: it stops nowhere; `waiting`: it has stopped. */
type Mode = 'going' | 'waiting' | TrainingCommand;

const COMMANDS: readonly TrainingCommand[] = ['pause', 'continue', 'stepBatch', 'stepEpoch'];

export class TrainingPause {
  #mode: Mode = 'going';
  #isRerun = false;
  /** In which it stopped last. */
  #epoch = 0;

  constructor(
    private readonly commands: RunCommands,
    private readonly events: RunEvents,
  ) {
    for (const command of COMMANDS) {
      commands.on(command, () => (this.#mode = command === 'continue' ? 'going' : command));
    }
  }

  /** @param isRerun the run before is only executed again: nobody sees it */
  begin(isRerun: boolean): void {
    this.#mode = 'going';
    this.#isRerun = isRerun;
  }

  /** Whether it may stop at this pass: {@link stopsIn} tells. Costs a load of memory where nobody wants it to. */
  get mayStop(): boolean {
    if (this.commands.have) this.commands.take();
    return this.#mode !== 'going' && !this.#isRerun;
  }

  /** Whether it stops at this pass, which is in the epoch with this number. */
  stopsIn(epoch: number): boolean {
    const stops = this.#mode === 'pause' || this.#mode === 'stepBatch' || epoch !== this.#epoch;
    if (stops && this.#mode !== 'going') this.#epoch = epoch;
    return stops && this.#mode !== 'going';
  }

  /** Waits for the learner's word; returns at once when the run is to stop. */
  wait(): void {
    this.#mode = 'waiting';
    this.events.paused();
    this.commands.waitUntil(() => this.#mode !== 'waiting' && this.#mode !== 'pause');
    this.events.resumed();
  }
}
