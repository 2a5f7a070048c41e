/** Owns the engine's threads: starts them, keeps a spare one, runs, stops and replaces. Knows nothing of VS Code. */
import type { DebugEvent, EndedMessage, ReadyMessage, RunEvent, RunId } from '../protocol/protocol.ts';
import type { EngineSession } from '../contract.ts';
import { ActiveRun, type Run, type RunRequest, type StopReason } from './active-run.ts';
import { makeCodeCache } from './code-cache.ts';
import { CrashRecord } from './crash-record.ts';
import { endedEarly } from './ended-early.ts';
import { EngineProcess, type ProcessSource } from '../process/engine-process.ts';
import { helpersBeside } from './helper-count.ts';
import { unfailing, type Log } from './log-limit.ts';
import { SpareThread } from './spare-thread.ts';
import { Thread, ThreadLost } from './thread.ts';

export type { Run, RunRequest } from './active-run.ts';

/** A run that was told to stop and has not is ended together with its thread. */
const GRACE_MILLISECONDS = 2000;

export interface SessionOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept, which every run may read; none when absent. */
  readonly dataSets?: string | undefined;
  readonly log: Log;
  /** Whether a second thread waits, so that a run can start at once after one had to be terminated. */
  readonly spare?: boolean;
  /** A thread ended, and with it what the cells of a notebook shared there; before its run's end is reported. */
  readonly onThreadLost?: (reason: string) => void;
  /** Where threads live; each in a process of its own unless given. */
  readonly processes?: ProcessSource;
  /** How many helper threads its thread may have; as many as there are cores beside it unless given. */
  readonly helpers?: number;
}

/** Runs one after the other in a warm thread, which is replaced when it is lost. */
export class Session implements EngineSession {
  readonly #options: SessionOptions;
  #runs = 0;
  /** The newest run, also while it waits for its thread. */
  #active: ActiveRun<Thread> | null = null;
  /** The newest run and those that it superseded and that have not stopped yet. */
  readonly #unfinished = new Map<RunId, ActiveRun<Thread>>();
  #current: Thread | null = null;
  readonly #spare: SpareThread;
  readonly #ending = new Set<Promise<void>>();
  readonly #crashes = new CrashRecord();
  /** A thread had to compile what the next ones could find compiled. */
  #isUncached = false;
  #disposed = false;

