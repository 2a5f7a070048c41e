/**
 * What a right answer to an exercise of the workbook must show, and the verdict on a run.
 *
 * A check looks at what a run brought (curves, weights, printed numbers, figures), never at the code: any way that
 * leads there is right.
 */

import { english, type Translate } from '../advice/translate.ts';
import type { RunResult } from '../training/protocol/protocol.ts';
import type { Verdict } from './verdict.ts';

/** A sentence in English with the values for its places, which may be sentences themselves: put into a language where it is told. */
export interface Said {
  readonly message: string;
  readonly values: readonly (string | number | Said)[];
}

export function say(message: string, ...values: Said['values']): Said {
  return { message, values };
}

/** The sentence in a language. */
export function told({ message, values }: Said, t: Translate): string {
  return t(message, ...values.map((value) => (typeof value === 'object' ? told(value, t) : value)));
}

/** Looks for one thing: null when the run shows it, else a sentence that says what is missing. */
export type Want = (run: RunResult) => Said | null;

export interface Check {
  /** The exercise's number, as a block has it: `3.4.6`, `3.4.8-2`. */
  readonly exercise: string;
  /** In the order in which a learner gets there. */
  readonly wants: readonly Want[];
  /** What the learner has shown when all of them are met, in English. */
  readonly shown: string;
}

/** Judges a run that has ended. @param t the language of the verdict's sentences */
export function judge({ exercise, wants, shown }: Check, run: RunResult, t: Translate = english): Verdict {
  if (run.status !== 'ok') return verdict(exercise, [endedBadly(run, t)], 0, wants.length, t(shown));
  const missing = wants.flatMap((want) => want(run) ?? []).map((said) => told(said, t));
  return verdict(exercise, missing, wants.length - missing.length, wants.length, t(shown));
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

function endedBadly({ status, error }: RunResult, t: Translate): string {
  if (status === 'stopped') return t('The run was stopped: let it come to its end.');
  if (status === 'timeout') return t('The run reached its time limit: make it shorter, or raise the limit.');
  return t('The run ended with {0}: mend that first.', error?.type ?? t('an error'));
}
