/** What a part of the panel's bench gives. */
export interface Measured {
  /** To print. */
  readonly lines: readonly string[];
  /** Targets that were missed, in words. */
  readonly missed: readonly string[];
}
