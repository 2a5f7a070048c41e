/**
 * What a right answer to an exercise of the workbook must show, and the verdict on a run.
 *
 * A check looks at what a run brought (curves, weights, printed numbers, figures), never at the code: any way that
 * leads there is right.
 */

import type { RunResult } from '../training/protocol/protocol.ts';
import type { Verdict } from './verdict.ts';

/** Looks for one thing: null when the run shows it, else a sentence that says what is missing. */
export type Want = (run: RunResult) => string | null;

export interface Check {
  /** The exercise's number, as a block has it: `3.4.6`, `3.4.8-2`. */
  readonly exercise: string;
  /** In the order in which a learner gets there. */
  readonly wants: readonly Want[];
  /** What the learner has shown when all of them are met. */
  readonly shown: string;
}

/** Judges a run that has ended. */
export function judge({ exercise, wants, shown }: Check, run: RunResult): Verdict {
  if (run.status !== 'ok') return verdict(exercise, [endedBadly(run)], 0, wants.length, shown);
  const missing = wants.flatMap((want) => want(run) ?? []);
  return verdict(exercise, missing, wants.length - missing.length, wants.length, shown);
}

function verdict(
  exercise: string,
  missing: readonly string[],
  met: number,
  wanted: number,
  shown: string,
): Verdict {
  const [first] = missing;
  return { exercise, solved: first === undefined, text: first ?? shown, missing, met, wanted };
}

function endedBadly({ status, error }: RunResult): string {
  if (status === 'stopped') return 'The run was stopped: let it come to its end.';
  if (status === 'timeout') return 'The run reached its time limit: make it shorter, or raise the limit.';
  return `The run ended with ${error?.type ?? 'an error'}: mend that first.`;
}
