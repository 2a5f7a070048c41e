/** What a check says of a run: plain data, which crosses to the panel and into the command line's JSON. */

export interface Verdict {
  readonly exercise: string;
  readonly solved: boolean;
  /** One sentence: what was shown, or what is missing first. */
  readonly text: string;
  /** All that is missing, in order; empty when solved. */
  readonly missing: readonly string[];
  /** How many of the check's wants are met, of how many. */
  readonly met: number;
  readonly wanted: number;
}
