/** What is asked of the names that a run has left, and the answer. */
import type { Real } from './real.ts';
import type { RunId } from './run.ts';

/** Asked of a run whose names were kept (`RunMessage.keeps`, or a notebook's cell), while no other has begun. */
export type Question = { readonly of: RunId } & (
  EvaluateQuestion | CompleteQuestion | WindowQuestion | ForgetQuestion
);

/** The value of an expression: a `variables` message tells it, and all names as they are now. */
export interface EvaluateQuestion {
  readonly kind: 'evaluate';
  readonly expression: string;
}

/** Names with which an expression can go on. */
export interface CompleteQuestion {
  readonly kind: 'complete';
  /** What stands before the cursor. */
  readonly text: string;
}

/** Elements of a tensor: of a matrix in it, some rows and columns. */
export interface WindowQuestion {
  readonly kind: 'window';
  /** Its place in the latest `variables` message. */
  readonly entry: number;
  readonly window: TensorWindow;
}

/** The names are not needed any more: another run is going to begin, which need not wait for them to be put away. */
export interface ForgetQuestion {
  readonly kind: 'forget';
}

export interface TensorWindow {
  /** Of each dimension before the last two. */
  readonly index: readonly number[];
  /** The first one, and how many: of the last dimension but one, and of the last. */
  readonly rows: readonly [first: number, count: number];
  readonly columns: readonly [first: number, count: number];
}

/** Elements in row-major order, and what of the whole tensor is told beside them. */
export interface TensorElements {
  /** @maxItems 16384 */
  readonly elements: readonly Real[];
  /** Of all finite elements of the tensor; null: there are none, or it is too large to be looked at. */
  readonly least: Real | null;
  readonly most: Real | null;
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
  readonly elements?: TensorElements;
}

/** @maxLength 200 */
export type CompletedName = string;
