/** The exit statuses of the command line. */
import type { Verdict } from '../checks/verdict.ts';
import type { RunResult } from '../training/protocol/protocol.ts';

/** What the process tells its caller. */
export const EXIT = {
  ok: 0,
  raised: 1,
  usage: 2,
  engine: 3,
  unsolved: 4,
  noData: 5,
  different: 6,
  timeout: 124,
  stopped: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The exit status for the end of a run, judged or not; an `EngineError` is the engine's failure, not the exercise's. */
export function exitStatusOf(
  { status, error }: Pick<RunResult, 'status' | 'error'>,
  verdict: Verdict | null,
): ExitStatus {
  if (status === 'error') return error?.type === 'EngineError' ? EXIT.engine : EXIT.raised;
  return status === 'ok' && verdict?.solved === false ? EXIT.unsolved : EXIT[status];
}
