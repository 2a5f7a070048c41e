import type { RunEvent, RunResult } from '../training/protocol.ts';
import type { EngineLog } from './surroundings.ts';

/** Shows a run while it goes on and when it has ended. */
export interface Presenter {
  readonly log: EngineLog;
  /** Any event but the end. */
  accept(event: RunEvent): void;
  finish(result: RunResult): void;
}
