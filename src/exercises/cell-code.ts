/** What of a notebook's cell is executed. */
import { executable, type Executable } from './ipython.ts';
import { joinLines, splitLines } from './lines.ts';
import { neutralizeMagics } from './magics.ts';
import { foreignTab } from './tabs.ts';

/** What of a notebook's cell is Python: its source, as many lines as the cell, or why there is none. */
export type CellCode =
  | Executable
  /** The cell is for other frameworks, which `skipped` names. */
  | { readonly skipped: string }
  /** The cell is in another language, as its cell magic (`%%bash`) says. */
  | { readonly magic: string };

/** Reads the text of one cell of a notebook. What only IPython understands becomes Python or comments. */
export function readCellCode(text: string): CellCode {
  const lines = splitLines(text);
  const skipped = foreignTab(lines);
  if (skipped !== null) return { skipped };
  const code = neutralizeMagics(lines);
  if (code !== undefined) return executable(joinLines(code));
  return { magic: /%%\w*/.exec(text)?.[0] ?? '' };
}
