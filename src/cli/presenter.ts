/** What shows a run of the command line as it goes on. */
import type { Verdict } from '../checks/verdict.ts';
import type { RunEvent, RunResult } from '../training/protocol/protocol.ts';
import type { EngineLog } from './environment.ts';

/** Shows a run while it goes on and when it has ended. */
export interface Presenter {
  readonly log: EngineLog;
  /** Any event but the end. */
  accept(event: RunEvent): void;
  /** `verdict`: of the exercise's check; null when none was asked for. */
  finish(result: RunResult, verdict: Verdict | null): void;
}