  constructor(options: SessionOptions) {
    this.#options = { ...options, log: unfailing(options.log) };
    this.#spare = new SpareThread({
      make: () => this.#newThread(),
      end: (thread, reason) => this.#terminate(thread, reason),
      isIdle: () => !this.#disposed && (this.#active?.finished ?? true),
    });
  }

  /** Starts the engine ahead of the first run. @throws Error when it cannot be started */
  warm(): Promise<ReadyMessage> {
    return this.#thread(false).ready;
  }

  /** The engine's processes, by their numbers in the system: of the thread that runs go to, and of the spare one. */
  get pids(): readonly number[] {
    return [this.#current, this.#spare.thread].flatMap((thread) => thread?.pid ?? []);
  }

  /**
   * Starts a run; one that is under way is stopped first.
   * @param onEvent gets all of the run's messages, `ended` last
   * @param onDebug gets what a debugged run tells besides
   */
  start(
    request: RunRequest,
    onEvent: (event: RunEvent) => void,
    onDebug: (event: DebugEvent) => void = () => undefined,
  ): Run {
    const previous = this.#active;
    const stop = (stopped: ActiveRun<Thread>, why: StopReason): void => this.#stop(stopped, why);
    const run = new ActiveRun<Thread>(++this.#runs, request, { onEvent, onDebug }, stop);
    this.#active = run;
    this.#unfinished.set(run.id, run);
    void run.ended.then(() => this.#unfinished.delete(run.id));
    previous?.stop();
    void this.#begin(run);
    return run;
  }

  /** Ends all threads; runs under way end as stopped. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    for (const run of this.#unfinished.values()) run.finish(endedEarly(run, 'stopped', null));
    for (const thread of [this.#current, this.#spare.take()]) {
      if (thread !== null) this.#terminate(thread, 'the session was closed');
    }
    await Promise.all(this.#ending);
  }

  async #begin(run: ActiveRun<Thread>): Promise<void> {
    // Not only the one before it, which may have been superseded while it waited itself.
    const earlier = [...this.#unfinished.values()].filter(({ id }) => id < run.id);
    await Promise.all(earlier.map(({ ended }) => ended));
    if (this.#crashes.wait > 0 && this.#current === null) await passed(this.#crashes.wait);
    if (this.#disposed) run.finish(endedEarly(run, 'stopped', null));
    if (run.finished) return;
    const thread = this.#thread(run.apart);
    try {
      await thread.ready;
    } catch (error) {
      const canBeginAnew = error instanceof ThreadLost && error.blameless && !run.movedOn && !run.finished;
      if (canBeginAnew) return this.#moveOn(run);
      run.finish(endedEarly(run, 'error', error instanceof Error ? error.message : String(error)));
      return;
    }
    if (run.finished) return;
    const { dataFolder = null, folder: _, ...request } = run.request;
    run.thread = thread;
    void thread.send({ type: 'run', run: run.id, ...request }, dataFolder);
    run.clock.start();
    if (this.#options.spare === true) void run.ended.then(() => this.#spare.prepare());
  }

  #stop(run: ActiveRun<Thread>, why: StopReason): void {
    if (run.finished || run.stopping !== null) return;
    run.stopping = why;
    run.clock.stop();
    const { thread } = run;
    if (thread === null) {
      run.finish(endedEarly(run, why, null));
      return;
    }
    thread.stop(run.id);
    run.grace = setTimeout(() => this.#terminate(thread, 'the run did not stop'), GRACE_MILLISECONDS);
  }

  /** The thread that the next run uses. @param apart whether a new one shares its process with no other */
  #thread(apart: boolean): Thread {
    this.#current ??= this.#spare.take() ?? this.#newThread(apart);
    return this.#current;
  }

  #newThread(apart = false): Thread {
    const { distribution, dataSets, log, processes, helpers = helpersBeside(1) } = this.#options;
    const process = processes === undefined || apart ? new EngineProcess({ distribution, log }) : processes();
    const thread: Thread = new Thread({
      distribution,
      dataSets,
      process,
      helpers,
      onEvent: (event) => this.#deliver(event),
      onDebug: (event) => this.#unfinished.get(event.run)?.debugged(event),
      onLog: log,
      onUncached: () => (this.#isUncached = true),
      onLost: (reason, blameless) => this.#replace(thread, reason, blameless),
    });
    return thread;
  }

  #deliver(event: RunEvent): void {
    const run = this.#unfinished.get(event.run);
    if (run === undefined || run.finished) return;
    run.started = true;
    if (event.type !== 'ended') return run.follow(event);
    this.#crashes.worked();
    run.finish(withReason(event, run));
    if (this.#isUncached) this.#await(makeCodeCache(this.#options));
    this.#isUncached = false;
  }

  /** A lost thread ends its run, and the next run gets another thread. */
  #replace(thread: Thread, reason: string, blameless: boolean): void {
    if (this.#current === thread) this.#current = null;
    this.#spare.forget(thread);
    const runs = [...this.#unfinished.values()].filter((run) => run.thread === thread);
    if (!this.#disposed) {
      if (!blameless && runs.every((run) => run.stopping === null)) this.#crashes.crashed();
      this.#options.log('warn', `a thread of the engine ended: ${reason}`);
      this.#options.onThreadLost?.(reason);
    }
    for (const run of runs) {
      if (run.stopping !== null) run.finish(endedEarly(run, run.stopping, null));
      else if (canMoveOn(run, blameless)) this.#moveOn(run);
      else run.finish(endedEarly(run, 'error', this.#crashes.explain(reason)));
    }
  }

  /**
   * A thread that its last run has used up takes nothing with it that it had not begun: that runs on the next one. One that
   * was under way in a process that ended for no fault of its own begins anew, apart from whoever ended it.
   */
  #moveOn(run: ActiveRun<Thread>): void {
    run.movedOn = true;
    run.apart = run.started;
    run.started = false;
    run.thread = null;
    run.clock.stop();
    void this.#begin(run);
  }

  #terminate(thread: Thread, reason: string): void {
    this.#await(thread.terminate(reason));
  }

  /** What has to come to its end before the session is closed. */
  #await(work: Promise<void>): void {
    const end = work.finally(() => this.#ending.delete(end));
    this.#ending.add(end);
  }
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Stopped because its time was up is `timeout`. */
function withReason(event: EndedMessage, run: ActiveRun<Thread>): EndedMessage {
  return event.status === 'stopped' && run.stopping === 'timeout' ? { ...event, status: 'timeout' } : event;
}

/**
 * A run that was not begun, or that lost its thread for no fault of its own, can be executed by another one, once; unless it
 * continues what its own one has kept.
 */
function canMoveOn({ started, movedOn, request }: ActiveRun<Thread>, blameless: boolean): boolean {
  return (!started || blameless) && !movedOn && request.execution === undefined;
}
