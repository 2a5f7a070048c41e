/** Runs one after the other in Pythons with real PyTorch: the same contract as the built-in engine's session. */
import type { EngineSession, NotebookOptions } from '../contract.ts';
import type {
  DebugEvent,
  EndedMessage,
  PyTorchVersion,
  ReadyMessage,
  RunEvent,
  RunId,
} from '../protocol/protocol.ts';
import { reasonOf } from '../../text/reason.ts';
import { ActiveRun, type Run, type RunRequest, type StopReason } from '../threads/active-run.ts';
import { endedEarly } from '../threads/ended-early.ts';
import { unfailing, type Log } from '../threads/log-limit.ts';
import type { PythonSource } from './link.ts';
import { Python } from './python.ts';

/** A run that was told to stop and has not is ended together with its Python: an operation of PyTorch may take long. */
const GRACE_MILLISECONDS = 4000;

export interface PyTorchOptions extends NotebookOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept, which every run may read; none when absent. */
  readonly dataSets?: string | undefined;
  readonly log: Log;
  readonly source: PythonSource;
  /** Number of its first run; 1 unless given. */
  readonly firstRun?: RunId;
}

const NO_DEBUGGER = 'a run in another Python is not debugged here: choose the built-in engine for it';

export class PyTorchSession implements EngineSession {
  readonly #options: PyTorchOptions;
  #runs: number;
  /** The newest run, also while it waits for its Python. */
  #active: ActiveRun<Python> | null = null;
  readonly #unfinished = new Map<RunId, ActiveRun<Python>>();
  /** The one that the next run uses. */
  #current: Python | null = null;
  #version: PyTorchVersion | undefined;
  readonly #ending = new Set<Promise<void>>();
  #isDisposed = false;

  constructor(options: PyTorchOptions) {
    this.#options = { ...options, log: unfailing(options.log) };
    this.#runs = (options.firstRun ?? 1) - 1;
  }

  warm(): Promise<ReadyMessage> {
    return this.#python().ready;
  }

  get pids(): readonly number[] {
    return this.#current?.pid === undefined ? [] : [this.#current.pid];
  }

  start(
    request: RunRequest,
    onEvent: (event: RunEvent) => void,
    onDebug: (event: DebugEvent) => void = () => undefined,
  ): Run {
    const previous = this.#active;
    const stop = (stopped: ActiveRun<Python>, why: StopReason): void => this.#stop(stopped, why);
    const run = new ActiveRun<Python>(++this.#runs, request, { onEvent, onDebug }, stop);
    this.#active = run;
    this.#unfinished.set(run.id, run);
    void run.ended.then(() => this.#unfinished.delete(run.id));
    previous?.stop();
    void this.#begin(run);
    return run;
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    const isLeft = [...this.#unfinished.values()].some(
      ({ thread, stopping, request }) =>
        request.keep !== undefined && stopping === null && thread?.leave() === true,
    );
    for (const run of this.#unfinished.values()) run.finish(this.#endedEarly(run, 'stopped', null));
    if (this.#current !== null && !isLeft) this.#close(this.#current, 'the session was closed');
    await Promise.all(this.#ending);
  }

  async #begin(run: ActiveRun<Python>): Promise<void> {
    const earlier = [...this.#unfinished.values()].filter(({ id }) => id < run.id);
    await Promise.all(earlier.map(({ ended }) => ended));
    if (run.finished) return;
    if (run.request.debug !== undefined) return run.finish(this.#endedEarly(run, 'error', NO_DEBUGGER));
    const python = this.#python();
    try {
      this.#version = (await python.ready).pytorch;
    } catch (error) {
      return run.finish(this.#endedEarly(run, 'error', reasonOf(error)));
    }
    if (run.finished) return;
    const { dataFolder = null, folder = null, ...request } = run.request;
    const { dataSets = null } = this.#options;
    run.thread = python;
    python.send({ type: 'run', run: run.id, ...request, folder, dataFolder, dataSets });
    run.clock.start();
  }

  #stop(run: ActiveRun<Python>, why: StopReason): void {
    if (run.finished || run.stopping !== null) return;
    run.stopping = why;
    run.clock.stop();
    const { thread } = run;
    if (thread === null) return run.finish(this.#endedEarly(run, why, null));
    thread.stop();
    run.grace = setTimeout(() => this.#close(thread, 'the run did not stop'), GRACE_MILLISECONDS);
  }

  #python(): Python {
    this.#current ??= this.#newPython();
    return this.#current;
  }

  #newPython(): Python {
    const { distribution, source, log } = this.#options;
    const python: Python = new Python({
      distribution,
      source,
      onEvent: (event) => this.#deliver(event),
      onDebug: (event) => this.#unfinished.get(event.run)?.debugged(event),
      onLog: log,
      onLost: (reason) => this.#lost(python, reason),
    });
    return python;
  }

  #deliver(event: RunEvent): void {
    const run = this.#unfinished.get(event.run);
    if (run === undefined || run.finished) return;
    run.started = true;
    if (event.type === 'ended') run.finish(this.#ended(event, run));
    else run.follow(event.type === 'started' ? { ...event, ...this.#computing } : event);
  }

  /** The host says who computes: it is what the Python said when it started, and no run's business. */
  get #computing(): { readonly pytorch?: PyTorchVersion } {
    return this.#version === undefined ? {} : { pytorch: this.#version };
  }

  #ended(event: EndedMessage, { stopping }: ActiveRun<Python>): EndedMessage {
    const status = event.status === 'stopped' && stopping === 'timeout' ? 'timeout' : event.status;
    return { ...event, status, backend: 'pytorch', ...this.#computing };
  }

  #endedEarly(run: ActiveRun<Python>, status: EndedMessage['status'], failure: string | null): EndedMessage {
    return this.#ended(endedEarly(run, status, failure), run);
  }

  /** A Python that is gone, or takes no more runs, ends its run; the next one gets another. */
  #lost(python: Python, reason: string): void {
    if (this.#current === python) this.#current = null;
    if (this.#isDisposed) return;
    const runs = [...this.#unfinished.values()].filter(({ thread }) => thread === python);
    if (runs.length > 0) this.#options.onThreadLost?.(reason);
    for (const run of runs) {
      if (run.stopping !== null) run.finish(this.#endedEarly(run, run.stopping, null));
      else if (canMoveOn(run)) this.#moveOn(run);
      else run.finish(this.#endedEarly(run, 'error', reason));
    }
  }

  /** A Python that has had its last run takes nothing with it that it had not begun: that runs on the next one. */
  #moveOn(run: ActiveRun<Python>): void {
    run.movedOn = true;
    run.thread = null;
    run.clock.stop();
    void this.#begin(run);
  }

  #close(python: Python, reason: string): void {
    const end = python.close(reason).finally(() => this.#ending.delete(end));
    this.#ending.add(end);
  }
}

/** Once, unless it continues what its own Python has kept. */
function canMoveOn({ started, movedOn, request }: ActiveRun<Python>): boolean {
  return !started && !movedOn && request.execution === undefined;
}
