/** The end of a run that the engine did not report itself. */

import type { EndedMessage, RunId, RunStatus } from '../protocol/protocol.ts';

export interface Unreported {
  readonly id: RunId;
  /** When the run was asked for, in milliseconds since the epoch. */
  readonly begun: number;
}

/** `failure`: what the engine died of; null where nothing failed. */
export function endedEarly(run: Unreported, status: RunStatus, failure: string | null): EndedMessage {
  return {
    type: 'ended',
    run: run.id,
    status,
    backend: 'js',
    operations: { tensorflow: 0, wasm: 0, js: 0 },
    milliseconds: Date.now() - run.begun,
    displayed: null,
    outputDropped: 0,
    error: failure === null ? null : engineError(failure),
  };
}

function engineError(message: string): NonNullable<EndedMessage['error']> {
  return {
    type: 'EngineError',
    message,
    line: null,
    column: null,
    traceback: `EngineError: ${message}\n`,
    frames: [],
  };
}
