/** Real PyTorch as the editor loads it, over any transport: the session of what the learner looks at, and a pool. */
import type { ExerciseEngine, NotebookOptions } from '../contract.ts';
import type { DebugEvent, RunEvent, RunId } from '../protocol/protocol.ts';
import type { Run, RunRequest } from '../threads/active-run.ts';
import { Pool } from '../threads/pool.ts';
import type { PythonSource } from './link.ts';
import { PyTorchSession, type PyTorchOptions } from './session.ts';

export interface PyTorchEngineOptions extends Omit<PyTorchOptions, 'onThreadLost'> {
  /** Runs of a sweep at a time; as many as this machine has cores unless given. */
  readonly threads?: number;
}

export class PyTorchEngine implements ExerciseEngine {
  readonly #options: PyTorchEngineOptions;
  readonly #session: PyTorchSession;
  readonly pool: Pool;
  readonly #notebooks = new Set<PyTorchSession>();
  readonly #resumed = new Set<PyTorchSession>();

  constructor(options: PyTorchEngineOptions) {
    this.#options = options;
    this.#session = new PyTorchSession(options);
    this.pool = new Pool({ ...options, session: () => new PyTorchSession(options) });
  }

  start(request: RunRequest, onEvent: (event: RunEvent) => void, onDebug?: (event: DebugEvent) => void): Run {
    const run = this.#session.start(request, onEvent, onDebug);
    this.pool.hold(run.ended);
    return run;
  }

  openNotebook(options: NotebookOptions): PyTorchSession {
    const session = new PyTorchSession({ ...this.#options, ...options });
    this.#notebooks.add(session);
    return session;
  }

  /**
   * Goes on with a run that an earlier engine has left.
   * @param source of the Python that executes it
   * @param run its number there
   * @param request how it was asked for, without what it executes
   */
  resume(source: PythonSource, run: RunId, request: RunRequest, onEvent: (event: RunEvent) => void): Run {
    const session = new PyTorchSession({ ...this.#options, source, firstRun: run });
    this.#resumed.add(session);
    const resumed = session.start(request, onEvent);
    void resumed.ended.then(() => session.dispose()).finally(() => this.#resumed.delete(session));
    return resumed;
  }

  async dispose(): Promise<void> {
    const sessions = [this.#session, ...this.#notebooks, ...this.#resumed];
    await Promise.all([this.pool.dispose(), ...sessions.map((session) => session.dispose())]);
  }
}
