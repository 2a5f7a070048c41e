/** Tables of characters. */

import { columnsOf } from '../text/wrapped.ts';

/** Cells of one line, from the left. */
export type Row = readonly string[];

/** Lines in columns, two spaces in: the first column to the left, the others, which are numbers, to the right. */
export function aligned(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))),
  );
  return rows.map((row) => {
    const cells = row.map((text, column) =>
      column === 0 ? text + room(text, widths[column] ?? 0) : room(text, widths[column] ?? 0) + text,
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function room(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text)));
}
