/**
 * What an engine offers, whoever computes: the built-in one (`threads/`), or real PyTorch in a Python on this machine or behind a
 * Jupyter server (`pytorch/`). Editor, sweep, notebooks and command line know no more of it than this.
 */
import type { DebugEvent, RunEvent } from './protocol/protocol.ts';
import type { Run, RunRequest } from './threads/active-run.ts';

/** Runs one after the other. */
export interface EngineSession {
  /** Starts what runs need ahead of the first one. @throws Error saying in a line why there can be no runs */
  warm(): Promise<unknown>;
  /**
   * Starts a run; one that is under way is stopped first.
   * @param onEvent gets all of the run's messages, `ended` last
   * @param onDebug gets what a debugged run tells besides
   */
  start(request: RunRequest, onEvent: (event: RunEvent) => void, onDebug?: (event: DebugEvent) => void): Run;
  /** Numbers in the system of the processes that it has on this machine. */
  readonly pids: readonly number[];
  /** Ends all that it has started; runs under way end as stopped. */
  dispose(): Promise<void>;
}

/** Runs side by side. */
export interface EnginePool {
  /** Runs at a time. */
  readonly size: number;
  /** Starts what is needed ahead of runs that are about to come. */
  warm(): void;
  /**
   * Queues a run.
   * @param onEvent gets all of the run's messages under the run's own id, `ended` last
   */
  start(request: RunRequest, onEvent: (event: RunEvent) => void): Run;
  dispose(): Promise<void>;
}

export interface NotebookOptions {
  /** What the cells of the notebook had defined is gone; told before the end of the run that took it away. */
  readonly onThreadLost?: (reason: string) => void;
}

/** An engine as the editor has it. */
export interface ExerciseEngine extends Pick<EngineSession, 'start' | 'dispose'> {
  /** Begins no run of its own while one of {@link EngineSession.start} goes on. */
  readonly pool: EnginePool;
  /** A session for the cells of one notebook, which the notebook disposes of; the engine does so at the latest. */
  openNotebook(options: NotebookOptions): EngineSession;
}
