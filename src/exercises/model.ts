/** What can be run in a document: plain data, made from text alone (no editor, no engine). */

/** How a document holds its blocks. */
export type DocumentKind = 'python' | 'markdown' | 'notebook';

/**
 * Where a block comes from: a `.py` file without cells, one whose exercises plain comments mark, a `# %%` cell, a fence of
 * Markdown or a notebook's cell. All but the first two may hold what only IPython understands.
 */
export type Origin = 'script' | 'comment' | 'cell' | 'fence' | 'notebook';

/** A piece of a document that can be run. Lines are 1-based and inclusive. */
export interface Block {
  /** Position among the document's blocks, from 0. */
  readonly index: number;
  /**
   * Canonical number of the exercise its heading names: `3.4.6`, `6` where no section is given, `3.4` for a
   * section's own program, `8-2` for the second part of exercise 8 (see numbers.ts); null: shared set-up.
   */
  readonly exercise: string | null;
  /** The heading's words without the number; empty when there are none. */
  readonly title: string;
  /**
   * Where a CodeLens belongs: the line of `# %% …`; in Markdown that of the exercise's heading for the first
   * block under it and of the fence for the others.
   */
  readonly headingLine: number;
  /** First and last line of the code itself. */
  readonly firstLine: number;
  readonly lastLine: number;
  /**
   * The code, newline-terminated lines `firstLine` to `lastLine`, of the document's own length: what only a
   * notebook understands (`%matplotlib inline`, `!pip …`) is made a comment by overwriting its first
   * character with `#`.
   */
  readonly source: string;
  /** Columns taken off the left of every line (a fence inside a list); 0 elsewhere. See `placeInDocument`. */
  readonly indent: number;
  /** What tracebacks call the place; differs from the document's path for notebook cells. */
  readonly document: string;
  /** Whether the block calls `.fit(`. */
  readonly fits: boolean;
  /**
   * Whether it is one to run for its own sake, so that it gets a CodeLens: it belongs to an exercise or trains, or
   * stands in a document that uses PyTorch and in which no block does either.
   */
  readonly isRunnable: boolean;
  readonly origin: Origin;
}

export type ParameterValue = number | boolean | string | readonly number[];

/** A literal in a block that the panel can turn into a control. */
export interface Parameter {
  /**
   * `Trainer.max_epochs`, `lr`, `Trainer.max_epochs#2`: unique among the parameters of its block and,
   * numbered again, of a plan (the chosen exercise's own first). Stable while other code changes.
   */
  readonly key: string;
  /** `max_epochs` */
  readonly name: string;
  /** The call, function or class it belongs to (`Trainer`), empty for a simple assignment. */
  readonly group: string;
  readonly kind: 'integer' | 'float' | 'boolean' | 'string' | 'vector';
  /** The value written in the code. */
  readonly value: ParameterValue;
  /** Index of its block. */
  readonly block: number;
  /** UTF-16 offsets of the literal (sign included) in the block's source. */
  readonly start: number;
  readonly end: number;
  /** Line of the document, 1-based. */
  readonly line: number;
}

/** New values by parameter key. */
export type Overrides = Readonly<Record<string, ParameterValue>>;

/** What one run executes: rule 1 of the design. */
export interface Plan {
  /**
   * Identity of what is run, stable while its code changes: the exercise's number, else the block's heading
   * or index.
   */
  readonly id: string;
  readonly title: string;
  readonly exercise: string | null;
  /** In document order; the last one is the chosen block. */
  readonly blocks: readonly Block[];
  /** Parameters of those blocks, the chosen exercise's own first. */
  readonly parameters: readonly Parameter[];
}
