/** A place in the learner's code. */
export interface Frame {
  readonly document: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based columns in UTF-16 units, as VS Code counts them; end is exclusive. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly function: string;
}
