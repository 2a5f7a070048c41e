/**
 * Many runs side by side: each in a session of its own, as many at a time as there are cores, the others in a queue.
 *
 * Runs do not know of each other: one that fails, or takes its thread down with it, is reported for itself, and the next
 * gets another thread. Threads are started when there is something to run or soon will be, and kept for the next runs,
 * which then find a warm one, until they were not used for a while or memory is short.
 */

import { availableParallelism } from 'node:os';
import type { EnginePool, EngineSession } from '../contract.ts';
import { endedEarly } from './ended-early.ts';
import { helpersBeside } from './helper-count.ts';
import { IdleWatch, type IdleLimits } from './idle-watch.ts';
import { unfailing } from './log-limit.ts';
import type { EndedMessage, RunCommand, RunEvent, RunId } from '../protocol/protocol.ts';
import { sharedProcess, type ProcessSource } from '../process/engine-process.ts';
import { Session, type Run, type RunRequest, type SessionOptions } from './session.ts';

/** Each thread is a Python of its own and takes over a hundred megabytes. */
const MOST_THREADS = 8;

export interface PoolOptions extends Pick<SessionOptions, 'distribution' | 'dataSets' | 'log'> {
  /** Runs at a time; as many as there are cores unless given. */
  readonly threads?: number;
  /** Makes who executes runs; sessions of the built-in engine unless given. */
  readonly session?: () => EngineSession;
  /** How long idle threads are kept. */
  readonly limits?: IdleLimits;
}

export class Pool implements EnginePool {
  readonly #options: PoolOptions;
  readonly #size: number;
  #runs = 0;
  readonly #waiting: PooledRun[] = [];
  readonly #busy = new Map<PooledRun, EngineSession>();
  #idle: EngineSession[] = [];
  #holds = 0;
  readonly #watch: IdleWatch;
  readonly #processes: ProcessSource;
  readonly #ending = new Set<Promise<void>>();
  #disposed = false;

  constructor(options: PoolOptions) {
    this.#options = { ...options, log: unfailing(options.log) };
    this.#size = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
    this.#processes = sharedProcess(this.#options);
    this.#watch = new IdleWatch(() => this.#release(), options.limits);
  }

  /** Runs at a time. */
  get size(): number {
    return this.#size;
  }

  /** Threads that exist now, at work or idle. */
  get threads(): number {
    return this.#busy.size + this.#idle.length;
  }

  /** The engine's processes, by their numbers in the system. */
  get pids(): readonly number[] {
    const sessions = [...this.#busy.values(), ...this.#idle];
    return [...new Set(sessions.flatMap((session) => session.pids))];
  }

  /** Starts the threads ahead of runs that are about to come, unless the learner waits for something or memory is short. */
  warm(): void {
    if (this.#disposed || this.#holds > 0 || this.#busy.size > 0 || !this.#watch.hasRoom) return;
    while (this.#idle.length < this.#size) {
      const session = this.#newSession();
      this.#idle.push(session);
      // A thread that cannot be started is reported by the run that needs it.
      session.warm().catch(() => undefined);
    }
    this.#watch.begin();
  }

  /**
   * Queues a run.
   * @param onEvent gets all of the run's messages under the run's own id, `ended` last
   */
  start(request: RunRequest, onEvent: (event: RunEvent) => void): Run {
    const run = new PooledRun(++this.#runs, request, onEvent);
    void run.ended.then(() => this.#finished(run));
    if (this.#disposed) run.stop();
    else this.#waiting.push(run);
    this.#fill();
    return run;
  }

  /** Begins no further run until `event` has come: what the learner waits for goes first. */
  hold(event: Promise<unknown>): void {
    this.#holds += 1;
    const end = (): void => {
      this.#holds -= 1;
      this.#fill();
    };
    event.then(end, end);
  }

  /** Ends all threads; runs that have not ended do so as stopped. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#watch.end();
    for (const run of this.#waiting.splice(0)) run.stop();
    const sessions = [...this.#busy.values(), ...this.#idle];
    this.#idle = [];
    for (const session of sessions) this.#end(session);
    await Promise.all(this.#ending);
  }

  #fill(): void {
    while (this.#holds === 0 && !this.#disposed && this.#busy.size < this.#size) {
      const run = this.#waiting.shift();
      if (run === undefined) return;
      if (!run.isOver) this.#begin(run);
    }
  }

  #begin(run: PooledRun): void {
    this.#watch.end();
    const session = this.#idle.pop() ?? this.#newSession();
    this.#busy.set(run, session);
    run.begin(session);
  }

  #finished(run: PooledRun): void {
    const session = this.#busy.get(run);
    if (session === undefined || this.#disposed) return;
    this.#busy.delete(run);
    this.#idle.push(session);
    this.#fill();
    if (this.#busy.size === 0) this.#watch.begin();
  }

  #newSession(): EngineSession {
    const { distribution, dataSets, log, session } = this.#options;
    if (session !== undefined) return session();
    const helpers = helpersBeside(this.#size);
    return new Session({ distribution, dataSets, log, processes: this.#processes, helpers });
  }

  #release(): void {
    for (const session of this.#idle.splice(0)) this.#end(session);
  }

  #end(session: EngineSession): void {
    const end = session.dispose().finally(() => this.#ending.delete(end));
    this.#ending.add(end);
  }
}

/** A run from its place in the queue to its end. */
class PooledRun implements Run {
  readonly ended: Promise<EndedMessage>;
  isOver = false;
  #run: Run | null = null;
  #resolve: (message: EndedMessage) => void = () => undefined;
  readonly #begun = Date.now();

  constructor(
    readonly id: RunId,
    private readonly request: RunRequest,
    private readonly onEvent: (event: RunEvent) => void,
  ) {
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  begin(session: EngineSession): void {
    this.#run = session.start(this.request, (event) => this.#accept({ ...event, run: this.id }));
  }

  /** One that still waits is over at once. */
  stop(): void {
    if (this.#run !== null) return this.#run.stop();
    if (!this.isOver) this.#accept(endedEarly({ id: this.id, begun: this.#begun }, 'stopped', null));
  }

  /** One that still waits has not used up any of its time. */
  extend(seconds: number): void {
    this.#run?.extend(seconds);
  }

  command(command: RunCommand): void {
    this.#run?.command(command);
  }

  #accept(event: RunEvent): void {
    this.onEvent(event);
    if (event.type !== 'ended') return;
    this.isOver = true;
    this.#resolve(event);
  }
}
