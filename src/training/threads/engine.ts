/** The built-in engine as the editor loads it: the session of what the learner looks at, and the pool for runs side by side. */

import type { ExerciseEngine, NotebookOptions } from '../contract.ts';
import { Pool } from './pool.ts';
import type { DebugEvent, RunEvent } from '../protocol/protocol.ts';
import type { Run, RunRequest } from './active-run.ts';
import { Session, type SessionOptions } from './session.ts';

export class Engine implements ExerciseEngine {
  readonly #session: Session;
  /** Begins no run of its own while one of {@link start} goes on. */
  readonly pool: Pool;
  readonly #notebooks = new Set<Session>();

  constructor(private readonly options: SessionOptions) {
    this.#session = new Session(options);
    this.pool = new Pool(options);
  }

  /** See {@link Session.start}. */
  start(request: RunRequest, onEvent: (event: RunEvent) => void, onDebug?: (event: DebugEvent) => void): Run {
    const run = this.#session.start(request, onEvent, onDebug);
    this.pool.hold(run.ended);
    return run;
  }

  /** A session for the cells of one notebook, which the notebook disposes of; the engine does so at the latest. */
  openNotebook(options: NotebookOptions): Session {
    const session = new Session({ ...this.options, ...options, spare: false });
    this.#notebooks.add(session);
    return session;
  }

  async dispose(): Promise<void> {
    const sessions = [this.#session, ...this.#notebooks];
    await Promise.all([this.pool.dispose(), ...sessions.map((session) => session.dispose())]);
  }
}
