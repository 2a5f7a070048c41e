/** Runs of exercises on the session: one at a time; what each brings goes into its own record. */

import type { DebugEvent, RunCommand, RunEvent } from '../training/protocol/protocol.ts';
import type { EngineSession } from '../training/contract.ts';
import type { Run, RunRequest } from '../training/threads/session.ts';
import { MAX_OUTPUT } from '../run-model/output.ts';
import { NO_RESULTS, isActive, pausedTime, type RunTime } from '../run-model/state.ts';
import { programOf, standsAt, type Debugging } from './debugging/debugging.ts';
import type { EngineWish } from './engines/wish.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { Settings } from './settings.ts';
import { folderOf } from './source-document.ts';
import { reasonOf } from '../text/reason.ts';

/** Characters of output that are kept of a run. */
const OUTPUT_CHARACTERS = MAX_OUTPUT;

/** The session, loaded when the first run asks for it. */
export type SessionSource = (wish: EngineWish) => Promise<Pick<EngineSession, 'start'>>;

export interface RunListener {
  /** A run was asked for; its record's status is `starting`. */
  starting(record: ExerciseRecord): void;
  /** The record has taken `event` in. */
  received(record: ExerciseRecord, event: RunEvent): void;
  /** A run that is debugged stands, or goes on: its record says so. */
  stood(record: ExerciseRecord): void;
  /** The run is over without the engine's word: it was not loaded yet, or could not be. Status and note say so. */
  halted(record: ExerciseRecord): void;
  /** Whether somebody looks at what a run leaves in its names. */
  wantsVariables(): boolean;
  /** Whether somebody looks at how models learn. */
  wantsSteps(): boolean;
  log(text: string): void;
}

export class ExerciseRuns {
  #run: Run | undefined;
  #record: ExerciseRecord | undefined;
  #isDebugged = false;
  /** Whether the newest run has said that it began. */
  #hasBegun = false;
  /** Of the newest run. */
  #time: RunTime = { began: 0, limit: 0, more: 0 };

  constructor(
    private readonly session: SessionSource,
    private readonly listener: RunListener,
  ) {}

  /** The exercise that is running or about to. */
  get active(): ExerciseRecord | undefined {
    return this.#record !== undefined && isActive(this.#record.state.status) ? this.#record : undefined;
  }

  /** The one of them that is debugged: nothing but the debugger ends it, or Stop. */
  get debugged(): ExerciseRecord | undefined {
    return this.#isDebugged ? this.active : undefined;
  }

  /**
   * Runs the exercise as its record has it now, ending what was running of it. Resolves when the run has ended. Not while another
   * exercise runs.
   */
  async start(record: ExerciseRecord, settings: Settings, debugging?: Debugging): Promise<void> {
    const number = ++record.runs;
    const request = {
      cells: record.cells(),
      seed: record.state.seed,
      backend: settings.backend,
      limits: { seconds: settings.timeLimit, outputCharacters: OUTPUT_CHARACTERS },
      ...(settings.dataFolder === '' ? {} : { dataFolder: settings.dataFolder }),
      ...folderOf(record.document),
      locate: settings.decorations,
      lineValues: settings.shapes !== 'off',
      variables: this.listener.wantsVariables(),
      keeps: this.listener.wantsVariables(),
      graph: record.state.graph !== null,
      steps: this.listener.wantsSteps(),
      ...(debugging === undefined ? {} : { debug: debugging.setup }),
    };
    record.begin();
    record.store.set({ status: 'starting', note: null, waitingFor: null, clock: null });
    this.#time = { began: 0, limit: settings.timeLimit, more: settings.timeLimit };
    this.#record = record;
    this.#isDebugged = debugging !== undefined;
    this.#hasBegun = false;
    this.#run = undefined;
    this.listener.starting(record);
    const isCurrent = (): boolean => record.runs === number && isActive(record.state.status);
    try {
      const session = await this.session({
        engine: debugging === undefined ? record.takeEngine() : 'built-in',
        tell: (note) => record.store.set({ note }),
      });
      if (!isCurrent()) return;
      const run = session.start(
        request,
        (event) => {
          if (isCurrent()) this.#accept(record, event);
          debugging?.onEvent(event);
        },
        (event) => {
          if (isCurrent()) this.#stand(record, event);
          debugging?.onDebug(event);
        },
      );
      this.#run = run;
      debugging?.begun(programOf(run));
      const ended = await run.ended;
      if (isCurrent()) this.#accept(record, ended);
    } catch (error) {
      if (!isCurrent()) return;
      const note = reasonOf(error);
      record.store.set({ status: 'error', note, results: NO_RESULTS });
      this.listener.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.listener.halted(record);
    }
  }

  /**
   * Asks of the names that a run has left, once it is over; null: another one is under way, or it was PyTorch's, which keeps
   * none.
   */
  async ask(request: RunRequest, onEvent: (event: RunEvent) => void): Promise<Run | null> {
    if (this.#run?.id === request.question?.of) await this.#run?.ended;
    if (this.#record?.state.results.pytorch !== undefined) return null;
    const session = await this.session({ engine: 'built-in', tell: () => undefined });
    return this.active === undefined ? session.start(request, onEvent) : null;
  }

  /** Ends the run; one that still waits for the engine is over at once. */
  stop(): void {
    const record = this.active;
    if (record === undefined) return;
    if (this.#run !== undefined) return this.#run.stop();
    record.store.set({ status: 'stopped', results: NO_RESULTS });
    this.listener.halted(record);
  }

  /** Gives the run under way as much time as it had at first, on top of what it has. */
  extend(): void {
    const record = this.active;
    const clock = record?.state.clock;
    if (record === undefined || clock === null || clock === undefined || clock.limit === 0) return;
    this.#run?.extend(clock.more);
    record.store.set({ clock: { ...clock, limit: clock.limit + clock.more } });
  }

  /** Pauses the training that is under way, or lets it go on. */
  command(command: RunCommand): void {
    if (this.active !== undefined) this.#run?.command(command);
  }

  /** While it stands its time does not pass. */
  #stand(record: ExerciseRecord, event: DebugEvent): void {
    const { clock } = record.state;
    const place = standsAt(event);
    if (place === undefined) return;
    record.store.set({ standsAt: place, clock: clock && pausedTime(clock, place !== null) });
    this.listener.stood(record);
  }

  /** A worker that dies early ends a run which never reported its start. */
  #accept(record: ExerciseRecord, event: RunEvent): void {
    if (event.type === 'started') this.#hasBegun = true;
    else if (!this.#hasBegun)
      this.#accept(record, { type: 'started', run: event.run, seed: record.state.seed });
    record.accept(event);
    if (event.type === 'started') record.store.set({ clock: { ...this.#time, began: Date.now() } });
    const { clock } = record.state;
    if ((event.type === 'paused' || event.type === 'resumed') && clock !== null)
      record.store.set({ clock: pausedTime(clock, event.type === 'paused') });
    this.listener.received(record, event);
  }
}
