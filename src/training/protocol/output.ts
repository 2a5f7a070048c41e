/** What a run prints, as a whole and by the line of code that printed it. */
import type { RunId } from './run.ts';

/** What the run has printed since the last such message. */
export interface OutputMessage {
  readonly type: 'output';
  readonly run: RunId;
  /** `displayed`: the repr of the last expression. */
  readonly stream: 'stdout' | 'stderr' | 'displayed';
  readonly text: string;
}

/** What is left out of an output. */
export interface LeftOut {
  readonly characters: number;
  readonly lines: number;
}

/** The end of an output that went over its limit, as it is now: takes the place of what such a message said before. */
export interface OutputTailMessage {
  readonly type: 'outputTail';
  readonly run: RunId;
  /** Between what `output` messages have brought and `parts`. */
  readonly leftOut: LeftOut;
  readonly parts: readonly { readonly stream: 'stdout' | 'stderr'; readonly text: string }[];
}

/** A line of the learner's code. */
export interface Place {
  /** @maxLength 10000 */
  readonly document: string;
  /**
   * 1-based.
   * @asType integer
   */
  readonly line: number;
}

/** What one line of code printed last. */
export interface PrintedLine extends Place {
  /** Up to a line feed at the end of what `print` wrote; shortened if long. */
  readonly text: string;
  /** How many such texts it has printed in this run. */
  readonly count: number;
}

/** The lines that have printed since the last such message. */
export interface PrintedMessage {
  readonly type: 'printed';
  readonly run: RunId;
  readonly lines: readonly PrintedLine[];
}
