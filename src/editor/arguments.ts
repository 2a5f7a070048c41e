/** Arguments of our commands, checked: a keybinding or another extension may pass anything. */

/** Names a block of a document: what a CodeLens passes to `d2l.runExercise`. */
export interface BlockArgument {
  /** URI of the document, as a string. */
  readonly uri: string;
  /** Index of the block. */
  readonly block: number;
}

/** The block that `argument` names; undefined when it names none (the menus pass a URI of their own). */
export function readBlockArgument(argument: unknown): BlockArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, block } = argument as Partial<Record<keyof BlockArgument, unknown>>;
  if (typeof uri !== 'string' || typeof block !== 'number' || !Number.isInteger(block) || block < 0) {
    return undefined;
  }
  return { uri, block };
}

/** URI of the notebook whose toolbar was used, as its menu passes it; undefined when it names none. */
export function readNotebookArgument(argument: unknown): string | undefined {
  const editor = (argument as { notebookEditor?: { notebookUri?: unknown } } | null | undefined)
    ?.notebookEditor;
  const uri = editor?.notebookUri;
  return uri instanceof Object ? (uri as { toString(): string }).toString() : undefined;
}

/** URI of the cell whose menu was used, as the menu passes it; undefined when it names none. */
export function readCellArgument(argument: unknown): string | undefined {
  const uri = (argument as { document?: { uri?: unknown } } | null | undefined)?.document?.uri;
  return uri instanceof Object ? (uri as { toString(): string }).toString() : undefined;
}

/** The data set that a quick fix names, or an item of the view stands for; undefined when it is neither. */
export function readDataSetArgument(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const set = (argument as { set?: { id?: unknown } } | null | undefined)?.set;
  return typeof set?.id === 'string' ? set.id : undefined;
}

/** Names a parameter of a block: what a CodeLens passes to `d2l.sweepParameter`. */
export interface ParameterArgument {
  readonly uri: string;
  /** The block by its index, or by a line in it (1-based). */
  readonly target: { readonly block: number } | { readonly line: number };
  /** Key of the parameter; null: the learner chooses. */
  readonly key: string | null;
}

/** What `{ uri, block or line, key? }` names; undefined when it names no place. */
export function readParameterArgument(argument: unknown): ParameterArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, line, key } = argument as Readonly<Record<string, unknown>>;
  const block = readBlockArgument(argument);
  const target = block === undefined ? (isLine(line) ? { line } : undefined) : { block: block.block };
  if (typeof uri !== 'string' || target === undefined) return undefined;
  return { uri, target, key: typeof key === 'string' ? key : null };
}

function isLine(line: unknown): line is number {
  return typeof line === 'number' && Number.isInteger(line) && line >= 1;
}

/** The path of the variable that an item of the view stands for; empty when it names none. */
export function readPathArgument(argument: unknown): string {
  const path = (argument as { path?: unknown } | null | undefined)?.path;
  return typeof path === 'string' ? path : '';
}

/** The expression that `{ expression }` names; empty when it names none. */
export function readExpressionArgument(argument: unknown): string {
  const expression = (argument as { expression?: unknown } | null | undefined)?.expression;
  return typeof expression === 'string' ? expression : '';
}

/** Which expression is meant: the one whose value stands at a path of the tree, or is selected, or itself. */
export interface WatchArgument {
  readonly path: string;
  readonly isSelected: boolean;
  readonly expression: string;
}

/** The expression that an item of the view stands for, that is selected there (`{ selected: true }`), or that is given. */
export function readWatchArgument(argument: unknown): WatchArgument {
  const { selected } = Object(argument) as { selected?: unknown };
  return {
    path: readPathArgument(argument),
    isSelected: selected === true,
    expression: readExpressionArgument(argument),
  };
}

/** The index that `{ slice }` names; undefined when it names none: the learner is asked. */
export function readSliceArgument(argument: unknown): string | undefined {
  const slice = (argument as { slice?: unknown } | null | undefined)?.slice;
  return typeof slice === 'string' ? slice : undefined;
}
