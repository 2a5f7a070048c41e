/** What is asked of the names that a run has left, and the answer. */
import type { Real } from './real.ts';
import type { RunId } from './run.ts';

/** Asked of a run whose names were kept (`RunMessage.keeps`, or a notebook's cell), while no other has begun. */
export type Question = { readonly of: RunId } & (
  EvaluateQuestion | WatchQuestion | CompleteQuestion | ElementsQuestion | ForgetQuestion
);

/** The value of an expression: a `variables` message tells it, and all names as they are now. */
export interface EvaluateQuestion {
  readonly kind: 'evaluate';
  readonly expression: string;
}

/** The values of several expressions, told as that of one is; one that raises an exception is told to have failed. */
export interface WatchQuestion {
  readonly kind: 'watch';
  readonly expressions: readonly string[];
}

/** Names with which an expression can go on. */
export interface CompleteQuestion {
  readonly kind: 'complete';
  /** What stands before the cursor. */
  readonly text: string;
}

/** Elements of a tensor. */
export interface ElementsQuestion {
  readonly kind: 'elements';
  /** Its place in the latest `variables` message. */
  readonly entry: number;
  /** The first one in row-major order, and how many. */
  readonly first: number;
  readonly count: number;
}

/** The names are not needed any more: another run is going to begin, which need not wait for them to be put away. */
export interface ForgetQuestion {
  readonly kind: 'forget';
}

export interface AnswerMessage {
  readonly type: 'answer';
  readonly run: RunId;
  /** The names are not there any more. */
  readonly isGone?: true;
  /**
   * @maxItems 500
   */
  readonly completions?: readonly CompletedName[];
  /**
   * In row-major order.
   * @maxItems 65536
   */
  readonly elements?: readonly Real[];
}

/** @maxLength 200 */
export type CompletedName = string;
